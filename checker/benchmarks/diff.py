"""Two versions of a benchmark compared: items added, removed and changed, each change with its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.benchmarks.diff_parts import field_change
from checker.benchmarks.diff_scorings import scoring_changes
from checker.benchmarks.diff_tiers import tier_changes
from checker.benchmarks.match import agreement
from checker.benchmarks.phrases import Words, citations_words, joined, percent
from checker.benchmarks.wording import likeness
from checker.messages import say
from checker.records.benchmark import Benchmark, Item, PositionRule
from checker.records.difference import BenchmarkDifference, Change, ItemDifference

# Wording that two items must share to be one violation, by what else speaks for it. An id alone proves little: an
# importer counts rows, so the same number may stand for another violation in the next version.
SAME_ID, SAME_ARTICLE, SAME_LAW, OTHER_LAW = 0.2, 0.4, 0.6, 0.9
HEADER = ("title", "issuer", "document_number", "region", "field", "level", "in_force_from", "in_force_to")


def compare(old: Benchmark, new: Benchmark) -> BenchmarkDifference:
    """What changed from `old` to `new`."""
    pairs = list(_pairs(old.items, new.items))
    taken_old, taken_new = {id(one) for one, _, _ in pairs}, {id(other) for _, other, _ in pairs}
    listed = [ItemDifference(one, other, score, tuple(_item(one, other))) for one, other, score in pairs]
    changed = tuple(each for each in listed if each.changes)
    return BenchmarkDifference(
        old,
        new,
        tuple(_header(old, new)),
        tuple(each for each in new.items if id(each) not in taken_new),
        tuple(each for each in old.items if id(each) not in taken_old),
        changed,
        len(listed) - len(changed),
    )


def _pairs(olds: Sequence[Item], news: Sequence[Item]) -> Iterator[tuple[Item, Item, float]]:
    """Items that are one and the same violation, in the old order; the likest pairs are made first."""
    scored = sorted(
        (
            (-score, -(one.id == other.id), at, to)
            for at, one in enumerate(olds)
            for to, other in enumerate(news)
            for score in [_likeness(one, other)]
            if score > 0
        ),
    )
    found: dict[int, tuple[int, float]] = {}
    used: set[int] = set()
    for minus, _, at, to in scored:
        if at not in found and to not in used:
            found[at] = (to, 1.0 if olds[at].id == news[to].id else round(-minus, 2))
            used.add(to)
    for at in sorted(found):
        to, score = found[at]
        yield olds[at], news[to], score


def _likeness(one: Item, other: Item) -> float:
    """0..1 by penalty basis and wording; 0 where the wording shares too little for the bases they have."""
    by_basis, least = _basis(one, other)
    words = likeness(one.violation, other.violation)
    if words < (SAME_ID if one.id == other.id and least < OTHER_LAW else least):
        return 0.0
    return 0.4 * by_basis + 0.6 * words


def _basis(one: Item, other: Item) -> tuple[float, float]:
    """How well the penalty bases agree, and the likeness of wording that is then needed."""
    if not one.basis and not other.basis:
        return 1.0, SAME_ARTICLE
    best = max((agreement(mine, theirs) for mine in one.basis for theirs in other.basis), default=0.0)
    if best > 0:
        return best, SAME_ARTICLE
    # A law that was revised keeps its name and moves its articles.
    same_law = {each.law for each in one.basis} & {each.law for each in other.basis}
    return (0.5, SAME_LAW) if same_law else (0.0, OTHER_LAW)


def _item(old: Item, new: Item) -> Iterator[Change]:
    yield from field_change("violation", (old.violation,) * 2, (new.violation,) * 2)
    yield from field_change("violated", citations_words(old.violated), citations_words(new.violated))
    yield from field_change("basis", citations_words(old.basis), citations_words(new.basis))
    yield from tier_changes(old.tiers, new.tiers)
    yield from scoring_changes(old.scorings, new.scorings)
    notes = [joined(((each, each) for each in item.notes), "；", "; ") for item in (old, new)]
    yield from field_change("notes", *notes)


def _header(old: Benchmark, new: Benchmark) -> Iterator[Change]:
    for name in HEADER:
        yield from field_change(name, *(_shown(getattr(each, name)) for each in (old, new)))
    covers = [joined(((word, word) for word in each.covers), "、", ", ") for each in (old, new)]
    yield from field_change("covers", *covers)
    yield from field_change("below_excludes", *(_shown(each.below_excludes) for each in (old, new)))
    yield from field_change("position_rule", *(_rule_words(each.position_rule) for each in (old, new)))


def _shown(value: object) -> Words:
    if value is None:
        return say("phrase:open")
    if isinstance(value, bool):
        return say("phrase:yes" if value else "phrase:no")
    return str(value), str(value)


def _rule_words(rule: PositionRule | None) -> Words:
    """The cuts as percentages of the statutory range."""
    return joined((cut_words(rule, effect) for effect, _, _ in rule.cuts) if rule else (), "；", "; ")


def cut_words(rule: PositionRule, effect: str) -> Words:
    """One cut: lighter 0%—30%. ValueError for an effect that the rule does not name."""
    ends = next(((low, high) for name, low, high in rule.cuts if name == effect), None)
    if ends is None:
        raise ValueError(f"{effect}: the rule has no such cut")
    low, high = (percent(Decimal(end)) for end in ends)
    return say("phrase:cut", effect=say(f"effect:{effect}"), low=low, high=high)
