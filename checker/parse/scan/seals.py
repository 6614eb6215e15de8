"""Red seals taken off a page: the print beneath stays, and red print (letterheads) stays too."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from checker.parse.scan.pixels import Mask, Pixels

RED = 40  # how far red must lie above green and blue to be ink of a seal
DARK = 90  # red below this level is print, whatever its tint
PAPER = 0.7  # of the ink's red: from here on it is paper; the edges of a seal are darker than its ink
EDGE = 3  # pixels
CELL = 8  # pixels: seals are looked for on a grid of such cells
SMALLEST = 0.09  # of the page's width: 19 mm of A4; smaller red things are letters and marks
SQUARE = 0.55  # narrower than this share of its length is a line of writing, not a seal


def without_seals(pixels: Pixels) -> tuple[Pixels, Mask | None]:
    """The page without its seals, and which pixels changed; the same page and None where it has none."""
    channels = pixels.astype(np.int16)
    red, other = channels[:, :, 0], np.maximum(channels[:, :, 1], channels[:, :, 2])
    ink = red - other > RED
    if ink.sum() < CELL * CELL:
        return pixels, None
    changed = np.zeros(ink.shape, dtype=np.bool_)
    for top, bottom, left, right in _seals(ink):
        part = (slice(top, bottom), slice(left, right))
        changed[part] |= _wider(red[part] - other[part] > RED // 3)
    if not changed.any():
        return pixels, None
    level = max(float(np.median(red[ink & (red > DARK)])), DARK + 1) if (ink & (red > DARK)).any() else 255.0
    # Seen through a red glass red ink is as light as paper, and print beneath it stays dark.
    paper = max(level * PAPER, DARK + 1)
    clean = np.clip((red.astype(np.float32) - DARK) * (255.0 / (paper - DARK)), 0, 255).astype(np.uint8)
    made = pixels.copy()
    made[changed] = clean[changed][:, None]
    return made, changed


def _wider(ink: Mask) -> Mask:
    """The ink and its soft edge, whose colour JPEG has washed out and left grey."""
    made = ink.copy()
    for axis in (0, 1):
        before = made.copy()
        for step in range(1, EDGE + 1):
            made |= np.roll(before, step, axis) | np.roll(before, -step, axis)
    return made


def _seals(ink: Mask) -> Iterator[tuple[int, int, int, int]]:
    """Top, bottom, left, right of each red thing of a seal's size and shape."""
    height, width = ink.shape
    rows, columns = -(-height // CELL), -(-width // CELL)
    grid = np.zeros((rows * CELL, columns * CELL), dtype=np.bool_)
    grid[:height, :width] = ink
    cells = grid.reshape(rows, CELL, columns, CELL).sum(axis=(1, 3)) > CELL // 2
    for top, bottom, left, right in _things(cells):
        tall, wide = (bottom - top) * CELL, (right - left) * CELL
        if min(tall, wide) >= SMALLEST * min(width, height) and min(tall, wide) >= SQUARE * max(tall, wide):
            yield top * CELL, min(bottom * CELL, height), left * CELL, min(right * CELL, width)


def _things(cells: Mask) -> Iterator[tuple[int, int, int, int]]:
    """Bounds of connected cells; cells up to two apart belong together, since seals print unevenly."""
    left_over = {(int(row), int(column)) for row, column in zip(*np.nonzero(cells), strict=True)}
    while left_over:
        waiting = [left_over.pop()]
        seen = list(waiting)
        while waiting:
            row, column = waiting.pop()
            near = {(row + down, column + across) for down in range(-2, 3) for across in range(-2, 3)} & left_over
            left_over -= near
            seen.extend(near)
            waiting.extend(near)
        rows, columns = [cell[0] for cell in seen], [cell[1] for cell in seen]
        yield min(rows), max(rows) + 1, min(columns), max(columns) + 1
