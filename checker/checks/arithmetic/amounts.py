"""Sums over a decision's sanctions that several arithmetic checks share. Money is Decimal in yuan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
    """The amounts that were read."""
    return tuple(sanction.amount for sanction in sanctions if sanction.amount is not None)


def total(reads: Iterable[Read[Decimal]]) -> Decimal:
    """The sum in yuan, 0 for none."""
    return sum((read.value for read in reads), Decimal(0))


def number(value: Decimal) -> str:
    """A multiple or count without trailing zeros: 10, 0.05."""
    return format(value.normalize(), "f")


def stated_totals(decision: Decision) -> Iterator[Decimal]:
    """Totals that a decision may rightly state: all fines, or one respondent's or charge's; with and without what
    was confiscated (罚没款 counts both). A part counts only where it has two or more amounts to add up."""
    fines, confiscated = of_kind(decision, "fine"), of_kind(decision, "confiscate_gains")
    yield total(amounts(fines))
    yield total(amounts((*fines, *confiscated)))
    for label in ("respondent", "charge"):
        for key in {getattr(sanction, label) for sanction in fines}:
            part = amounts(sanction for sanction in fines if getattr(sanction, label) == key)
            gains = amounts(sanction for sanction in confiscated if getattr(sanction, label) == key)
            if len(part) > 1:
                yield total(part)
            if part and gains:
                yield total((*part, *gains))
