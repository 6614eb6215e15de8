"""Faults of conditions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from checker.records.benchmark import Benchmark, Item, Option, TierCondition
from checker.statutes import StatuteBook
from tests.benchmarks.planting.tables import (
    Planted,
    fines,
    plants,
    put,
    with_branch,
    with_item,
    with_scoring,
    with_tier,
)

NUMBER = re.compile(r"\b([a-z_.]+) (<|>=) (\d+(?:\.\d+)?)\b")


def alternatives(item: Item) -> Iterator[tuple[int, int, TierCondition]]:
    """Every alternative of every tier."""
    for number, tier in enumerate(item.tiers):
        for index, each in enumerate(tier.conditions):
            yield number, index, each


def with_when(item: Item, number: int, index: int, when: str | None) -> Item:
    """The item with the expression of one alternative changed."""
    conditions = item.tiers[number].conditions
    return with_tier(item, number, conditions=put(conditions, index, replace(conditions[index], when=when)))


@plants("condition-impossible")
def impossible(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """A condition asks for less than one day and more than two."""
    never = "days < 1 and days > 2"
    for item in benchmark.items:
        for number, index, each in alternatives(item):
            if each.when:
                spoiled = with_when(item, number, index, f"({each.when}) and {never}")
                yield Planted(with_item(benchmark, spoiled), item.id, book)
        for number, index, branch in fines(item):
            if branch.condition:
                spoiled = with_branch(item, number, index, condition=f"not ({branch.condition}) and {branch.condition}")
                yield Planted(with_item(benchmark, spoiled), item.id, book)
        for number, scoring in enumerate(item.scorings):
            factor = replace(
                scoring.factors[0], options=(Option("不可能", Decimal(0), never), *scoring.factors[0].options)
            )
            spoiled = with_scoring(item, number, factors=put(scoring.factors, 0, factor))
            yield Planted(with_item(benchmark, spoiled), item.id, book)


@plants("condition-shared")
def shared(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """A condition of one tier stands in another too; an option of a factor stands twice."""
    for item in benchmark.items:
        for number, _, each in alternatives(item):
            for other, tier in enumerate(item.tiers):
                if other != number and tier.conditions:
                    spoiled = with_tier(item, other, conditions=(*tier.conditions, each))
                    yield Planted(with_item(benchmark, spoiled), item.id, book)
        for number, scoring in enumerate(item.scorings):
            factor = scoring.factors[0]
            twice = replace(factor, options=(*factor.options, replace(factor.options[0], weight=Decimal("0.01"))))
            spoiled = with_scoring(item, number, factors=put(scoring.factors, 0, twice))
            yield Planted(with_item(benchmark, spoiled), item.id, book)


Border = tuple[tuple[int, int, str], tuple[int, int, str], str, Decimal]


def borders(item: Item) -> Iterator[Border]:
    """Pairs of alternatives, otherwise alike, of which one ends at the number where the other starts."""
    listed = [(number, index, each.when) for number, index, each in alternatives(item) if each.when]
    for one in listed:
        for two in listed:
            if one[0] == two[0] or NUMBER.sub("", one[2]).strip(" and") != NUMBER.sub("", two[2]).strip(" and"):
                continue
            ends = {(found[1], found[3]) for found in NUMBER.finditer(one[2]) if found[2] == "<"}
            starts = {(found[1], found[3]) for found in NUMBER.finditer(two[2]) if found[2] == ">="}
            for fact, value in ends & starts:
                yield one, two, fact, Decimal(value)


@plants("condition-overlap")
def condition_overlap(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """The upper alternative starts at half the number."""
    for item in benchmark.items:
        for _, two, fact, value in borders(item):
            when = two[2].replace(f"{fact} >= {value}", f"{fact} >= {value / 2}")
            yield Planted(with_item(benchmark, with_when(item, two[0], two[1], when)), item.id, book)


@plants("condition-gap")
def condition_gap(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """The lower alternative ends at three quarters of the number, in items that have nothing to fall back on."""
    for item in benchmark.items:
        if any(not tier.conditions for tier in item.tiers) or any(not each.when for _, _, each in alternatives(item)):
            continue
        for one, _, fact, value in borders(item):
            when = one[2].replace(f"{fact} < {value}", f"{fact} < {value * 3 / 4}")
            yield Planted(with_item(benchmark, with_when(item, one[0], one[1], when)), item.id, book)


@plants("condition-end-shared")
def end_shared(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """The lower alternative includes the number where the upper one starts."""
    for item in benchmark.items:
        for one, _, fact, value in borders(item):
            when = one[2].replace(f"{fact} < {value}", f"{fact} <= {value}")
            yield Planted(with_item(benchmark, with_when(item, one[0], one[1], when)), item.id, book)


@plants("condition-special-case")
def special(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """Another tier asks for the same and one thing more."""
    for item in benchmark.items:
        for number, _, each in alternatives(item):
            for other, tier in enumerate(item.tiers):
                if each.when and other != number and tier.conditions:
                    more = TierCondition(each.text, f"({each.when}) and has(minor_role)")
                    spoiled = with_tier(item, other, conditions=(*tier.conditions, more))
                    yield Planted(with_item(benchmark, spoiled), item.id, book)


@plants("branch-unreachable")
def unreachable(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """A fine is for more than five days in a tier for less than three."""
    for item in benchmark.items:
        for number, index, _ in fines(item):
            short = with_tier(item, number, conditions=(TierCondition("不足三日", "days < 3"),))
            spoiled = with_branch(short, number, index, condition="days > 5")
            yield Planted(with_item(benchmark, spoiled), item.id, book)


def by_days(item: Item, *, ends: int = 30, starts: int = 30, sign: str = "<") -> Item:
    """The item with its tiers told apart by days alone, thirty each, but for the border of the first two."""
    for number in range(len(item.tiers)):
        low, high = starts if number == 1 else 30 * number, ends if number == 0 else 30 * (number + 1)
        when = f"days >= {low} and days {sign if number == 0 else '<'} {high}"
        item = with_tier(item, number, conditions=(TierCondition(f"第{number}段", when),))
    return item


@plants("condition-overlap")
def days_overlap(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """The second tier starts fifteen days early."""
    for item in benchmark.items:
        if len(item.tiers) > 1:
            yield Planted(with_item(benchmark, by_days(item, starts=15)), item.id, book)


@plants("condition-gap")
def days_gap(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """The first tier ends ten days early."""
    for item in benchmark.items:
        if len(item.tiers) > 1:
            yield Planted(with_item(benchmark, by_days(item, ends=20)), item.id, book)


@plants("condition-end-shared")
def days_end_shared(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """The first tier includes the day on which the second starts."""
    for item in benchmark.items:
        if len(item.tiers) > 1:
            yield Planted(with_item(benchmark, by_days(item, sign="<=")), item.id, book)
