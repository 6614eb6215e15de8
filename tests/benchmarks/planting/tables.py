"""What a planting is, and frozen tables with one thing changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise
from typing import Any

from checker.records.benchmark import Benchmark, Item
from checker.records.ranges import Bound, Branch
from checker.statutes import StatuteBook

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Planted:
    """A table with one fault: the benchmark and item that must be named, and what stands beside it.

    `alone`: nothing may be said of any other item. A law that ends, or a table made older, may strike others too.
    """

    benchmark: Benchmark
    item: str
    book: StatuteBook
    beside: tuple[Benchmark, ...] = ()
    alone: bool = True


Planter = Callable[[Benchmark, StatuteBook], Iterator[Planted]]
PLANTERS: dict[str, list[Planter]] = {}


def plants(lint: str) -> Callable[[Planter], Planter]:
    """Registers a planter of the lint's fault."""

    def register(planter: Planter) -> Planter:
        PLANTERS.setdefault(lint, []).append(planter)
        return planter

    return register


def plant(lint: str, benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """Every planting of a lint's fault in a benchmark."""
    for planter in PLANTERS.get(lint, []):
        yield from planter(benchmark, book)


def with_item(benchmark: Benchmark, item: Item) -> Benchmark:
    """The benchmark with one item replaced, by id."""
    return replace(benchmark, items=tuple(item if each.id == item.id else each for each in benchmark.items))


def with_tier(item: Item, number: int, **changes: Any) -> Item:
    """The item with one tier changed."""
    return replace(item, tiers=put(item.tiers, number, replace(item.tiers[number], **changes)))


def with_branch(item: Item, number: int, index: int, **changes: Any) -> Item:
    """The item with one branch of one tier changed."""
    branches = item.tiers[number].branches
    return with_tier(item, number, branches=put(branches, index, replace(branches[index], **changes)))


def with_scoring(item: Item, number: int, **changes: Any) -> Item:
    """The item with one scoring changed."""
    return replace(item, scorings=put(item.scorings, number, replace(item.scorings[number], **changes)))


def put(listed: tuple[Any, ...], number: int, value: Any) -> tuple[Any, ...]:
    """The tuple with one element replaced."""
    return (*listed[:number], value, *listed[number + 1 :])


Fine = tuple[int, int, Branch]  # number of the tier, index of the branch, the branch


def fines(item: Item) -> list[Fine]:
    """Every fine of an item with its place."""
    return [
        (number, index, branch)
        for number, tier in enumerate(item.tiers)
        for index, branch in enumerate(tier.branches)
        if branch.sanction == "fine"
    ]


def neighbours(item: Item) -> Iterator[tuple[Fine, Fine]]:
    """Fines of one kind and condition in neighbouring tiers, where the first ends as the second starts."""
    kinds: dict[tuple[str | None, ...], list[Fine]] = {}
    for fine in fines(item):
        branch = fine[2]
        kinds.setdefault((branch.condition, branch.base, branch.unit, branch.subject), []).append(fine)
    for listed in kinds.values():
        for one, two in pairwise(listed):
            low, high, start = one[2].lower, one[2].upper, two[2].lower
            if low and high and start and low.value < high.value == start.value:
                yield one, two


def law_of(item: Item, benchmark: Benchmark, book: StatuteBook, branch: Branch) -> list[Branch]:
    """Fines of the law in the branch's unit; empty where some citation of the item is not in the data."""
    found: list[Branch] = []
    for citation in item.basis:
        resolved = book.resolve(citation, benchmark.in_force_from)
        if resolved.state != "known":
            return []
        found += [each for provision in resolved.provisions for each in provision.branches if each.sanction == "fine"]
    return [
        each for each in found if (each.base, each.unit, each.subject) == (branch.base, branch.unit, branch.subject)
    ]


def middle(branch: Branch) -> Bound:
    """A point inside a range."""
    assert branch.lower is not None and branch.upper is not None
    return Bound((branch.lower.value + branch.upper.value) / 2)
