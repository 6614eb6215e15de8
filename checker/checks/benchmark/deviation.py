"""How far a fine leaves what the benchmark allows: the arithmetic that several checks share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from checker.checks.benchmark.tiers import claimed_tier, is_proved, is_residual, named
from checker.checks.fines import Fine, bearing, fines
from checker.checks.leniency import REDUCING, claimed, may_reduce
from checker.records.assessment import Assessment, Case
from checker.records.ranges import MoneyRange
from checker.records.truth import Truth


@dataclass(frozen=True, slots=True)
class Deviation:
    """A fine outside `allowed`, the range of the tiers `names`; `proved` when no reading of the facts saves it."""

    fine: Fine
    allowed: MoneyRange
    names: tuple[str, ...]
    proved: bool
    how: str  # claimed: the tier that the decision claims; tier: the one the facts meet; scoring; position; all

    @property
    def distance(self) -> Decimal:
        """Signed yuan: negative below the range, positive above."""
        return self.allowed.distance(self.fine.yuan)

    @property
    def bound(self) -> Decimal:
        """The end of the range that was passed."""
        end = self.allowed.lower if self.allowed.below(self.fine.yuan) else self.allowed.upper
        return end.value if end else Decimal(0)


def deviations(case: Case) -> Iterator[Deviation]:
    """Each fine that leaves the benchmark; none where one fine answers for several provisions."""
    for fine in fines(case):
        # A penalty below the minimum, with a ground told, has left every tier lawfully.
        if claimed(case) in REDUCING and may_reduce(case) and _below_statute(fine):
            continue
        if len(bearing(fine.assessment.basis)) <= 1:
            deviation = _of(case, fine)
            if deviation is not None and not deviation.allowed.contains(fine.yuan):
                yield deviation


def _below_statute(fine: Fine) -> bool:
    band = fine.assessment.statutory.range
    return band is not None and band.below(fine.yuan)


def _of(case: Case, fine: Fine) -> Deviation | None:
    """Against the tier claimed; without a claim against the tier met; with neither against all tiers together."""
    assessment = fine.assessment
    own = claimed_tier(assessment)
    if own is not None:
        band = own.band.range
        return None if band is None else Deviation(fine, band, (own.tier.name,), is_proved(assessment), "claimed")
    if _effect_covers(assessment, claimed(case)):
        return None
    if assessment.expected is not None:
        by_tier = assessment.expected_from == "tier"
        proved = by_tier and is_proved(assessment) and _alone(assessment)
        names = assessment.supported if by_tier else ()
        how = "tier" if by_tier else "scoring" if assessment.expected_from == "scoring" else "position"
        return Deviation(fine, assessment.expected, names, proved, how)
    return _all_tiers(fine)


def _effect_covers(assessment: Assessment, effect: str | None) -> bool:
    """Whether the amount fits a tier of the effect claimed: then the tier, not the amount, is in question."""
    return any(each.tier.effect == effect for each in named(assessment, assessment.amount_matches))


def _alone(assessment: Assessment) -> bool:
    """Whether the facts meet one tier, by its own conditions, and shut the others out."""
    met = named(assessment, assessment.supported)
    others = [each for each in assessment.tiers if each.tier.name not in assessment.supported]
    shut = all(each.verdict.truth is Truth.FAILS or is_residual(each.tier) for each in others)
    return len(met) == 1 and not is_residual(met[0].tier) and shut


def _all_tiers(fine: Fine) -> Deviation | None:
    """An amount that no tier allows is out of line whichever tier applies; None while a tier's range is unknown."""
    match = fine.assessment.match
    if match is not None and match.item.scorings:  # what its factors can give is asked by unreachable-amount
        return None
    tiers = [each for each in fine.assessment.tiers if each.band.range is not None or each.band.missing]
    ranges = [each.band.range for each in tiers]
    known = [band for band in ranges if band is not None]
    if not known or len(known) < len(ranges) or any(band.contains(fine.yuan) for band in known):
        return None
    lows = [band.lower for band in known]
    highs = [band.upper for band in known]
    lower = None if None in lows else min((low for low in lows if low), key=lambda bound: bound.value)
    upper = None if None in highs else max((high for high in highs if high), key=lambda bound: bound.value)
    return Deviation(fine, MoneyRange(lower, upper), tuple(each.tier.name for each in tiers), False, "all")
