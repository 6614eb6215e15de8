"""Pages printed in two columns: the left one is read to its end before the right one is begun."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from checker.parse.scan.lines import Line

FEWEST = 4  # lines in a column
CROSSING = 0.25  # share of the lines that may run over both columns: titles, running heads
FILLED, FILLING = 0.75, 0.4  # lines fill so much of their column, in this share of them: cells of tables do not
NARROWEST = 0.3  # of the printed width: a column of prose is no narrower
GUTTER = 4.0  # line heights: the space between columns of prose is no wider


@dataclass(frozen=True, slots=True)
class _Split:
    left: list[Line]
    right: list[Line]
    over: list[Line]  # lines across both


def regions(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines in parts that are read one after another; one part unless the page has two columns of prose."""
    split = _gutter(lines)
    if split is None:
        return [list(lines)]
    parts: list[list[Line]] = []
    edges = [-1.0, *sorted(_middle(line) for line in split.over), float("inf")]
    over = sorted(split.over, key=_middle)
    for index, (top, bottom) in enumerate(itertools.pairwise(edges)):
        if index:
            parts.append([over[index - 1]])
        for side in (split.left, split.right):
            parts.append([line for line in side if top < _middle(line) <= bottom])
    return [part for part in parts if part]


def _gutter(lines: Sequence[Line]) -> _Split | None:
    """The lines divided where the fewest run across, in the middle of the page, if both sides are prose."""
    if len(lines) < 2 * FEWEST:
        return None
    low, high = min(map(_left, lines)), max(map(_right, lines))
    places = [low + (high - low) * at / 100 for at in range(40, 61)]
    split = min((_split(lines, place) for place in places), key=lambda each: len(each.over))
    sides = (split.left, split.right)
    if len(split.over) > CROSSING * len(lines) or not all(_is_prose(side, NARROWEST * (high - low)) for side in sides):
        return None
    gap = min(map(_left, split.right)) - max(map(_right, split.left))
    return split if gap <= GUTTER * median(map(_tall, lines)) else None


def _split(lines: Sequence[Line], place: float) -> _Split:
    left = [line for line in lines if _right(line) <= place]
    right = [line for line in lines if _left(line) >= place]
    return _Split(left, right, [line for line in lines if _left(line) < place < _right(line)])


def _is_prose(side: Sequence[Line], narrowest: float) -> bool:
    """Whether most lines run from one edge of their column to the other, and that is wide enough."""
    if len(side) < FEWEST:
        return False
    width = max(map(_right, side)) - min(map(_left, side))
    if width < narrowest:
        return False
    full = sum(1 for line in side if _right(line) - _left(line) >= FILLED * width)
    return full >= FILLING * len(side)


def _left(line: Line) -> float:
    return min(line.corners[0], line.corners[6])


def _right(line: Line) -> float:
    return max(line.corners[2], line.corners[4])


def _middle(line: Line) -> float:
    return sum(line.corners[1::2]) / 4


def _tall(line: Line) -> float:
    return max(line.corners[7] - line.corners[1], 1.0)
