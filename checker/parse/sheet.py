"""A publicity record as a sheet: each row told as lines "heading：value", so that it reads like any other document."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

from checker.errors import DocumentError
from checker.parse.plain import decode
from checker.records.document import Page
from checker.records.problem import Problem

MOST = 200  # rows; an export of thousands of decisions is a data set, not a paper of one case
HEADINGS = re.compile(r"相对人|当事人|处罚|文书号|案件名称|违法")
FEWEST = 3  # columns that a heading row fills
LONGEST = 60  # characters of a heading

Read = tuple[tuple[Page, ...], tuple[Problem, ...], str | None]


def read_csv(data: bytes, label: str) -> Read:
    """Comma- or tab-separated text. Raises DocumentError: too-large, binary, sheet-too-long."""
    text, encoding = decode(data, label)
    return (Page(1, _told([_rows(text)], label)),), (), encoding


def read_workbook(data: bytes, label: str) -> Read:
    """XLSX or XLS, all sheets. Raises DocumentError: office-encrypted, sheet-damaged, sheet-too-long."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [
            [[_shown(cell) for cell in row] for row in book.get_sheet_by_name(name).to_python(nrows=MOST + 10)]
            for name in book.sheet_names
        ]
    except PasswordError as error:
        raise DocumentError("office-encrypted", label) from error
    except CalamineError as error:
        raise DocumentError("sheet-damaged", label, reason=str(error)) from error
    return (Page(1, _told(sheets, label)),), (), None


def is_csv(text: str) -> bool:
    """Whether a text is a table of a heading row and rows as wide, and its headings are of penalties."""
    lines = [line for line in text.splitlines()[:20] if line.strip()]
    mark = _separator(lines[0]) if lines else None
    if mark is None or len(lines) < 2 or not HEADINGS.search(lines[0]) or "。" in lines[0]:
        return False
    rows = _rows("\n".join(lines))
    width = len(rows[0])
    return width >= FEWEST and sum(len(row) == width for row in rows) * 2 > len(rows)


def _separator(line: str) -> str | None:
    best = max(",\t", key=line.count)
    return best if line.count(best) >= FEWEST - 1 else None


def _rows(text: str) -> list[list[str]]:
    first = next((line for line in text.splitlines() if line.strip()), "")
    return list(csv.reader(io.StringIO(text), delimiter=_separator(first) or ","))


def _told(sheets: Iterable[Sequence[Sequence[str]]], label: str) -> str:
    blocks = [block for rows in sheets for block in _blocks(rows, label)]
    return "\n\n".join(blocks)


def _blocks(rows: Sequence[Sequence[str]], label: str) -> Iterator[str]:
    """What stands above the heading row, then a block a row."""
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    if len(filled) > MOST:
        raise DocumentError("sheet-too-long", label, limit=MOST)
    at = next((index for index, row in enumerate(filled) if _heads(row)), None)
    for row in filled[:at]:
        yield "\n".join(cell.strip() for cell in row if cell.strip())
    for row in filled[at + 1 :] if at is not None else ():
        pairs = zip(filled[at or 0], row, strict=False)
        yield "\n".join(f"{_line(head)}：{_line(cell)}" for head, cell in pairs if head.strip() and cell.strip())


def _heads(row: Sequence[str]) -> bool:
    cells = [cell.strip() for cell in row if cell.strip()]
    named = sum(bool(HEADINGS.search(cell)) for cell in cells)
    return len(cells) >= FEWEST and named >= 1 and all(len(cell) <= LONGEST for cell in cells)


def _line(cell: str) -> str:
    return " ".join(cell.split())


def _shown(cell: Any) -> str:
    if isinstance(cell, datetime | date):
        return f"{cell.year}年{cell.month}月{cell.day}日"
    if isinstance(cell, float) and cell == int(cell):
        return str(int(cell))
    return str(cell)
