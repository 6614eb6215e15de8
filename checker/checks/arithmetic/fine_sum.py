"""sum-of-fines: the total that a decision states must be the sum of its fines."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checker.checks.arithmetic.amounts import amounts, of_kind, plain, stated_totals, total
from checker.records.assessment import Case
from checker.records.finding import Finding
from checker.records.read import Read

NAME = "sum-of-fines"


def run(case: Case) -> Iterator[Finding]:
    """Nothing without a stated total; a total of fines and confiscation together, or of one respondent, is right too."""
    decision = case.decision
    stated, fines = decision.fine_total_stated, of_kind(decision, "fine")
    if stated is None or not fines or stated.value in set(stated_totals(decision)):
        return
    parts = amounts(fines)
    if len(parts) < len(fines):
        yield FOUND(
            NAME,
            "cannot_tell",
            "check:sum-of-fines:unread",
            reads=(stated,),
            missing=("sanctions.amount",),
            stated=plain(stated.value),
        )
    elif not _total_listed_as_fine(stated, parts):
        yield _differs(case, stated, parts)


def _differs(case: Case, stated: Read[Decimal], parts: tuple[Read[Decimal], ...]) -> Finding:
    added = total(parts)
    return FOUND(
        NAME,
        status(case, stated, *parts),
        "check:sum-of-fines",
        reads=(stated, *parts),
        trace=(
            *(
                Step(f"罚款{ordinal}", plain(part.value), part.source, part.evidence)
                for ordinal, part in enumerate(parts, 1)
            ),
            Step("相加", plain(added), "计算"),
            Step("写明的合计", plain(stated.value), stated.source, stated.evidence),
        ),
        stated=plain(stated.value),
        parts=listed(parts),
        sum=plain(added),
        difference=plain(abs(stated.value - added)),
    )


def _total_listed_as_fine(stated: Read[Decimal], parts: tuple[Read[Decimal], ...]) -> bool:
    """Whether the total was read as one more fine, beside those it adds up."""
    return 2 * stated.value == total(parts) and any(part.value == stated.value for part in parts)
