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

SNAP = 4.0  # points within which two rules are one
FOLIO = re.compile(r"\s*(?:第?\s*\d+\s*页(?:\s*共\s*\d+\s*页)?|[-—–]?\s*\d{1,4}\s*[-—–]?|\d+\s*/\s*\d+)\s*")


def pdf_blocks(data: bytes) -> Iterator[Block]:
    """Lines and tables in reading order, page by page; tables are not joined yet."""
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    with pdfplumber.open(io.BytesIO(data)) as opened:
        for number, page in enumerate(opened.pages, start=1):
            yield from _page(page, number)
            page.close()


def _page(page: Any, number: int) -> Iterator[Block]:
    tables = [_Ruled(table, number, index) for index, table in enumerate(page.find_tables(), start=1)]
    tables = [table for table in tables if table.cells]
    outside: list[dict[str, Any]] = []
    for char in page.chars:
        x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
        for table in tables:
            if table.take(x, y, char):
                break
        else:
            outside.append(char)
    height = float(page.height)
    pieces: list[tuple[float, Block]] = [(table.top, table.grid()) for table in tables]
    for top, text in _lines(outside):
        edge = top < height * 0.12 or top > height * 0.82
        if text.strip() and not (edge and FOLIO.fullmatch(text)):
            pieces.append((top, Line(text.strip(), f"page {number}", number)))
    yield from (block for _, block in sorted(pieces, key=lambda piece: piece[0]))


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
    return min(char["top"] for char in line), text
