"""Ruled tables on a picture: which cell each line of writing stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from checker.parse.scan.lines import Line
from checker.parse.scan.pixels import Mask, Pixels

DARK = 150  # levels: a rule is darker
FLAT, UPRIGHT = 110, 70  # pixels of the shortest rule: longer than any stroke of a letter
THIN = 7  # pixels: a rule is thinner, and has paper on both sides
WHOLE = 0.9  # of a rule's length must be dark: scans have gaps
TILT = 2  # pixels that a rule may rise or fall over that length


def with_cells(lines: Sequence[Line], pixels: Pixels) -> tuple[Line, ...]:
    """The lines, those between four rules with the place of their cell (left, top, right, bottom in pixels)."""
    dark = pixels.max(axis=2) < DARK
    flat, upright = _rules(dark, FLAT), np.ascontiguousarray(_rules(np.ascontiguousarray(dark.T), UPRIGHT).T)
    if not flat.any() or not upright.any():
        return tuple(lines)
    return tuple(replace(line, cell=_cell(line, flat, upright)) for line in lines)


def _rules(dark: Mask, shortest: int) -> Mask:
    """Pixels of thin dark horizontal runs of at least this length."""
    if dark.shape[1] <= shortest or dark.shape[0] <= THIN:
        return np.zeros(dark.shape, dtype=np.bool_)
    lone = dark.copy()
    lone[THIN:] &= ~dark[:-THIN]
    lone[:-THIN] &= ~dark[THIN:]
    thick = lone.copy()
    for step in range(1, TILT + 1):  # a tilted rule stays in a band
        thick[step:] |= lone[:-step]
        thick[:-step] |= lone[step:]
    begins = _sums(thick, shortest) >= WHOLE * shortest  # at each pixel, of the run that begins there
    covering = _sums(np.pad(begins, ((0, 0), (shortest - 1, shortest - 1))), shortest)
    return lone & (covering > 0)


def _sums(pixels: Mask, length: int) -> NDArray[np.int32]:
    """How many are set from each pixel on, over this length."""
    sums = np.pad(np.cumsum(pixels, axis=1, dtype=np.int32), ((0, 0), (1, 0)))
    made: NDArray[np.int32] = sums[:, length:] - sums[:, :-length]
    return made


def _cell(line: Line, flat: Mask, upright: Mask) -> tuple[int, int, int, int] | None:
    """The nearest rules on all four sides of the line's middle."""
    x, y = int(sum(line.corners[0::2]) / 4), int(sum(line.corners[1::2]) / 4)
    height, width = flat.shape
    if not (0 < x < width and 0 < y < height):
        return None
    column: Mask = np.any(flat[:, max(x - 3, 0) : x + 4], axis=1)
    row: Mask = np.any(upright[max(y - 3, 0) : y + 4], axis=0)
    above, below, before, behind = (np.flatnonzero(part) for part in (column[:y], column[y:], row[:x], row[x:]))
    if not (above.size and below.size and before.size and behind.size):
        return None
    return int(before[-1]), int(above[-1]), x + int(behind[0]), y + int(below[0])
