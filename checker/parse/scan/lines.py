"""What reading a page gives: lines with their corners, and the numbers in doubt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line found on a picture: its words, how sure (0..1), its corners in pixels, clockwise from top left.

    `cell` is the place (left, top, right, bottom) of the table's cell it stands in.
    """

    text: str
    score: float
    corners: tuple[float, ...]
    cell: tuple[int, int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """One line whose numbers differ: what each reading has, and the spans of the line that are in doubt."""

    line: Line
    clean: str
    original: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """The legible lines of a page, how many others there were, and the numbers in doubt.

    Corners are pixels of the page turned anticlockwise by `quarters`, which is how it was read.
    """

    lines: tuple[Line, ...]
    unread: int = 0
    differences: tuple[Difference, ...] = ()
    quarters: int = 0
