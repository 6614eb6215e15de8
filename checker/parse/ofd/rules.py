"""Straight lines of a PathObject: the rules of tables, drawn as lines, boxes or thin filled bars."""

from __future__ import annotations

from lxml import etree

from checker.parse.ofd.matrix import Matrix, moved, number
from checker.parse.ofd.tree import kid, words

Rule = tuple[float, float, float, float]  # x0, top, x1, bottom in millimetres; flat or upright
STRAIGHT = 0.3  # millimetres that a flat or upright line may lean
SHORTEST = 1.0
ARITY = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
MOST = 4000  # segments of one path; tables are drawn with fewer, pictures with more


def rules(node: etree._Element, matrix: Matrix) -> list[Rule]:
    """Flat and upright lines of a path on its page. A path whose data make no sense has none: it holds no words."""
    tokens = words(kid(node, "AbbreviatedData")).split()
    found: list[Rule] = []
    start = here = (0.0, 0.0)
    position = 0
    while position < len(tokens) and len(found) < MOST:
        operator = tokens[position].upper()
        if operator not in ARITY:
            break
        listed = [number(each, 0.0) for each in tokens[position + 1 : position + 1 + ARITY[operator]]]
        values = [each for each in listed if each is not None]
        if len(values) < ARITY[operator]:
            break
        position += 1 + ARITY[operator]
        if operator == "C":
            found += _rule(here, start)
            here = start
            continue
        point = moved(matrix, values[-2], values[-1])
        if operator in "SM":
            start = point
        elif operator == "L":
            found += _rule(here, point)
        here = point
    return found


def _rule(one: tuple[float, float], other: tuple[float, float]) -> list[Rule]:
    x0, x1 = sorted((one[0], other[0]))
    top, bottom = sorted((one[1], other[1]))
    if x1 - x0 >= SHORTEST and bottom - top <= STRAIGHT:
        middle = (top + bottom) / 2
        return [(x0, middle, x1, middle)]
    if bottom - top >= SHORTEST and x1 - x0 <= STRAIGHT:
        middle = (x0 + x1) / 2
        return [(middle, top, middle, bottom)]
    return []
