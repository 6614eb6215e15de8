"""Faults of tiers among themselves, beside the law and beside a higher table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from checker.records.benchmark import Benchmark, PositionRule
from checker.records.ranges import Bound
from checker.statutes import StatuteBook
from tests.benchmarks.planting.tables import (
    Planted,
    fines,
    law_of,
    middle,
    neighbours,
    plants,
    with_branch,
    with_item,
    with_tier,
)


@plants("tier-gap")
def gap(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """The lower tier ends halfway."""
    for item in benchmark.items:
        for one, _ in neighbours(item):
            spoiled = with_branch(item, one[0], one[1], upper=middle(one[2]))
            yield Planted(with_item(benchmark, spoiled), item.id, book)


@plants("tier-overlap")
def overlap(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """The upper tier starts in the middle of the lower one."""
    for item in benchmark.items:
        for one, two in neighbours(item):
            spoiled = with_branch(item, two[0], two[1], lower=middle(one[2]))
            yield Planted(with_item(benchmark, spoiled), item.id, book)


@plants("unit-changes")
def units(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """The upper tier counts per person, or in another base."""
    for item in benchmark.items:
        for _, two in neighbours(item):
            spoiled = with_branch(item, two[0], two[1], unit="per_person")
            yield Planted(with_item(benchmark, spoiled), item.id, book)
            if two[2].condition is None:
                base = "yuan" if two[2].base != "yuan" else "goods_value"
                spoiled = with_branch(item, two[0], two[1], base=base, lower=Bound(Decimal(1)), upper=Bound(Decimal(2)))
                yield Planted(with_item(benchmark, spoiled), item.id, book)


def cuts_with(benchmark: Benchmark, *ends: tuple[str, str]) -> Benchmark:
    """The position rule with other cut points."""
    names = ("lighter", "ordinary", "heavier")
    rule = PositionRule(tuple((name, *end) for name, end in zip(names, ends, strict=True)))
    return replace(benchmark, position_rule=rule)


@plants("tier-gap")
def cut_gap(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """Between 20 % and 30 % nothing applies."""
    yield Planted(cuts_with(benchmark, ("0", "0.2"), ("0.3", "0.7"), ("0.7", "1")), "", book)


@plants("tier-overlap")
def cut_overlap(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """From 60 % to 70 % two effects apply."""
    yield Planted(cuts_with(benchmark, ("0", "0.3"), ("0.3", "0.7"), ("0.6", "1")), "", book)


@plants("tier-outside-statute")
def cut_outside(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """The heaviest part goes beyond the maximum."""
    yield Planted(cuts_with(benchmark, ("0", "0.3"), ("0.3", "0.7"), ("0.7", "1.2")), "", book)


@plants("tier-outside-statute")
def above(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """A tier's upper end is raised over every maximum of the clauses cited."""
    for item in benchmark.items:
        for number, index, branch in fines(item):
            tops = [each.upper.value for each in law_of(item, benchmark, book, branch) if each.upper is not None]
            if tops and branch.upper is not None:
                spoiled = with_branch(item, number, index, upper=Bound(max(tops) * 2))
                yield Planted(with_item(benchmark, spoiled), item.id, book)


@plants("tier-outside-statute")
def below(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """A tier that is no reduction starts under every minimum of the clauses cited."""
    for item in benchmark.items:
        for number, index, branch in fines(item):
            lows = [each.lower.value if each.lower else Decimal(0) for each in law_of(item, benchmark, book, branch)]
            if lows and min(lows) > 0 and item.tiers[number].effect in ("lighter", "ordinary", "heavier"):
                spoiled = with_branch(item, number, index, lower=Bound(min(lows) / 2))
                yield Planted(with_item(benchmark, spoiled), item.id, book)


@plants("reduced-not-below-minimum")
def not_reduced(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """A tier inside the statutory range is called a reduction; a reduction reaches over the minimum."""
    for item in benchmark.items:
        for number, index, branch in fines(item):
            law = law_of(item, benchmark, book, branch)
            lows = [each.lower.value for each in law if each.lower is not None]
            if not lows or min(lows) == 0 or branch.lower is None:
                continue
            if branch.lower.value >= max(lows):
                yield Planted(with_item(benchmark, with_tier(item, number, effect="reduced")), item.id, book)
            if item.tiers[number].effect == "reduced":
                spoiled = with_branch(item, number, index, upper=Bound(max(lows) * 2))
                yield Planted(with_item(benchmark, spoiled), item.id, book)


@plants("wider-than-higher-level")
def wider(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """A county copies the table (or the prefecture had it first) and goes three times as high in one tier."""
    if benchmark.level == "county":
        higher, lower = replace(benchmark, id=f"{benchmark.id}-above", level="prefecture"), benchmark
    else:
        higher, lower = benchmark, replace(benchmark, id=f"{benchmark.id}-county", level="county")
    for item in lower.items:
        tops = [branch.upper.value for _, _, branch in fines(item) if branch.upper is not None]
        for number, index, branch in fines(item):
            if branch.upper is not None:
                spoiled = with_branch(item, number, index, upper=Bound(max(tops) * 3))
                yield Planted(with_item(lower, spoiled), item.id, book, (higher,))
