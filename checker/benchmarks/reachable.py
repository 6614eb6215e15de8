"""The fines that a benchmark can produce at all, over every choice of options, whatever the facts are.

A fine rises (or falls) with the sum of weights, so the nearest one is found by halving over the sums that the options
can make (checker.benchmarks.sums), once for each correction. Formula: checker.benchmarks.formula.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from checker.benchmarks.formula import CENT, cents, fine_in_yuan, limited, total_of
from checker.benchmarks.sums import Layers, step_of
from checker.records.benchmark import Factor, Item, Scoring
from checker.records.ranges import Bound, Branch, MoneyRange
from checker.records.truth import Facts, Truth
from checker.statutes.conditions import evaluate

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
class Sums:
    """The fines of one scoring for one value of its base."""

    scoring: Scoring
    base: Decimal

    @cached_property
    def step(self) -> Fraction:
        """The unit of the sums of weights."""
        return step_of([option for factor in self.scoring.factors for option in factor.options])

    @cached_property
    def unit(self) -> Decimal:
        """The step as a decimal; exact, since weights are decimals."""
        return _decimal(self.step)

    @cached_property
    def layers(self) -> Layers:
        """The sums of the factors' weights, in steps; `start` not yet added."""
        return Layers.of(self.scoring.factors, self.step)

    @cached_property
    def corrections(self) -> dict[Decimal, tuple[str, ...]]:
        """Each correction that can be made, its limit kept, with one way to it."""
        scoring = self.scoring
        if not scoring.corrections:
            return {Decimal(0): ()}
        step = step_of(scoring.corrections)
        layers = Layers.of([Factor("", scoring.corrections, several=True)], step)
        found: dict[Decimal, tuple[str, ...]] = {}
        for each in layers.values():
            value = limited(scoring, _decimal(each * step))
            if value not in found:
                found[value] = tuple(text for _, text in layers.way(each))
        return found

    def fine(self, steps: int, correction: Decimal) -> Decimal:
        """The fine in yuan (to the cent, never under 0) for a sum of weights and a correction."""
        total = total_of(self.scoring, self.scoring.start + steps * self.unit, correction)
        return fine_in_yuan(self.scoring, total, self.base)

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
        if scoring.subject == "respondent" and _may_hold(scoring.when, facts):
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
        None if end is None else Bound(cents(end.value * factor), end.inclusive) for end in (branch.lower, branch.upper)
    ]
    return MoneyRange(ends[0], ends[1])


def _decimal(value: Fraction) -> Decimal:
    """Exact for weights that are decimals, to 28 digits for others."""
    return Decimal(value.numerator) / Decimal(value.denominator)
