"""wider-than-higher-level: a lower table may narrow a higher one, never widen it."""

from __future__ import annotations

from collections.abc import Iterator

from checker.benchmarks.fields import fields
from checker.benchmarks.lint.finding import Desk, Hit, Rule
from checker.benchmarks.lint.logic import satisfiable
from checker.benchmarks.lint.statutory import hull
from checker.benchmarks.lint.tiers import Fine, fines
from checker.benchmarks.lint.words import range_words
from checker.benchmarks.versions import LEVELS
from checker.records.benchmark import Benchmark, Item
from checker.records.ranges import MoneyRange


def _wider(desk: Desk) -> Iterator[Hit]:
    everything = {each.id: each for each in (*desk.beside, *desk.benchmarks)}
    for lower, item, place in desk.items():
        for higher in everything.values():
            if _above(higher, lower):
                yield from _compare(lower, item, fines(item, place), higher)


def _above(higher: Benchmark, lower: Benchmark) -> bool:
    """Whether both can bind one agency on one day, the first from above."""
    if LEVELS.index(higher.level) <= LEVELS.index(lower.level):
        return False
    if lower.field != higher.field and fields()[lower.field].parent != higher.field:
        return False
    apart = (higher.in_force_to is not None and higher.in_force_to < lower.in_force_from) or (
        lower.in_force_to is not None and lower.in_force_to < higher.in_force_from
    )
    return not apart and any(one in two or two in one for one in higher.covers for two in lower.covers)


def _compare(lower: Benchmark, item: Item, mine: list[Fine], higher: Benchmark) -> Iterator[Hit]:
    others = [each for each in higher.items if set(each.basis) & set(item.basis)]
    for fine in mine:
        bands = [band for each in others if (band := _band(fine, each)) is not None]
        if not bands or any(_inside(fine, band) for band in bands):
            continue
        values = {
            "tier": fine.tier.name,
            "range": range_words(fine.branch.lower, fine.branch.upper, fine.branch),
            "higher": higher.title,
            "allowed": range_words(bands[0].lower, bands[0].upper, fine.branch),
        }
        yield Hit(lower, item, fine.place, values)


def _band(fine: Fine, other: Item) -> MoneyRange | None:
    """What tiers of the same effect allow there, where the same condition can hold."""
    return hull(
        each.branch
        for each in fines(other, ())
        if each.tier.effect == fine.tier.effect != "unstated"
        and each.kind == fine.kind
        and satisfiable(fine.branch.condition, each.branch.condition)
    )


def _inside(fine: Fine, band: MoneyRange) -> bool:
    low, high = fine.branch.lower, fine.branch.upper
    over = band.upper is not None and (high is None or high.value > band.upper.value)
    return not over and not (low is not None and band.lower is not None and low.value < band.lower.value)


WIDER = Rule("wider-than-higher-level", "较重", _wider)
