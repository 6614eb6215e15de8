"""heavier-after-defence: nobody is punished harder for having defended himself (art. 45)."""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.arithmetic.amounts import amounts, of_kind, total
from checker.checks.building import confidence_of, evidence_of, finding, plain, step
from checker.checks.check import Check
from checker.checks.law import REVISION, decided
from checker.checks.procedure.tables import penalty_law
from checker.records.assessment import Case
from checker.records.finding import Finding, Step


def _run(case: Case) -> Iterator[Finding]:
    decision = case.decision
    proposed, fines = decision.proposed_fine, amounts(of_kind(decision, "fine"))
    if proposed is None or not fines or decision.new_facts is not None:
        return
    fine = total(fines)
    if fine <= proposed.value or len(fines) > 1:
        return
    defended = [event for event in decision.events if event.kind in ("defence", "hearing")]
    rule = penalty_law("defence", on=decided(case) or REVISION)
    yield finding(
        CHECK,
        case,
        "violation" if defended else "lead",
        None if defended else "no-defence",
        evidence=(*evidence_of(proposed, *fines), *(span for event in defended for span in event.evidence)),
        rules=(rule,),
        trace=(
            step("拟罚款", proposed),
            *(step("罚款", each) for each in fines),
            Step("加重", f"{plain(fine - proposed.value)}元", "计算"),
        ),
        confidence=confidence_of(proposed, *fines),
        proposed=proposed.value,
        fine=fine,
        difference=fine - proposed.value,
        rule=(rule.reference_zh, rule.reference_en),
    )


CHECK = Check(
    "heavier-after-defence",
    "重大",
    "《中华人民共和国行政处罚法》第四十五条第二款（2021年7月15日前为第三十二条）",
    "Administrative Penalty Law, art. 45(2) (art. 32 before 2021-07-15)",
    _run,
)
