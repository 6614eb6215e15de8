"""identifier-invalid: credit codes with a wrong check digit, document numbers that cannot be right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum.cn import uscc
from stdnum.exceptions import InvalidChecksum, InvalidComponent, InvalidFormat, InvalidLength, ValidationError

from checker.checks.building import confidence_of, evidence_of, finding, step
from checker.checks.check import Check
from checker.messages import say
from checker.records.assessment import Case
from checker.records.finding import Finding, RuleRef, Step
from checker.records.read import Read

STANDARD = RuleRef(
    "GB 32100-2015《法人和其他组织统一社会信用代码编码规则》", "GB 32100-2015, unified social credit codes"
)
FORM = RuleRef(
    "《党政机关公文格式》GB/T 9704-2012：发文字号由机关代字、年份、序号组成",
    "GB/T 9704-2012: agency word, year, serial",
)
MASK = re.compile(r"[*×ＸxX＊]{2,}")
YEARS_APART = 1


def _run(case: Case) -> Iterator[Finding]:
    for party in case.decision.respondents:
        if party.uscc is not None and not MASK.search(party.uscc.value):
            yield from _code(case, party.uscc)
    if case.decision.document_number is not None:
        yield from _number(case, case.decision.document_number)


def _code(case: Case, code: Read[str]) -> Iterator[Finding]:
    fault = _fault(code.value)
    if fault is None:
        return
    yield finding(
        CHECK,
        case,
        "violation",
        "uscc",
        evidence=evidence_of(code),
        rules=(STANDARD,),
        trace=(step("统一社会信用代码", code), Step("校验", say(f"uscc:{fault}")[0], "GB 32100-2015")),
        confidence=confidence_of(code),
        code=code.value,
        fault=say(f"uscc:{fault}"),
    )


def _fault(code: str) -> str | None:
    if len(code) == 15 and code.isdigit():
        return None  # the business registration number of before 2015
    try:
        uscc.validate(code)
    except InvalidLength:
        return "length"
    except (InvalidFormat, InvalidComponent):
        return "format"
    except InvalidChecksum:
        return "checksum"
    except ValidationError:
        return "format"
    return None


def _number(case: Case, number: Read[str]) -> Iterator[Finding]:
    day = case.decision.decision_date
    found = re.search(r"(?:19|20)\d{2}", number.value)
    if found is None or day is None:
        return
    year = int(found.group())
    if abs(year - day.value.year) <= YEARS_APART:
        return
    fault_zh, fault_en = say("number:year", year=year, day=(f"{day.value:%Y-%m-%d}", f"{day.value:%Y-%m-%d}"))
    yield finding(
        CHECK,
        case,
        "lead",
        "number",
        evidence=evidence_of(number, day),
        rules=(FORM,),
        trace=(step("文号", number), step("决定日期", day)),
        confidence=confidence_of(number, day),
        number=number.value,
        fault=(fault_zh, fault_en),
    )


CHECK = Check("identifier-invalid", "一般", "GB 32100-2015、GB/T 9704-2012", "GB 32100-2015, GB/T 9704-2012", _run)
