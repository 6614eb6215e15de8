"""Ranges of money, multiples and branches of a provision. Money is Decimal in yuan."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Obligation = Literal["must", "may"]


@dataclass(frozen=True, slots=True)
class Bound:
    """One end of a range; `inclusive` follows the document's own reading of 以上/以下."""

    value: Decimal
    inclusive: bool = True


@dataclass(frozen=True, slots=True)
class MoneyRange:
    """A range of yuan; a missing bound means no limit on that side."""

    lower: Bound | None
    upper: Bound | None

    def below(self, amount: Decimal) -> bool:
        """Whether the amount is under the lower end."""
        low = self.lower
        return low is not None and (amount < low.value or (amount == low.value and not low.inclusive))

    def above(self, amount: Decimal) -> bool:
        """Whether the amount is over the upper end."""
        high = self.upper
        return high is not None and (amount > high.value or (amount == high.value and not high.inclusive))

    def contains(self, amount: Decimal) -> bool:
        """Whether the amount lies inside, ends counted as each bound says."""
        return not self.below(amount) and not self.above(amount)

    def distance(self, amount: Decimal) -> Decimal:
        """Signed yuan to the nearest end: negative below, positive above, 0 inside (or on an excluded end)."""
        if self.lower is not None and self.below(amount):
            return amount - self.lower.value
        if self.upper is not None and self.above(amount):
            return amount - self.upper.value
        return Decimal(0)


@dataclass(frozen=True, slots=True)
class Branch:
    """One sanction that a provision or tier allows, under a condition.

    `sanction` is a sanction kind of contract.md. `base` is "yuan" (bounds are yuan) or a fact such as
    "goods_value" or "illegal_gains" (bounds are multiples: 10 for ten times, 0.05 for 5 %). Branches with the
    same non-zero `choice` are alternatives (或者). `condition` is an expression of checker.statutes.conditions.
    `subject` is "respondent" or "responsible_person" (直接负责的主管人员和其他直接责任人员).
    `base_at_least` is the sum that the base counts as when it is less (货值金额不足十万元的，按十万元计算), in yuan.
    `start`/`end` locate it in the text that was parsed; both 0 for branches that come from a data file.
    """

    sanction: str
    condition: str | None = None
    obligation: Obligation = "must"
    choice: int = 0
    lower: Bound | None = None
    upper: Bound | None = None
    base: str = "yuan"
    unit: str = "total"
    subject: str = "respondent"
    start: int = 0
    end: int = 0
    base_at_least: Decimal | None = None
