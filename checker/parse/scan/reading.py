"""One picture of a page read: seals off, turned upright, cells of tables found, numbers under seals read twice."""

from __future__ import annotations

from collections.abc import Sequence

from checker.parse.scan.digits import read_twice
from checker.parse.scan.engine import Engine
from checker.parse.scan.grid import with_cells
from checker.parse.scan.lines import Difference, Line, Reading
from checker.parse.scan.pixels import Pixels, turned
from checker.parse.scan.seals import without_seals

LEGIBLE = 0.5  # a line read less surely than this is left out, and told
UPRIGHT = 0.75  # mean sureness below which a page may stand on its head


def read_page(pixels: Pixels, engine: Engine) -> Reading:
    """Read one page. Raises OcrError."""
    clean, changed = without_seals(pixels)
    lines, quarters = _upright(clean, engine)
    kept = [line for line in lines if line.score >= LEGIBLE and line.text.strip()]
    placed = with_cells(kept, turned(clean, quarters))
    differences: tuple[Difference, ...] = ()
    if changed is not None:
        differences = tuple(read_twice(placed, turned(pixels, quarters), turned(changed, quarters), engine))
    return Reading(placed, len(lines) - len(kept), differences, quarters)


def _upright(pixels: Pixels, engine: Engine) -> tuple[tuple[Line, ...], int]:
    """The lines of the page read with its head up, and its turns: scanners are fed sideways, and upside down."""
    lines, quarters = engine.lines(pixels), 0
    if _on_its_side(lines):
        lines, quarters = engine.lines(turned(pixels, 1)), 1
    if lines and _sure(lines) < UPRIGHT:
        over = engine.lines(turned(pixels, quarters + 2))
        if _sure(over) > _sure(lines):
            lines, quarters = over, quarters + 2
    return lines, quarters


def _on_its_side(lines: Sequence[Line]) -> bool:
    """Whether most of the writing runs down the page."""
    sizes = [(abs(line.corners[2] - line.corners[0]), abs(line.corners[7] - line.corners[1])) for line in lines]
    down = sum(tall for wide, tall in sizes if tall > 1.5 * wide)
    return down > sum(max(wide, tall) for wide, tall in sizes) / 2


def _sure(lines: Sequence[Line]) -> float:
    weight = sum(len(line.text) for line in lines)
    return sum(line.score * len(line.text) for line in lines) / weight if weight else 0.0
