"""Sums over a decision's sanctions that several arithmetic checks share. Money is Decimal in yuan."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from checker.records.decision import Decision, Sanction
from checker.records.finding import RuleRef
from checker.records.read import Read

INTERNAL = RuleRef(
    "文书内部一致：同一金额在一份决定书中只能有一个数", "A decision must agree with itself on every amount"
)


def of_kind(decision: Decision, kind: str) -> tuple[Sanction, ...]:
    """The sanctions of one kind, in the order of the decision."""
    return tuple(sanction for sanction in decision.sanctions if sanction.kind == kind)


def amounts(sanctions: Iterable[Sanction]) -> tuple[Read[Decimal], ...]:
    """The amounts that were read, as the sanctions' own words have them: arithmetic is about what is written."""
    return tuple(written for sanction in sanctions if (written := sanction.written) is not None)


def total(reads: Iterable[Read[Decimal]]) -> Decimal:
    """The sum in yuan, 0 for none."""
    return sum((read.value for read in reads), Decimal(0))


def number(value: Decimal) -> str:
    """A multiple or count without trailing zeros: 10, 0.05."""
    return format(value.normalize(), "f")
