"""A TextObject as characters with places: TextCode, DeltaX, DeltaY and their `g` notation."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field

from lxml import etree

from checker.parse.ofd.matrix import Matrix, moved, number
from checker.parse.ofd.tree import kids

ESCAPE = re.compile(r"\\([0-9A-Fa-f]{4})")  # characters that XML cannot hold, and blanks
PLACEHOLDER = "¤"  # a glyph that stands for no character
LEVEL = 0.2  # slope up to which writing counts as running left to right
ASCENT, DESCENT = 0.86, 0.14  # of the size, for boxes
WIDE = frozenset("WM@%mw")
SIZE = 3.7042  # millimetres: 10.5 pt, where none is written


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character. `x`, `y` its origin on the baseline, `width` its own advance, `size` the height of its type.

    `run` is 0 for writing from left to right; turned writing has the number of its text, whose order it keeps.
    """

    char: str
    x: float
    y: float
    width: float
    size: float
    run: int
    box: tuple[float, float, float, float]


@dataclass(slots=True)
class Found:
    """A text object's characters, and what was odd about it."""

    glyphs: list[Glyph] = field(default_factory=list)
    unnamed: int = 0
    misplaced: int = 0


@dataclass(frozen=True, slots=True)
class _Type:
    """How a text object sets its characters."""

    matrix: Matrix
    size: float
    stretch: float
    down: bool  # characters follow each other downwards


def glyphs(node: etree._Element, matrix: Matrix, serial: int) -> Found:
    """The characters of a TextObject under the matrix to its page; `serial` numbers turned writing apart."""
    found = Found()
    size, stretch = number(node.get("Size"), SIZE), number(node.get("HScale"), 1.0)
    down = node.get("ReadDirection", "0").strip() in ("90", "270")
    style = _Type(matrix, abs(size or SIZE), abs(stretch or 1.0), down)
    found.misplaced += size is None or stretch is None
    x = y = 0.0
    for index, code in enumerate(kids(node, "TextCode")):
        start = number(code.get("X"), x), number(code.get("Y"), y)
        found.misplaced += None in start
        x, y = x if start[0] is None else start[0], y if start[1] is None else start[1]
        _code(code, style, (x, y), (serial << 20) + index + 1, found)
    return found


def _code(code: etree._Element, style: _Type, start: tuple[float, float], serial: int, found: Found) -> None:
    text = _text(code.text or "")
    across, odd_x = deltas(code.get("DeltaX"), len(text) - 1)
    along, odd_y = deltas(code.get("DeltaY"), len(text) - 1)
    found.misplaced += odd_x or odd_y
    if across is None and along is None:
        steps = [_width(char) * style.size * style.stretch for char in text[:-1]]
        across, along = ([0.0] * len(steps), steps) if style.down else (steps, [0.0] * len(steps))
    across, along = across or [0.0] * len(text), along or [0.0] * len(text)
    level = _level(style.matrix, sum(across[: len(text) - 1]), sum(along[: len(text) - 1]))
    x, y = start
    for index, char in enumerate(text):
        if char == PLACEHOLDER:
            found.unnamed += 1
        else:
            found.glyphs.append(_glyph(char, x, y, style, 0 if level else serial))
        if index < len(text) - 1:
            x, y = x + across[index], y + along[index]


def _glyph(char: str, x: float, y: float, style: _Type, run: int) -> Glyph:
    width = _width(char) * style.size * style.stretch
    at = moved(style.matrix, x, y)
    corners = [
        moved(style.matrix, x + dx, y + dy) for dx in (0, width) for dy in (-ASCENT * style.size, DESCENT * style.size)
    ]
    across, down = [corner[0] for corner in corners], [corner[1] for corner in corners]
    box = (min(across), min(down), max(across), max(down))
    a, b, c, d, _, _ = style.matrix
    return Glyph(char, *at, width * math.hypot(a, b), style.size * math.hypot(c, d), run, box)


def _level(matrix: Matrix, across: float, along: float) -> bool:
    """Whether writing that moves so far in its own space runs from left to right on the page, upright."""
    a, b, c, d, _, _ = matrix
    upright = a > 0 and abs(b) <= LEVEL * a
    dx, dy = a * across + c * along, b * across + d * along
    return upright and (abs(dy) <= LEVEL * abs(dx) or (dx == 0 and dy == 0))


def deltas(written: str | None, wanted: int) -> tuple[list[float] | None, bool]:
    """So many offsets, `g 3 1.5` being three times 1.5; too few are continued with the last, None when none is written.

    The flag tells that something in it was no number; nothing is unfolded beyond what is wanted.
    """
    tokens = iter((written or "").replace(",", " ").split())
    found: list[float] = []
    odd = False
    for token in tokens:
        times: float | None = 1.0
        if token.lower() == "g":
            times, token = number(next(tokens, "?"), 1.0), next(tokens, "?")
        value = number(token, 0.0)
        if value is None or times is None or times < 0:
            odd = True
            break
        found += [value] * min(int(times), max(wanted - len(found), 0))
    if not found:
        return None, odd
    return found + [found[-1]] * (wanted - len(found)), odd


def _text(written: str) -> str:
    if "\n" in written:  # indented by a pretty printer
        written = "".join(line.strip() for line in written.split("\n"))
    return ESCAPE.sub(lambda match: _unescaped(match.group(1), match.group()), written.replace("\t", " "))


def _unescaped(code: str, written: str) -> str:
    point = int(code, 16)
    return written if 0xD800 <= point <= 0xDFFF else chr(point) if point >= 32 else " "


def _width(char: str) -> float:
    """Advance in units of the size, as Chinese type is set: full, or half for ASCII."""
    return 1.0 if not char.isascii() else 0.9 if char in WIDE else 0.5
