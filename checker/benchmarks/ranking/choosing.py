"""From shares to an answer: this item, perhaps this item, or none of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from checker.benchmarks.ranking.citing import closest
from checker.benchmarks.ranking.pairs import NAMES, rows
from checker.benchmarks.ranking.ranker import Ranker
from checker.benchmarks.versions import LEVELS
from checker.records.assessment import ItemMatch
from checker.records.benchmark import Benchmark, Item
from checker.records.charge import Charge

SURE = 0.75  # share from which an item is the charge's: the lowest at which nine in ten were right on tables left out
NOTHING = 0.5  # share of "no item fits" from which none is proposed: likelier than all of them together
RIVAL = 0.05  # share from which the second item is worth naming
BASIS, VIOLATED = NAMES.index("basis_article"), NAMES.index("violated_article")

Place = tuple[Benchmark, Item]


class Verdict(NamedTuple):
    """What is said of one table: the place of the best item, None where none fits, and how sure that is.

    `cited` tells whether the charge cites an article of the item at all, in its penalty basis or as violated; without
    the former no answer is sure.
    """

    best: int | None
    share: float
    sure: bool
    cited: bool
    second: int | None
    second_share: float
    nothing: float


def judge(charge: Charge, items: Sequence[Item], ranker: Ranker) -> Verdict:
    """The verdict on the items of one table, or of all tables of a level."""
    table = rows(charge, items)
    shares = ranker.weighed(table)
    if not items or shares.nothing >= NOTHING:
        return Verdict(None, 0.0, False, False, None, 0.0, shares.nothing)
    ranked = sorted(range(len(items)), key=lambda at: -shares.items[at])
    best, second = ranked[0], ranked[1] if len(ranked) > 1 else None
    cited = table[best][BASIS] > 0 or table[best][VIOLATED] > 0
    sure = table[best][BASIS] > 0 and shares.items[best] >= SURE
    if second is None or sure or shares.items[second] < RIVAL:
        return Verdict(best, shares.items[best], sure, cited, None, 0.0, shares.nothing)
    return Verdict(best, shares.items[best], sure, cited, second, shares.items[second], shares.nothing)


def choose(
    charge: Charge,
    benchmarks: Sequence[Benchmark],
    ranker: Ranker,
    same: Callable[[Place, Place], bool],
) -> ItemMatch | None:
    """The item of the given benchmarks for a charge; None when at no level one is likelier than none at all.

    The tables of a level are asked together, the levels apart: what two levels say of the `same` violation are no
    rivals, and the nearer one narrows the other. A match that is not `sure` is for a person to look at.
    """
    found = [match for level in LEVELS if (match := _of_level(charge, benchmarks, level, ranker)) is not None]
    if not found:
        return None
    best = next((each for each in found if each.sure), None) or max(found, key=lambda each: each.score)
    place = (best.benchmark, best.item)
    return next(each for each in found if each is best or same((each.benchmark, each.item), place))


def _of_level(charge: Charge, benchmarks: Sequence[Benchmark], level: str, ranker: Ranker) -> ItemMatch | None:
    places = _places(charge, [each for each in benchmarks if each.level == level])
    verdict = judge(charge, [item for _, item in places], ranker)
    if verdict.best is None:
        return None
    benchmark, item = places[verdict.best]
    return ItemMatch(
        benchmark,
        item,
        round(verdict.share, 4),
        "citation+wording" if verdict.cited else "wording",
        places[verdict.second][1] if verdict.second is not None else None,
        round(verdict.second_share, 4),
        verdict.sure,
        round(verdict.nothing, 4),
    )


def _places(charge: Charge, benchmarks: Sequence[Benchmark]) -> list[Place]:
    """The items that may be the charge's; of one that two editions at a level word alike the first."""
    found: dict[tuple[object, ...], Place] = {}
    for benchmark in benchmarks:
        for item in benchmark.items:
            if _open(charge, item):
                found.setdefault((item.violation, item.basis), (benchmark, item))
    return list(found.values())


def _open(charge: Charge, item: Item) -> bool:
    """Whether an item may be this charge's: not a list of acts that go unpunished, which has no penalty basis, and
    not the item of another violation of the decision, whose basis agrees with it better than this one's."""
    if not item.basis or not charge.elsewhere:
        return bool(item.basis)
    return closest(charge.basis, item.basis).weight >= closest(charge.elsewhere, item.basis).weight
