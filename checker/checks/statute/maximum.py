"""fine-above-maximum: a fine over the upper end of what the cited provision allows."""

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
from checker.checks.wording import range_words
from checker.records.assessment import Case
from checker.records.finding import Finding, Step
from checker.records.law import Provision
from checker.records.ranges import MoneyRange
from checker.records.read import Read


def run(case: Case) -> Iterator[Finding]:
    """Each fine by itself; a fine under several provisions is compared with their ceilings added up, as a lead."""
    for fine in fines(case):
        groups = bearing(fine.assessment.basis)
        if len(groups) == 1:
            yield from _one(case, fine, groups[0])
        elif groups:
            yield from _several(case, fine, groups)


def _one(case: Case, fine: Fine, provisions: tuple[Provision, ...]) -> Iterator[Finding]:
    band = fine.assessment.statutory
    widest = hull(provisions, case.facts.values, unit_count(fine))
    reads = used_reads(case, (branch for provision in provisions for branch in provision.branches))
    if band.range is not None and band.range.above(fine.yuan):
        lacking = escapes(case, fine, provisions)
        if not lacking:
            yield _above(case, fine, band.range, () if widest.above(fine.yuan) else reads)
        elif lacking == ("severe",):
            yield _above(case, fine, band.range, reads, key="severe")
        else:
            yield _unknown(case, fine, lacking)
    elif band.missing and widest.above(fine.yuan):
        # Outside every branch: there is no need to know which one applies.
        yield _above(case, fine, widest, reads)
    elif band.missing and any(each.above(fine.yuan) for each in branch_ranges(provisions, case.facts.values)):
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


def _above(
    case: Case, fine: Fine, allowed: MoneyRange, reads: Sequence[Read[Decimal]], key: str | None = None
) -> Finding:
    bound = allowed.upper.value if allowed.upper else Decimal(0)
    return fine_finding(
        CHECK,
        case,
        fine,
        "lead" if key or is_open(fine.assessment.basis) else "violation",
        key if fine.yuan > bound else "excluded",
        trace=(
            *fine.assessment.statutory.trace,
            Step("法定幅度", range_words(allowed)[0], basis_words(fine.assessment.basis)[0]),
            Step("超出上限", f"{fine.yuan - bound}", "罚款 - 法定上限"),
        ),
        reads=reads,
        bound=bound,
        distance=fine.yuan - bound,
    )


def _several(case: Case, fine: Fine, groups: tuple[tuple[Provision, ...], ...]) -> Iterator[Finding]:
    ceilings = [hull(group, case.facts.values, unit_count(fine)).upper for group in groups]
    known = [ceiling.value for ceiling in ceilings if ceiling is not None]
    total = sum(known, Decimal(0))
    if len(known) < len(groups) or fine.yuan <= total:
        return
    yield fine_finding(
        CHECK,
        case,
        fine,
        "lead",
        "several",
        trace=(
            *(Step(f"上限{ordinal}", f"{value}", "法定幅度") for ordinal, value in enumerate(known, 1)),
            Step("各上限之和", f"{total}", "相加"),
        ),
        bound=total,
        distance=fine.yuan - total,
    )


CHECK = Check(
    name="fine-above-maximum",
    severity="重大",
    basis_zh="所引处罚条款规定的罚款上限",
    basis_en="The upper end of the fine in the cited penalty provision",
    run=run,
)
