"""What stands after the penalty: payment, remedies; and the six elements of article 59."""

from __future__ import annotations

import re

from checker.extract.paper import Paper
from checker.records.decision import Decision, Remedies
from checker.records.read import Read, Span
from checker.text.numerals import CHINESE, parse_number

NUM = rf"(?P<n>\d+|[{CHINESE}]+)"
DAYS = re.compile(rf"{NUM}\s?(?:个)?(?:工作)?日(?:之?内)?[^。；\n]{{0,60}}?(?:申请)?(?:行政)?复议")
RECONSIDER = re.compile(
    r"(?:向|至)(?P<body>[^，。；、\n]{2,50}?)(?:或(?:者)?[^，。；、\n]{2,30}?)?(?:提出|提起|申请)(?:行政)?复议"
)
SUE_MONTHS = re.compile(rf"{NUM}\s?个?月(?:之?内)?[^。；\n]{{0,60}}?(?:起诉|诉讼)")
SUE_DAYS = re.compile(rf"(?:复议决定书?之日起)?{NUM}\s?日(?:之?内)?[^。；\n复议]{{0,50}}?(?:起诉|诉讼)")
FIRST = re.compile(
    r"应当?[^。；\n]{0,30}先[^。；\n]{0,30}复议|(?:应当|应|须|必须)(?:依法)?先(?:行)?[^。；\n]{0,30}(?:申请)?(?:行政)?复议|复议前置|先(?:行)?(?:申请)?(?:行政)?复议[^。；\n]{0,40}(?:再|对复议决定不服)|(?:对|不服)[^。；\n]{0,6}(?:行政)?复议决定[^。；\n]{0,24}(?:可以?|再)[^。；\n]{0,20}(?:起诉|诉讼)"
)
PAY = re.compile(
    rf"{NUM}\s?(?:个)?(?:工作)?日(?:之?内)?[^。；\n]{{0,50}}?[缴交]|(?:缴纳期限|履行期限)[:：\t][^\n]{{0,20}}?{NUM.replace('?P<n>', '?P<m>')}\s?日"
)
PLACE = re.compile(
    r"(?:到|至|向|在|通过|持本决定书到|缴至|存入)(?P<v>[^，。；\n]{2,40}?(?:银行|信用社|分行|支行|网点|营业部|财政局|非税|电子支付|缴款码|二维码)[^，。；\n]{0,20})|(?P<w>(?:收款|开户)(?:银行|行)[:：\t]\s*[^\s，。；]{4,30})|(?P<x>当场(?:收缴|缴纳))"
)
OPTIONAL = re.compile(r"也可以?|或者?[^。；\n]{0,30}(?:起诉|诉讼)|亦可")


def read_remedies(paper: Paper) -> Remedies | None:
    """Periods, the body, and whether reconsideration must come first; None when no remedy is told."""
    low = paper.parts.operative[0]
    text = paper.text
    begin = re.compile(r"不服|复议|诉讼").search(text, low)
    if begin is None:
        return None
    start, _ = paper.parts.sentence(begin.start())
    days = _number(paper, DAYS, start, "reconsideration-days")
    months = _number(paper, SUE_MONTHS, start, "lawsuit-months")
    sue_days = _number(paper, SUE_DAYS, start, "lawsuit-days")
    body = RECONSIDER.search(text, start)
    first = FIRST.search(text, start)
    must = first is not None and not OPTIONAL.search(text[start : first.start()][-40:] + first.group())
    ends = [match.end() for match in (DAYS.search(text, start), SUE_MONTHS.search(text, start), body) if match]
    return Remedies(
        paper.spans(start, max(ends, default=paper.parts.sentence(begin.start())[1])),
        days,
        months,
        sue_days,
        paper.read(body["body"], body.start("body"), body.end("body"), 0.9, "reconsideration-body") if body else None,
        paper.read(True, first.start(), first.end(), 0.85, "reconsideration-first") if first and must else None,
    )


def _number(paper: Paper, pattern: re.Pattern[str], start: int, rule: str) -> Read[int] | None:
    match = pattern.search(paper.text, start)
    value = parse_number(match["n"]) if match else None
    return paper.read(int(value), match.start(), match.end(), 0.92, rule) if match and value is not None else None


def read_payment(paper: Paper) -> tuple[Read[int] | None, Read[str] | None]:
    """(days to pay, where to pay)."""
    start = paper.parts.operative[0]
    match = PAY.search(paper.text, start)
    written = (match["n"] or match["m"]) if match else None
    value = parse_number(written) if written else None
    days = (
        paper.read(int(value), match.start(), match.end(), 0.9, "payment-days") if match and value is not None else None
    )
    place = PLACE.search(paper.text, start)
    if place is None:
        return days, None
    name = next(each for each in "vwx" if place[each])
    return days, paper.read(place[name], place.start(name), place.end(name), 0.85, "payment-place")


def read_elements(paper: Paper, decision: Decision) -> tuple[tuple[str, tuple[Span, ...]], ...]:
    """The elements of art. 59 that the text has, each with words that show it."""
    text = paper.text
    evidence = re.search(
        r"证据|查明|上述事实|以上事实|笔录|照片|检验报告|监测报告|鉴定|证明|票据|询问|现场检查|资料|录像", text
    )
    paid = decision.payment_days or decision.payment_place
    told = re.search(r"[缴交]纳?(?:罚|至|到)|履行方式|缴款|罚款[^。\n]{0,20}[缴交]", text[paper.parts.operative[0] :])
    first = decision.respondents[0].name if decision.respondents else None
    kinds = decision.sanctions[0].evidence if decision.sanctions else ()
    at = paper.parts.operative[0]
    found: list[tuple[str, tuple[Span, ...]]] = [
        ("respondent", first.evidence if first else ()),
        ("facts_and_evidence", paper.spans(evidence.start(), evidence.end()) if evidence else ()),
        ("kind_and_basis", kinds if decision.penalty_basis else ()),
        ("payment", paid.evidence if paid else paper.spans(at + told.start(), at + told.end()) if told else ()),
        ("remedies", decision.remedies.evidence if decision.remedies else ()),
        ("agency_and_date", _signed(decision)),
    ]
    return tuple((name, spans) for name, spans in found if spans)


def _signed(decision: Decision) -> tuple[Span, ...]:
    if decision.agency is None or decision.decision_date is None:
        return ()
    return (*decision.agency.evidence, *decision.decision_date.evidence)
