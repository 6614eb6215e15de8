"""Workbooks (XLSX, XLS) and CSV as grids: merged ranges, hidden rows, formulas, dates that Excel made of text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from checker.benchmarks.importing.grid import Block, Cell, Grid, Unparsed
from checker.errors import DocumentError

ENCODINGS = ("utf-8-sig", "gb18030", "utf-16")
HIDDEN = "隐藏的{what}，未导入 · hidden {en}, left out"
FORMULA = "公式没有保存结果，未读 · a formula without its result"
DATE = "单元格是日期，可能是表格软件把文字改成了日期 · the cell holds a date, perhaps made of text by the spreadsheet"
LARGEST = 200_000  # cells of one sheet; a table for people is smaller


def workbook_blocks(data: bytes, label: str, unparsed: list[Unparsed]) -> list[Block]:
    """One grid a sheet that holds anything. Raises DocumentError: sheet-encrypted, sheet-damaged, too large."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError as error:
        raise DocumentError("office-encrypted", label) from error
    except CalamineError as error:
        raise DocumentError("sheet-damaged", label, reason=str(error)) from error
    secrets = _hidden(data) if data.startswith(b"PK") else {}
    blocks: list[Block] = []
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        rows = sheet.to_python(skip_empty_area=False)
        if sum(map(len, rows)) > LARGEST:
            raise DocumentError("sheet-damaged", label, reason=f"{name}: {len(rows)} rows")
        hidden_rows, hidden_columns, formulas = secrets.get(name, (set(), set(), set()))
        grid = _grid(name, rows, sheet.merged_cell_ranges or [], hidden_rows, hidden_columns, formulas, unparsed)
        if grid is not None:
            blocks.append(grid)
    return blocks


def _hidden(data: bytes) -> dict[str, tuple[set[int], set[int], set[tuple[int, int]]]]:
    """Hidden rows, hidden columns and places of formulas (from 0) of each sheet; XLS files do not tell."""
    import openpyxl

    found = {}
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=False)
    for sheet in book.worksheets:
        rows = {number - 1 for number, row in sheet.row_dimensions.items() if row.hidden}
        columns = set()
        for dimension in sheet.column_dimensions.values():
            if dimension.hidden:
                columns |= set(range((dimension.min or 1) - 1, dimension.max or 1))
        formulas = {
            (cell.row - 1, cell.column - 1) for row in sheet.iter_rows() for cell in row if cell.data_type == "f"
        }
        found[sheet.title] = rows, columns, formulas
        if sheet.sheet_state != "visible":
            found[sheet.title] = set(range(sheet.max_row)), columns, formulas
    return found


def _grid(
    name: str,
    rows: Sequence[Sequence[Any]],
    merged: Sequence[tuple[tuple[int, int], tuple[int, int]]],
    hidden_rows: set[int],
    hidden_columns: set[int],
    formulas: set[tuple[int, int]],
    unparsed: list[Unparsed],
) -> Grid | None:
    spans = {start: (end[0] - start[0] + 1, end[1] - start[1] + 1) for start, end in merged}
    inner = {
        (row, column)
        for (top, left), (height, width) in spans.items()
        for row in range(top, top + height)
        for column in range(left, left + width)
    } - set(spans)
    width = max((len(row) for row in rows), default=0)
    shown_rows = [number for number in range(len(rows)) if number not in hidden_rows]
    shown_columns = [number for number in range(width) if number not in hidden_columns]
    _tell_hidden(name, rows, hidden_rows, hidden_columns, unparsed)
    cells = []
    for row in shown_rows:
        for column in shown_columns:
            if (row, column) in inner or column >= len(rows[row]):
                continue
            text = _words(rows[row][column])
            place = f"sheet {name}, row {row + 1}, column {column + 1}"
            if not text and (row, column) in formulas:
                unparsed.append(Unparsed(place, "", FORMULA))
            if isinstance(rows[row][column], date | datetime):
                unparsed.append(Unparsed(place, text, DATE))
            tall, wide = spans.get((row, column), (1, 1))
            tall = sum(1 for each in range(row, row + tall) if each in set(shown_rows))
            wide = sum(1 for each in range(column, column + wide) if each in set(shown_columns))
            cells.append(Cell(text, shown_rows.index(row), shown_columns.index(column), tall, wide))
    if not any(cell.text for cell in cells):
        return None
    places = tuple(f"sheet {name}, row {row + 1}" for row in shown_rows)
    return Grid(tuple(cells), len(shown_rows), len(shown_columns), places)


def _tell_hidden(
    name: str, rows: Sequence[Sequence[Any]], hidden_rows: set[int], hidden_columns: set[int], unparsed: list[Unparsed]
) -> None:
    for row in sorted(hidden_rows):
        words = " | ".join(filter(None, map(_words, rows[row]))) if row < len(rows) else ""
        if words:
            unparsed.append(Unparsed(f"sheet {name}, row {row + 1}", words, HIDDEN.format(what="行", en="row")))
    for column in sorted(hidden_columns):
        words = " | ".join(filter(None, (_words(row[column]) for row in rows if column < len(row))))
        if words:
            unparsed.append(
                Unparsed(f"sheet {name}, column {column + 1}", words[:200], HIDDEN.format(what="列", en="column"))
            )


def _words(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date | time | timedelta):
        return str(value)
    return str(value).strip()


def csv_blocks(data: bytes, label: str, unparsed: list[Unparsed]) -> list[Block]:
    """One grid. Raises DocumentError for text that is no table."""
    text = _decoded(data, label)
    lines = [line for line in text.splitlines() if line.strip()]
    mark = max((",", "\t", ";", "|"), key=lambda each: sum(line.count(each) for line in lines[:20]))
    rows = list(csv.reader(io.StringIO(text), delimiter=mark)) if lines else []
    width = max((len(row) for row in rows), default=0)
    if width < 2 or sum(1 for row in rows if len(row) > 1) < 2:
        raise DocumentError("no-table", label)
    return list(_csv_grid(rows, width))


def _csv_grid(rows: Sequence[Sequence[str]], width: int) -> Iterator[Grid]:
    cells = tuple(Cell(text.strip(), row, column) for row, line in enumerate(rows) for column, text in enumerate(line))
    yield Grid(cells, len(rows), width, tuple(f"line {row + 1}" for row in range(len(rows))))


def _decoded(data: bytes, label: str) -> str:
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, UnicodeError):
            continue
    raise DocumentError("binary", label)
