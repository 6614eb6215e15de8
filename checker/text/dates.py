"""Dates as documents write them, with references to the date before (同年, 同月, 当日, 次日)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from checker.text.numerals import DIGITS, parse_digits, parse_number

NUM = "".join(DIGITS) + "O0o十廿卅"
FULL = re.compile(
    rf"(?P<y>(?:19|20)\d{{2}}|[{NUM}]{{4}})\s?年\s?(?P<m>\d{{1,2}}|[{NUM}]{{1,3}})\s?月(?:\s?份)?"
    rf"(?:\s?(?P<d>\d{{1,2}}|[{NUM}]{{1,3}})\s?[日号])?"
    r"|(?P<y2>(?:19|20)\d{2})(?P<sep>[-./])(?P<m2>\d{1,2})(?P=sep)(?P<d2>\d{1,2})(?!\d|[-./]\d)"
    rf"|(?P<ref>同年|当年|本年|今年)?(?P<m3>\d{{1,2}}|[一二三四五六七八九十]{{1,2}})\s?月\s?(?P<d3>\d{{1,2}}|[一二三四五六七八九十廿]{{1,3}})\s?[日号]"
    r"|(?:同月|当月)\s?(?P<d4>\d{1,2}|[一二三四五六七八九十廿]{1,3})\s?[日号]"
    r"|(?<=[日号][至、和及])\s?(?P<d5>\d{1,2}|[一二三四五六七八九十廿]{1,3})\s?[日号](?!内|前)"
    r"|(?P<same>当日|同日|当天)|(?P<next>次日|翌日|第二天)"
)

LABEL = re.compile(r"(?:生产日期|生产批号|限用日期|有效期|保质期|失效日期|批号)(?:为|是|至|到|[:：])?\s*$")
EARLIER = re.compile(r"(?:曾[经因于在被]|此前|前次|上一次)[^。；\n]*$")
CUT_BEFORE = tuple("年0123456789.〇零○")
BACKWARDS = 150  # days; a bare month and day so far before the date told last belong to the next year


@dataclass(frozen=True, slots=True)
class DateToken:
    """One date at `start:end`; precision day or month (then the value is the first of the month).

    `relative` tells that year or more was taken from the date before.
    """

    start: int
    end: int
    value: date
    precision: str
    relative: bool = False


def find_dates(text: str) -> list[DateToken]:
    """Every date in the text in order; impossible ones (2月30日) and references to nothing are left out."""
    return list(_found(text))


def _found(text: str) -> Iterator[DateToken]:
    last: date | None = None
    for match in FULL.finditer(text):
        if _cut(match):
            continue
        token = _token(match, last)
        if token is not None:
            if last is None or not _aside(text, token.start):
                last = token.value
            yield token


def _aside(text: str, start: int) -> bool:
    """Whether a date stands in brackets, on a label of goods or in an earlier case: the tale does not go on from it."""
    before = text[max(start - 40, 0) : start]
    return (
        before.rfind("（") > before.rfind("）")
        or LABEL.search(before) is not None
        or EARLIER.search(before) is not None
    )


def _cut(match: re.Match[str]) -> bool:
    """Whether characters were lost: 2023年5月6检查, 2023年5月日, 年5月6日 (whose year is not the one before)."""
    if match["y"] and match["d"] is None:
        return bool(re.match(r"\s?[\d日]", match.string[match.end() :][:2]))
    return bool(match["m3"] and match["ref"] is None and match.string[: match.start()][-1:] in CUT_BEFORE)


def _token(match: re.Match[str], last: date | None) -> DateToken | None:
    if match["y"] or match["y2"]:
        year = parse_digits(match["y"] or match["y2"])
        month, day = _number(match["m"] or match["m2"]), _number(match["d"] or match["d2"])
        return _made(match, year, month, day, relative=False)
    if last is None:
        return None
    if match["m3"]:
        made = _made(match, last.year, _number(match["m3"]), _number(match["d3"]), relative=True)
        if made is not None and match["ref"] is None and (last - made.value).days > BACKWARDS:
            # 2022年11月1日 … 2月15日: a tale goes forward, so the year has turned.
            made = _made(match, last.year + 1, _number(match["m3"]), _number(match["d3"]), relative=True)
        return made
    if match["d4"] or match["d5"]:
        return _made(match, last.year, last.month, _number(match["d4"] or match["d5"]), relative=True)
    value = last + timedelta(days=1) if match["next"] else last
    return DateToken(match.start(), match.end(), value, "day", True)


def _made(
    match: re.Match[str], year: int | None, month: int | None, day: int | None, *, relative: bool
) -> DateToken | None:
    if year is None or month is None or not 1900 <= year <= 2100:
        return None
    try:
        value = date(year, month, day or 1)
    except ValueError:
        return None
    return DateToken(match.start(), match.end(), value, "day" if day else "month", relative)


def _number(written: str | None) -> int | None:
    if not written:
        return None
    if written.isdigit() and written.isascii():
        return int(written)
    if len(written) > 1 and "十" not in written and "廿" not in written and "卅" not in written:
        return parse_digits(written)  # 二〇: the twentieth
    value = parse_number(written)
    return int(value) if value is not None else None
