"""reduction-mislabelled: 从轻 claimed with an amount below the minimum, or 减轻 claimed with one inside the range."""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.check import Check
from checker.checks.fines import Fine, basis_words, bearing, fine_finding, fines, is_open, used_reads
from checker.checks.law import penalty_law
from checker.checks.leniency import EITHER, claimed
from checker.checks.wording import range_words
from checker.records.assessment import Case
from checker.records.finding import Finding, Step
from checker.records.ranges import MoneyRange


def run(case: Case) -> Iterator[Finding]:
    """从轻 stays within the range, 减轻 goes below its minimum; a range from 0 cannot be gone below."""
    claim, effect = case.decision.claimed_effect, claimed(case)
    if claim is None or effect not in ("lighter", "reduced"):
        return
    if any(EITHER.search(span.quote) for span in claim.evidence):
        return
    listed = tuple(fines(case))
    for fine in listed:
        band = fine.assessment.statutory.range
        if band is None or band.lower is None or band.lower.value <= 0 or len(bearing(fine.assessment.basis)) != 1:
            continue
        if effect == "lighter" and band.below(fine.yuan):
            yield _mislabelled(case, fine, band, "below", len(listed))
        elif effect == "reduced" and band.contains(fine.yuan):
            yield _mislabelled(case, fine, band, "inside", len(listed))


def _mislabelled(case: Case, fine: Fine, band: MoneyRange, key: str, count: int) -> Finding:
    claim = case.decision.claimed_effect
    provisions = bearing(fine.assessment.basis)[0]
    # One claim beside several fines may speak of another of them; quoted law often says 从轻或者减轻.
    doubtful = count > 1 or is_open(fine.assessment.basis) or EITHER.search(case.text.text) is not None
    bound = band.lower.value if band.lower else fine.yuan
    reads = used_reads(case, (branch for provision in provisions for branch in provision.branches))
    return fine_finding(
        CHECK,
        case,
        fine,
        "lead" if doubtful else "violation",
        key,
        trace=(
            *fine.assessment.statutory.trace,
            Step("法定幅度", range_words(band)[0], basis_words(fine.assessment.basis)[0]),
            Step("与法定下限之差", f"{fine.yuan - bound:+}", "罚款 - 法定下限"),
            Step("主张的裁量", "从轻" if key == "below" else "减轻", "决定书", claim.evidence if claim else ()),
        ),
        rules=(penalty_law("lenient", case),),
        reads=[*reads, *([claim] if claim else [])],
        bound=bound,
        distance=abs(fine.yuan - bound),
        allowed=range_words(band),
    )


CHECK = Check(
    name="reduction-mislabelled",
    severity="较重",
    basis_zh="《行政处罚法》第三十二条（2021年7月15日前为第二十七条）；从轻在法定幅度以内，减轻在法定下限以下",
    basis_en="Administrative Penalty Law art. 32 (27 before 2021-07-15): lighter is within the range, reduced below it",
    run=run,
)
