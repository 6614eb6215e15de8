"""Lines of a page put together to rows: those that stand side by side, and the rows of ruled tables."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from statistics import median

from checker.parse.scan.columns import regions
from checker.parse.scan.lines import Line

GAP = 1.6  # line heights between two pieces of one row, from which on they are cells of a table
NEAR = 14  # pixels by which the rules of one cell may differ from line to line
FEWEST = 3  # cells of a table
ENDS = "。；：;:"  # a line end of a cell that is the writer's; others are the column's width

Row = list[tuple[str, Line]]  # each line with what stands between it and the one before
Cell = list[Line]


def in_rows(lines: Sequence[Line]) -> Iterator[Row]:
    """All lines in reading order, a row of the page or of a table at a time."""
    tilt = median(map(_slope, lines)) if lines else 0.0
    table = _table(lines, tilt)
    celled = {line for row in table for cell in row for line in cell}
    free = [line for line in lines if line not in celled]
    for row in table:
        top = _top(row[0], tilt)
        yield from _free([line for line in free if _middle(line, tilt) < top], tilt)
        free = [line for line in free if _middle(line, tilt) >= top]
        yield _table_row(row, tilt)
    yield from _free(free, tilt)


def _free(lines: Sequence[Line], tilt: float) -> Iterator[Row]:
    for part in regions(lines):
        for row in _side_by_side(part, tilt):
            yield [("" if index == 0 else _gap(row[index - 1], line), line) for index, line in enumerate(row)]


def _table_row(row: Sequence[Cell], tilt: float) -> Row:
    made: Row = []
    for cell in row:
        for index, pieces in enumerate(_side_by_side(cell, tilt)):
            first = ("\t" if made else "") if index == 0 else "\n" if made[-1][1].text.endswith(tuple(ENDS)) else ""
            made.append((first, pieces[0]))
            made += [(_gap(before, line), line) for before, line in itertools.pairwise(pieces)]
    return made


def _table(lines: Sequence[Line], tilt: float) -> list[list[Cell]]:
    """Rows of two cells and more; a cell alone in its row is read as other lines are."""
    cells: list[Cell] = []
    for line in lines:
        if line.cell:
            own = next((cell for cell in cells if _same(cell[0].cell, line.cell)), None)
            if own is None:
                cells.append(own := [])
            own.append(line)
    rows: list[list[Cell]] = []
    for cell in sorted(cells, key=lambda cell: _top(cell, tilt)):
        if rows and _top(cell, tilt) - _top(rows[-1][0], tilt) <= NEAR:
            rows[-1].append(cell)
        else:
            rows.append([cell])
    found = [sorted(row, key=lambda cell: cell[0].cell or ()) for row in rows if len(row) > 1]
    return found if sum(map(len, found)) >= FEWEST else []


def _same(one: tuple[int, ...] | None, other: tuple[int, ...]) -> bool:
    return one is not None and all(abs(a - b) <= NEAR for a, b in zip(one, other, strict=True))


def _top(cell: Cell, tilt: float) -> float:
    left, top, right, _ = cell[0].cell or (0, 0, 0, 0)
    return top - tilt * (left + right) / 2


def _side_by_side(lines: Sequence[Line], tilt: float) -> list[list[Line]]:
    """Lines at one height, from the top down and from left to right, whatever the page's tilt."""
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


def _gap(before: Line, line: Line) -> str:
    gap = line.corners[0] - before.corners[2]
    return "\t" if gap > GAP * min(_tall(before), _tall(line)) else ""
