"""The totals that the fines and confiscations of a decision may add up to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.records.decision import Sanction


def stated_totals(sanctions: Sequence[Sanction]) -> Iterator[Decimal]:
    """Totals that a decision may rightly state: all fines, or one respondent's or charge's; with and without what
    was confiscated (罚没款 counts both). A part counts only where it has two or more amounts to add up."""
    fines = [each for each in sanctions if each.kind == "fine"]
    gains = [each for each in sanctions if each.kind == "confiscate_gains"]
    yield added(fines)
    yield added((*fines, *gains))
    for label in ("respondent", "charge"):
        for key in {getattr(each, label) for each in fines}:
            part = [each for each in fines if getattr(each, label) == key and each.written is not None]
            taken = [each for each in gains if getattr(each, label) == key and each.written is not None]
            if len(part) > 1:
                yield added(part)
            if part and taken:
                yield added((*part, *taken))


def added(sanctions: Sequence[Sanction]) -> Decimal:
    """The sum in yuan of the amounts that are written."""
    return sum((each.written.value for each in sanctions if each.written is not None), Decimal(0))
