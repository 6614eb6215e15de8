"""The formula of a scoring (checker.records.benchmark.Scoring), from weights to a fine; everything in Decimal."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from checker.records.benchmark import Option, Scoring

CENT = Decimal("0.01")


def raw_totals(scoring: Scoring) -> tuple[Decimal, Decimal]:
    """The lowest and highest total that options and corrections can make, before `floor` and `cap`."""
    low = high = scoring.start
    for factor in scoring.factors:
        ends = _subsets(factor.options) if factor.several else _choice(factor.options)
        low, high = low + ends[0], high + ends[1]
    changes = [limited(scoring, each) for each in _subsets(scoring.corrections)]
    corners = [corrected(scoring, total, each) for total in (low, high) for each in changes]
    return min(corners), max(corners)


def _choice(options: Iterable[Option]) -> tuple[Decimal, Decimal]:
    weights = [each.weight for each in options]
    return min(weights), max(weights)


def _subsets(options: Iterable[Option]) -> tuple[Decimal, Decimal]:
    weights = [each.weight for each in options]
    zero = Decimal(0)
    return sum((each for each in weights if each < 0), zero), sum((each for each in weights if each > 0), zero)


def totals(scoring: Scoring) -> tuple[Decimal, Decimal]:
    """The lowest and highest total, `floor` and `cap` kept."""
    low, high = raw_totals(scoring)
    return clipped(low, scoring.floor, scoring.cap), clipped(high, scoring.floor, scoring.cap)


def total_of(scoring: Scoring, total: Decimal, correction: Decimal) -> Decimal:
    """The total of start and weights after its correction, raised to `floor` and cut to `cap`."""
    return clipped(corrected(scoring, total, correction), scoring.floor, scoring.cap)


def corrected(scoring: Scoring, total: Decimal, correction: Decimal) -> Decimal:
    """The total after its correction, added or multiplied."""
    return total * (1 + correction) if scoring.multiply else total + correction


def fine_of(scoring: Scoring, total: Decimal) -> Decimal:
    """The fine for a total in the unit of the scoring's base: yuan, or a multiple (`least`, `most` then left out)."""
    if scoring.combine == "interpolate" and scoring.lower is not None and scoring.upper is not None:
        fine = scoring.lower + (scoring.upper - scoring.lower) * total
    else:
        fine = total * scoring.amount
    return clipped(fine, scoring.least, scoring.most) if scoring.base == "yuan" else fine


def fine_in_yuan(scoring: Scoring, total: Decimal, base: Decimal) -> Decimal:
    """The fine to the cent for a value of the base, `least` and `most` kept; never under 0."""
    return cents(max(clipped(fine_of(scoring, total) * base, scoring.least, scoring.most), Decimal(0)))


def clipped(value: Decimal, least: Decimal | None, most: Decimal | None) -> Decimal:
    """The value raised to one number and cut to another."""
    raised = value if least is None else max(value, least)
    return raised if most is None else min(raised, most)


def limited(scoring: Scoring, correction: Decimal) -> Decimal:
    """The sum of corrections held within its limit."""
    limit = scoring.correction_limit
    return correction if limit is None else clipped(correction, -limit, limit)


def cents(value: Decimal) -> Decimal:
    """Yuan to two decimals."""
    return value.quantize(CENT)
