"""Lines found on a page joined to the page's text, each with its place in the text and on the paper."""

from __future__ import annotations

from checker.parse.scan.lines import Line, Reading
from checker.parse.scan.pixels import turned_back
from checker.parse.scan.rows import in_rows
from checker.records.scan import ScanLine


def laid_out(reading: Reading, width: int, height: int) -> tuple[str, dict[Line, ScanLine]]:
    """The text of a page of this many pixels, a row a line with a tab between cells, and where each line stands."""
    parts: list[str] = []
    placed: dict[Line, ScanLine] = {}
    position = 0
    for index, row in enumerate(in_rows(reading.lines)):
        for at, (between, line) in enumerate(row):
            before = "\n" if index and at == 0 else between
            parts += (before, line.text)
            position += len(before)
            pixels = turned_back(line.corners, reading.quarters, width, height)
            corners = tuple(round(value / (width, height)[side % 2], 5) for side, value in enumerate(pixels))
            placed[line] = ScanLine(position, position + len(line.text), line.score, corners)
            position += len(line.text)
    return "".join(parts), placed
