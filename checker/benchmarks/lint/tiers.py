"""tier-gap, tier-overlap, unit-changes: what tiers of one item, or cuts of a position rule, do to each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from checker.benchmarks.lint.finding import Desk, Hit, Place, Rule
from checker.benchmarks.lint.logic import every, satisfiable
from checker.benchmarks.lint.words import base_words, end, plain, range_words, where_words
from checker.records.benchmark import Benchmark, Item, Tier
from checker.records.ranges import Bound, Branch

Pair = tuple["Fine", "Fine"]


@dataclass(frozen=True, slots=True)
class Fine:
    """A fine of a tier, with its place."""

    tier: Tier
    number: int
    branch: Branch
    place: Place

    @property
    def low(self) -> tuple[Decimal, bool]:
        """Where it starts, for sorting: an excluded end starts later."""
        bound = self.branch.lower
        return (bound.value, not bound.inclusive) if bound else (Decimal(0), False)

    @property
    def kind(self) -> tuple[str, str, str]:
        """Only fines of one kind are compared."""
        return self.branch.subject, self.branch.base, self.branch.unit


def fines(item: Item, place: Place) -> list[Fine]:
    """The fines of all tiers, in the table's order."""
    return [
        Fine(tier, number, branch, (*place, "tiers", number, "branches", index))
        for number, tier in enumerate(item.tiers)
        for index, branch in enumerate(tier.branches)
        if branch.sanction == "fine"
    ]


def cells(listed: list[Fine]) -> Iterator[tuple[str | None, list[Fine]]]:
    """The fines that can hold together, cell by cell: goods under 10,000, goods from 10,000."""
    conditions = list(dict.fromkeys(each.branch.condition for each in listed if each.branch.condition))
    for cell in every(conditions):
        inside = [each for each in listed if satisfiable(cell, each.branch.condition)]
        if len(inside) > 1:
            yield cell, inside


def neighbours(item: Item, place: Place) -> Iterator[tuple[list[Fine], dict[tuple[str, str, str], list[Fine]]]]:
    """Each cell's fines, and the same by kind, sorted by where they start."""
    for _, inside in cells(fines(item, place)):
        kinds: dict[tuple[str, str, str], list[Fine]] = {}
        for each in sorted(inside, key=lambda fine: fine.low):
            kinds.setdefault(each.kind, []).append(each)
        yield inside, kinds


def _gaps(desk: Desk) -> Iterator[Hit]:
    for benchmark, item, place in desk.items():
        seen = set()
        for _, kinds in neighbours(item, place):
            for listed in kinds.values():
                for lower, upper in _apart(listed):
                    if (key := (lower.place, upper.place)) not in seen:
                        seen.add(key)
                        yield _gap(benchmark, item, lower, upper)
    for benchmark in desk.benchmarks:
        yield from _cuts(benchmark, gaps=True)


def _apart(listed: list[Fine]) -> Iterator[Pair]:
    """Fines with nothing between the highest end so far and the next start."""
    highest: Fine | None = None
    for fine in listed:
        if highest is not None:
            top = highest.branch.upper
            if top is None:
                return
            if fixed(highest) or fixed(fine):
                pass  # single sums (500, 800 and 1000 yuan) leave what lies between them out on purpose
            elif top.value < fine.low[0] or (top.value == fine.low[0] and not top.inclusive and fine.low[1]):
                yield highest, fine
        if highest is None or fine.branch.upper is None or _end(fine) > _end(highest):
            highest = fine


def fixed(fine: Fine) -> bool:
    """Whether it is one sum, not a range."""
    return _end(fine)[0] == fine.low[0]


def _end(fine: Fine) -> tuple[Decimal, bool]:
    bound = fine.branch.upper
    return (bound.value, bound.inclusive) if bound else (Decimal("Infinity"), True)


def _gap(benchmark: Benchmark, item: Item, lower: Fine, upper: Fine) -> Hit:
    assert lower.branch.upper is not None and upper.branch.lower is not None
    values = {
        "when": where_words(upper.branch.condition),
        "one": lower.tier.name,
        "end": end(lower.branch.upper, lower.branch),
        "two": upper.tier.name,
        "start": end(upper.branch.lower, upper.branch),
    }
    point = lower.branch.upper.value == upper.branch.lower.value
    return Hit(benchmark, item, upper.place, values, "point" if point else "")


def _overlaps(desk: Desk) -> Iterator[Hit]:
    for benchmark, item, place in desk.items():
        seen = set()
        for _, kinds in neighbours(item, place):
            for listed in kinds.values():
                for one, two in ((a, b) for number, a in enumerate(listed) for b in listed[number + 1 :]):
                    key = tuple(sorted((one.place, two.place), key=str))
                    shared = _shared(one, two)
                    if one.number != two.number and shared is not None and key not in seen:
                        seen.add(key)
                        values = {
                            "when": where_words(two.branch.condition),
                            "one": one.tier.name,
                            "two": two.tier.name,
                            "range_one": range_words(one.branch.lower, one.branch.upper, one.branch),
                            "range_two": range_words(two.branch.lower, two.branch.upper, two.branch),
                            "shared": range_words(*shared, one.branch),
                        }
                        yield Hit(benchmark, item, two.place, values)
    for benchmark in desk.benchmarks:
        yield from _cuts(benchmark, gaps=False)


def _shared(one: Fine, two: Fine) -> tuple[Bound, Bound | None] | None:
    """What two fines have in common, when it is more than one end point; a fixed sum inside a range counts.

    Tiers that share one whole range share it on purpose; so do the cells of a matrix, which name no degree.
    """
    if (one.low, _end(one)) == (two.low, _end(two)) or one.tier.effect == two.tier.effect == "unstated":
        return None
    low = max(one.low, two.low)
    high = min(_end(one), _end(two))
    inside = one.low[0] == _end(one)[0] or two.low[0] == _end(two)[0]
    touching = low[0] in (_end(one)[0], _end(two)[0]) and low[0] in (one.low[0], two.low[0])
    if low[0] > high[0] or (low[0] == high[0] and (touching or not inside)):
        return None
    return Bound(low[0], not low[1]), None if high[0].is_infinite() else Bound(high[0], high[1])


def _cuts(benchmark: Benchmark, *, gaps: bool) -> Iterator[Hit]:
    rule = benchmark.position_rule
    for number, (left, right) in enumerate(zip(rule.cuts, rule.cuts[1:], strict=False) if rule else ()):
        ends = Decimal(left[2]), Decimal(right[1])
        if (ends[0] < ends[1]) if gaps else (ends[0] > ends[1]):
            values = {"one": left[0], "two": right[0], "end": plain(ends[0] * 100), "start": plain(ends[1] * 100)}
            yield Hit(benchmark, None, ("position_rule", "cuts", number + 1), values, "cut")


def _units(desk: Desk) -> Iterator[Hit]:
    for benchmark, item, place in desk.items():
        seen = set()
        for cell, inside in cells(fines(item, place)):
            for subject in dict.fromkeys(each.branch.subject for each in inside):
                mine = [each for each in inside if each.branch.subject == subject and _reaches(each, cell)]
                for one, two in _changes(mine):
                    if two.place not in seen:
                        seen.add(two.place)
                        values = {"one": one.tier.name, "two": two.tier.name}
                        units = {"unit_one": base_words(one.branch), "unit_two": base_words(two.branch)}
                        yield Hit(benchmark, item, two.place, {**values, **units})


def _reaches(fine: Fine, cell: str | None) -> bool:
    """Whether the tier's own conditions leave room for the cell."""
    return not fine.tier.conditions or any(satisfiable(cell, each.when) for each in fine.tier.conditions)


def _changes(listed: list[Fine]) -> Iterator[Pair]:
    """Neighbouring tiers that have no unit in common."""
    by_tier: dict[int, list[Fine]] = {}
    for fine in listed:
        by_tier.setdefault(fine.number, []).append(fine)
    groups = list(by_tier.values())
    for one, two in pairwise(groups):
        apart = one[0].tier.effect == two[0].tier.effect == "unstated"  # their names may say for which base each is
        if not apart and not {each.kind for each in one} & {each.kind for each in two}:
            yield one[0], two[0]


GAP = Rule("tier-gap", "一般", _gaps)
OVERLAP = Rule("tier-overlap", "一般", _overlaps)
UNITS = Rule("unit-changes", "一般", _units)
