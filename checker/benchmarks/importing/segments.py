"""A grid as segments: labelled passages (违反条款, 备注 …), a header, the rows under it; every row has its fate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from checker.benchmarks.importing.columns import LABELS, Column, meaning, read_columns
from checker.benchmarks.importing.grid import Cell, Grid, Unparsed

NO_HEADER = "没有认出表头，不知道各列含义（可用 --set columns=… 指明）· no header recognised (--set columns=…)"


@dataclass(frozen=True)
class Row:
    """A data row: the cell under each column (merged cells are those of the rows they span), and its place."""

    cells: Mapping[int, Cell]
    where: str

    def text(self, index: int) -> str:
        """The words under a column."""
        cell = self.cells.get(index)
        return cell.text if cell is not None else ""


@dataclass
class Segment:
    """A header with its rows, and the passages labelled around it."""

    columns: tuple[Column, ...] = ()
    rows: list[Row] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    title: str = ""
    code: str = ""
    where: str = ""
    page: int = 1

    def under(self, *meanings: str) -> list[Column]:
        """The columns of these meanings, from left to right."""
        return [column for column in self.columns if column.meaning in meanings]


@dataclass
class Account:
    """Rows read, rows that became part of something (headers, passages, items), and what was listed instead."""

    read: int = 0
    used: int = 0
    listed: list[Unparsed] = field(default_factory=list)
    remarks: list[Unparsed] = field(default_factory=list)  # what is wrong beside the rows: a formula, a heading


def segments(
    grid: Grid, account: Account, told: Mapping[int, str] | None, carried: tuple[Column, ...]
) -> Iterator[Segment]:
    """Segments of a grid. `told` names columns by place; `carried` is the header of the table before."""
    current = Segment(columns=_forced(grid, told) or (), where=grid.places[0] if grid.places else "", page=grid.page)
    fits = bool(carried) and max(column.index for column in carried) == grid.width - 1
    fallback = carried if fits else ()
    for number in range(grid.height):
        account.read += 1
        own = [cell for cell in grid.row(number) if cell.row == number]
        texts = [grid.text(number, index) for index in range(grid.width)]
        if not any(cell.text for cell in own):
            account.used += 1  # empty, or the lower half of a row that a page end tore
            continue
        if _second_header(grid, number, current):
            account.used += 1
            continue
        columns = None if told else read_columns(_once(grid, number))
        if columns is not None:
            account.used += 1
            if current.rows:
                yield current
                current = Segment(labels={}, where=grid.places[number], page=grid.page)
            current.columns = _refined(grid, number, columns)
            continue
        label = _label(own, grid.width)
        if label is not None:
            account.used += 1
            fallback = ()  # a table with passages of its own does not go on with the columns of another
            if label[0] != "remark" and current.rows:
                yield current
                current = Segment(where=grid.places[number], page=grid.page)
            _add(current, *label)
            continue
        if not current.columns:
            current.columns = fallback
        cells = {index: cell for index in range(grid.width) if (cell := grid.at(number, index)) is not None}
        if _is_title(own, grid, number):
            account.used += 1
            current.title = current.title or own[0].text
        elif current.columns:
            current.rows.append(Row(cells, grid.places[number]))
        else:
            account.listed.append(
                Unparsed(grid.places[number], " | ".join(dict.fromkeys(filter(None, texts))), NO_HEADER)
            )
    if current.rows or current.labels:
        yield current


def _forced(grid: Grid, told: Mapping[int, str] | None) -> tuple[Column, ...] | None:
    if not told:
        return None
    return tuple(Column(name, "", index) for index, name in sorted(told.items()) if index < grid.width)


def _once(grid: Grid, number: int) -> list[str]:
    """A row's words by place; a cell that spans several places tells them once, the others are empty."""
    seen: set[int] = set()
    texts = []
    for index in range(grid.width):
        cell = grid.at(number, index)
        texts.append("" if cell is None or id(cell) in seen or cell.row != number else cell.text)
        if cell is not None:
            seen.add(id(cell))
    return texts


def _refined(grid: Grid, number: int, columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """A heading over several places is one column a place, named by the second header line where there is one."""
    found = []
    for column in columns:
        cell = grid.at(number, column.index)
        for index in range(column.index, column.index + (cell.columns if cell else 1)):
            found.append(Column(column.meaning, column.name, index))
    return tuple(found)


def _second_header(grid: Grid, number: int, current: Segment) -> bool:
    """Whether the row names the halves of headings above it; if so the columns take the nearer names."""
    if not current.columns or current.rows or current.under("weight") or number == 0:
        return False
    own = [cell for cell in grid.row(number) if cell.row == number and cell.text]
    upper = {id(grid.at(number - 1, cell.column)) for cell in own}
    halved = all(
        (above := grid.at(number - 1, cell.column)) is not None and above.columns > cell.columns for cell in own
    )
    known = [meaning(cell.text) for cell in own]
    if not own or not halved or len(upper) > len(own) or not all(known):
        return False
    names = {
        index: (name or "", cell.text)
        for cell, name in zip(own, known, strict=True)
        for index in range(cell.column, cell.column + cell.columns)
    }
    current.columns = tuple(
        Column(*names[column.index], column.index) if column.index in names else column for column in current.columns
    )
    return True


def _label(own: list[Cell], width: int) -> tuple[str, str] | None:
    """(meaning, words) of a row that is a label and its passage."""
    told = [cell for cell in own if cell.text]
    if len(told) != 2 or width < 2 or told[0].column != 0:
        return None
    name = meaning(told[0].text)
    wide = told[1].columns >= width - told[0].columns
    return (name, told[1].text) if name in LABELS and len(told[0].text) <= 10 and wide else None


def _add(segment: Segment, name: str, words: str) -> None:
    segment.labels[name] = "\n".join(filter(None, [segment.labels.get(name, ""), words]))


def _is_title(own: list[Cell], grid: Grid, number: int) -> bool:
    """A row that is one cell over the whole width names what follows."""
    told = [cell for cell in own if cell.text]
    return len(told) == 1 and grid.width > 1 and told[0].columns == grid.width and len(told[0].text) < 60
