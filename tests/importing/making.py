"""Invented tables in every format that the import reads, from one description: rows of cells with their spans."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Sequence

from checker.benchmarks.importing import Imported, assemble, open_source

# A cell is its words, or (words, rows, columns) when it is merged; places that a merged cell covers are left out.
Cell = str | tuple[str, int, int]
Table = Sequence[Sequence[Cell]]
HEAD = {
    "title": "延边州虚构行政处罚裁量基准",
    "in_force_from": "2023-01-01",
    "document_number": "延州虚〔2023〕1号",
    "field": "food",
}


def spans(cell: Cell) -> tuple[str, int, int]:
    """A cell with its spans told."""
    return cell if isinstance(cell, tuple) else (cell, 1, 1)


def placed(table: Table) -> list[tuple[int, int, str, int, int]]:
    """(row, column, words, rows, columns) of every cell, as HTML places them."""
    taken: set[tuple[int, int]] = set()
    found = []
    for row, line in enumerate(table):
        column = 0
        for cell in line:
            while (row, column) in taken:
                column += 1
            words, tall, wide = spans(cell)
            taken |= {(row + down, column + over) for down in range(tall) for over in range(wide)}
            found.append((row, column, words, tall, wide))
            column += wide
    return found


def as_html(table: Table) -> bytes:
    """A web page."""
    lines = []
    for line in table:
        cells = "".join(
            f'<td rowspan="{tall}" colspan="{wide}">{html.escape(words).replace(chr(10), "<br>")}</td>'
            for words, tall, wide in map(spans, line)
        )
        lines.append(f"<tr>{cells}</tr>")
    return f"<html><body><h1>裁量基准</h1><table>{''.join(lines)}</table></body></html>".encode()


def as_xlsx(table: Table) -> bytes:
    """A workbook with merged ranges."""
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("基准")
        for row, column, words, tall, wide in placed(table):
            if tall * wide > 1:
                sheet.merge_range(row, column, row + tall - 1, column + wide - 1, words)
            else:
                sheet.write_string(row, column, words)
    return out.getvalue()


def as_docx(table: Table) -> bytes:
    """A Word file with merged cells."""
    import docx

    cells = placed(table)
    height = max(row + tall for row, _, _, tall, _ in cells)
    width = max(column + wide for _, column, _, _, wide in cells)
    document = docx.Document()
    made = document.add_table(height, width)
    for row, column, words, tall, wide in cells:
        cell = made.cell(row, column)
        if tall * wide > 1:
            cell = cell.merge(made.cell(row + tall - 1, column + wide - 1))
        cell.text = words
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_csv(table: Table) -> bytes:
    """CSV in GBK: merged cells are told once, as spreadsheets export them."""
    cells = placed(table)
    height = max(row + tall for row, _, _, tall, _ in cells)
    width = max(column + wide for _, column, _, _, wide in cells)
    lines = [[""] * width for _ in range(height)]
    for row, column, words, _, _ in cells:
        lines[row][column] = words
    out = io.StringIO()
    csv.writer(out).writerows(lines)
    return out.getvalue().encode("gb18030")


FORMATS = {"html": as_html, "xlsx": as_xlsx, "docx": as_docx, "csv": as_csv}


def imported(table: Table, kind: str = "html", **told: str) -> Imported:
    """The table, printed in a format and imported."""
    return assemble(open_source(FORMATS[kind](table), f"样表.{kind}"), HEAD | told)
