"""Conditions as alternatives of intervals and flags, so that it can be told whether they can hold, alone or together.

An expression becomes a disjunction of terms. A term holds, for each number, one interval, for each kind (a fact
compared with strings) what it may be, and for each flag (`has(…)`, `text("…")`, `severe`) true or false.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import product

from checker.statutes.conditions import parse

MOST_TERMS = 512  # beyond this nothing is said
KINDS = {"respondent_kind": frozenset({"citizen", "individual_business", "organisation"})}
WHOLE = frozenset(  # facts that are whole numbers
    {"days", "nth_offence", "count.count", "count.people", "count.times", "count.days"}
)
EXCLUSIVE = (
    ("has:first_offence", "has:repeat_offence"),
    ("has:under_14", "has:aged_14_to_18"),
    ("has:corrected_in_time", "has:refused_correction"),
)
FLIP: dict[type[ast.cmpop], type[ast.cmpop]] = {ast.Lt: ast.Gt, ast.LtE: ast.GtE, ast.Gt: ast.Lt, ast.GtE: ast.LtE}
NEGATED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.GtE,
    ast.LtE: ast.Gt,
    ast.Gt: ast.LtE,
    ast.GtE: ast.Lt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
}


@dataclass(frozen=True, slots=True)
class Interval:
    """Numbers from low to high; `high` None: no end. All facts of the language are zero or more."""

    low: Decimal = Decimal(0)
    high: Decimal | None = None
    low_in: bool = True
    high_in: bool = True

    def meet(self, other: Interval) -> Interval:
        """What both hold."""
        low, low_in = max((self.low, not self.low_in), (other.low, not other.low_in))
        ends = [(each.high, each.high_in) for each in (self, other) if each.high is not None]
        high, high_in = min(ends, key=lambda end: (end[0], end[1])) if ends else (None, True)
        return Interval(low, high, not low_in, high_in)

    def empty(self, *, whole: bool = False) -> bool:
        """Whether no number is in it; with `whole`, no whole number."""
        if self.high is None:
            return False
        if self.low > self.high or (self.low == self.high and not (self.low_in and self.high_in)):
            return True
        if not whole:
            return False
        first = self.low.to_integral_value(rounding="ROUND_CEILING")
        first += 1 if first == self.low and not self.low_in else 0
        return first > self.high or (first == self.high and not self.high_in)

    @property
    def point(self) -> bool:
        """Whether it is one number only."""
        return self.low == self.high


@dataclass(frozen=True)
class Term:
    """One alternative: everything in it must hold. Sorted tuples, so that equal terms are equal."""

    numbers: tuple[tuple[str, Interval], ...] = ()
    kinds: tuple[tuple[str, frozenset[str], bool], ...] = ()  # fact, values, one of them (else: none of them)
    flags: tuple[tuple[str, bool], ...] = ()

    def meet(self, other: Term) -> Term | None:
        """Both together; None where they cannot hold."""
        numbers, flags = dict(self.numbers), dict(self.flags)
        for name, interval in other.numbers:
            numbers[name] = numbers[name].meet(interval) if name in numbers else interval
        if any(interval.empty(whole=name in WHOLE) for name, interval in numbers.items()):
            return None
        for name, value in other.flags:
            if flags.setdefault(name, value) != value:
                return None
        if any(flags.get(one) and flags.get(two) for one, two in EXCLUSIVE):
            return None
        kinds = tuple(sorted({*self.kinds, *other.kinds}, key=str))
        if any(not _possible(name, kinds) for name in {each[0] for each in kinds}):
            return None
        return Term(tuple(sorted(numbers.items(), key=lambda each: each[0])), kinds, tuple(sorted(flags.items())))

    def without(self, fact: str) -> Term:
        """The rest of the term, with one number left free."""
        return replace(self, numbers=tuple(each for each in self.numbers if each[0] != fact))

    def weaker(self, other: Term) -> bool:
        """Whether it asks for nothing that the other does not ask for."""
        theirs = dict(other.numbers)
        return (
            set(self.flags) <= set(other.flags)
            and set(self.kinds) <= set(other.kinds)
            and all(name in theirs and mine.meet(theirs[name]) == theirs[name] for name, mine in self.numbers)
        )


def _possible(fact: str, kinds: Sequence[tuple[str, frozenset[str], bool]]) -> bool:
    allowed = KINDS.get(fact)
    barred: set[str] = set()
    for name, values, positive in kinds:
        if name == fact and positive:
            allowed = values if allowed is None else allowed & values
        elif name == fact:
            barred |= values
    return allowed is None or bool(allowed - barred)


@lru_cache(maxsize=8192)
def terms(expression: str) -> tuple[Term, ...] | None:
    """The alternatives of an expression; empty where it cannot hold, None where there are too many to say."""
    return _terms(parse(expression), positive=True)


def satisfiable(*expressions: str | None) -> bool:
    """Whether all can hold at once; None stands for always, and what is too large to tell is taken to be possible."""
    listed = [terms(each) for each in expressions if each is not None]
    found: tuple[Term, ...] = (Term(),)
    for each in listed:
        if each is None:
            continue
        joined = _joined(found, each)
        if joined is None:
            return True
        found = joined
    return bool(found)


def every(conditions: Sequence[str]) -> list[str | None]:
    """The cells that conditions cut the world into: each satisfiable choice of holding and failing, as an expression.

    With more than six conditions, or none, each is a cell of its own.
    """
    if not conditions:
        return [None]
    if len(conditions) > 6:
        return list(conditions)
    cells = []
    for signs in product((True, False), repeat=len(conditions)):
        parts = [f"({each})" if sign else f"not ({each})" for each, sign in zip(conditions, signs, strict=True)]
        cell = " and ".join(parts)
        if satisfiable(cell):
            cells.append(cell)
    return list(cells)


def _joined(one: tuple[Term, ...], two: tuple[Term, ...]) -> tuple[Term, ...] | None:
    if len(one) * len(two) > MOST_TERMS:
        return None
    met = [left.meet(right) for left, right in product(one, two)]
    return tuple(dict.fromkeys(each for each in met if each is not None))


def _terms(node: ast.expr, *, positive: bool) -> tuple[Term, ...] | None:
    if isinstance(node, ast.UnaryOp):
        return _terms(node.operand, positive=not positive)
    if isinstance(node, ast.BoolOp):
        return _mixed(node.values, together=isinstance(node.op, ast.And) is positive, positive=positive)
    if isinstance(node, ast.Compare):
        sides = (node.left, *node.comparators)
        pairs = zip(sides, node.ops, sides[1:], strict=False)
        found = [_compared(left, type(sign), right, positive=positive) for left, sign, right in pairs]
        return _combine(found, together=positive)
    return _flag(node, positive=positive)


def _mixed(parts: Sequence[ast.expr], *, together: bool, positive: bool) -> tuple[Term, ...] | None:
    return _combine([_terms(part, positive=positive) for part in parts], together=together)


def _combine(found: Sequence[tuple[Term, ...] | None], *, together: bool) -> tuple[Term, ...] | None:
    total: tuple[Term, ...] | None = (Term(),) if together else ()
    for each in found:
        if each is None or total is None:
            return None
        total = _joined(total, each) if together else tuple(dict.fromkeys((*total, *each)))
    return total


def _flag(node: ast.expr, *, positive: bool) -> tuple[Term, ...]:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        argument = node.args[0]
        named = argument.id if isinstance(argument, ast.Name) else getattr(argument, "value", "")
        return (Term(flags=((f"{node.func.id}:{named}", positive),)),)
    return (Term(flags=((ast.unparse(node), positive),)),)


def _compared(left: ast.expr, sign: type[ast.cmpop], right: ast.expr, *, positive: bool) -> tuple[Term, ...]:
    if isinstance(left, ast.Constant) and not isinstance(right, ast.Constant):
        left, right, sign = right, left, FLIP.get(sign, sign)
    whole = ast.unparse(ast.Compare(left, [sign()], [right]))
    if not isinstance(right, ast.Constant):
        return (Term(flags=((whole, positive),)),)  # two facts compared: true or false, nothing more
    name = ast.unparse(left)
    if isinstance(right.value, str):
        if sign not in (ast.Eq, ast.NotEq):
            return (Term(flags=((whole, positive),)),)
        return (Term(kinds=((name, frozenset({right.value}), (sign is ast.Eq) is positive),)),)
    sign = sign if positive else NEGATED[sign]
    value = Decimal(str(right.value))
    return tuple(
        Term(numbers=((name, interval),))
        for interval in _intervals(sign, value)
        if not interval.empty(whole=name in WHOLE)
    )


def _intervals(sign: type[ast.cmpop], value: Decimal) -> list[Interval]:
    everything = Interval()
    below, above = Interval(high=value, high_in=False), Interval(low=value, low_in=False)
    cut = {
        ast.Lt: [below],
        ast.LtE: [Interval(high=value)],
        ast.Gt: [above],
        ast.GtE: [Interval(low=value)],
        ast.Eq: [Interval(low=value, high=value)],
        ast.NotEq: [below, above],
    }[sign]
    return [each.meet(everything) for each in cut]
