"""mitigated-without-ground: a lighter or reduced penalty is claimed and no mitigating circumstance told."""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.benchmark.weighed import MITIGATING
from checker.checks.benchmark.without_ground import groundless
from checker.checks.check import Check
from checker.checks.leniency import LENIENT
from checker.records.assessment import Case
from checker.records.finding import Finding

CLAIMS = frozenset({"lighter", "reduced"})


def run(case: Case) -> Iterator[Finding]:
    """See `groundless`."""
    return groundless(CHECK, case, CLAIMS, MITIGATING, LENIENT)


CHECK = Check(
    name="mitigated-without-ground",
    severity="较重",
    basis_zh="《行政处罚法》第五条第二款、第三十条至第三十三条（2021年7月15日前为第四条第二款、第二十五条至第二十七条）",
    basis_en="Administrative Penalty Law arts. 5(2), 30-33 (4(2), 25-27 before 2021-07-15)",
    run=run,
)
