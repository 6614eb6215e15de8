"""limitation-passed: the act was discovered after the time in which it could be punished."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from checker.checks.building import confidence_of, evidence_of, finding, step
from checker.checks.check import Check
from checker.checks.law import entry, penalty_law, rule
from checker.errors import NotInForceError
from checker.records.assessment import Case
from checker.records.finding import Finding, RuleRef, Status, Step
from checker.records.read import Read

DISCOVERING = frozenset({"report", "inspection", "filing", "seizure"})
LASTING = re.compile(
    r"(?:连续|持续|继续)(?:状态|至今|至案发|至被查|违法|经营|生产|销售)|一直(?:未|从事|经营|使用)|至今"
)
HARM = frozenset({"serious_result"})


def run(case: Case) -> Iterator[Finding]:
    """From the day the act ended to the earliest discovery that the text tells; a year ends on its anniversary."""
    end, seen = case.decision.act_end, discovery(case)
    if end is None or seen is None:
        return
    end = replace(end, value=latest(end))
    try:
        limits = entry("limitation", on=end.value)
    except NotInForceError:
        return
    special = _special(case, end.value)
    months, ref = special or (int(limits.values["months"]), penalty_law("limitation", case))
    grave = max(int(limits.values["grave_months"]), months)
    if seen.value <= later(end.value, months):
        return
    if special or seen.value > later(end.value, grave) or not _is_grave_field(case, end.value):
        yield _passed(case, end, seen, months, ref, certain=special is None)
    elif not any(each.kind in HARM for each in case.decision.circumstances):
        yield finding(
            CHECK,
            case,
            "cannot_tell",
            "unknown",
            evidence=evidence_of(end, seen),
            rules=(ref, rule(limits)),
            trace=(step("违法行为终了", end), step("发现", seen)),
            missing=("harm",),
            end=end.value,
            seen=seen.value,
            months=months,
            grave=grave,
        )


def discovery(case: Case) -> Read[date] | None:
    """The earliest dated step by which the agency knew: a report, inspection, seizure or the filing."""
    reads = [event.date for event in case.decision.events if event.kind in DISCOVERING and event.date is not None]
    if case.decision.filing_date is not None:
        reads.append(case.decision.filing_date)
    return min(reads, key=lambda read: read.value, default=None)


def latest(read: Read[date]) -> date:
    """The last day that the words may mean: a month or a year without a day is taken to its end."""
    words, day = "".join(span.quote for span in read.evidence), read.value
    if any(mark in words for mark in "日号") or not any(mark in words for mark in "年月"):
        return day
    month = day.month if "月" in words else 12
    return date(day.year, month, monthrange(day.year, month)[1])


def later(day: date, months: int) -> date:
    """The same day some months on, or the last of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _laws(case: Case) -> set[str]:
    cited = (*case.decision.violated, *case.decision.penalty_basis)
    return {each.law.removeprefix("中华人民共和国") for each in cited}


def _special(case: Case, day: date) -> tuple[int, RuleRef] | None:
    """Months and rule of a cited law with a period of its own."""
    try:
        found = entry("limitation_special", on=day)
    except NotInForceError:
        return None
    own = [int(months) for law, months in found.values.items() if law in _laws(case)]
    return (max(own), rule(found)) if own else None


def _is_grave_field(case: Case, day: date) -> bool:
    try:
        words = str(entry("limitation_grave", on=day).values["words"]).split("、")
    except NotInForceError:
        return False
    return any(word in law for law in _laws(case) for word in words)


def _passed(case: Case, end: Read[date], seen: Read[date], months: int, ref: RuleRef, *, certain: bool) -> Finding:
    # The filing may come long after a discovery that the text does not tell, and an act that lasts has not ended.
    told = any(event.date == seen and event.kind in {"report", "inspection"} for event in case.decision.events)
    lasting = LASTING.search(case.text.text) is not None
    status: Status = "violation" if told and certain and not lasting else "lead"
    last = later(end.value, months)
    return finding(
        CHECK,
        case,
        status,
        "lasting" if lasting else None,
        evidence=evidence_of(end, seen),
        rules=(ref,),
        trace=(
            step("违法行为终了", end),
            Step("追究时效", f"{months}个月", ref.reference_zh),
            Step("时效届满", last.isoformat(), "终了日 + 时效"),
            step("发现", seen),
            Step("超过", f"{(seen.value - last).days}日", "发现日 - 届满日"),
        ),
        confidence=confidence_of(end, seen),
        end=end.value,
        seen=seen.value,
        last=last,
        days=(seen.value - last).days,
        rule=(ref.reference_zh, ref.reference_en),
    )


CHECK = Check(
    name="limitation-passed",
    severity="重大",
    basis_zh="《行政处罚法》第三十六条（2021年7月15日前为第二十九条）",
    basis_en="Administrative Penalty Law art. 36 (art. 29 before 2021-07-15)",
    run=run,
)
