"""Type set on pages: lines broken as Chinese print breaks them, tables ruled; millimetres from the top left corner."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

WIDTH, HEIGHT = 210.0, 297.0
LEFT, RIGHT, TOP, BOTTOM = 27.0, 183.0, 32.0, 268.0
SIZE, PITCH, PAD = 4.5, 8.0, 1.5
HEADINGS = {"h1": 7.0, "h2": 5.6}
OPENING = "（《“〔"  # never at the end of one
HANGING = "，。；：、！？）》”〕"  # never at the head of a line


@dataclass(frozen=True)
class Text:
    """One line of writing from x on, with its baseline at y."""

    words: str
    x: float
    y: float
    size: float


@dataclass(frozen=True)
class Box:
    """A ruled cell."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass
class Page:
    """What stands on one page."""

    texts: list[Text] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)


def advance(char: str) -> float:
    """In sizes: ASCII takes half."""
    return 0.5 if char.isascii() else 1.0


def length(words: str) -> float:
    """In sizes."""
    return sum(map(advance, words))


def broken(words: str, room: float, indent: float = 0.0) -> Iterator[str]:
    """Lines of at most `room` sizes, a closing mark more; Latin words and numbers stay whole."""
    line, used = "", indent
    for piece in _pieces(words):
        wide = length(piece)
        if line and used + wide > room and piece not in HANGING:
            yield line
            line, used = "", 0.0
        line, used = line + piece, used + wide
    if line:
        yield line


def _pieces(words: str) -> Iterator[str]:
    run = ""
    for char in words:
        if char.isascii() and not char.isspace() and len(run) < 20:
            run += char
            continue
        if run and run not in OPENING:
            yield run
            run = ""
        run += char
        if char not in OPENING:
            yield run
            run = ""
    if run:
        yield run


class Setter:
    """Fills pages from top to bottom with the blocks of a source; `lines` tells the lines of a block."""

    def __init__(self, lines: Callable[[Any], list[str]]) -> None:
        self.pages = [Page()]
        self._lines = lambda node: [line.strip("\t") for line in lines(node)]
        self._y = TOP

    def blocks(self, nodes: Sequence[Any]) -> list[Page]:
        """The pages of a source's top blocks."""
        for node in nodes:
            if node.tag == "table":
                self._table(node)
            else:
                for words in self._lines(node):
                    self._paragraph(words, node)
        return self.pages

    def _room(self, needed: float) -> None:
        if self._y + needed > BOTTOM:
            self.pages.append(Page())
            self._y = TOP

    def _paragraph(self, words: str, node: Any) -> None:
        size = HEADINGS.get(node.tag, SIZE)
        room, kind = (RIGHT - LEFT) / size, node.get("class", "")
        middle = node.tag in HEADINGS or kind == "number"
        indent = 0.0 if middle or kind == "right" else 2.0
        for index, line in enumerate(broken(words, room, indent)):
            height = PITCH * size / SIZE
            self._room(height)
            over = (room - length(line)) * size
            x = LEFT + (over / 2 if middle else over if kind == "right" else indent * size if index == 0 else 0)
            self.pages[-1].texts.append(Text(line, x, self._y + height * 0.7, size))
            self._y += height

    def _table(self, node: Any) -> None:
        cells, rows = _grid(node)
        edges = _edges(cells, self._lines)
        set_cells = {
            key: [part for words in self._lines(cell) for part in broken(words, _wide(edges, key, cell) / SIZE)]
            for key, cell in cells.items()
        }
        heights = [PITCH + PAD] * rows
        for (row, column), parts in set_cells.items():
            if _span(cells[row, column], "rowspan") == 1:
                heights[row] = max(heights[row], len(parts) * PITCH + PAD)
        for first, last in _groups(cells, rows):
            self._room(sum(heights[first:last]))
            tops = [self._y + sum(heights[first:row]) for row in range(first, last + 1)]
            for (row, column), parts in set_cells.items():
                if first <= row < last:
                    cell = cells[row, column]
                    end = tops[row - first + _span(cell, "rowspan")]
                    box = Box(edges[column], tops[row - first], edges[column + _span(cell, "colspan")], end)
                    self._cell(box, parts)
            self._y = tops[-1]

    def _cell(self, box: Box, parts: list[str]) -> None:
        page = self.pages[-1]
        page.boxes.append(box)
        for index, words in enumerate(parts):
            page.texts.append(Text(words, box.x0 + PAD, box.y0 + PAD / 2 + (index + 0.7) * PITCH, SIZE))


def _span(cell: Any, name: str) -> int:
    return int(cell.get(name, 1))


def _grid(table: Any) -> tuple[dict[tuple[int, int], Any], int]:
    """Cells by the row and column where they begin, and the number of rows."""
    cells: dict[tuple[int, int], Any] = {}
    taken: set[tuple[int, int]] = set()
    rows = list(table.iter("tr"))
    for row, node in enumerate(rows):
        column = 0
        for cell in (each for each in node if each.tag in ("td", "th")):
            while (row, column) in taken:
                column += 1
            cells[row, column] = cell
            for down in range(_span(cell, "rowspan")):
                taken |= {(row + down, column + across) for across in range(_span(cell, "colspan"))}
    return cells, len(rows)


def _edges(cells: dict[tuple[int, int], Any], lines: Callable[[Any], list[str]]) -> list[float]:
    """The left edges of the columns and the last right edge, wider where the words are longer."""
    count = max(column + _span(cell, "colspan") for (_, column), cell in cells.items())
    weights = [4.0] * count
    for (_, column), cell in cells.items():
        if _span(cell, "colspan") == 1:
            longest = max((length(line) for line in lines(cell)), default=0.0)
            weights[column] = max(weights[column], min(longest, 12.0))
    edges = [LEFT]
    for weight in weights:
        edges.append(edges[-1] + (RIGHT - LEFT) * weight / sum(weights))
    return edges


def _wide(edges: list[float], key: tuple[int, int], cell: Any) -> float:
    return edges[key[1] + _span(cell, "colspan")] - edges[key[1]] - 2 * PAD - SIZE  # room for a hanging mark


def _groups(cells: dict[tuple[int, int], Any], rows: int) -> Iterator[tuple[int, int]]:
    """Rows that cells hold together: a page may end between the groups only."""
    first = 0
    for row in range(1, rows + 1):
        if not any(at < row < at + _span(cell, "rowspan") for (at, _), cell in cells.items()):
            yield first, row
            first = row
