"""scoring-misses-ceiling, scoring-misses-floor, scoring-leaves-range: what the weights of a table can come to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from checker.benchmarks.formula import fine_of, raw_totals, totals
from checker.benchmarks.lint.finding import Desk, Hit, Rule
from checker.benchmarks.lint.logic import satisfiable
from checker.benchmarks.lint.statutory import hull, statutory_fines
from checker.benchmarks.lint.words import amount, citation_words, plain
from checker.records.benchmark import Scoring
from checker.records.ranges import MoneyRange


@dataclass(frozen=True, slots=True)
class Judged:
    """A scoring, the sums its weights can come to, and what the law allows in the same base; None: not known."""

    scoring: Scoring
    raw: tuple[Decimal, Decimal]
    law: MoneyRange | None
    reach: tuple[Decimal, Decimal]  # the lowest and highest fine of all the item's scorings in this base

    def fine(self, which: int) -> Decimal:
        """The lowest (0) or highest (1) fine in yuan, or as a multiple of the base."""
        return fine_of(self.scoring, totals(self.scoring)[which])

    def says(self, value: Decimal) -> tuple[str, str]:
        """A fine in the words of its base."""
        return amount(value, self.scoring.base)


def _judge(desk: Desk, look: Callable[[Judged], Iterator[tuple[str, dict[str, object]]]]) -> Iterator[Hit]:
    for benchmark, item, place in desk.items():
        law = statutory_fines(item, desk.book, benchmark.in_force_from) if item.scorings else None
        for number, scoring in enumerate(item.scorings):
            alike = [
                each
                for each in law or ()
                if (each.base, each.unit, each.subject) == (scoring.base, "total", scoring.subject)
                and satisfiable(each.condition, scoring.when)
            ]
            same = [each for each in item.scorings if (each.base, each.subject) == (scoring.base, scoring.subject)]
            fines = [fine_of(each, end) for each in same for end in totals(each)]
            judged = Judged(scoring, raw_totals(scoring), hull(alike), (min(fines), max(fines)))
            named = {"name": scoring.text or item.violation, "law": citation_words(item.basis[0])}
            for variant, values in look(judged):
                yield Hit(benchmark, item, (*place, "scorings", number), {**named, **values}, variant)


def _ceiling(judged: Judged) -> Iterator[tuple[str, dict[str, object]]]:
    scoring, high = judged.scoring, judged.raw[1]
    cap = scoring.cap if scoring.cap is not None else Decimal(1) if scoring.combine == "interpolate" else None
    if cap is not None and high < cap:
        yield "", {"sum": _percent(high), "limit": _percent(cap)}
    elif judged.law is not None and judged.law.upper is not None and judged.reach[1] < judged.law.upper.value:
        yield "statute", {"value": judged.says(judged.reach[1]), "limit": judged.says(judged.law.upper.value)}


def _floor(judged: Judged) -> Iterator[tuple[str, dict[str, object]]]:
    scoring, low = judged.scoring, judged.raw[0]
    floor = scoring.floor if scoring.floor is not None else Decimal(0) if scoring.combine == "interpolate" else None
    if floor is not None and low > floor:
        yield "", {"sum": _percent(low), "limit": _percent(floor)}
    elif judged.law is not None and judged.law.lower is not None and judged.reach[0] > judged.law.lower.value:
        yield "statute", {"value": judged.says(judged.reach[0]), "limit": judged.says(judged.law.lower.value)}


def _leaves(judged: Judged) -> Iterator[tuple[str, dict[str, object]]]:
    law, scoring = judged.law, judged.scoring
    if law is not None:
        if law.upper is not None and judged.fine(1) > law.upper.value:
            yield "above", {"value": judged.says(judged.fine(1)), "limit": judged.says(law.upper.value)}
        if law.lower is not None and judged.fine(0) < law.lower.value:
            yield "below", {"value": judged.says(judged.fine(0)), "limit": judged.says(law.lower.value)}
    elif scoring.combine == "interpolate" and scoring.lower is not None and scoring.upper is not None:
        if judged.fine(1) > scoring.upper:
            yield "own-above", {"value": judged.says(judged.fine(1)), "limit": judged.says(scoring.upper)}
        if judged.fine(0) < scoring.lower:
            yield "own-below", {"value": judged.says(judged.fine(0)), "limit": judged.says(scoring.lower)}


def _percent(value: Decimal) -> str:
    return f"{plain(value * 100)}%"


CEILING = Rule("scoring-misses-ceiling", "一般", lambda desk: _judge(desk, _ceiling))
FLOOR = Rule("scoring-misses-floor", "一般", lambda desk: _judge(desk, _floor))
LEAVES = Rule("scoring-leaves-range", "较重", lambda desk: _judge(desk, _leaves))
