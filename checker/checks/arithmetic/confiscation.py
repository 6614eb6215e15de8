"""confiscation-differs-from-gains: what is confiscated must be the illegal gains found, less what was paid back."""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.arithmetic.amounts import amounts, of_kind, total
from checker.checks.building import confidence_of, evidence_of, finding, plain, step
from checker.checks.check import Check
from checker.checks.law import penalty_law
from checker.extract.quorum import REFUNDED
from checker.records.assessment import Case
from checker.records.finding import Finding, Step


def _run(case: Case) -> Iterator[Finding]:
    decision = case.decision
    taken, gains = amounts(of_kind(decision, "confiscate_gains")), decision.illegal_gains
    if not taken or gains is None or gains.value == 0:
        return
    confiscated = total(taken)
    difference = abs(gains.value - confiscated)
    told = {each.amount.value for each in decision.money if each.role in ("illegal_gains", "other", "price", "payment")}
    stated = {each.amount.value for each in decision.money if each.role == "illegal_gains"}
    if difference == 0 or confiscated in stated or all(each.value in stated for each in taken):
        return  # several respondents or acts have gains of their own
    refund = bool(REFUNDED.search(case.text.text))
    if refund and difference in told:
        return
    yield finding(
        CHECK,
        case,
        "lead" if refund else "violation",
        "refund" if refund else None,
        evidence=evidence_of(gains, *taken),
        rules=(penalty_law("gains", case),),
        trace=(
            step("违法所得", gains),
            *(step("没收", each) for each in taken),
            Step("相差", f"{plain(difference)}元", "计算"),
        ),
        confidence=confidence_of(gains, *taken),
        gains=gains.value,
        confiscated=confiscated,
        difference=difference,
    )


CHECK = Check(
    "confiscation-differs-from-gains",
    "较重",
    "《中华人民共和国行政处罚法》第二十八条第二款",
    "Administrative Penalty Law, art. 28(2)",
    _run,
)
