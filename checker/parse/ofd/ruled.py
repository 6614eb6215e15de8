"""Ruled tables: cells from lines by pdfplumber's finder, characters into the cells they stand in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from checker.errors import CheckerError
from checker.parse.ofd.rules import Rule
from checker.parse.ofd.writing import Glyph

Box = tuple[float, float, float, float]
NEAR = 1.0  # millimetres that rules of one edge may lie apart, as pdfplumber's 3 points
FEWEST = 6  # rules that a page must have before the finder is loaded
MOST, CROSSINGS = 1500, 2500  # edges and their crossings; the finder's work grows with the square
ADJOINING = 0.2  # sizes of type; cells stand further apart
COMPARED = 20_000_000  # characters times cells


class TooManyRules(CheckerError):
    """The page has more rules than a table of decisions has; it is read line by line."""


def tables(rules: Sequence[Rule]) -> list[list[Box]]:
    """Cells of each table, from the top. Raises TooManyRules."""
    if len(rules) < FEWEST:
        return []
    from pdfplumber import table as finder  # slow to import; most pages have no ruled table

    edges = finder.merge_edges([_edge(rule) for rule in sorted(set(rules))], NEAR, NEAR, NEAR, NEAR)
    flat = sum(1 for edge in edges if edge["orientation"] == "h")
    if flat < 2 or len(edges) - flat < 2:
        return []
    if len(edges) > MOST:
        raise TooManyRules(f"{len(edges)} edges")
    crossings = finder.edges_to_intersections(edges, NEAR, NEAR)
    if len(crossings) > CROSSINGS:
        raise TooManyRules(f"{len(crossings)} crossings")
    found = finder.cells_to_tables(finder.intersections_to_cells(crossings))
    return [[(x0, top, x1, bottom) for x0, top, x1, bottom in cells] for cells in found if len(cells) > 2]


def _edge(rule: Rule) -> dict[str, Any]:
    x0, top, x1, bottom = rule
    orientation = "h" if top == bottom else "v"
    edge: dict[str, Any] = {"x0": x0, "x1": x1, "top": top, "bottom": bottom, "doctop": top, "orientation": orientation}
    return {**edge, "width": x1 - x0, "height": bottom - top}


def placed(glyphs: Sequence[Glyph], cells: Sequence[Box]) -> tuple[list[list[list[Glyph]]], list[Glyph]]:
    """Rows of cells with the characters that stand in each, and the characters outside. Raises TooManyRules."""
    if len(glyphs) * len(cells) > COMPARED:
        raise TooManyRules(f"{len(glyphs)} characters, {len(cells)} cells")
    rows: dict[float, list[tuple[Box, list[Glyph]]]] = defaultdict(list)
    for box in sorted(cells, key=lambda each: (each[1], each[0])):
        rows[box[1]].append((box, []))
    boxed = [entry for row in rows.values() for entry in row]
    around = (min(b[0] for b in cells), min(b[1] for b in cells), max(b[2] for b in cells), max(b[3] for b in cells))
    outside: list[Glyph] = []
    home: list[Glyph] = outside
    for before, glyph in zip([None, *glyphs], glyphs, strict=False):
        if before is None or not _one_word(before, glyph):
            inside = _inside(glyph, around)
            home = next((kept for box, kept in boxed if _inside(glyph, box)), outside) if inside else outside
        home.append(glyph)
    return [[kept for _, kept in rows[top]] for top in sorted(rows)], outside


def _one_word(before: Glyph, glyph: Glyph) -> bool:
    """Whether a code or number goes on here, which stays whole where it runs over its cell's edge."""
    joined = before.char.isascii() and before.char.isalnum() and glyph.char.isascii() and glyph.char.isalnum()
    gap = abs(glyph.x - before.x - before.width)
    return joined and gap < ADJOINING * glyph.size and abs(glyph.y - before.y) < ADJOINING * glyph.size


def _inside(glyph: Glyph, box: Box) -> bool:
    across, down = (glyph.box[0] + glyph.box[2]) / 2, (glyph.box[1] + glyph.box[3]) / 2
    return box[0] <= across <= box[2] and box[1] <= down <= box[3]
