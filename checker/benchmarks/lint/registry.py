"""Every lint, in the order in which findings of one place are shown."""

from __future__ import annotations

from checker.benchmarks.lint import citations, conditions, dates, levels, scorings, statutory, tiers
from checker.benchmarks.lint.finding import Rule

LINTS: tuple[Rule, ...] = (
    statutory.OUTSIDE,
    statutory.NOT_REDUCED,
    levels.WIDER,
    scorings.LEAVES,
    citations.MISSING,
    citations.REPEALED,
    citations.TOO_EARLY,
    dates.OVERLAP,
    dates.GAP,
    dates.CONFIRMED,
    dates.NUMBER,
    tiers.GAP,
    tiers.OVERLAP,
    tiers.UNITS,
    conditions.IMPOSSIBLE,
    conditions.SHARED,
    conditions.OVERLAP,
    conditions.GAP,
    scorings.CEILING,
    scorings.FLOOR,
    statutory.UNKNOWN,
    conditions.UNREACHABLE,
    conditions.SPECIAL,
    conditions.END_SHARED,
)
