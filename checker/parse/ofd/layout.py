"""A page's marks as its text: paragraphs and rows of tables from top to bottom, each character with its place."""

from __future__ import annotations

from dataclasses import dataclass

from checker.parse.ofd.columns import reordered
from checker.parse.ofd.lines import Line, Piece, cell, joined, lines_of, pieces
from checker.parse.ofd.marks import Marks
from checker.parse.ofd.paragraphs import paragraphs
from checker.parse.ofd.ruled import TooManyRules, placed, tables


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page's text as pieces; `unruled` when it has more rules than the table finder is given."""

    pieces: tuple[Piece, ...]
    size: tuple[float, float]
    unruled: bool = False

    @property
    def text(self) -> str:
        """The page's text; its index i is `pieces[i]`."""
        return "".join(char for char, _ in self.pieces)


def laid_out(marks: Marks) -> Sheet:
    """The page in reading order; turned writing outside tables comes last, since it stands beside the text."""
    outside, unruled = marks.glyphs, False
    blocks: list[tuple[float, list[Piece]]] = []
    try:
        for cells in tables(marks.rules):
            rows, outside = placed(outside, cells)
            shown = [joined([cell(lines_of(each)) for each in row], "\t") for row in rows]
            kept = [row for row in shown if any(char.strip() for char, _ in row)]
            blocks.append((min(box[1] for box in cells), joined(kept)))
    except TooManyRules:
        outside, blocks, unruled = marks.glyphs, [], True
    lines = lines_of(outside)
    groups = _between([line for line in lines if line.level], blocks)
    groups += [pieces(line) for line in lines if not line.level]
    return Sheet(tuple(_single(joined([group for group in groups if group]))), marks.size, unruled)


def _between(lines: list[Line], blocks: list[tuple[float, list[Piece]]]) -> list[list[Piece]]:
    """Lines with the tables at their places; columns and paragraphs are looked for in each stretch between tables."""
    groups: list[list[Piece]] = []
    rest = lines
    for top, block in sorted(blocks, key=lambda each: each[0]):
        groups += paragraphs(reordered([line for line in rest if line.y < top]))
        groups.append(block)
        rest = [line for line in rest if line.y >= top]
    return groups + paragraphs(reordered(rest))


def _single(found: list[Piece]) -> list[Piece]:
    """One piece a character: an escape or an odd writer may put two into one."""
    return [(part, glyph) for char, glyph in found for part in char]
