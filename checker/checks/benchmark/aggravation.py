"""aggravation-ignored: an aggravating circumstance in the facts that the reasoning and the amount leave aside."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from checker.checks.benchmark.tiers import applied_rules
from checker.checks.benchmark.weighed import fits, left_out
from checker.checks.building import finding
from checker.checks.check import Check
from checker.checks.fines import fines
from checker.checks.law import REVISION, decided, penalty_law
from checker.messages import say
from checker.records.assessment import Case
from checker.records.finding import Finding, Step

HEAVIER = frozenset({"heavier"})


def run(case: Case) -> Iterator[Finding]:
    """Nothing where a heavier penalty is claimed or a fine already lies in a heavier tier."""
    effect = case.decision.claimed_effect
    if (effect and effect.value == "heavier") or not any(fines(case)) or fits(case, HEAVIER):
        return
    by_statute = _statutory(decided(case))
    for each in left_out(case, HEAVIER, by_statute):
        kind = say(f"circumstance:{each.kind}")
        rules = (*((penalty_law("heavier", case),) if each.kind in by_statute else ()), *applied_rules(case))
        yield finding(
            CHECK,
            case,
            "lead",
            evidence=each.evidence,
            rules=rules,
            trace=(
                Step("认定的情节", kind[0], "事实部分", each.evidence),
                Step("裁量说理", "未见", "裁量部分", case.decision.discretion),
            ),
            confidence=each.confidence * 0.85,
            kind=kind,
        )


def _statutory(day: date | None) -> frozenset[str]:
    """Art. 49 of the 2021 revision: acts against the measures taken in an emergency are punished more heavily."""
    return frozenset({"emergency_period"}) if day is None or day >= REVISION else frozenset()


CHECK = Check(
    name="aggravation-ignored",
    severity="一般",
    basis_zh="所适用的裁量权基准；《行政处罚法》第四十九条（2021年7月15日起）",
    basis_en="The benchmark applied; Administrative Penalty Law art. 49 (since 2021-07-15)",
    run=run,
)
