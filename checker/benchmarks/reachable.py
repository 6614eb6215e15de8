"""The fines that a benchmark can produce at all, over every choice of options, whatever the facts are.

The sums that the options of a scoring can make are a set of bits in one integer, in units of the smallest step of its
weights; a factor shifts that set once for every option, so the work grows with the number of distinct sums and not with
the number of combinations. Fines rise (or fall) with the sum, so the nearest one is found by halving, and the options
that give it by walking the sets backwards. Formula: checker.records.benchmark.Scoring.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from math import gcd

from checker.records.benchmark import Factor, Item, Option, Scoring
from checker.records.ranges import Bound, Branch, MoneyRange
from checker.records.truth import Facts, Truth
from checker.statutes.conditions import evaluate

CENT = Decimal("0.01")
YUAN = Decimal(1)  # fines are often rounded to whole yuan; nearer than this is the same fine
Choice = tuple[tuple[str, tuple[str, ...]], ...]  # factor → the options chosen


@dataclass(frozen=True, slots=True)
class Reached:
    """A fine (yuan) that the table can produce, and one way to it.

    For a scoring: the total and the options that make it; for a tier: its name alone.
    """

    amount: Decimal
    total: Decimal | None = None
    choice: Choice = ()
    corrections: tuple[str, ...] = ()
    tier: str = ""


@dataclass(frozen=True, slots=True)
class Nearest:
    """The reachable fines next to an amount: at most it, and at least it; None where there is none."""

    below: Reached | None
    above: Reached | None


@dataclass(frozen=True)
class Band:
    """A tier's range of fines in yuan; `upper` None: no end."""

    range: MoneyRange
    tier: str = ""

    def nearest(self, amount: Decimal) -> Nearest:
        """The amount itself inside, else the end beside it. An excluded end is one cent away from its number."""
        low = self.range.lower or Bound(Decimal(0))
        first = low.value if low.inclusive else low.value + CENT
        high = self.range.upper
        last = None if high is None else high.value if high.inclusive else high.value - CENT
        if amount < first:
            return Nearest(None, Reached(first, tier=self.tier))
        if last is not None and amount > last:
            return Nearest(Reached(last, tier=self.tier), None)
        here = Reached(amount, tier=self.tier)
        return Nearest(here, here)

    def ends(self) -> tuple[Decimal, Decimal | None]:
        """The lowest and the highest fine."""
        low, high = self.range.lower, self.range.upper
        last = None if high is None else high.value if high.inclusive else high.value - CENT
        return (low.value if low.inclusive else low.value + CENT) if low else Decimal(0), last


@dataclass(frozen=True)
class _Layers:
    """The sums that options make, choice by choice. `sets[n]` has bit s − lows[n] where the first n choices reach s."""

    choices: tuple[tuple[int, tuple[tuple[int, str], ...]], ...]  # factor's number, (weight in steps, option's words)
    sets: tuple[int, ...]
    lows: tuple[int, ...]

    @staticmethod
    def of(factors: Sequence[Factor], step: Fraction) -> _Layers:
        choices: list[tuple[int, tuple[tuple[int, str], ...]]] = []
        for number, factor in enumerate(factors):
            weighed = [(_steps(each.weight, step), each.text) for each in factor.options]
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
        return _Layers(tuple(choices), tuple(sets), tuple(lows))

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


def _steps(weight: Decimal, step: Fraction) -> int:
    return int(Fraction(weight) / step)


def _step(options: Sequence[Option]) -> Fraction:
    """The greatest step that every weight is a whole number of."""
    weights = [Fraction(each.weight) for each in options if each.weight]
    if not weights:
        return Fraction(1)
    below = 1
    for each in weights:
        below = below * each.denominator // gcd(below, each.denominator)
    return Fraction(gcd(*(int(abs(each) * below) for each in weights)), below)


@dataclass(frozen=True)
class Sums:
    """The fines of one scoring for one value of its base."""

    scoring: Scoring
    base: Decimal

    @cached_property
    def step(self) -> Fraction:
        """The unit of the sums of weights."""
        return _step([option for factor in self.scoring.factors for option in factor.options])

    @cached_property
    def unit(self) -> Decimal:
        """The step as a decimal; exact, since weights are decimals."""
        return _decimal(self.step)

    @cached_property
    def layers(self) -> _Layers:
        """The sums of the factors' weights, in steps; `start` not yet added."""
        return _Layers.of(self.scoring.factors, self.step)

    @cached_property
    def corrections(self) -> dict[Decimal, tuple[str, ...]]:
        """Each correction that can be made, its limit kept, with one way to it."""
        scoring = self.scoring
        if not scoring.corrections:
            return {Decimal(0): ()}
        step = _step(scoring.corrections)
        layers = _Layers.of([Factor("", scoring.corrections, several=True)], step)
        found: dict[Decimal, tuple[str, ...]] = {}
        for each in layers.values():
            value = _limited(_decimal(each * step), scoring.correction_limit)
            if value not in found:
                found[value] = tuple(text for _, text in layers.way(each))
        return found

    def fine(self, steps: int, correction: Decimal) -> Decimal:
        """The fine in yuan (to the cent, never under 0) for a sum of weights and a correction."""
        total = total_of(self.scoring, self.scoring.start + steps * self.unit, correction)
        return _in_yuan(self.scoring, total, self.base)

    def nearest(self, amount: Decimal) -> Nearest:
        """The reachable fines next to an amount (yuan), each with the options that give it."""
        below: tuple[Decimal, int, Decimal] | None = None
        above: tuple[Decimal, int, Decimal] | None = None
        for correction in self.corrections:
            for steps in self._beside(amount, correction):
                fine = self.fine(steps, correction)
                if fine <= amount and (below is None or fine > below[0]):
                    below = fine, steps, correction
                if fine >= amount and (above is None or fine < above[0]):
                    above = fine, steps, correction
        return Nearest(self._reached(below), self._reached(above))

    def _beside(self, amount: Decimal, correction: Decimal) -> list[int]:
        """The sums on both sides of where the fine passes the amount, found by halving."""
        layers, low, high = self.layers, self.layers.low, self.layers.high
        falling = self.fine(low, correction) > self.fine(high, correction)
        passed: Callable[[int], bool] = (
            (lambda at: self.fine(at, correction) < amount)
            if falling
            else (lambda at: self.fine(at, correction) > amount)
        )
        first, last = low, high + 1  # the first sum whose fine has passed the amount
        while first < last:
            middle = (first + last) // 2
            first, last = (first, middle) if passed(middle) else (middle + 1, last)
        return [each for each in (layers.at_most(first - 1), layers.at_least(first)) if each is not None]

    def _reached(self, found: tuple[Decimal, int, Decimal] | None) -> Reached | None:
        if found is None:
            return None
        fine, steps, correction = found
        chosen: dict[int, list[str]] = {}
        for owner, text in self.layers.way(steps):
            chosen.setdefault(owner, []).append(text)
        choice = tuple((self.scoring.factors[owner].name, tuple(texts)) for owner, texts in chosen.items())
        total = total_of(self.scoring, self.scoring.start + steps * self.unit, correction)
        return Reached(fine, total, choice, self.corrections[correction])

    def ends(self) -> tuple[Decimal, Decimal | None]:
        """The lowest and the highest fine."""
        corners = [self.fine(at, each) for at in (self.layers.low, self.layers.high) for each in self.corrections]
        return min(corners), max(corners)


@dataclass(frozen=True)
class Reachable:
    """All fines that a table can produce, in yuan: ranges of tiers and sums of scorings together."""

    parts: tuple[Band | Sums, ...] = field(default=())

    @property
    def lowest(self) -> Decimal | None:
        """The lowest fine; None for a table without fines."""
        return min((each.ends()[0] for each in self.parts), default=None)

    @property
    def highest(self) -> Decimal | None:
        """The highest fine; None where there is no upper end, or no fine."""
        tops = [each.ends()[1] for each in self.parts]
        return None if None in tops else max((top for top in tops if top is not None), default=None)

    def nearest(self, amount: Decimal) -> Nearest:
        """The reachable fines next to an amount: the amount itself when it is one."""
        found = [each.nearest(amount) for each in self.parts]
        lower = [each.below for each in found if each.below is not None]
        upper = [each.above for each in found if each.above is not None]
        return Nearest(
            max(lower, key=lambda each: each.amount, default=None),
            min(upper, key=lambda each: each.amount, default=None),
        )

    def contains(self, amount: Decimal, *, tolerance: Decimal = YUAN) -> bool:
        """Whether a reachable fine is no further than the tolerance (yuan; by default one, for rounding) away."""
        near = self.nearest(amount)
        return any(each is not None and abs(each.amount - amount) <= tolerance for each in (near.below, near.above))


def reachable(scoring: Scoring, base_value: Decimal | None = None) -> Reachable | None:
    """The fines of a scoring; None when the fact that its base names is needed and not known.

    `base_value` is that fact (yuan, not negative).
    """
    if scoring.base == "yuan":
        return Reachable((Sums(scoring, Decimal(1)),))
    return None if base_value is None or base_value < 0 else Reachable((Sums(scoring, base_value),))


def reachable_item(item: Item, facts: Facts) -> Reachable | None:
    """The fines of an item's tiers and scorings for these facts; None where an unknown fact leaves it open.

    Facts only set the base and drop what certainly does not apply (a branch for other values of goods, a scoring for
    another column); which tier or option the facts choose is not asked. Where a tier sets no fine, or only allows one,
    no fine (0) is reachable too.
    """
    parts: list[Band | Sums] = []
    for tier in item.tiers:
        fines = [each for each in tier.branches if each.sanction == "fine" and each.subject == "respondent"]
        fines = [each for each in fines if _may_hold(each.condition, facts)]
        if all(each.obligation == "may" or each.condition for each in fines):
            parts.append(Band(MoneyRange(Bound(Decimal(0)), Bound(Decimal(0))), tier.name))
        for branch in fines:
            band = _band(branch, facts)
            if band is None:
                return None
            parts.append(Band(band, tier.name))
    for scoring in item.scorings:
        if _may_hold(scoring.when, facts):
            value = facts.values.get(scoring.base)
            made = reachable(scoring, value if isinstance(value, Decimal) else None)
            if made is None:
                return None
            parts += made.parts
    return Reachable(tuple(parts))


def _may_hold(condition: str | None, facts: Facts) -> bool:
    return condition is None or evaluate(condition, facts).truth is not Truth.FAILS


def _band(branch: Branch, facts: Facts) -> MoneyRange | None:
    """A branch's range in yuan; None when its base or the count of its unit is not known."""
    factor = Decimal(1)
    if branch.base != "yuan":
        value = facts.values.get(branch.base)
        if not isinstance(value, Decimal):
            return None
        factor = value
    if branch.unit != "total":
        return None
    ends = [
        None if end is None else Bound(_cents(end.value * factor), end.inclusive)
        for end in (branch.lower, branch.upper)
    ]
    return MoneyRange(ends[0], ends[1])


def raw_totals(scoring: Scoring) -> tuple[Decimal, Decimal]:
    """The lowest and highest total, corrections made, before `floor` and `cap`."""
    sums = Sums(scoring, Decimal(1))
    ends = [scoring.start + at * sums.unit for at in (sums.layers.low, sums.layers.high)]
    corners = [_corrected(scoring, end, each) for end in ends for each in sums.corrections]
    return min(corners), max(corners)


def totals(scoring: Scoring) -> tuple[Decimal, Decimal]:
    """The lowest and highest total, `floor` and `cap` kept."""
    low, high = raw_totals(scoring)
    return _clipped(low, scoring.floor, scoring.cap), _clipped(high, scoring.floor, scoring.cap)


def total_of(scoring: Scoring, total: Decimal, correction: Decimal) -> Decimal:
    """The total of start and weights after its correction, raised to `floor` and cut to `cap`."""
    return _clipped(_corrected(scoring, total, correction), scoring.floor, scoring.cap)


def _corrected(scoring: Scoring, total: Decimal, correction: Decimal) -> Decimal:
    return total * (1 + correction) if scoring.multiply else total + correction


def fine_of(scoring: Scoring, total: Decimal) -> Decimal:
    """The fine for a total in the unit of the scoring's base: yuan, or a multiple (`least`, `most` then left out)."""
    if scoring.combine == "interpolate" and scoring.lower is not None and scoring.upper is not None:
        fine = scoring.lower + (scoring.upper - scoring.lower) * total
    else:
        fine = total * scoring.amount
    return _clipped(fine, scoring.least, scoring.most) if scoring.base == "yuan" else fine


def _in_yuan(scoring: Scoring, total: Decimal, base: Decimal) -> Decimal:
    return _cents(max(_clipped(fine_of(scoring, total) * base, scoring.least, scoring.most), Decimal(0)))


def _clipped(value: Decimal, least: Decimal | None, most: Decimal | None) -> Decimal:
    raised = value if least is None else max(value, least)
    return raised if most is None else min(raised, most)


def _limited(value: Decimal, limit: Decimal | None) -> Decimal:
    return value if limit is None else _clipped(value, -limit, limit)


def _cents(value: Decimal) -> Decimal:
    return value.quantize(CENT)


def _decimal(value: Fraction) -> Decimal:
    """Exact: the fractions here come from decimals."""
    return Decimal(value.numerator) / Decimal(value.denominator)
