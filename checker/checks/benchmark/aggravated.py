"""aggravated-without-ground: a heavier penalty is claimed and no aggravating circumstance told."""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.benchmark.weighed import AGGRAVATING
from checker.checks.benchmark.without_ground import groundless
from checker.checks.check import Check
from checker.records.assessment import Case
from checker.records.finding import Finding

HEAVIER = frozenset({"heavier"})


def run(case: Case) -> Iterator[Finding]:
    """See `groundless`."""
    return groundless(CHECK, case, HEAVIER, AGGRAVATING, HEAVIER)


CHECK = Check(
    name="aggravated-without-ground",
    severity="较重",
    basis_zh="《行政处罚法》第五条第二款（2021年7月15日前为第四条第二款）；所适用的裁量权基准",
    basis_en="Administrative Penalty Law art. 5(2) (art. 4(2) before 2021-07-15); the benchmark applied",
    run=run,
)
