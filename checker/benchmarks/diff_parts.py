"""The small steps that every comparison of benchmarks is made of."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from decimal import Decimal
from typing import TypeVar

from checker.benchmarks.phrases import Words
from checker.messages import say
from checker.records.difference import Change, Direction
from checker.records.ranges import Bound

T = TypeVar("T")
NOTHING = ("", "")


def change(
    kind: str,
    key: str,
    place: str = "",
    *,
    old: Words = NOTHING,
    new: Words = NOTHING,
    direction: Direction | None = None,
    **values: object,
) -> Change:
    """A change with the message `diff:KEY`; the message may use old, new, direction, and what else is given."""
    told = {"old": old, "new": new, "direction": say(f"diff:{direction}") if direction else NOTHING, **values}
    return Change(kind, place, old, new, say(f"diff:{key}", **told), direction)


def field_change(name: str, old: Words, new: Words) -> Iterator[Change]:
    """A change of a plain field of the item or benchmark, when it differs."""
    if old != new:
        yield change(name, "field", old=old, new=new, name=say(f"diff:name:{name}"))


def direction_of(signs: Sequence[int]) -> Direction | None:
    """Harsher when every step is up (1) or none (0), milder when down, mixed when both occur, None without a step."""
    up, down = any(sign > 0 for sign in signs), any(sign < 0 for sign in signs)
    if up and down:
        return "mixed"
    return "harsher" if up else "milder" if down else None


def step_of(old: Bound | None, new: Bound | None, *, upper: bool) -> int:
    """1 when this end rose, -1 when it fell. An open upper end is the highest there is, an open lower end is 0.

    With equal numbers an end that now includes its number is further out: lower at the lower end, higher at the upper.
    """
    mine, theirs = _height(old, upper=upper), _height(new, upper=upper)
    return (theirs > mine) - (theirs < mine)


def _height(bound: Bound | None, *, upper: bool) -> tuple[Decimal, int]:
    if bound is None:
        return (Decimal("Infinity"), 0) if upper else (Decimal(0), 0)
    return bound.value, (bound.inclusive if upper else not bound.inclusive)


def paired(
    olds: Sequence[T], news: Sequence[T], keys: Sequence[Callable[[T], Hashable]]
) -> tuple[list[tuple[T, T]], list[T], list[T]]:
    """Pairs by the first key on which one old and one new agree alone or in order, then what is left of each side."""
    left, right, pairs = list(range(len(olds))), list(range(len(news))), list[tuple[int, int]]()
    for key in keys:
        for at in list(left):
            to = next((each for each in right if key(news[each]) == key(olds[at])), None)
            if to is not None:
                pairs.append((at, to))
                left.remove(at)
                right.remove(to)
    return [(olds[at], news[to]) for at, to in sorted(pairs)], [olds[at] for at in left], [news[to] for to in right]
