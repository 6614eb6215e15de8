"""Position rules: tiers as parts of the statutory range (e.g. 国市监法规〔2022〕2号)."""

from __future__ import annotations

from decimal import Decimal

from checker.records.benchmark import PositionRule
from checker.records.ranges import Bound, MoneyRange


def position_band(
    rule: PositionRule, statutory: MoneyRange, effect: str, *, multiple: bool = False
) -> tuple[MoneyRange, tuple[str, str]] | None:
    """The yuan that an effect has inside a statutory range, with the cut points used.

    `multiple`: the range came from a multiple or percentage of a base. None without an upper end, without a cut for
    the effect, and for forms that the rule leaves out.
    """
    if statutory.upper is None or statutory.lower is None or (multiple and not rule.applies_to_multiples):
        return None
    maximum = statutory.lower.value == 0
    if maximum and not rule.zero_minimum:
        return None
    cuts = rule.of(multiple=multiple, maximum=maximum)
    cut = next(((low, high) for name, low, high in cuts if name == effect), None)
    if cut is None:
        return None
    low, high = statutory.lower.value, statutory.upper.value
    ends = [low + (high - low) * Decimal(part) for part in cut]
    return MoneyRange(Bound(ends[0]), Bound(ends[1])), cut
