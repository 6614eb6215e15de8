"""Two columns of writing, which are read one after the other and not across."""

from __future__ import annotations

from collections.abc import Sequence

from checker.parse.ofd.lines import Line

GUTTER, WIDEST = 1.2, 6.0  # sizes of type between columns
NARROWEST = 10.0  # sizes of type in a line of the left column; labels are shorter
ROWS = 8  # rows that must have both columns; a short list of labels and values has fewer
SHARE = 0.6  # of the rows that reach the gutter's left edge: running text, not labels
ASIDE = 0.3  # of all rows may run across: titles, signatures


def reordered(lines: Sequence[Line]) -> list[Line]:
    """The lines in reading order: where the page has two columns, those between two full rows column by column."""
    level = [line for line in lines if line.level]
    middle = _gutter(level)
    if middle is None:
        return list(lines)
    found: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        halves = _halves(line, middle) if line.level else None
        if halves is None:
            found += [*left, *right, line]
            left, right = [], []
        else:
            left += [halves[0]] if halves[0].glyphs else []
            right += [halves[1]] if halves[1].glyphs else []
    return [*found, *left, *right]


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where the gap between two columns is, None when the page has one column."""
    if len(lines) < ROWS:
        return None
    start, end = min(line.left for line in lines), max(line.right for line in lines)
    edges: list[tuple[float, float]] = []
    for line in lines:
        for one, other in zip(line.glyphs, line.glyphs[1:], strict=False):
            gap = (one.x + one.width, other.x)
            wide = (gap[1] - gap[0]) / max(one.size, 0.01) > GUTTER
            if wide and 0.3 < (sum(gap) / 2 - start) / max(end - start, 1) < 0.7:
                edges.append(gap)
    if len(edges) < ROWS:
        return None
    low, high = sorted(edge[0] for edge in edges)[len(edges) * 9 // 10], min(edge[1] for edge in edges)
    middle = (low + high) / 2
    both = [gap for gap in edges if gap[0] <= middle <= gap[1]]
    size = sorted(line.glyphs[0].size for line in lines)[len(lines) // 2]
    if high - low > WIDEST * size or low - start < NARROWEST * size:
        return None
    full = sum(1 for gap in both if low - gap[0] < (low - start) * 0.15)
    across = sum(1 for line in lines if _halves(line, middle) is None)
    if len(both) < ROWS or full < SHARE * len(both) or across > ASIDE * len(lines):
        return None
    return middle


def _halves(line: Line, middle: float) -> tuple[Line, Line] | None:
    """The line's parts on both sides, None when a character stands on the gutter."""
    left = tuple(glyph for glyph in line.glyphs if glyph.x + glyph.width <= middle + 0.5)
    right = tuple(glyph for glyph in line.glyphs if glyph.x >= middle - 0.5)
    if len(left) + len(right) != len(line.glyphs):
        return None
    return Line(left, line.y, True), Line(right, line.y, True)
