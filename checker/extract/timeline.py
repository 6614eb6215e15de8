"""Dates by what happened on them: filing, notice, decision and the other steps told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from checker.extract.paper import Paper
from checker.records.decision import Event
from checker.records.read import Read
from checker.text.dates import DateToken

STEPS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("extension", r"延长[^。；\n]{0,16}(?:期限|办案|办理)|批准延期|延期"),
        ("hearing_notice", r"听证(?:告知|通知)书?|告知[^。；\n]{0,30}听证"),
        ("hearing", r"(?:举行|召开|组织|公开)[^。；\n]{0,8}听证"),
        ("legal_review", r"法制审核|法制机构审核|法核"),
        ("discussion", r"集体讨论|案(?:件)?审(?:理)?委?员?会|负责人[^。；\n]{0,8}讨论"),
        (
            "notice",
            r"(?<!停止)(?<!改正)违法行为[^。；\n]{0,4}通知书|事先告知程序|送达(?![^。；\n]{0,8}(?:责令|改正|整改|检[验测]))[^。；\n]{0,4}通知书|(?:告知|通知)书送达|(?<!结果)(?<!检验)(?<!复检)告知(?:书|单|笔录)"
            r"|告知、|告知(?:了)?(?:(?:当事人|其|你|该)(?![^。；\n]{0,12}(?:检验|复检|异议))|权利|陈述|[^。；\n]{0,20}(?:拟|陈述、?申辩))|拟(?:作出|给予|处)",
        ),
        ("investigation_end", r"调查终结|结束调查|调查结束"),
        ("filing", r"立案|受理为|登记立案"),
        ("seizure", r"查封|扣押|先行登记保存"),
        ("defence", r"陈述|申辩"),
        ("inspection", r"检查|巡查|抽检|抽样|勘验|勘查|查获|发现|排查|监测"),
        ("report", r"投诉|举报|移送|交办|线索|转办"),
        ("served", r"送达"),
        ("decision", r"作出(?:本)?(?:行政)?(?:处罚)?决定|决定日期|处罚日期"),
    )
)
SERVED_WITHIN = 15  # days from making a notice to serving it
NEGATED = re.compile(r"未(?:在[^，。]{0,14})?(?:提出|要求|申请|陈述|申辩)")


def read_events(paper: Paper) -> tuple[Event, ...]:
    """Dated steps in the order of the text; steps told without a date follow."""
    found: list[Event] = []
    text = paper.text
    for index, token in enumerate(paper.dates):
        if token.start >= paper.parts.tail:
            break
        low, high = _reach(paper, index)
        kind = _kind(text[token.end : high], text[low : token.start])
        if kind is not None:
            _add(paper, found, kind, token, high)
    if not any(event.kind in ("notice", "hearing_notice") for event in found):
        _late_notice(paper, found)
    told = {event.kind for event in found}
    for kind, pattern in STEPS:
        if kind in told or kind in ("report", "inspection", "decision", "defence"):
            continue
        match = pattern.search(text, 0, paper.parts.tail)
        if match and not re.search(r"[未无不]\s*$|[“《]$", text[max(match.start() - 2, 0) : match.start()]):
            found.append(Event(kind, None, paper.spans(match.start(), match.end())))
    return tuple(found)


def _late_notice(paper: Paper, found: list[Event]) -> None:
    """A notice that is told only behind the decision: 本决定前，已于…送达告知书; 告知书送达日期：…"""
    for index, token in enumerate(paper.dates):
        low, high = _reach(paper, index)
        after, before = paper.text[token.end : high], paper.text[low : token.start]
        if token.start >= paper.parts.tail and token.precision == "day" and _kind(after, before) == "notice":
            _add(paper, found, "notice", token, high)
            return


def _reach(paper: Paper, index: int) -> tuple[int, int]:
    """How far words may stand from a date to tell what it is for."""
    token = paper.dates[index]
    begin, end = paper.parts.sentence(token.start)
    before = paper.dates[index - 1].end if index else 0
    after = paper.dates[index + 1].start if index + 1 < len(paper.dates) else len(paper.text)
    return max(begin, before, token.start - 16), min(end, after, token.end + 60)


def _kind(after: str, before: str) -> str | None:
    label = re.search(r"(\S{2,10})[:：\t]\s*$", before)
    if label:
        for kind, pattern in STEPS:
            if pattern.search(label.group(1)) and not (kind == "defence" and "告知书" in after):
                return kind
    if re.search(r"告知[（(┃│｜|]+$", before):  # 经告知（7月10日），当事人未陈述: a cell or a bracket holds the day
        return "notice"
    best: tuple[int, str] | None = None
    for kind, pattern in STEPS:
        match = pattern.search(after)
        if match and (best is None or match.start() < best[0] - (2 if best[1] == "inspection" else 0)):
            best = (match.start(), kind)
    if best is not None:
        if best[1] == "served" and re.search(
            r"(?<!结果)(?<!检验)(?<!复检)告知(?:书|单|笔录)|(?<!停止)(?<!改正)违法行为通知书", before + after
        ):
            return "notice"
        return best[1]
    for kind, pattern in STEPS:
        if pattern.search(before):
            return kind
    return None


def _add(paper: Paper, found: list[Event], kind: str, token: DateToken, high: int) -> None:
    after = paper.text[token.end : high]
    read = paper.read(token.value, token.start, token.end, _surety(token), f"date-{kind}")
    stop = re.search(r"[，。；\n]", after[6:])
    spans = paper.spans(token.start, token.end + (stop.start() + 6 if stop else len(after)))
    if kind == "defence" and NEGATED.search(after):
        return
    found.append(Event(kind, read, spans))
    if kind in ("notice", "hearing_notice") and re.search(r"送达|签收|收到", after):
        found.append(Event("notice_served", read, spans))
    if kind == "hearing_notice" and re.search(r"处罚[^。；\n]{0,6}告知", after):
        found.append(Event("notice", read, spans))


def _surety(token: DateToken) -> float:
    """A year taken from the date before may be the wrong one; a month alone is no day."""
    return 0.6 if token.precision != "day" else 0.75 if token.relative else 0.9


def first_date(events: Sequence[Event], kind: str) -> Read[date] | None:
    """The earliest-told date of a step."""
    return next((event.date for event in events if event.kind == kind and event.date is not None), None)


def read_notice_date(events: Sequence[Event]) -> Read[date] | None:
    """The day the notice of the proposed penalty was served; the day it was made where no serving is told."""
    notice = first_date(events, "notice") or first_date(events, "hearing_notice")
    served = [event.date for event in events if event.kind == "notice_served" and event.date is not None]
    if notice is None or any(each.value == notice.value for each in served):
        return notice
    return next((each for each in served if 0 < (each.value - notice.value).days <= SERVED_WITHIN), notice)


def read_decision_date(paper: Paper) -> Read[date] | None:
    """By label, else the last whole date at the end of the text (the signature)."""
    text = paper.text
    label = re.search(r"(?:处罚|作出)?(?:行政)?(?:处罚)?决定(?:书)?(?:作出)?(?:的)?(?:日期|时间)\s*[:：\t]\s*", text)
    if label:
        token = next((each for each in paper.dates if 0 <= each.start - label.end() <= 2), None)
        if token:
            return paper.read(token.value, token.start, token.end, 0.96, "decision-date-label")
    whole = [each for each in paper.dates if each.precision == "day" and not each.relative]
    late = [each for each in whole if each.start >= paper.parts.tail]
    alone = [
        each
        for each in late
        if re.search(
            r"(?:^|[\n\t局队厅委站所章）)])\s*(?:[（(]?(?:印章|公章|盖章|章)[)）]?)?\s*$",
            text[max(each.start - 12, 0) : each.start],
        )
    ]
    for candidates, confidence in ((alone, 0.95), (late, 0.8)):
        if candidates:
            token = (
                candidates[0]
                if confidence > 0.9 and len(candidates) == 1
                else candidates[-1 if confidence < 0.9 else 0]
            )
            return paper.read(token.value, token.start, token.end, confidence, "decision-date-signature")
    lines = [
        each
        for each in whole
        if re.search(r"(?:^|\n|\t)[^\n]{0,24}$", text[: each.start])
        and text[each.end : each.end + 1] in ("", "\n", "（", "(")
    ]
    if lines:
        return paper.read(lines[-1].value, lines[-1].start, lines[-1].end, 0.85, "decision-date-line")
    return None
