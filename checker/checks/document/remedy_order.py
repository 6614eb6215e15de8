"""remedy-order-wrong: on the spot means reconsideration first (2024), by the government of the same level."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.checks.building import confidence_of, evidence_of, finding, step
from checker.checks.check import Check
from checker.checks.law import decided
from checker.checks.procedure.tables import Rule, general
from checker.errors import NotInForceError
from checker.messages import say
from checker.records.assessment import Case
from checker.records.decision import Remedies
from checker.records.finding import Finding, Step

DEPARTMENT = re.compile(r"(?:厅|局|委员会|部|总局|上[一]?级[^，。]{0,8}(?:主管)?(?:部门|机关)|支队|总队)$")


def _run(case: Case) -> Iterator[Finding]:
    remedies, on = case.decision.remedies, decided(case)
    if remedies is None or on is None:
        return
    try:
        rule = general("remedy_order", on=on)
    except NotInForceError:
        return
    simple = case.decision.kind.value == "simplified_decision"
    if simple and rule.entry.values["on_the_spot_first"] and remedies.reconsideration_first is None:
        yield _not_first(case, remedies, rule)
    yield from _body(case, remedies, rule)


def _not_first(case: Case, remedies: Remedies, rule: Rule) -> Finding:
    choice = remedies.lawsuit_months is not None or remedies.lawsuit_days is not None
    told = say("remedy-order:choice" if choice else "remedy-order:silent")
    return finding(
        CHECK,
        case,
        "violation" if choice else "lead",
        "first",
        evidence=remedies.evidence,
        rules=(rule.ref,),
        trace=(
            Step("程序", "当场处罚", case.decision.kind.source, case.decision.kind.evidence),
            Step("告知", told[0], "决定书"),
        ),
        confidence=min(0.85, case.decision.kind.confidence),
        told=told,
        rule=rule.reference,
    )


def _body(case: Case, remedies: Remedies, rule: Rule) -> Iterator[Finding]:
    body, agency = remedies.reconsideration_body, case.decision.agency
    if body is None or rule.entry.values["department_allowed"] or "政府" in body.value:
        return
    vertical = [word for word in rule.text("vertical").split("、") if word]
    if not DEPARTMENT.search(body.value) or any(word in (agency.value if agency else "") for word in vertical):
        return
    yield finding(
        CHECK,
        case,
        "lead",
        "body",
        evidence=evidence_of(body),
        rules=(rule.ref,),
        trace=(step("复议机关", body),),
        confidence=confidence_of(body),
        body=body.value,
        rule=rule.reference,
    )


CHECK = Check(
    "remedy-order-wrong",
    "较重",
    "《中华人民共和国行政复议法》（2023年修订）第二十三条、第二十四条",
    "Administrative Reconsideration Law (2023 revision), arts. 23, 24",
    _run,
)
