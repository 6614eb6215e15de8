"""Conditions over facts, read from expressions and evaluated in three values (Kleene)."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from checker.records.truth import Facts, FactValue, Truth, Verdict
from checker.statutes.glossary import fact_words, text_words

COMPARE: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}
SIGNS = {ast.Lt: ("不足", "under"), ast.LtE: ("不超过", "at most"), ast.Gt: ("超过", "over")}
SIGNS |= {ast.GtE: ("达到", "at least"), ast.Eq: ("为", "is"), ast.NotEq: ("不为", "is not")}
CALLS = {"has", "text"}


@lru_cache(maxsize=4096)
def parse(expression: str) -> ast.expr:
    """The expression's tree; ValueError, naming the place, for anything that is not in the language."""
    try:
        tree = ast.parse(expression.strip(), mode="eval").body
    except SyntaxError as error:
        raise ValueError(f"{expression!r}: not an expression (at character {error.offset})") from error
    _refuse_strangers(tree, expression)
    return tree


def _refuse_strangers(node: ast.expr, expression: str) -> None:
    if isinstance(node, ast.BoolOp):
        parts: list[ast.expr] = node.values
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        parts = [node.operand]
    elif isinstance(node, ast.Compare):
        if any(type(sign) not in COMPARE for sign in node.ops):
            raise ValueError(f"{expression!r}: only < <= > >= == != compare")
        for side in (node.left, *node.comparators):
            if not isinstance(side, ast.Constant):
                _name(side, expression)
        return
    else:
        _name(node, expression)
        return
    for part in parts:
        _refuse_strangers(part, expression)


def _name(node: ast.expr, expression: str = "") -> str:
    """The fact that a node names: goods_value, count.area, has:KIND, text:WORDING."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "count":
        return f"count.{node.attr}"
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and len(node.args) == 1 and not node.keywords:
        argument = node.args[0]
        if node.func.id == "has" and isinstance(argument, ast.Name):
            return f"has:{argument.id}"
        if node.func.id == "text" and isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            return f"text:{argument.value}"
    raise ValueError(f"{expression!r}: {ast.unparse(node)} is no fact")


def evaluate(expression: str, facts: Facts) -> Verdict:
    """Whether the expression holds on these facts; what was missing is named. ValueError for a bad expression."""
    return _evaluate(parse(expression), facts)


def _evaluate(node: ast.expr, facts: Facts) -> Verdict:
    if isinstance(node, ast.BoolOp):
        parts = [_evaluate(part, facts) for part in node.values]
        truth = parts[0].truth
        for part in parts[1:]:
            truth = truth & part.truth if isinstance(node.op, ast.And) else truth | part.truth
        return Verdict.merge(truth, parts)
    if isinstance(node, ast.UnaryOp):
        inner = _evaluate(node.operand, facts)
        return Verdict(~inner.truth, inner.missing, inner.used)
    if isinstance(node, ast.Compare):
        return _compare(node, facts)
    name = _name(node)
    if name not in facts.values:
        return Verdict(Truth.UNKNOWN, (name,), (name,))
    return Verdict(Truth.of(bool(facts.values[name])), (), (name,))


def _compare(node: ast.Compare, facts: Facts) -> Verdict:
    sides = (node.left, *node.comparators)
    names = tuple(_name(side) for side in sides if not isinstance(side, ast.Constant))
    values = [_value(side, facts) for side in sides]
    truth = Truth.HOLDS
    for sign, left, right in zip(node.ops, values, values[1:], strict=False):
        truth &= _one(COMPARE[type(sign)], left, right)
    missing = tuple(name for name in names if name not in facts.values) if truth is Truth.UNKNOWN else ()
    return Verdict(truth, missing, names)


def _value(side: ast.expr, facts: Facts) -> FactValue | None:
    if isinstance(side, ast.Constant):
        return side.value if isinstance(side.value, str | bool) else Decimal(str(side.value))
    return facts.values.get(_name(side))


def _one(compare: Callable[[Any, Any], bool], left: FactValue | None, right: FactValue | None) -> Truth:
    if left is None or right is None:
        return Truth.UNKNOWN
    try:
        if isinstance(left, str) != isinstance(right, str):
            return Truth.UNKNOWN
        return Truth.of(compare(left, right))
    except (TypeError, InvalidOperation):
        return Truth.UNKNOWN


def facts_in(expression: str) -> tuple[str, ...]:
    """Names of all facts that the expression asks for."""
    return _evaluate(parse(expression), Facts({})).used


@lru_cache(maxsize=4096)
def describe(expression: str) -> tuple[str, str]:
    """The expression as a phrase in Chinese and in English."""
    return _describe(parse(expression))


def _describe(node: ast.expr) -> tuple[str, str]:
    if isinstance(node, ast.BoolOp):
        both = ("且", " and ") if isinstance(node.op, ast.And) else ("或者", " or ")
        parts = [_describe(part) for part in node.values]
        return both[0].join(part[0] for part in parts), both[1].join(part[1] for part in parts)
    if isinstance(node, ast.UnaryOp):
        zh, en = _describe(node.operand)
        return f"并非（{zh}）", f"not ({en})"
    if isinstance(node, ast.Compare):
        sides = [node.left, *node.comparators]
        shown = []
        for left, sign, right in zip(sides, node.ops, sides[1:], strict=False):
            words = SIGNS[type(sign)]
            one, other = _side(left), _side(right)
            shown.append((f"{one[0]}{words[0]}{other[0]}", f"{one[1]} {words[1]} {other[1]}"))
        return "且".join(each[0] for each in shown), " and ".join(each[1] for each in shown)
    name = _name(node)
    return text_words(name[5:]) if name.startswith("text:") else fact_words(name)


def _side(node: ast.expr) -> tuple[str, str]:
    if isinstance(node, ast.Constant):
        return fact_words(str(node.value))
    return fact_words(_name(node))
