"""Lines to paragraphs: a line runs on where it is full to the margin and the next one begins at the margin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.parse.ofd.lines import Line, Piece, pieces

INDENT = "\u3000\u3000"
FLUSH, INDENTED = 0.6, (1.4, 2.6)  # sizes from the left margin
RAGGED = 2.5  # sizes that full lines may differ at the right margin
BODY = 8  # characters that a line must have to show where the margins are
NARROW, WIDE, MANY = 15.0, 20.0, 3  # sizes of a column that breaks lines; without indents so wide, so many full lines
LOOSE = 1.6  # of the usual distance between lines: more is a gap between paragraphs
OPENING = "（《“‘〔【(["
CLOSING = "，。；：、！？）》”’〕】％%)"
ENDS = "。；：！？:;!?"
# What begins a paragraph where paragraphs are not indented.
OPENS = re.compile(
    r"\s*(?:[(（][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}[、.．](?!\d)|[①-⑳]"
    r"|第[一二三四五六七八九十百\d]{1,4}[章节条]\s|[^\s，。；、（(]{2,12}[:：]|.{0,30}(?:决定书|告知书|笔录)\s*$)"
)


@dataclass(frozen=True, slots=True)
class Margins:
    """Where a stretch of lines begins and ends, its type, its pitch, and whether paragraphs are indented."""

    left: float
    right: float
    size: float
    pitch: float
    indents: bool

    def indented(self, line: Line) -> bool:
        """Whether the line stands two characters in."""
        return INDENTED[0] <= (line.left - self.left) / self.size <= INDENTED[1]

    def flush(self, line: Line) -> bool:
        """Whether the line begins at the margin."""
        return abs(line.left - self.left) <= FLUSH * self.size


def paragraphs(lines: Sequence[Line]) -> list[list[Piece]]:
    """Groups of pieces, one a paragraph where lines run on, else one a line; indented ones begin with two blanks."""
    margins = _margins(lines)
    found: list[list[Piece]] = []
    before: Line | None = None
    for line in lines:
        here = pieces(line)
        if margins is not None and before is not None and _runs_on(before, line, here, margins):
            found[-1] += here
        else:
            indent = margins is not None and margins.indents and margins.indented(line)
            found.append([*((char, None) for char in (INDENT if indent else "")), *here])
        before = line
    return found


def _margins(lines: Sequence[Line]) -> Margins | None:
    body = [line for line in lines if line.level and len(line.glyphs) >= BODY]
    if len(body) < 2:
        return None
    sizes = sorted(line.glyphs[0].size for line in body)
    size = max(sizes[len(sizes) // 2], 0.01)
    body = [line for line in body if abs(line.glyphs[0].size - size) <= 0.15 * size]
    if len(body) < 2:
        return None
    left, end = min(line.left for line in body), max(line.right for line in body)
    full = sorted(line.right for line in body if line.right >= end - RAGGED * size)
    gaps = sorted(lower.y - upper.y for upper, lower in pairwise(body) if lower.y > upper.y)
    pitch = gaps[len(gaps) // 2] if gaps else 2 * size
    bare = Margins(left, full[len(full) // 2], size, pitch, False)
    indents = any(bare.indented(line) for line in body) and any(bare.flush(line) for line in body)
    wide = (bare.right - left) / size
    if wide < NARROW or (not indents and (wide < WIDE or len(full) < MANY)):
        return None  # too little to tell a margin from lines that happen to end together
    return Margins(bare.left, bare.right, size, pitch, indents)


def _runs_on(upper: Line, lower: Line, words: list[Piece], margins: Margins) -> bool:
    if not upper.level or not lower.level or not margins.flush(lower):
        return False
    if not (margins.flush(upper) or margins.indented(upper)) or lower.y - upper.y > LOOSE * margins.pitch:
        return False
    if abs(upper.glyphs[0].size - lower.glyphs[0].size) > 0.15 * margins.size or any(char == "\t" for char, _ in words):
        return False
    if upper.right + _first_word(lower) <= margins.right - 0.1 * margins.size:
        return False  # it would have fitted: somebody ended the line there
    last = upper.glyphs[-1].char
    return margins.indents or (last not in ENDS and not OPENS.match("".join(char for char, _ in words)))


def _first_word(line: Line) -> float:
    """Width of what stays together at the head of a line: a number, a word, a character with its comma or bracket."""
    width, word = 0.0, ""
    for glyph in line.glyphs:
        latin = glyph.char.isascii() and not glyph.char.isspace()
        if word and glyph.char not in CLOSING and word[-1] not in OPENING and not (latin and word[-1].isascii()):
            break
        word, width = word + glyph.char, width + glyph.width
    return width
