"""Lines found on a page, put into reading order and joined to the page's text."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from checker.parse.scan.columns import regions
from checker.parse.scan.lines import Line, Reading
from checker.parse.scan.pixels import turned_back
from checker.records.scan import ScanLine

GAP = 1.6  # line heights between two pieces of one row, from which on they are cells of a table


def laid_out(reading: Reading, width: int, height: int) -> tuple[str, dict[Line, ScanLine]]:
    """The text of a page of this many pixels, a row a line with a tab between cells, and where each line stands."""
    parts: list[str] = []
    placed: dict[Line, ScanLine] = {}
    position = 0
    for index, row in enumerate(row for part in regions(reading.lines) for row in _rows(part)):
        for before, line in zip([None, *row], row, strict=False):
            between = "\n" if before is None and index else _between(before, line) if before else ""
            parts += (between, line.text)
            position += len(between)
            pixels = turned_back(line.corners, reading.quarters, width, height)
            corners = tuple(round(value / (height if at % 2 else width), 5) for at, value in enumerate(pixels))
            placed[line] = ScanLine(position, position + len(line.text), line.score, corners)
            position += len(line.text)
    return "".join(parts), placed


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that stand side by side, from the top down and from left to right, whatever the page's tilt."""
    tilt = median(map(_slope, lines)) if lines else 0.0
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: _middle(line, tilt)):
        if rows and _middle(line, tilt) - _middle(rows[-1][0], tilt) < 0.5 * min(_tall(line), _tall(rows[-1][0])):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.corners[0]) for row in rows]


def _slope(line: Line) -> float:
    x0, y0, x1, y1 = line.corners[:4]
    return (y1 - y0) / (x1 - x0) if x1 - x0 > 4 * _tall(line) else 0.0


def _middle(line: Line, tilt: float) -> float:
    """Height of the line's middle on the page, as if the page lay straight."""
    return (sum(line.corners[1::2]) - tilt * sum(line.corners[0::2])) / 4


def _tall(line: Line) -> float:
    return max(line.corners[7] - line.corners[1], line.corners[5] - line.corners[3], 1.0)


def _between(before: Line, line: Line) -> str:
    gap = line.corners[0] - before.corners[2]
    return "\t" if gap > GAP * min(_tall(before), _tall(line)) else ""
