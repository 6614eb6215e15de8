"""fine-below-minimum: a fine under the lower end of the cited provision, with no ground for reduction told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.checks.building import fact_words
from checker.checks.check import Check
from checker.checks.fines import (
    Fine,
    basis_words,
    bearing,
    branch_ranges,
    escapes,
    fine_finding,
    fines,
    hull,
    is_open,
    unit_count,
    used_reads,
)
from checker.checks.law import penalty_law
from checker.checks.leniency import claimed, reduction_told
from checker.checks.wording import range_words
from checker.records.assessment import Case
from checker.records.finding import Finding, Step
from checker.records.law import Provision
from checker.records.ranges import MoneyRange
from checker.records.read import Read


def run(case: Case) -> Iterator[Finding]:
    """Silent where a reduction is told, and where 从轻 is claimed: that label is reduction-mislabelled's matter."""
    if reduction_told(case) or claimed(case) == "lighter":
        return
    for fine in fines(case):
        groups = bearing(fine.assessment.basis)
        if len(groups) == 1:
            yield from _one(case, fine, groups[0])


def _one(case: Case, fine: Fine, provisions: tuple[Provision, ...]) -> Iterator[Finding]:
    band = fine.assessment.statutory
    widest = hull(provisions, case.facts.values, unit_count(fine))
    reads = used_reads(case, (branch for provision in provisions for branch in provision.branches))
    if band.range is not None and band.range.below(fine.yuan):
        lacking = escapes(case, fine, provisions)
        if not lacking:
            yield _below(case, fine, band.range, () if widest.below(fine.yuan) else reads)
        else:
            yield _unknown(case, fine, lacking)
    elif band.missing and widest.below(fine.yuan):
        # Outside every branch: there is no need to know which one applies.
        yield _below(case, fine, widest, reads)
    elif band.missing and any(each.below(fine.yuan) for each in branch_ranges(provisions, case.facts.values)):
        yield _unknown(case, fine, band.missing)


def _unknown(case: Case, fine: Fine, missing: tuple[str, ...]) -> Finding:
    return fine_finding(
        CHECK,
        case,
        fine,
        "cannot_tell",
        "unknown",
        trace=fine.assessment.statutory.trace,
        missing=missing,
        facts=fact_words(missing),
    )


def _below(case: Case, fine: Fine, allowed: MoneyRange, reads: Sequence[Read[Decimal]]) -> Finding:
    bound = allowed.lower.value if allowed.lower else Decimal(0)
    return fine_finding(
        CHECK,
        case,
        fine,
        "lead" if is_open(fine.assessment.basis) else "violation",
        None if fine.yuan < bound else "excluded",
        trace=(
            *fine.assessment.statutory.trace,
            Step("法定幅度", range_words(allowed)[0], basis_words(fine.assessment.basis)[0]),
            Step("低于下限", f"{bound - fine.yuan}", "法定下限 - 罚款"),
            Step("减轻处罚的理由", "未见", "全文"),
        ),
        rules=(penalty_law("lenient", case),),
        reads=reads,
        bound=bound,
        distance=bound - fine.yuan,
    )


CHECK = Check(
    name="fine-below-minimum",
    severity="重大",
    basis_zh="所引处罚条款规定的罚款下限；《行政处罚法》第三十条至第三十三条（2021年7月15日前为第二十五条至第二十七条）",
    basis_en="Lower end of the cited provision; Administrative Penalty Law arts. 30-33 (25-27 before 2021-07-15)",
    run=run,
)
