"""The item a charge falls under: by the trained ranking, else by what it cites first and its wording second."""

from __future__ import annotations

from collections.abc import Sequence

from checker.benchmarks.ranking import Ranker, choose
from checker.benchmarks.versions import LEVELS
from checker.benchmarks.wording import likeness, similarities
from checker.records.assessment import ItemMatch
from checker.records.benchmark import Benchmark, Item
from checker.records.charge import Charge
from checker.records.law import Citation

ENOUGH = 0.5  # score below which no item is called matched
CLOSE = 0.12  # a runner-up nearer than this is shown
WORDING = 0.35  # weight of the wording beside the citation's
SAME = 0.6  # likeness of wording from which items of two levels are one violation

Scored = tuple[float, Benchmark, Item]


def match_item(charge: Charge, benchmarks: Sequence[Benchmark], ranker: Ranker | None = None) -> ItemMatch | None:
    """The best item of the given benchmarks for a charge; None when nothing fits.

    With a ranker the match may be unsure. Without one the rule stands: wording decides among the items that the
    citations allow, and without any agreement of citations there is no match.
    """
    if ranker is not None:
        return choose(charge, benchmarks, ranker, _same_violation)
    return _by_rule(charge, benchmarks)


def _by_rule(charge: Charge, benchmarks: Sequence[Benchmark]) -> ItemMatch | None:
    scored: list[Scored] = []
    for benchmark in benchmarks:
        for item in benchmark.items:
            by_basis = max((agreement(one, other) for one in charge.basis for other in item.basis), default=0.0)
            if by_basis > 0:
                by_violated = max(
                    (agreement(one, other) for one in charge.violated for other in item.violated), default=0.0
                )
                scored.append((0.7 * by_basis + 0.3 * by_violated, benchmark, item))
    if not scored:
        return None
    how = "citation"
    if len(scored) > 1:
        alike = similarities(charge.head, [_words(item) for _, _, item in scored])
        scored = [
            ((1 - WORDING) * score + WORDING * like, b, i) for (score, b, i), like in zip(scored, alike, strict=True)
        ]
        how = "citation+wording"
    ranked = sorted(scored, key=lambda each: -each[0])  # stable: the nearer level stays first among equals
    best = _nearest(ranked)
    if best[0] < (ENOUGH if how == "citation" else ENOUGH * (1 - WORDING)):
        return None
    second = next((each for each in ranked if each[2].id != best[2].id and not _elsewhere(each, best)), None)
    near = second if second is not None and best[0] - second[0] < CLOSE else None
    score = min(round(best[0], 4), 1.0)
    return ItemMatch(best[1], best[2], score, how, near[2] if near else None, round(near[0], 4) if near else 0.0)


def _nearest(ranked: Sequence[Scored]) -> Scored:
    """The best, or what the nearest level says of the same violation when it scores about as well."""
    best = ranked[0]
    same = [each for each in ranked if best[0] - each[0] < CLOSE and (each is best or _elsewhere(each, best))]
    return min(same, key=lambda each: LEVELS.index(each[1].level))


def _elsewhere(one: Scored, other: Scored) -> bool:
    """Whether two items are one violation in tables of different levels: no rivals, the nearer level narrows it."""
    return one[1].level != other[1].level and _same_violation(one[1:], other[1:])


def _same_violation(one: tuple[Benchmark, Item], other: tuple[Benchmark, Item]) -> bool:
    """Whether two items of different tables name one violation of one clause."""
    agree = any(agreement(mine, theirs) > 0 for mine in one[1].basis for theirs in other[1].basis)
    return agree and likeness(one[1].violation, other[1].violation) >= SAME


def agreement(one: Citation, other: Citation) -> float:
    """How well two citations agree: 0 for another article, 1 for the same article, paragraph and item."""
    if (one.law, one.article, one.sub) != (other.law, other.article, other.sub):
        return 0.0
    score = 0.7
    for mine, theirs, weight in ((one.paragraph, other.paragraph, 0.15), (one.item, other.item, 0.15)):
        if mine is not None and theirs is not None and mine != theirs:
            return 0.0
        score += weight if mine == theirs else weight / 3
    return score


def _words(item: Item) -> str:
    return " ".join((item.violation, *item.keywords))
