"""Published tables as grids of merged cells, in the order of reading, with the lines of text between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell and the rectangle of the grid that it covers; rows and columns count from 0.

    `full`: the last line of its words fills its width, so they may go on overleaf.
    """

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    full: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text outside tables."""

    text: str
    where: str
    page: int = 1


@dataclass(frozen=True)
class Grid:
    """A table. `places` tells for each row where it stands in the source (page 3, table 1, row 4).

    `edges` are the x positions of the columns where the format has them; tables that go on overleaf are joined by
    them. A place that no cell covers is empty.
    """

    cells: tuple[Cell, ...]
    height: int
    width: int
    places: tuple[str, ...]
    page: int = 1
    edges: tuple[float, ...] = ()
    _index: dict[tuple[int, int], Cell] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        for cell in self.cells:
            for row in range(cell.row, cell.row + cell.rows):
                for column in range(cell.column, cell.column + cell.columns):
                    self._index[row, column] = cell

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers a place."""
        return self._index.get((row, column))

    def text(self, row: int, column: int) -> str:
        """The words at a place, "" where there is no cell."""
        cell = self.at(row, column)
        return cell.text if cell is not None else ""

    def row(self, row: int) -> list[Cell]:
        """The cells that cover a row, each once, from left to right."""
        found: dict[Cell, None] = {}
        for column in range(self.width):
            if (cell := self.at(row, column)) is not None:
                found[cell] = None
        return list(found)


Block = Line | Grid


@dataclass(frozen=True, slots=True)
class Unparsed:
    """What the import could not understand: place, words, reason (both languages in one, 中文 · English)."""

    where: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Source:
    """A file as blocks; `unparsed` lists what reading it already had to leave out."""

    file: str
    sha256: str
    blocks: tuple[Block, ...]
    unparsed: tuple[Unparsed, ...] = ()


def joined(pieces: Sequence[str]) -> str:
    """Lines of one cell as one text: the line ends are the column's width, unless words of Latin letters meet."""
    text = ""
    for piece in (each.strip() for each in pieces):
        gap = " " if text and piece and text[-1].isascii() and text[-1].isalpha() and piece[0].isascii() else ""
        text += gap + piece if piece else ""
    return text


def shifted(cells: Sequence[Cell], rows: int, columns: Sequence[int] | None = None) -> Iterator[Cell]:
    """Cells moved down, and from their own columns to those of a common grid (`columns[i]` is where edge i went)."""
    for cell in cells:
        if columns is None:
            yield replace(cell, row=cell.row + rows)
        else:
            first, last = columns[cell.column], columns[cell.column + cell.columns]
            yield replace(cell, row=cell.row + rows, column=first, columns=max(last - first, 1))
