"""notice-missing: before deciding, the agency tells what it means to do and that the respondent may be heard."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.checks.building import finding
from checker.checks.check import Check
from checker.checks.law import REVISION, decided
from checker.checks.procedure.tables import penalty_law
from checker.records.assessment import Case
from checker.records.finding import Finding, Step

TOLD = re.compile(r"告知|陈述|申辩|听证|拟(?:作出|给予|处)|通知书")
STEPS = frozenset({"filing", "investigation_end", "legal_review", "discussion"})


def _run(case: Case) -> Iterator[Finding]:
    """Asked only of a text that tells its procedure; the remedies at its end are no notice."""
    decision = case.decision
    steps = [event for event in decision.events if event.kind in STEPS]
    if decision.kind.value == "simplified_decision" or not steps or decision.notice_date is not None:
        return
    body = case.text.text
    ends = [span.start for span in (decision.remedies.evidence if decision.remedies else ())]
    if TOLD.search(body[: ends[0]] if ends and len(case.text.page_starts) == 1 else body):
        return
    rule = penalty_law("notice", on=decided(case) or REVISION)
    yield finding(
        CHECK,
        case,
        "lead",
        evidence=[span for event in steps for span in event.evidence],
        rules=(rule,),
        trace=(
            Step("所述程序", "、".join(event.kind for event in steps), "决定书"),
            Step("告知", "全文未见", "决定书"),
        ),
        confidence=0.8,
        rule=(rule.reference_zh, rule.reference_en),
    )


CHECK = Check(
    "notice-missing",
    "重大",
    "《中华人民共和国行政处罚法》第四十四条（2021年7月15日前为第三十一条）",
    "Administrative Penalty Law, art. 44 (art. 31 before 2021-07-15)",
    _run,
)
