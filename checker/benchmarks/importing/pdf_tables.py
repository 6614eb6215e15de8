"""Ruled tables of PDFs, joined over pages, with the lines between them."""

from __future__ import annotations

import io
import logging
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

import pdfplumber

from checker.benchmarks.importing.grid import Block, Cell, Grid, Line, joined
from checker.text.repair.characters import table

SNAP = 4.0  # points within which two rules are one
CUT = 6.0  # points: shorter edges are the ends of thick rules
FOLIO = re.compile(r"\s*(?:第?\s*\d+\s*页(?:\s*共\s*\d+\s*页)?|[-—–]?\s*\d{1,4}\s*[-—–]?|\d+\s*/\s*\d+)\s*")


def pdf_blocks(data: bytes) -> Iterator[Block]:
    """Lines and tables in reading order, page by page; tables are not joined yet."""
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    with pdfplumber.open(io.BytesIO(data)) as opened:
        for number, page in enumerate(opened.pages, start=1):
            yield from _page(page, number)
            page.close()


def _page(page: Any, number: int) -> Iterator[Block]:
    found = page.find_tables({"explicit_horizontal_lines": _open_ends(page)})
    tables = [_Ruled(one, number, index) for index, one in enumerate(found, start=1)]
    tables = [ruled for ruled in tables if ruled.cells]
    outside: list[dict[str, Any]] = []
    for char in page.chars:
        x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
        for ruled in tables:
            if ruled.take(x, y, char):
                break
        else:
            outside.append(char)
    outside = _overflow(tables, outside) if tables else outside
    height = float(page.height)
    pieces: list[tuple[float, Block]] = [(ruled.top, ruled.grid()) for ruled in tables]
    for top, text in _lines(outside):
        edge = top < height * 0.12 or top > height * 0.82
        if text.strip() and not (edge and FOLIO.fullmatch(text)):
            pieces.append((top, Line(text.strip(), f"page {number}", number)))
    yield from (block for _, block in sorted(pieces, key=lambda piece: piece[0]))


def _overflow(tables: Sequence[_Ruled], outside: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What stays outside when lines in columns right under the page's last table went to the cells of its last row.

    Some printers cut the rules of a torn row before its last line of words. Words of a note run across the columns.
    """
    last = max(tables, key=lambda ruled: ruled.ys[-1])
    below = [char for char in outside if char["top"] > last.ys[-1] - 3 and char["text"].strip()]
    if not below or max(char["bottom"] for char in below) - last.ys[-1] > 3 * below[0]["size"]:
        return outside
    columns = {bisect_right(last.xs, (char["x0"] + char["x1"]) / 2) - 1 for char in below}
    across = any(char["x0"] < edge - 1 and char["x1"] > edge + 1 for char in below for edge in last.xs[1:-1])
    if across or len(columns) < 2 or not columns <= set(range(len(last.xs) - 1)):
        return outside
    taken = {id(char) for char in below if last.take((char["x0"] + char["x1"]) / 2, last.ys[-1] - 1, char)}
    return [char for char in outside if id(char) not in taken]


def _open_ends(page: Any) -> list[float]:
    """The ends of the page's upright rules: a row that the page end has cut, or part of it, has no level rule there."""
    upright = [edge for edge in page.edges if edge["orientation"] == "v" and edge["height"] > CUT]
    return [min(edge["top"] for edge in upright), max(edge["bottom"] for edge in upright)] if upright else []


class _Ruled:
    """One table of a page: rules snapped to a grid, characters dropped into its cells."""

    def __init__(self, table: Any, page: int, index: int) -> None:
        boxes = [box for box in table.cells if box[2] - box[0] > 2 and box[3] - box[1] > 2]
        self.page, self.index, self.top = page, index, float(table.bbox[1])
        self.xs = _snapped([box[0] for box in boxes] + [box[2] for box in boxes])
        self.ys = _snapped([box[1] for box in boxes] + [box[3] for box in boxes])
        self.cells: list[tuple[int, int, int, int]] = []
        self.cover: dict[tuple[int, int], int] = {}
        self.chars: list[list[dict[str, Any]]] = []
        for box in boxes:
            first, last = _near(self.xs, box[0]), _near(self.xs, box[2])
            top, bottom = _near(self.ys, box[1]), _near(self.ys, box[3])
            if last <= first or bottom <= top:
                continue
            for row in range(top, bottom):
                for column in range(first, last):
                    self.cover[row, column] = len(self.cells)
            self.cells.append((top, first, bottom - top, last - first))
            self.chars.append([])

    def take(self, x: float, y: float, char: dict[str, Any]) -> bool:
        """Put a character into the cell around (x, y), if there is one."""
        place = bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1
        cell = self.cover.get(place)
        if cell is None:
            return False
        self.chars[cell].append(char)
        return True

    def grid(self) -> Grid:
        cells = tuple(
            Cell(joined([text for _, text in _lines(chars)]), *box, self._full(box, chars))
            for box, chars in zip(self.cells, self.chars, strict=True)
        )
        height, width = len(self.ys) - 1, len(self.xs) - 1
        places = tuple(f"page {self.page}, table {self.index}, row {row + 1}" for row in range(height))
        return Grid(cells, height, width, places, self.page, tuple(self.xs))

    def _full(self, box: tuple[int, int, int, int], chars: Sequence[dict[str, Any]]) -> bool:
        """Whether the last line leaves no room for another character beside the usual margin of one."""
        printed = [char for char in chars if char["text"].strip()]
        if not printed:
            return False
        foot = max(char["bottom"] for char in printed)
        last = [char for char in printed if foot - char["bottom"] < 3]
        width = self.xs[box[1] + box[3]] - self.xs[box[1]]
        room = width - max(char["x1"] for char in last) + min(char["x0"] for char in last)
        return bool(room < 2.1 * last[0]["size"])


def _snapped(values: Sequence[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > SNAP:
            found.append(value)
    return found


def _near(values: Sequence[float], value: float) -> int:
    return min(range(len(values)), key=lambda index: abs(values[index] - value))


def _lines(chars: Sequence[dict[str, Any]]) -> Iterator[tuple[float, str]]:
    """(top, text) of the lines that characters form; small gaps are no spaces in Chinese text."""
    line: list[dict[str, Any]] = []
    for char in sorted(chars, key=lambda one: (one["bottom"], one["x0"])):
        if line and char["bottom"] - line[-1]["bottom"] > max(3.0, 0.4 * char["size"]):
            yield _told(line)
            line = []
        line.append(char)
    if line:
        yield _told(line)


def _told(line: list[dict[str, Any]]) -> tuple[float, str]:
    text, end = "", None
    for char in sorted(line, key=lambda one: one["x0"]):
        if end is not None and char["x0"] - end > char["size"] * 0.6 and text[-1:] != " ":
            text += " "
        text += char["text"]
        end = char["x1"]
    return min(char["top"] for char in line), text.translate(table())
