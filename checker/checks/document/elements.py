"""element-missing: art. 59 (older art. 39) names six things that a decision must state."""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.building import finding, joined
from checker.checks.check import Check
from checker.checks.law import REVISION, decided
from checker.checks.procedure.tables import penalty_law
from checker.messages import say
from checker.records.assessment import Case
from checker.records.finding import Finding, Step

ELEMENTS = {
    "respondent": "respondent",
    "facts_and_evidence": "facts",
    "kind_and_basis": "basis",
    "payment": "payment",
    "remedies": "remedies",
    "agency_and_date": "agency",
}
MONEY = frozenset({"fine", "confiscate_gains"})


def _run(case: Case) -> Iterator[Finding]:
    """A lead: the element may be told in words we do not know. Payment is asked only where money is."""
    decision = case.decision
    told = {name for name, _ in decision.elements}
    simple = decision.kind.value == "simplified_decision"
    lacking = [name for name in ELEMENTS if name not in told]
    if not any(each.kind in MONEY for each in decision.sanctions):
        lacking = [name for name in lacking if name != "payment"]
    if simple:  # art. 52: a form filled on the spot needs no list of evidence
        lacking = [name for name in lacking if name != "facts_and_evidence"]
    if not lacking or not decision.elements:
        return
    rule = penalty_law("simplified_contents" if simple else "contents", on=decided(case) or REVISION)
    names = joined(say(f"element:{ELEMENTS[name]}") for name in lacking)
    trace = [Step("缺少", say(f"element:{ELEMENTS[name]}")[0], "全文") for name in lacking]
    yield finding(
        CHECK,
        case,
        "lead",
        evidence=decision.kind.evidence,
        rules=(rule,),
        trace=trace,
        confidence=0.75,
        names=names,
        rule=(rule.reference_zh, rule.reference_en),
    )


CHECK = Check(
    "element-missing",
    "一般",
    "《中华人民共和国行政处罚法》第五十九条（2021年7月15日前为第三十九条）",
    "Administrative Penalty Law, art. 59 (art. 39 before 2021-07-15)",
    _run,
)
