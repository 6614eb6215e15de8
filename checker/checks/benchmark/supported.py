"""tier-not-supported: the decision claims a tier whose conditions the facts do not meet, or meets another."""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.benchmark.tiers import claimed_tier, is_proved, is_residual, named, rule_of, tier_step, tier_words
from checker.checks.building import confidence_of, evidence_of, finding
from checker.checks.check import Check
from checker.records.assessment import Assessment, Case, TierMatch
from checker.records.decision import Decision
from checker.records.finding import Finding, Status, Step
from checker.records.read import Span
from checker.records.truth import Truth

MEASURED = frozenset({"goods_value", "illegal_gains", "contract_price", "project_cost", "annual_sales", "tax", "days"})


def run(case: Case) -> Iterator[Finding]:
    """Once an item, however many fines it bears. A claim that merely cannot be told is no finding."""
    seen = set()
    for assessment in case.assessments:
        own = claimed_tier(assessment)
        if own is None or assessment.match is None or (assessment.match.item.id, own.tier.name) in seen:
            continue
        seen.add((assessment.match.item.id, own.tier.name))
        rivals = _rivals(assessment, own)
        if own.verdict.truth is Truth.FAILS and (rivals or not is_residual(own.tier)):
            yield _unsupported(case, assessment, own, _status(assessment, own))
        elif own.verdict.truth is Truth.UNKNOWN and any(each.tier.effect != own.tier.effect for each in rivals):
            yield _unsupported(case, assessment, own, "lead")


def _rivals(assessment: Assessment, own: TierMatch) -> tuple[TierMatch, ...]:
    """Other tiers that the facts meet by conditions of their own."""
    met = named(assessment, assessment.supported)
    return tuple(each for each in met if each.tier.name != own.tier.name and not is_residual(each.tier))


def _status(assessment: Assessment, own: TierMatch) -> Status:
    """Certain only where measured facts alone shut the tier out: a circumstance may have been told in other words."""
    used = own.verdict.used
    measured = bool(used) and all(name in MEASURED or name.startswith("count.") for name in used)
    return "violation" if measured and is_proved(assessment) else "lead"


def _unsupported(case: Case, assessment: Assessment, own: TierMatch, status: Status) -> Finding:
    decision = case.decision
    used = dict.fromkeys(
        (*own.verdict.used, *(name for each in _rivals(assessment, own) for name in each.verdict.used))
    )
    facts = [(name, case.facts.values[name]) for name in used if name in case.facts.values]
    spans = tuple(span for name, _ in facts for span in case.facts.evidence.get(name, ()))
    return finding(
        CHECK,
        case,
        status,
        "other" if assessment.supported else None,
        evidence=(*_claim(decision), *spans),
        rules=rule_of(assessment, own.tier.name),
        trace=(
            *(
                Step(f"事实 {name}", str(value), "决定书", tuple(case.facts.evidence.get(name, ())))
                for name, value in facts
            ),
            *(tier_step(each) for each in assessment.tiers),
        ),
        confidence=confidence_of(decision.claimed_tier or decision.claimed_effect) * 0.95,
        sanction=assessment.sanction,
        tier=own.tier.name,
        supported=tier_words(assessment.supported),
        conditions=" / ".join(condition.text for condition in own.tier.conditions) or "—",
    )


def _claim(decision: Decision) -> tuple[Span, ...]:
    return evidence_of(decision.claimed_tier or decision.claimed_effect) or decision.discretion


CHECK = Check(
    name="tier-not-supported",
    severity="较重",
    basis_zh="《行政处罚法》第五条、第三十四条（2021年7月15日前为第四条）；所适用的裁量权基准",
    basis_en="Administrative Penalty Law arts. 5, 34 (art. 4 before 2021-07-15); the benchmark applied",
    run=run,
)
