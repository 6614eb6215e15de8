"""simplified-procedure-over-limit: what may be imposed on the spot (art. 51; local readings are data)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checker.checks.building import confidence_of, evidence_of, finding, step, yuan
from checker.checks.check import Check
from checker.checks.law import decided
from checker.checks.procedure.tables import Rule, general
from checker.errors import NotInForceError
from checker.messages import say
from checker.records.assessment import Case
from checker.records.decision import Sanction
from checker.records.finding import Finding, Step


def _run(case: Case) -> Iterator[Finding]:
    decision, on = case.decision, decided(case)
    if decision.kind.value != "simplified_decision" or on is None:
        return
    try:
        rule = general("simplified_limit", on=on)
    except NotInForceError:
        return
    for index, sanction in enumerate(decision.sanctions):
        if sanction.kind == "fine" and sanction.amount is not None:
            yield from _fine(case, index, sanction, rule)


def _fine(case: Case, index: int, sanction: Sanction, rule: Rule) -> Iterator[Finding]:
    amount, parties = sanction.amount, case.decision.respondents
    who = sanction.respondent if sanction.respondent is not None else 0
    if amount is None or who >= len(parties):
        return
    kind = parties[who].kind
    counted = rule.text("individual_business") if kind == "individual_business" else kind
    doubtful = counted == "doubtful" and amount.value <= Decimal(rule.text("organisation"))
    limit = Decimal(rule.text("citizen" if doubtful else "organisation" if counted == "doubtful" else counted))
    if amount.value <= limit:
        return
    name = parties[who].name
    yield finding(
        CHECK,
        case,
        "lead" if doubtful else "violation",
        "doubtful" if doubtful else None,
        evidence=evidence_of(amount, case.decision.kind, name),
        rules=(rule.ref,),
        trace=(
            step("罚款", amount),
            Step("限额", yuan(limit)[0], rule.ref.reference_zh),
            Step("超出", yuan(amount.value - limit)[0], "计算"),
        ),
        confidence=confidence_of(amount, case.decision.kind),
        sanction=index,
        fine=amount.value,
        limit=limit,
        over=amount.value - limit,
        rule=rule.reference,
        **({} if doubtful else {"who": say(f"respondent-kind:{kind}")}),
    )


CHECK = Check(
    "simplified-procedure-over-limit",
    "重大",
    "《中华人民共和国行政处罚法》第五十一条（2021年7月15日前为第三十三条）",
    "Administrative Penalty Law, art. 51 (art. 33 before 2021-07-15)",
    _run,
)
