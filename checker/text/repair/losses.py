"""Marks that were lost between digits, put back where the digits can be read in one way only: 〔201723, 20178月."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from checker.text.repair.working import Working

Piece = tuple[int, int, str]
YEARS = range(1990, 2036)
NUMBER_OPEN = re.compile(r"〔(?P<year>\d{4})第?(?P<serial>\d{1,5})(?=号|[ \t]*(?:\n|$))")
NUMBER_CLOSED = re.compile(r"(?<=[\u4e00-\u9fff])(?<![〔年])(?P<year>\d{4})〕(?=第?\d{1,5}号)")
NUMBER_BARE = re.compile(r"(?<=[罚处字发])〔(?P<year>\d{4})〕第?(?P<serial>\d{1,5})(?=[ \t]*(?:\n|$))")
YEAR_RUN = re.compile(r"(?<![\d.,〔-])(?P<year>\d{4})(?P<month>\d{1,2})(?=月(?:\d{1,2}日|[底初末份中]|\s))")
MONTH_RUN = re.compile(r"(?<!\d)(?P<year>\d{4})年(?P<rest>\d{2,4})日")
DAY_BARE = re.compile(r"(?<!\d)(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})(?=[，。；）)]|\n(?!\d)|$)")
SIGNED = re.compile(
    r"(?m)(?<=[局厅府室会队所处站院])[ \t]*\n(?P<gap>\s*)(?P<year>\d{4})(?P<rest>\d{2,4})[ \t]*(?=\n|$)"
)


def put_back(work: Working) -> None:
    """Insert the lost marks; each place is noted as repaired."""
    for reason, pattern, marks in STEPS:
        pieces: list[Piece] = []
        for match in pattern.finditer(work.text):
            found = list(marks(match))
            if found:
                work.note(reason, match.start("year"), match.end(), repaired=True)
            pieces += found
        work.cut(pieces)


def _open(match: re.Match[str]) -> Iterator[Piece]:
    if int(match["year"]) in YEARS and int(match["serial"]):
        yield match.end("year"), match.end("year"), "〕"
        if match.string[match.end() : match.end() + 1] != "号":
            yield match.end(), match.end(), "号"


def _closed(match: re.Match[str]) -> Iterator[Piece]:
    if int(match["year"]) in YEARS:
        yield match.start(), match.start(), "〔"


def _bare(match: re.Match[str]) -> Iterator[Piece]:
    line = match.string[match.string.rfind("\n", 0, match.start()) + 1 : match.start()]
    if re.search(r"号\s*[:：\t]", line):
        return  # 文号：…〔2023〕15: a form says 号 before the number, and some leave it out behind it
    if int(match["year"]) in YEARS and int(match["serial"]):
        yield match.end(), match.end(), "号"


def _year(match: re.Match[str]) -> Iterator[Piece]:
    if int(match["year"]) in YEARS and 1 <= int(match["month"]) <= 12 and match["month"][0] != "0":
        yield match.end("year"), match.end("year"), "年"


def _month(match: re.Match[str]) -> Iterator[Piece]:
    at = _only_split(int(match["year"]), match["rest"])
    if at is not None:
        yield match.start("rest") + at, match.start("rest") + at, "月"


def _day(match: re.Match[str]) -> Iterator[Piece]:
    if int(match["year"]) in YEARS and _exists(*(int(match[name]) for name in ("year", "month", "day"))):
        yield match.end(), match.end(), "日"


def _signed(match: re.Match[str]) -> Iterator[Piece]:
    at = _only_split(int(match["year"]), match["rest"])
    if int(match["year"]) in YEARS and at is not None:
        yield match.end("year"), match.end("year"), "年"
        yield match.start("rest") + at, match.start("rest") + at, "月"
        yield match.end("rest"), match.end("rest"), "日"


def _only_split(year: int, rest: str) -> int | None:
    """Where month ends and day begins, None when nowhere or in two places: 112 is 1-12 or 11-2."""
    found = [
        at
        for at in (1, 2)
        if 0 < len(rest) - at <= 2 and "0" not in (rest[0], rest[at]) and _exists(year, int(rest[:at]), int(rest[at:]))
    ]
    return found[0] if len(found) == 1 else None


def _exists(year: int, month: int, day: int) -> bool:
    try:
        return bool(date(year, month, day))
    except ValueError:
        return False


STEPS: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], Iterator[Piece]]], ...] = (
    ("document-number-damaged", NUMBER_OPEN, _open),
    ("document-number-damaged", NUMBER_CLOSED, _closed),
    ("document-number-damaged", NUMBER_BARE, _bare),
    ("date-marks-lost", YEAR_RUN, _year),
    ("date-marks-lost", MONTH_RUN, _month),
    ("date-marks-lost", DAY_BARE, _day),
    ("date-marks-lost", SIGNED, _signed),
)
