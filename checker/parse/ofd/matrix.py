"""Plane geometry of page objects: numbers as written, matrices (a b c d e f)."""

from __future__ import annotations

import math

Matrix = tuple[float, float, float, float, float, float]
SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
FARTHEST = 1e6  # millimetres; what lies beyond was never meant


def number(written: str | None, default: float) -> float | None:
    """A number as written, the default when there is none, None when it is no number that a page can hold."""
    if written is None or not written.strip():
        return default
    try:
        value = float(written)
    except ValueError:
        return None
    return value if math.isfinite(value) and abs(value) <= FARTHEST else None


def numbers(written: str | None, count: int) -> tuple[float, ...] | None:
    """Exactly so many numbers, None for anything else."""
    listed = [number(each, 0.0) for each in (written or "").split()]
    return tuple(each for each in listed if each is not None) if len(listed) == count and None not in listed else None


def after(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that applies `inner` first and `outer` to what comes out."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """A point under a matrix."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
