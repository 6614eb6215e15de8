"""Tables that go on overleaf become one: by their columns, with rows that the page end tore put together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from checker.benchmarks.importing.columns import LABELS, is_heading, meaning
from checker.benchmarks.importing.grid import Block, Cell, Grid, joined, shifted
from checker.benchmarks.importing.wordings import expression

NEAR = 6.0  # points by which the columns of one table may differ from page to page
VALUE = re.compile(r"\d|[一二三四五六七八九十百]+(?:万|千|百)?元|[%％倍]")
OPEN = re.compile(
    r"处[^，。；\d一二三四五六七八九十元倍%款告]{0,8}$"
)  # 处货 | 值金额五倍罚款: the first words alone stand above
BEGUN = re.compile(r"(?:以上|至|处|并处|[—~～-]|、|，)$")


def join_pages(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks with every table joined to its continuation on the next page."""
    held: Grid | None = None
    for block in blocks:
        if held is not None and isinstance(block, Grid) and _continues(held, block):
            held = _glued(held, _without_repeat(held, block))
            continue
        if held is not None:
            yield held
        held = block if isinstance(block, Grid) else None
        if not isinstance(block, Grid):
            yield block
    if held is not None:
        yield held


def _without_repeat(one: Grid, other: Grid) -> Grid:
    """The continuation without the header that is printed again on its page, so that torn rows meet."""
    words = [cell.text for cell in other.row(0)]
    alone = all(cell.row == 0 and cell.rows == 1 for cell in other.row(0)) and other.height > 1
    if not alone or not is_heading(words) or all(words != [c.text for c in one.row(r)] for r in range(one.height)):
        return other
    cells = tuple(replace(cell, row=cell.row - 1) for cell in other.cells if cell.row > 0)
    return replace(other, cells=cells, height=other.height - 1, places=other.places[1:], _index={})


def _last_page(grid: Grid) -> int:
    match = re.search(r"page (\d+)", grid.places[-1]) if grid.places else None
    return int(match.group(1)) if match else grid.page


def _continues(one: Grid, other: Grid) -> bool:
    if not one.edges or not other.edges or other.page != _last_page(one) + 1:
        return False
    same_frame = abs(one.edges[0] - other.edges[0]) < NEAR and abs(one.edges[-1] - other.edges[-1]) < NEAR
    fits = all(min(abs(edge - own) for own in one.edges) < NEAR for edge in other.edges)
    return same_frame and (fits or len(other.edges) > len(one.edges) or _fit(other, one))


def _fit(one: Grid, other: Grid) -> bool:
    return all(min(abs(edge - own) for own in one.edges) < NEAR for edge in other.edges)


def _glued(one: Grid, other: Grid) -> Grid:
    edges = list(one.edges)
    edges += [edge for edge in other.edges if min(abs(edge - own) for own in edges) >= NEAR]
    edges.sort()
    maps = [[_nearest(edges, edge) for edge in grid.edges] for grid in (one, other)]
    above = list(shifted(one.cells, 0, maps[0]))
    below = list(shifted(other.cells, one.height, maps[1]))
    whole = Grid(
        tuple(above + below),
        one.height + other.height,
        len(edges) - 1,
        one.places + other.places,
        one.page,
        tuple(edges),
    )
    return _across(whole, one.height)


def _nearest(edges: list[float], value: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - value))


def _across(grid: Grid, seam: int) -> Grid:
    """Join cells over the seam: empty ones below continue those above; a torn row is one row."""
    torn = _torn(grid, seam)
    first = grid.at(seam, 0)
    if first is not None and first.row == seam and re.fullmatch(r"[\d.一二三四五六七八九十-]{1,8}", first.text):
        return grid  # a number of its own begins something new
    heads = [is_heading(cell.text for cell in grid.row(row) if cell.row == row) for row in (seam - 1, seam)]
    if any(heads) and not torn:
        return grid
    # A numbered row that goes on without a number: its other cells go on too, where their words fill their lines.
    number = grid.at(seam - 1, 0)
    numbered = first is not None and not first.text and number is not None and number.text.isdigit()
    apart = all(_tells_a_range(grid, row) for row in (seam - 1, seam))
    changed: dict[Cell, Cell | None] = {}
    for low in grid.row(seam):
        high = grid.at(seam - 1, low.column)
        if high is None or low.row != seam or (high.column, high.columns) != (low.column, low.columns):
            continue
        if (
            not low.text
            or torn
            or (not high.text and high.rows > 1)
            or _runs_over(high, low, numbered=numbered, apart=apart)
        ):
            text = joined([high.text, low.text])
            changed[high] = replace(high, text=text, rows=low.row + low.rows - high.row, full=low.full)
            changed[low] = None
    cells = tuple(made for cell in grid.cells if (made := changed.get(cell, cell)) is not None)
    return replace(grid, cells=cells, _index={})


def _tells_a_range(grid: Grid, row: int) -> bool:
    """Whether the last cell of a row is the row's own and holds a value: then the row is a tier of its own."""
    cell = grid.at(row, grid.width - 1)
    return cell is not None and cell.row == row and cell.rows == 1 and bool(VALUE.search(cell.text))


def _runs_over(high: Cell, low: Cell, *, numbered: bool, apart: bool) -> bool:
    """Whether the words of one merged cell stand on both pages; `apart` when the two rows are two tiers."""
    merged = high.rows > 1 or low.rows > 1 or (not apart and (len(low.text) <= 3 or numbered))
    # Words that begin or end alike are two kinds of one thing, and a condition that can be read is whole.
    alike = high.text[:2] == low.text[:2] or high.text[-3:] == low.text[-3:] or expression(high.text) is not None
    alike = alike or meaning(high.text) == meaning(low.text) == "degree"  # 一般 above 较重: two tiers
    return high.full and merged and not alike and not VALUE.search(high.text[-8:]) and not _whole(high.text)


def _torn(grid: Grid, seam: int) -> bool:
    """Whether the first row below is the rest of the last row above.

    Told by its last words: a value without a number (以下), one that completes a range (99万元以上 | 106万元以下),
    or words of a condition whose value stayed above. Headers and labelled rows begin something new.
    """
    low = [cell for cell in grid.row(seam) if cell.row == seam and cell.text]
    if _label_torn(grid, seam):
        return True
    if not low or is_heading(cell.text for cell in low):
        return False
    last = low[-1]
    above = grid.at(seam - 1, last.column)
    if above is None or (above.column, above.columns) != (last.column, last.columns) or not above.text:
        return False
    ends = last.column + last.columns == grid.width
    if not ends:
        right = grid.at(seam - 1, grid.width - 1)
        return right is not None and right.row == seam - 1 and bool(VALUE.search(right.text)) and not _whole(above.text)
    if not VALUE.search(last.text):
        mid_sentence = len(low) == 1 and not re.search(r"[。；;）)]$", above.text)
        return bool(VALUE.search(above.text)) or mid_sentence
    if len(low) == 1 and above.row == seam - 1 and OPEN.search(above.text):
        return True
    return bool(BEGUN.search(above.text)) and "以上" not in last.text


def _label_torn(grid: Grid, seam: int) -> bool:
    """Whether a label (处罚依据) stands on one side of the page end only, and its passage on both."""
    above, below = grid.row(seam - 1), grid.row(seam)
    if len(above) != 2 or len(below) != 2 or above[0].columns != below[0].columns or above[1].row != seam - 1:
        return False
    names = [cell.text for cell in (above[0], below[0])]
    return any(names) and not all(names) and meaning(names[0] or names[1]) in LABELS


def _whole(text: str) -> bool:
    """Whether words of a condition look finished: their brackets are closed and they end as conditions do."""
    closed = text.count("（") == text.count("）")
    return closed and bool(re.search(r"(?:的|以上|以下|次|[\u4e00-\u9fff]类|[。；）]|%)$", text))
