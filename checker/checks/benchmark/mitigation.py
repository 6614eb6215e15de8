"""mitigation-ignored: a mitigating circumstance in the facts that the reasoning and the amount leave aside."""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.benchmark.tiers import applied_rules
from checker.checks.benchmark.weighed import fits, left_out
from checker.checks.building import finding
from checker.checks.check import Check
from checker.checks.fines import fines
from checker.checks.law import penalty_law
from checker.checks.leniency import LENIENT, claimed
from checker.messages import say
from checker.records.assessment import Case
from checker.records.finding import Finding, Step

# Those that oblige to leniency by arts. 30-32 (25-27 before 2021-07-15); others count where the benchmark lists them.
OBLIGING = frozenset({"aged_14_to_18", "removed_harm", "coerced_or_deceived", "confessed_unknown", "meritorious_help"})


def run(case: Case) -> Iterator[Finding]:
    """Nothing where leniency is claimed, or where a fine is already at the minimum or in a lighter tier."""
    if claimed(case) in LENIENT or not any(fines(case)) or fits(case, LENIENT) or _least(case):
        return
    for each in left_out(case, LENIENT, OBLIGING):
        kind = say(f"circumstance:{each.kind}")
        rules = (*((penalty_law("lenient", case),) if each.kind in OBLIGING else ()), *applied_rules(case))
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


def _least(case: Case) -> bool:
    """Whether a fine is at or below the statutory minimum, where no more leniency was possible."""
    bands = ((fine, fine.assessment.statutory.range) for fine in fines(case))
    return any(band and band.lower and fine.yuan <= band.lower.value for fine, band in bands)


CHECK = Check(
    name="mitigation-ignored",
    severity="一般",
    basis_zh="《行政处罚法》第三十条至第三十三条（2021年7月15日前为第二十五条至第二十七条）；所适用的裁量权基准",
    basis_en="Administrative Penalty Law arts. 30-33 (25-27 before 2021-07-15); the benchmark applied",
    run=run,
)
