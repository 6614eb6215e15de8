"""DOCX and HTML as blocks: paragraphs and tables in order, cells merged down and across."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from checker.benchmarks.importing.grid import Block, Cell, Grid, Line, Unparsed

WIDEST = 200  # columns or rows that one cell may span; more is a mistake of the page


def word_blocks(data: bytes, label: str, unparsed: list[Unparsed]) -> list[Block]:
    """Paragraphs and tables of a Word file in order."""
    import docx
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    blocks: list[Block] = []
    tables = lines = 0
    for element in docx.Document(io.BytesIO(data)).iter_inner_content():
        if isinstance(element, Paragraph):
            lines += 1
            if element.text.strip():
                blocks.append(Line(element.text.strip(), f"paragraph {lines}"))
        elif isinstance(element, Table):
            tables += 1
            blocks.append(_word_grid(element, tables))
    return blocks


def _word_grid(table: Any, number: int) -> Grid:
    """python-docx answers with one object for every place that a merged cell covers."""
    places: dict[Any, list[tuple[int, int]]] = {}
    texts: dict[Any, str] = {}
    height = width = 0
    for row, line in enumerate(table.rows):
        height = row + 1
        for column, cell in enumerate(line.cells, start=line.grid_cols_before):
            width = max(width, column + 1)
            places.setdefault(cell._tc, []).append((row, column))
            texts[cell._tc] = "\n".join(each.text.strip() for each in cell.paragraphs if each.text.strip())
    cells = []
    for element, covered in places.items():
        rows, columns = [each[0] for each in covered], [each[1] for each in covered]
        span = max(rows) - min(rows) + 1, max(columns) - min(columns) + 1
        cells.append(Cell(texts[element], min(rows), min(columns), *span))
    where = tuple(f"table {number}, row {row + 1}" for row in range(height))
    return Grid(tuple(cells), height, width, where)


def html_blocks(data: bytes, label: str, unparsed: list[Unparsed]) -> list[Block]:
    """Text and tables of a web page in order; a table that holds tables is only their frame."""
    from lxml import html

    from checker.parse.plain import decode

    text, _ = decode(data, label)
    tree: Any = html.document_fromstring(text)
    for element in tree.xpath("//script|//style|//noscript|//nav|//header//nav"):
        element.drop_tree()
    return list(_walk(tree, _Counter()))


class _Counter:
    tables = 0


def _walk(element: Any, counter: _Counter) -> Iterator[Block]:
    if not isinstance(element.tag, str):
        return
    if element.tag == "table" and not element.xpath(".//table"):
        counter.tables += 1
        yield _html_grid(element, counter.tables)
        return
    block = element.tag in ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "title")
    if block or not any(
        child.tag
        in (
            "p",
            "div",
            "table",
            "td",
            "tr",
            "tbody",
            "section",
            "body",
            "ul",
            "ol",
            "h1",
            "h2",
            "h3",
            "span",
            "article",
            "main",
        )
        for child in element
    ):
        words = " ".join(element.text_content().split())
        if words and element.tag != "head":
            yield Line(words, f"line {element.sourceline or 0}")
        return
    for child in element:
        yield from _walk(child, counter)


def _html_grid(table: Any, number: int) -> Grid:
    taken: set[tuple[int, int]] = set()
    cells = []
    rows = table.xpath("./tr|./thead/tr|./tbody/tr|./tfoot/tr")
    for row, line in enumerate(rows):
        column = 0
        for element in line.xpath("./td|./th"):
            while (row, column) in taken:
                column += 1
            tall, wide = (_span(element.get(name)) for name in ("rowspan", "colspan"))
            tall = min(tall or len(rows), len(rows) - row)
            taken |= {(row + down, column + over) for down in range(tall) for over in range(wide)}
            cells.append(Cell(_html_words(element), row, column, tall, max(wide, 1)))
            column += wide
    width = max((column for _, column in taken), default=-1) + 1
    where = tuple(f"table {number}, row {row + 1}" for row in range(len(rows)))
    return Grid(tuple(cells), len(rows), width, where)


def _span(written: str | None) -> int:
    return min(int(written), WIDEST) if written and written.strip().isdigit() else 1


def _html_words(element: Any) -> str:
    for mark in element.xpath(".//br|.//p|.//li|.//div"):
        mark.tail = "\n" + (mark.tail or "")
    lines = (
        "".join(line.split()) if any("\u4e00" <= c <= "\u9fff" for c in line) else " ".join(line.split())
        for line in element.text_content().split("\n")
    )
    return "\n".join(line for line in lines if line)
