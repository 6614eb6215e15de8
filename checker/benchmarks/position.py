"""Position rules: tiers as parts of the statutory range (e.g. 国市监法规〔2022〕2号)."""

from __future__ import annotations

from decimal import Decimal

from checker.records.benchmark import PositionRule
from checker.records.ranges import Bound, MoneyRange


def position_band(rule: PositionRule, statutory: MoneyRange, effect: str) -> MoneyRange | None:
    """The yuan that an effect has inside a statutory range; None without an upper end or a rule for the effect."""
    cut = next(((low, high) for name, low, high in rule.cuts if name == effect), None)
    if cut is None or statutory.upper is None:
        return None
    if statutory.lower is None or (statutory.lower.value == 0 and not rule.zero_minimum):
        return None
    low, high = statutory.lower.value, statutory.upper.value
    ends = [low + (high - low) * Decimal(part) for part in cut]
    return MoneyRange(Bound(ends[0]), Bound(ends[1]))
