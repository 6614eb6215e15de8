"""outside-tier-range: a fine outside the range of its tier, by how much, and which tier it would match."""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.benchmark.deviation import Deviation, deviations
from checker.checks.benchmark.tiers import (
    applied_words,
    claimed_tier,
    item_words,
    rule_of,
    tier_step,
    tier_words,
)
from checker.checks.building import fact_words
from checker.checks.check import Check
from checker.checks.fines import Fine, bearing, fine_finding, fines, used_reads
from checker.checks.wording import range_words
from checker.records.assessment import Case, ItemMatch
from checker.records.finding import Finding, Step
from checker.records.truth import Truth


def run(case: Case) -> Iterator[Finding]:
    """Deviations first; then what cannot be told: which item a fine falls under, or whether its only tier applies."""
    told = set()
    for deviation in deviations(case):
        told.add(deviation.fine.index)
        yield _outside(case, deviation)
    for fine in fines(case):
        match = fine.assessment.match
        if match is not None and not match.sure and fine.index not in told:
            yield _which_item(case, fine, match)
        else:
            yield from _unknown(case, fine)


def _outside(case: Case, deviation: Deviation) -> Finding:
    assessment = deviation.fine.assessment
    tier = deviation.names[0] if len(deviation.names) == 1 else None
    side = "below" if deviation.allowed.below(deviation.fine.yuan) else "above"
    reads = [*used_reads(case, (branch for each in assessment.tiers for branch in each.tier.branches))]
    return fine_finding(
        CHECK,
        case,
        deviation.fine,
        "violation" if deviation.proved else "lead",
        f"{deviation.how}-{side}",
        trace=(
            *assessment.trace,
            *(tier_step(each) for each in assessment.tiers),
            Step("基准幅度", range_words(deviation.allowed)[0], tier_words(deviation.names)[0]),
            Step("偏离", f"{deviation.distance:+}", "罚款 - 最近的端点"),
            Step("金额相符的阶次", tier_words(assessment.amount_matches)[0], "各阶次幅度"),
        ),
        rules=rule_of(assessment, tier),
        reads=[
            *reads,
            *([case.decision.claimed_tier] if deviation.how == "claimed" and case.decision.claimed_tier else []),
        ],
        weight=assessment.match.certainty if assessment.match else 0.9,
        tier=tier_words(deviation.names),
        allowed=range_words(deviation.allowed),
        distance=abs(deviation.distance),
        bound=deviation.bound,
        matches=tier_words(assessment.amount_matches),
        benchmark=applied_words(assessment),
    )


def _which_item(case: Case, fine: Fine, match: ItemMatch) -> Finding:
    """A fine in line with an item that is not certain is not in line: a person must say which item it is."""
    rules, items = rule_of(fine.assessment), item_words(match)
    return fine_finding(CHECK, case, fine, "cannot_tell", "item", rules=rules, missing=("item",), items=items)


def _unknown(case: Case, fine: Fine) -> Iterator[Finding]:
    """The question arises when the amount fits none but lighter or heavier tiers that cannot be told."""
    assessment = fine.assessment
    fitting = [each for each in assessment.tiers if each.tier.name in assessment.amount_matches]
    odd = fitting and all(each.tier.effect != "ordinary" and each.verdict.truth is Truth.UNKNOWN for each in fitting)
    missing = [name for each in fitting for name in each.verdict.missing]
    several = len(bearing(assessment.basis)) > 1
    if not odd or not missing or several or assessment.expected is not None or claimed_tier(assessment) is not None:
        return
    yield fine_finding(
        CHECK,
        case,
        fine,
        "cannot_tell",
        "unknown",
        trace=[tier_step(each) for each in assessment.tiers],
        rules=rule_of(assessment),
        missing=missing,
        tier=tier_words(assessment.amount_matches),
        facts=fact_words(missing),
    )


CHECK = Check(
    name="outside-tier-range",
    severity="较重",
    basis_zh="《行政处罚法》第三十四条；国办发〔2022〕27号；所适用的裁量权基准",
    basis_en="Administrative Penalty Law art. 34; State Council opinion 国办发〔2022〕27号; the benchmark applied",
    run=run,
)
