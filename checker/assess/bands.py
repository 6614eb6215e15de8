"""Branches and facts to a range in yuan; when an unknown fact decides, the range is not told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from checker.records.assessment import Band
from checker.records.decision import Sanction
from checker.records.finding import Step
from checker.records.ranges import Bound, Branch, MoneyRange
from checker.records.truth import Facts, Truth
from checker.statutes.conditions import describe, evaluate
from checker.statutes.glossary import fact_words

CENT = Decimal("0.01")


def band_of(
    branches: Iterable[Branch], facts: Facts, *, source: str, sanction: Sanction | None = None, person: bool = False
) -> Band:
    """The yuan that the fine branches allow here.

    Branches that hold apply together as one hull; branches that may hold make the range unknown, naming the facts,
    unless they would not change it. `severe` is asked only where the decision says so: it is the heavier road, and
    silence about it means the ordinary one. `person` chooses the branches for managers.
    """
    fines = [each for each in branches if each.sanction == "fine"]
    wanted = "responsible_person" if person and any(b.subject == "responsible_person" for b in fines) else "respondent"
    holding: list[Branch] = []
    open_ones: list[tuple[Branch, tuple[str, ...]]] = []
    for branch in fines:
        if branch.subject != wanted:
            continue
        verdict = evaluate(branch.condition, facts) if branch.condition else None
        if verdict is None or verdict.truth is Truth.HOLDS:
            holding.append(branch)
        elif verdict.truth is Truth.UNKNOWN and verdict.missing != ("severe",):
            open_ones.append((branch, verdict.missing))
    specific = [branch for branch in holding if branch.condition]
    chosen = specific or holding
    ranges, steps, missing = [], list[Step](), list[str]()
    for branch in chosen:
        made, lacking = in_yuan(branch, facts, sanction)
        missing += lacking
        if made is not None:
            ranges.append(made)
            steps += _steps(branch, made, facts, source)
    if not chosen:
        missing += [name for _, lacking in open_ones for name in lacking]
    if missing or not ranges:
        return Band(None, tuple(chosen), tuple(dict.fromkeys(missing)), tuple(steps))
    return Band(union(ranges), tuple(chosen), (), tuple(steps))


def in_yuan(branch: Branch, facts: Facts, sanction: Sanction | None) -> tuple[MoneyRange | None, list[str]]:
    """One branch's bounds in yuan, or the facts that its base or unit lacks."""
    factor = Decimal(1)
    if branch.base != "yuan":
        base = facts.values.get(branch.base)
        if not isinstance(base, Decimal):
            return None, [branch.base]
        factor = base
    if branch.unit != "total":
        count = sanction.count.value if sanction is not None and sanction.count is not None else None
        if count is None:
            return None, [f"count of {branch.unit}"]
        factor *= count
    ends = [
        Bound((each.value * factor).quantize(CENT), each.inclusive) if each is not None else None
        for each in (branch.lower, branch.upper)
    ]
    return MoneyRange(ends[0], ends[1]), []


def union(ranges: Sequence[MoneyRange]) -> MoneyRange:
    """The smallest range that holds all of them."""
    lowers = [each.lower for each in ranges]
    uppers = [each.upper for each in ranges]
    low = None if None in lowers else min((b for b in lowers if b), key=lambda b: (b.value, not b.inclusive))
    high = None if None in uppers else max((b for b in uppers if b), key=lambda b: (b.value, b.inclusive))
    return MoneyRange(low, high)


def _steps(branch: Branch, made: MoneyRange, facts: Facts, source: str) -> list[Step]:
    steps = []
    if branch.condition:
        used = [name for name in facts.evidence if name in branch.condition or f"has({name[4:]})" in branch.condition]
        spans = tuple(span for name in used for span in facts.evidence[name][:1])
        steps.append(Step("适用条件", describe(branch.condition)[0], source, spans))
    if branch.base != "yuan":
        words, value = fact_words(branch.base)[0], facts.values[branch.base]
        steps.append(Step(words, str(value), "决定书", facts.evidence.get(branch.base, ())))
        for name, bound, total in (("下限", branch.lower, made.lower), ("上限", branch.upper, made.upper)):
            if bound is not None and total is not None:
                steps.append(Step(name, f"{value} × {bound.value.normalize():f} = {total.value}元", source))
        return steps
    for name, bound in (("下限", made.lower), ("上限", made.upper)):
        if bound is not None:
            steps.append(Step(name, f"{bound.value}元{'' if bound.inclusive else '（不含）'}", source))
    return steps
