"""benchmark-outside-statute: a tier of the benchmark itself leaves the statutory range."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.assess.bands import union
from checker.checks.benchmark.tiers import rule_of
from checker.checks.check import Check
from checker.checks.fines import Fine, basis_words, bearing, branch_ranges, fine_finding, fines, is_open, used_reads
from checker.checks.leniency import REDUCING
from checker.checks.wording import range_words
from checker.records.assessment import Case, TierMatch
from checker.records.finding import Finding, Step
from checker.records.ranges import MoneyRange


def run(case: Case) -> Iterator[Finding]:
    """About the table, not the decision; once an item. A lower-level benchmark may narrow the range, never widen it."""
    seen = set()
    for fine in fines(case):
        match, band = fine.assessment.match, fine.assessment.statutory
        single = len(bearing(fine.assessment.basis)) == 1 and not is_open(fine.assessment.basis)
        if match is None or band.range is None or band.missing or not single or match.item.id in seen:
            continue
        seen.add(match.item.id)
        widest = _with_grave(case, fine, band.range)
        for tier in fine.assessment.tiers:
            yield from _compare(case, fine, tier, widest)


def _with_grave(case: Case, fine: Fine, band: MoneyRange) -> MoneyRange:
    """The range with that for grave circumstances (情节严重), which a table's upper tiers may use."""
    grave = [
        replace(provision, branches=tuple(each for each in provision.branches if "severe" in (each.condition or "")))
        for provision in bearing(fine.assessment.basis)[0]
    ]
    return union([band, *branch_ranges(grave, case.facts.values)])


def _compare(case: Case, fine: Fine, tier: TierMatch, statutory: MoneyRange) -> Iterator[Finding]:
    allowed = tier.band.range
    if allowed is None or tier.band.missing:
        return
    over = allowed.upper is not None and statutory.above(allowed.upper.value)
    under = allowed.lower is not None and statutory.below(allowed.lower.value) and tier.tier.effect not in REDUCING
    if not over and not under:
        return
    provisions = bearing(fine.assessment.basis)[0]
    yield fine_finding(
        CHECK,
        case,
        fine,
        "lead",
        trace=(
            Step("法定幅度", range_words(statutory)[0], basis_words(fine.assessment.basis)[0]),
            Step(f"阶次“{tier.tier.name}”的幅度", range_words(allowed)[0], tier.tier.text),
        ),
        rules=rule_of(fine.assessment, tier.tier.name),
        reads=used_reads(case, (branch for provision in provisions for branch in provision.branches)),
        weight=fine.assessment.match.score if fine.assessment.match else 1.0,
        benchmark=_named(fine, tier),
        allowed=range_words(allowed),
        statutory=range_words(statutory),
    )


def _named(fine: Fine, tier: TierMatch) -> tuple[str, str]:
    (rule,) = rule_of(fine.assessment, tier.tier.name)
    return rule.reference_zh, rule.reference_en


CHECK = Check(
    name="benchmark-outside-statute",
    severity="较重",
    basis_zh="《行政处罚法》第三十四条；国办发〔2022〕27号意见：裁量权基准不得超出法定幅度",
    basis_en="Administrative Penalty Law art. 34; 国办发〔2022〕27号: a benchmark may not leave the statutory range",
    run=run,
)
