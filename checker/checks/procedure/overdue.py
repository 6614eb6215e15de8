"""decision-overdue: 90 days from filing (art. 60), or the field's own limit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from checker.checks.building import confidence_of, evidence_of, finding, joined, step
from checker.checks.check import Check
from checker.checks.procedure.tables import Rule, for_agency
from checker.errors import NotInForceError
from checker.messages import say
from checker.records.assessment import Case
from checker.records.finding import Finding, Step

SURE, DOUBTFUL = 0.8, 250  # confidence of a date; days
EXTENDED = re.compile(r"延长[^。；\n]{0,16}(?:期限|办案|办理|调查)|延期")
EXCLUDED = (
    ("hearing", re.compile(r"(?:举行|召开|组织)[^。；\n]{0,6}听证")),
    ("announcement", re.compile(r"公告(?:送达|期)")),
    ("testing", re.compile(r"(?:送|委托|经)[^。；\n]{0,20}(?:检验|检测|鉴定|检疫|评估|认定)")),
    ("suspension", re.compile(r"中止(?:调查|办理|案件)")),
)


def _run(case: Case) -> Iterator[Finding]:
    decision = case.decision
    filed, decided = decision.filing_date, decision.decision_date
    if filed is None or decided is None or decision.kind.value == "simplified_decision":
        return
    if filed.confidence < SURE and (decided.value - filed.value).days > DOUBTFUL:
        return  # the filing's year was taken from another date and is likelier wrong than the case so long
    agency = decision.agency.value if decision.agency else None
    try:
        rule = for_agency("decision_deadline", agency, on=filed.value)
    except NotInForceError:
        return
    if not rule.entry.values["limited"]:
        return
    last = _last(filed.value, rule)
    limit, over = (last - filed.value).days, (decided.value - last).days
    if over <= 0:
        return
    periods = [say(f"period:{name}") for name, pattern in EXCLUDED if pattern.search(case.text.text)]
    extended = EXTENDED.search(case.text.text)
    if extended and over <= rule.number("extension"):
        return
    key, status = ("extended", "lead") if extended else ("excluded", "lead") if periods else (None, "violation")
    values: dict[str, Any] = {"limit": limit, "over": over}
    if key == "extended":
        values = {"extension": rule.number("extension"), "over": over - rule.number("extension")}
    elif key == "excluded":
        values["periods"] = joined(periods)
    yield finding(
        CHECK,
        case,
        "violation" if status == "violation" else "lead",
        key,
        evidence=evidence_of(filed, decided),
        rules=(rule.ref,),
        trace=(
            step("立案", filed),
            step("决定", decided),
            Step("历时", f"{(decided.value - filed.value).days}日", "计算"),
            Step("期限", f"{limit}日", rule.ref.reference_zh),
        ),
        confidence=confidence_of(filed, decided),
        filed=filed.value,
        decided=decided.value,
        days=(decided.value - filed.value).days,
        rule=rule.reference,
        **values,
    )


def _last(filed: date, rule: Rule) -> date:
    """The last day: filing plus days, or the same day some months later."""
    months = rule.number("months")
    if not months:
        return filed + timedelta(days=rule.number("days"))
    month = filed.month - 1 + months
    year, month = filed.year + month // 12, month % 12 + 1
    for day in range(filed.day, 27, -1):
        try:
            return date(year, month, day)
        except ValueError:
            continue
    return date(year, month, min(filed.day, 28))


CHECK = Check(
    "decision-overdue",
    "较重",
    "《中华人民共和国行政处罚法》第六十条",
    "Administrative Penalty Law, art. 60",
    _run,
)
