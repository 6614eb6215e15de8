"""Pictures as arrays: height x width x 3 bytes, red, green, blue."""

from __future__ import annotations

from typing import TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

Pixels: TypeAlias = NDArray[np.uint8]
Mask: TypeAlias = NDArray[np.bool_]
FLAT = 24  # levels between the darkest and lightest pixel of an empty page


def is_blank(pixels: Pixels) -> bool:
    """Whether there is nothing on the page: one colour all over, but for the noise of paper."""
    return int(pixels.max()) - int(pixels.min()) < FLAT


def cut(pixels: Pixels, corners: tuple[float, ...], margin: float = 0.1) -> Pixels:
    """The upright part of the picture around a line, with a margin as a share of its height."""
    left, right, top, bottom = bounds(corners)
    more = int((bottom - top) * margin) + 1
    return pixels[max(top - more, 0) : bottom + more, max(left - more, 0) : right + more]


def bounds(corners: tuple[float, ...]) -> tuple[int, int, int, int]:
    """Left, right, top, bottom of a line's corners."""
    across, down = corners[0::2], corners[1::2]
    return int(min(across)), int(max(across)), int(min(down)), int(max(down))


Picture = TypeVar("Picture", Pixels, Mask)


def turned(picture: Picture, quarters: int) -> Picture:
    """The picture (or mask) turned anticlockwise by quarter turns."""
    return np.ascontiguousarray(np.rot90(picture, quarters))


def turned_back(corners: tuple[float, ...], quarters: int, width: int, height: int) -> tuple[float, ...]:
    """Corners found on a picture turned by `quarters`, as they stand on the original of this width and height."""
    points = list(zip(corners[0::2], corners[1::2], strict=True))
    if quarters % 4 == 1:
        points = [(width - y, x) for x, y in points]
    elif quarters % 4 == 2:
        points = [(width - x, height - y) for x, y in points]
    elif quarters % 4 == 3:
        points = [(y, height - x) for x, y in points]
    return tuple(value for point in points for value in point)
