"""Characters to lines: one baseline a line, left to right, with the gaps that the eye sees."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from checker.parse.ofd.writing import Glyph

Piece = tuple[str, Glyph | None]  # a character, and where it stands; separators stand nowhere
SAME_LINE = 0.35  # of the larger type: how far baselines of one line may lie apart
BLANK, TAB = 0.4, 2.5  # gaps, in sizes of type, that read as a blank and as a column's edge
DOUBLED = 0.15  # the same character so near is one, printed twice to look bold


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its characters in reading order, its baseline, and whether it runs from left to right."""

    glyphs: tuple[Glyph, ...]
    y: float
    level: bool

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.glyphs[0].x

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.glyphs[-1].x + self.glyphs[-1].width


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """All lines from top to bottom; turned writing is a line for each text, by its top."""
    listed = list(glyphs)
    found = [_line(row) for row in _rows([glyph for glyph in listed if not glyph.run])]
    turned = [glyph for glyph in listed if glyph.run]
    for _, run in groupby(turned, key=lambda glyph: glyph.run):
        kept = tuple(run)
        found.append(Line(kept, min(glyph.box[1] for glyph in kept), False))
    return sorted((line for line in found if line.glyphs), key=lambda line: line.y)


def _rows(glyphs: list[Glyph]) -> Iterator[list[Glyph]]:
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda each: each.y):
        if row and glyph.y - row[0].y > SAME_LINE * max(row[0].size, glyph.size):
            yield row
            row = []
        row.append(glyph)
    if row:
        yield row


def _line(row: list[Glyph]) -> Line:
    kept: list[Glyph] = []
    for glyph in sorted(row, key=lambda each: each.x):
        near = (each for each in reversed(kept[-3:]) if glyph.x - each.x < DOUBLED * glyph.size)
        if not any(each.char == glyph.char for each in near):
            kept.append(glyph)
    while kept and kept[-1].char.isspace():
        kept.pop()
    return Line(tuple(kept), row[0].y, True)


def pieces(line: Line) -> list[Piece]:
    """The line's characters with blanks and tabs where it has gaps."""
    found: list[Piece] = []
    before: Glyph | None = None
    for glyph in line.glyphs:
        if before is not None and line.level:
            gap = (glyph.x - before.x - before.width) / max(glyph.size, before.size, 0.01)
            if gap > BLANK and not glyph.char.isspace() and not before.char.isspace():
                found.append(("\t" if gap > TAB else " ", None))
        found.append((glyph.char, glyph))
        before = glyph
    return found


def joined(groups: Sequence[list[Piece]], between: str = "\n") -> list[Piece]:
    """Groups of pieces with a separator between them."""
    found: list[Piece] = []
    for index, group in enumerate(groups):
        if index:
            found.append((between, None))
        found += group
    return found


def cell(lines: Sequence[Line]) -> list[Piece]:
    """A cell's lines as one text: their ends are the column's width, unless they end a sentence."""
    found: list[Piece] = []
    for line in lines:
        if found and re.search(r"[。；：]\s*$", found[-1][0]):
            found.append(("\n", None))
        found += pieces(line)
    while found and found[0][0].isspace():
        del found[0]
    return found
