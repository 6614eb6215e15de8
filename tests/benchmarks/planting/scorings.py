"""Faults of scorings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from checker.records.benchmark import Benchmark, Factor, Item, Option, Scoring
from checker.records.ranges import Branch
from checker.statutes import StatuteBook
from tests.benchmarks.planting.tables import (
    Planted,
    fines,
    law_of,
    plants,
    with_item,
    with_scoring,
)


def weighed(scoring: Scoring, change: Callable[[Decimal], Decimal]) -> tuple[Any, ...]:
    """The factors with every weight changed."""
    return tuple(
        replace(factor, options=tuple(replace(each, weight=change(each.weight)) for each in factor.options))
        for factor in scoring.factors
    )


def scored(benchmark: Benchmark, book: StatuteBook) -> Iterator[Item]:
    """The items that have scorings; and those that could have one, with a sound one over the range of their law."""
    for item in benchmark.items:
        listed = [] if item.scorings else [branch for _, _, branch in fines(item) if branch.unit == "total"]
        made = next((each for branch in listed if (each := sound(benchmark, book, item, branch)) is not None), None)
        if item.scorings:
            yield item
        elif made is not None:
            yield replace(item, scorings=(made,))


def sound(benchmark: Benchmark, book: StatuteBook, item: Item, branch: Branch) -> Scoring | None:
    """Two factors that come to anything from the minimum to the maximum of the clause, in quarters."""
    law = law_of(item, benchmark, book, branch)
    if not law or any(each.upper is None for each in law):
        return None
    halves = tuple(Option(f"{half}", half) for half in (Decimal(0), Decimal("0.25"), Decimal("0.5")))
    return Scoring(
        factors=(Factor("情节", halves), Factor("后果", halves)),
        base=branch.base,
        subject=branch.subject,
        combine="interpolate",
        lower=min(each.lower.value if each.lower else Decimal(0) for each in law),
        upper=max(each.upper.value for each in law if each.upper),
        floor=Decimal(0),
        cap=Decimal(1),
    )


@plants("scoring-misses-ceiling")
def ceiling(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """Every weight is a quarter of what it was."""
    for item in scored(benchmark, book):
        for number, scoring in enumerate(item.scorings):
            spoiled = with_scoring(item, number, factors=weighed(scoring, lambda weight: weight / 4))
            yield Planted(with_item(benchmark, spoiled), item.id, book)


@plants("scoring-misses-floor")
def floor(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """The start is half the range higher."""
    for item in scored(benchmark, book):
        for number, scoring in enumerate(item.scorings):
            spoiled = with_scoring(item, number, start=scoring.start + Decimal("0.5"))
            yield Planted(with_item(benchmark, spoiled), item.id, book)


@plants("scoring-leaves-range")
def leaves(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """Nothing caps the sum, and weights are doubled; nothing holds it up, and they are lowered."""
    for item in scored(benchmark, book):
        for number, scoring in enumerate(item.scorings):
            doubled = weighed(scoring, lambda weight: weight * 2)
            spoiled = with_scoring(item, number, cap=None, most=None, factors=doubled)
            yield Planted(with_item(benchmark, spoiled), item.id, book)
            lowered = weighed(scoring, lambda weight: weight - Decimal("0.2"))
            spoiled = with_scoring(item, number, floor=None, least=None, factors=lowered)
            yield Planted(with_item(benchmark, spoiled), item.id, book)
