"""dates-out-of-order: the steps of a procedure follow one another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from checker.checks.building import confidence_of, evidence_of, finding, step
from checker.checks.check import Check
from checker.messages import say
from checker.records.assessment import Case
from checker.records.finding import Finding, RuleRef
from checker.records.read import Read

RULE = RuleRef(
    "《中华人民共和国行政处罚法》第五章规定的程序顺序：立案、调查、告知、决定、送达",
    "Administrative Penalty Law, chapter 5: filing, investigation, notice, decision, service",
)
PAIRS = (
    ("filing", "notice"),
    ("filing", "decision"),
    ("notice", "decision"),
    ("notice_served", "decision"),
    ("investigation_end", "decision"),
    ("legal_review", "decision"),
    ("discussion", "decision"),
    ("hearing", "decision"),
    ("filing", "investigation_end"),
)


def _run(case: Case) -> Iterator[Finding]:
    """Each contradiction once; only steps that the text tells once are compared."""
    days = _days(case)
    told: set[str] = set()
    for first, second in PAIRS:
        one, other = days.get(first), days.get(second)
        if one is None or other is None or one.value <= other.value or first in told or second in told - {"decision"}:
            continue
        if first == "notice_served" and "notice" in told:
            continue
        told |= {first, second}
        yield finding(
            CHECK,
            case,
            "violation",
            evidence=evidence_of(one, other),
            rules=(RULE,),
            trace=(step(say(f"event:{first}")[0], one), step(say(f"event:{second}")[0], other)),
            confidence=confidence_of(one, other),
            first_name=say(f"event:{first}"),
            first=one.value,
            second_name=say(f"event:{second}"),
            second=other.value,
        )


def _days(case: Case) -> dict[str, Read[date]]:
    decision = case.decision
    found: dict[str, list[Read[date]]] = {}
    for event in decision.events:
        if event.date is not None:
            found.setdefault(event.kind, []).append(event.date)
    days = {kind: reads[0] for kind, reads in found.items() if len({read.value for read in reads}) == 1}
    if decision.decision_date is not None:
        days["decision"] = decision.decision_date
    return days


CHECK = Check("dates-out-of-order", "较重", RULE.reference_zh, RULE.reference_en, _run)
