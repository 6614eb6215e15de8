"""The sums that options can make, as a set of bits in one integer, in units of the smallest step of their weights.

A factor shifts the set once for every option, so the work grows with the number of distinct sums and not with the
number of combinations; the options that make a sum are found by walking the sets backwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import gcd

from checker.records.benchmark import Factor, Option

LONGEST = 8  # digits after the point that an author writes; more of them come from a division
SIMPLE = 1000  # greatest denominator that such a division had


@dataclass(frozen=True)
class Layers:
    """The sums that options make, choice by choice. `sets[n]` has bit s − lows[n] where the first n choices reach s."""

    choices: tuple[tuple[int, tuple[tuple[int, str], ...]], ...]  # factor's number, (weight in steps, option's words)
    sets: tuple[int, ...]
    lows: tuple[int, ...]

    @staticmethod
    def of(factors: Sequence[Factor], step: Fraction) -> Layers:
        choices: list[tuple[int, tuple[tuple[int, str], ...]]] = []
        for number, factor in enumerate(factors):
            weighed = [(int(exact(each.weight) / step), each.text) for each in factor.options]
            if factor.several:
                choices += [(number, ((0, ""), each)) for each in weighed]
            else:
                choices.append((number, tuple({weight: (weight, text) for weight, text in reversed(weighed)}.values())))
        sets, lows = [1], [0]
        for _, options in choices:
            low = min(weight for weight, _ in options)
            reached = 0
            for weight, _ in options:
                reached |= sets[-1] << (weight - low)
            sets.append(reached)
            lows.append(lows[-1] + low)
        return Layers(tuple(choices), tuple(sets), tuple(lows))

    @property
    def low(self) -> int:
        """The smallest sum, in steps."""
        return self.lows[-1] + _first(self.sets[-1], 0)

    @property
    def high(self) -> int:
        """The greatest sum, in steps."""
        return self.lows[-1] + self.sets[-1].bit_length() - 1

    def at_most(self, value: int) -> int | None:
        """The greatest sum that is not above a value."""
        width = value - self.lows[-1] + 1
        if width <= 0:
            return None
        kept = self.sets[-1] & ((1 << width) - 1)
        return self.lows[-1] + kept.bit_length() - 1 if kept else None

    def at_least(self, value: int) -> int | None:
        """The smallest sum that is not under a value."""
        start = max(value - self.lows[-1], 0)
        if self.sets[-1] >> start == 0:
            return None
        return self.lows[-1] + _first(self.sets[-1], start)

    def values(self) -> Iterator[int]:
        """Every sum, ascending."""
        at: int | None = self.low
        while at is not None:
            yield at
            at = self.at_least(at + 1)

    def way(self, total: int) -> list[tuple[int, str]]:
        """One choice of options for a sum: (factor's number, words), options of no words left out."""
        found = []
        for number in range(len(self.choices) - 1, -1, -1):
            owner, options = self.choices[number]
            for weight, text in options:
                bit = total - weight - self.lows[number]
                if bit >= 0 and self.sets[number] >> bit & 1:
                    found.append((owner, text))
                    total -= weight
                    break
        return [each for each in reversed(found) if each[1]]


def _first(bits: int, start: int) -> int:
    rest = bits >> start
    return start + (rest & -rest).bit_length() - 1


def exact(weight: Decimal) -> Fraction:
    """The weight as a fraction; a long decimal (a third, written out) is the simple fraction that it stands for."""
    whole = Fraction(weight)
    exponent = weight.as_tuple().exponent
    if not isinstance(exponent, int) or exponent >= -LONGEST:
        return whole
    return whole.limit_denominator(SIMPLE)


def step_of(options: Sequence[Option]) -> Fraction:
    """The greatest step that every weight is a whole number of."""
    weights = [exact(each.weight) for each in options if each.weight]
    if not weights:
        return Fraction(1)
    below = 1
    for each in weights:
        below = below * each.denominator // gcd(below, each.denominator)
    return Fraction(gcd(*(int(abs(each) * below) for each in weights)), below)
