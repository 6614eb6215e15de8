"""remedy-period-wrong: 60 days for reconsideration, six months for a lawsuit (three before 2015-05-01)."""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.building import confidence_of, evidence_of, finding, step
from checker.checks.check import Check
from checker.checks.law import decided
from checker.checks.procedure.tables import Rule, for_laws, general
from checker.errors import NotInForceError
from checker.records.assessment import Case
from checker.records.finding import Finding, Step
from checker.records.read import Read


def _run(case: Case) -> Iterator[Finding]:
    remedies, on = case.decision.remedies, decided(case)
    if remedies is None or on is None:
        return
    try:
        rule = general("remedy_period", on=on)
    except NotInForceError:
        return
    laws = {each.law for each in (*case.decision.penalty_basis, *case.decision.violated)}
    special = {found.number("lawsuit_days") for found in for_laws("remedy_period", laws, on=on)}
    days, months = remedies.reconsideration_days, remedies.lawsuit_months
    if days is not None and days.value != rule.number("reconsideration_days"):
        yield _wrong(case, "reconsideration", days, rule, rule.number("reconsideration_days"))
    if months is not None and months.value != rule.number("lawsuit_months"):
        yield _wrong(case, "lawsuit-months", months, rule, rule.number("lawsuit_months"))
    sue = remedies.lawsuit_days
    after = remedies.reconsideration_first is not None or case.decision.kind.value == "simplified_decision"
    if months is None and sue is not None and sue.value not in special and not after and sue.value != 15:
        yield _wrong(case, "lawsuit-days", sue, rule, rule.number("lawsuit_months"))


def _wrong(case: Case, key: str, told: Read[int], rule: Rule, lawful: int) -> Finding:
    return finding(
        CHECK,
        case,
        "violation",
        key,
        evidence=evidence_of(told),
        rules=(rule.ref,),
        trace=(step("决定书告知", told), Step("法定", str(lawful), rule.ref.reference_zh)),
        confidence=confidence_of(told),
        told=told.value,
        lawful=lawful,
        rule=rule.reference,
    )


CHECK = Check(
    "remedy-period-wrong",
    "较重",
    "《中华人民共和国行政复议法》第二十条、《中华人民共和国行政诉讼法》第四十六条",
    "Administrative Reconsideration Law, art. 20; Administrative Litigation Law, art. 46",
    _run,
)
