"""Position rules: parts of the statutory range, with cut points of their own for maxima and for multiples."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checker.benchmarks import position_band
from checker.records.benchmark import PositionRule
from checker.records.ranges import Bound, MoneyRange

THIRDS = (("lighter", "0", "0.3"), ("ordinary", "0.3", "0.7"), ("heavier", "0.7", "1"))
RULE = PositionRule(
    THIRDS,
    maximum_cuts=(("lighter", "0.1", "0.4"),),
    multiple_cuts=(("lighter", "0", "0.25"), ("heavier", "0.75", "1")),
)


def part(rule: PositionRule, low: int, high: int, effect: str, *, multiple: bool = False) -> tuple[Decimal, ...] | None:
    found = position_band(rule, MoneyRange(Bound(Decimal(low)), Bound(Decimal(high))), effect, multiple=multiple)
    return None if found is None else tuple(end.value for end in (found[0].lower, found[0].upper) if end)


@pytest.mark.parametrize(
    ("low", "high", "effect", "multiple", "due"),
    [
        (50_000, 100_000, "lighter", False, (50_000, 65_000)),
        (50_000, 100_000, "ordinary", False, (65_000, 85_000)),
        (0, 50_000, "lighter", False, (5_000, 20_000)),
        (0, 50_000, "heavier", False, None),  # its points for maxima name no heavier part
        (100_000, 200_000, "heavier", True, (175_000, 200_000)),
        (100_000, 200_000, "ordinary", True, None),
        (50_000, 100_000, "reduced", False, None),
    ],
)
def test_the_part_of_an_effect(low: int, high: int, effect: str, multiple: bool, due: tuple[int, int] | None) -> None:
    assert part(RULE, low, high, effect, multiple=multiple) == due


def test_forms_that_a_rule_leaves_out_cannot_be_told() -> None:
    rule = PositionRule(THIRDS, applies_to_multiples=False, zero_minimum=False)
    assert part(rule, 100, 200, "lighter", multiple=True) is None
    assert part(rule, 0, 200, "lighter") is None
    assert part(rule, 100, 200, "lighter") == (100, 130)
