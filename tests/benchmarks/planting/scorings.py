"""Faults of scorings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from checker.records.benchmark import Benchmark, Scoring
from checker.statutes import StatuteBook
from tests.benchmarks.planting.tables import (
    Planted,
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


@plants("scoring-misses-ceiling")
def ceiling(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """Every weight is a quarter of what it was."""
    for item in benchmark.items:
        for number, scoring in enumerate(item.scorings):
            spoiled = with_scoring(item, number, factors=weighed(scoring, lambda weight: weight / 4))
            yield Planted(with_item(benchmark, spoiled), item.id, book)


@plants("scoring-misses-floor")
def floor(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """The start is half the range higher."""
    for item in benchmark.items:
        for number, scoring in enumerate(item.scorings):
            spoiled = with_scoring(item, number, start=scoring.start + Decimal("0.5"))
            yield Planted(with_item(benchmark, spoiled), item.id, book)


@plants("scoring-leaves-range")
def leaves(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """Nothing caps the sum, and weights are doubled; nothing holds it up, and they are lowered."""
    for item in benchmark.items:
        for number, scoring in enumerate(item.scorings):
            doubled = weighed(scoring, lambda weight: weight * 2)
            spoiled = with_scoring(item, number, cap=None, most=None, factors=doubled)
            yield Planted(with_item(benchmark, spoiled), item.id, book)
            lowered = weighed(scoring, lambda weight: weight - Decimal("0.2"))
            spoiled = with_scoring(item, number, floor=None, least=None, factors=lowered)
            yield Planted(with_item(benchmark, spoiled), item.id, book)
