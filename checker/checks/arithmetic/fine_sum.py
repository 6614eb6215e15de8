"""sum-of-fines: the total that a decision states must be the sum of its fines."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checker.checks.arithmetic.amounts import INTERNAL, amounts, of_kind, total
from checker.checks.building import confidence_of, evidence_of, finding, plain, step
from checker.checks.check import Check
from checker.extract.quorum import stated_totals
from checker.records.assessment import Case
from checker.records.finding import Finding, Step
from checker.records.read import Read


def _run(case: Case) -> Iterator[Finding]:
    """Nothing without a stated total; a total of fines and confiscation together, or of a respondent, is right too."""
    decision = case.decision
    stated, fines = decision.fine_total_stated, of_kind(decision, "fine")
    if stated is None or not fines or stated.value in set(stated_totals(decision.sanctions)):
        return
    parts = amounts(fines)
    if len(parts) < len(fines):
        missing = ("fine",)
        rules = (INTERNAL,)
        yield finding(
            CHECK,
            case,
            "cannot_tell",
            "unread",
            evidence=stated.evidence,
            rules=rules,
            missing=missing,
            stated=stated.value,
        )
    elif 2 * stated.value != total(parts) or all(part.value != stated.value for part in parts):
        yield _differs(case, stated, parts)


def _differs(case: Case, stated: Read[Decimal], parts: tuple[Read[Decimal], ...]) -> Finding:
    added = total(parts)
    steps = [step(f"罚款{ordinal}", part) for ordinal, part in enumerate(parts, 1)]
    listed = "、".join(f"{plain(part.value)}元" for part in parts)
    return finding(
        CHECK,
        case,
        "violation",
        evidence=evidence_of(stated, *parts),
        rules=(INTERNAL,),
        trace=(*steps, Step("相加", f"{plain(added)}元", "计算"), step("写明的合计", stated)),
        confidence=confidence_of(stated, *parts),
        stated=stated.value,
        parts=(listed, listed.replace("、", ", ").replace("元", "")),
        sum=added,
        difference=abs(stated.value - added),
    )


CHECK = Check("sum-of-fines", "较重", "合计应当等于各项罚款之和", "A stated total must be the sum of the fines", _run)
