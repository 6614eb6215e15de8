"""Tiers of two versions of an item compared: ranges with their direction, conditions, other sanctions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.benchmarks.diff_parts import change, direction_of, paired, step_of
from checker.benchmarks.phrases import Words, branch_words, branches_words, condition_words, joined, number
from checker.benchmarks.wording import similarities
from checker.messages import say
from checker.records.benchmark import Tier, TierCondition
from checker.records.difference import Change
from checker.records.ranges import Bound, Branch
from checker.statutes.conditions import describe

ALIKE = 0.4  # likeness from which a condition is called changed rather than dropped and added


def tier_changes(olds: Sequence[Tier], news: Sequence[Tier]) -> Iterator[Change]:
    """Tiers are paired by name, then by effect in their order."""
    pairs, gone, come = paired(olds, news, (lambda tier: tier.name, lambda tier: tier.effect))
    for old, new in pairs:
        yield from _tier(old, new)
    for tier in gone:
        yield change("tier-removed", "tier-removed", tier.name, old=branches_words(tier.branches), tier=tier.name)
    for tier in come:
        yield change("tier-added", "tier-added", tier.name, new=branches_words(tier.branches), tier=tier.name)


def _tier(old: Tier, new: Tier) -> Iterator[Change]:
    for name, one, other in (
        ("tier-name", (old.name, old.name), (new.name, new.name)),
        ("effect", say(f"effect:{old.effect}"), say(f"effect:{new.effect}")),
        ("sanctions", _others(old), _others(new)),
    ):
        if one != other:
            yield change(name, "tier-field", new.name, old=one, new=other, tier=new.name, name=say(f"diff:name:{name}"))
    yield from _conditions(old.conditions, new.conditions, new.name)
    yield from _ranges(old, new)


def _others(tier: Tier) -> Words:
    """Sanctions of the tier that are no fine."""
    return joined((branch_words(each) for each in tier.branches if each.sanction != "fine"), "、", ", ")


def _ranges(old: Tier, new: Tier) -> Iterator[Change]:
    fines = [
        [replace(each, start=0, end=0) for each in tier.branches if each.sanction == "fine"] for tier in (old, new)
    ]
    # The same condition first; then the same base, so that a moved threshold is one change and not two.
    pairs, gone, come = paired(
        fines[0],
        fines[1],
        (
            lambda branch: (branch.condition, branch.base, branch.unit, branch.subject),
            lambda branch: (branch.base, branch.unit, branch.subject),
        ),
    )
    for one, other in pairs:
        if one != other:
            yield _range(one, other, new.name)
    for branch in gone:
        yield change("branch-removed", "branch-removed", new.name, old=branch_words(branch), tier=new.name)
    for branch in come:
        yield change("branch-added", "branch-added", new.name, new=branch_words(branch), tier=new.name)


def _range(old: Branch, new: Branch, tier: str) -> Change:
    ends = ((old.lower, new.lower), (old.upper, new.upper))
    direction = direction_of([step_of(*pair, upper=pair is ends[1]) for pair in ends])
    if direction is None:
        return change("branch", "branch-changed", tier, tier=tier, old=branch_words(old), new=branch_words(new))
    shared = old.condition if old.condition == new.condition else None  # said once, beside the tier
    both = {
        name: branch_words(replace(each, condition=None) if shared else each)
        for name, each in (("old", old), ("new", new))
    }
    where = say("diff:where", when=describe(shared)) if shared else ("", "")
    moved = {"lower": _moved(*ends[0]), "upper": _moved(*ends[1])}
    return change("range", "range", tier, direction=direction, tier=tier, where=where, **both, **moved)


def _moved(old: Bound | None, new: Bound | None) -> Words:
    """How far an end moved, signed, in yuan or times: +5000."""
    if old is None and new is None:
        return say("diff:unmoved")
    if old is None or new is None:
        return say("diff:opened" if new is None else "diff:closed")
    moved = new.value - old.value
    if moved == 0:
        return say("diff:unmoved")
    shown = f"{'+' if moved > 0 else '-'}{number(abs(moved))}"
    return shown, shown


def _conditions(olds: Sequence[TierCondition], news: Sequence[TierCondition], tier: str) -> Iterator[Change]:
    pairs, gone, come = paired(
        olds, news, (lambda each: each, lambda each: each.when or object(), lambda each: each.text)
    )
    for one, other in [*(pair for pair in pairs if pair[0] != pair[1]), *_reworded(gone, come)]:
        yield change(
            "condition", "condition-changed", tier, old=condition_words(one), new=condition_words(other), tier=tier
        )
    for each in gone:
        yield change("condition-removed", "condition-removed", tier, old=condition_words(each), tier=tier)
    for each in come:
        yield change("condition-added", "condition-added", tier, new=condition_words(each), tier=tier)


def _reworded(gone: list[TierCondition], come: list[TierCondition]) -> list[tuple[TierCondition, TierCondition]]:
    """Pairs of alike wording, taken out of both lists."""
    found = []
    for one in list(gone):
        scores = similarities(one.text, [each.text for each in come]) if come else []
        best = max(range(len(scores)), key=scores.__getitem__, default=None)
        if best is not None and scores[best] >= ALIKE:
            found.append((one, come.pop(best)))
            gone.remove(one)
    return found
