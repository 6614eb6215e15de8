"""The benchmark item of a fine and what it allows: by tiers, by scoring, or by the position rule where none fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from checker.assess import tiers as tier_rules
from checker.assess.scores import scored
from checker.benchmarks import Ranker, field_of, in_force, match_item, named, position_band
from checker.records.assessment import Assessment, Band, ItemMatch, TierMatch
from checker.records.benchmark import Benchmark
from checker.records.charge import Charge
from checker.records.decision import Decision, Sanction
from checker.records.document import CleanText
from checker.records.finding import Step
from checker.records.ranges import MoneyRange
from checker.records.truth import Facts, Truth


@dataclass(frozen=True, slots=True)
class Fined:
    """One fine, or one charge without: what is told of it. `person`: the respondent is a punished manager."""

    text: CleanText
    decision: Decision
    charge: Charge
    facts: Facts
    sanction: Sanction | None
    person: bool


def measured(
    fined: Fined, base: Assessment, benchmarks: Sequence[Benchmark], ranker: Ranker | None, on: date
) -> Assessment:
    """`base` with the item of the benchmarks in force on the day, and the range that the amount should lie in."""
    decision = fined.decision
    agency = decision.agency.value if decision.agency else None
    region = decision.region.value if decision.region else None
    current = in_force(benchmarks, on=on, agency=agency, region=region, field=field_of(agency) if agency else None)
    by_title = named(benchmarks, decision.benchmark_cited.value if decision.benchmark_cited else None, on=on)
    match = match_item(fined.charge, by_title, ranker) or match_item(fined.charge, current, ranker)
    if match is None:
        return _by_position(base, decision, current)
    if not match.measures:
        return _proposed(base, match, decision, current)
    return _by_item(fined, base, match, on)


def _by_item(fined: Fined, base: Assessment, match: ItemMatch, on: date) -> Assessment:
    sanction, person = fined.sanction, fined.person
    apart = any(branch.subject == "responsible_person" for branch in base.statutory.branches)
    found = tier_rules.measure(fined.text, match, fined.facts, sanction, person=person, apart=apart)
    claim = tier_rules.claimed(fined.decision, found)
    supported = tuple(each.tier.name for each in found if each.verdict.truth is Truth.HOLDS)
    amount = sanction.amount.value if sanction is not None and sanction.amount is not None else None
    score = scored(match, fined.facts, person=person)
    if score is not None:
        return _by_score(base, match, found, score, _chosen(match, on))
    expected, missing, trace = _expected(found, claim, supported)
    return replace(
        base,
        match=match,
        benchmark=match.benchmark,
        tiers=found,
        claimed=claim,
        supported=supported,
        amount_matches=tier_rules.matching(found, amount),
        expected=expected,
        expected_from="tier" if expected is not None else None,
        missing=missing,
        trace=(*_chosen(match, on), *trace),
    )


def _by_score(
    base: Assessment, match: ItemMatch, found: tuple[TierMatch, ...], score: Band, chosen: tuple[Step, ...]
) -> Assessment:
    return replace(
        base,
        match=match,
        benchmark=match.benchmark,
        tiers=found,
        expected=score.range,
        expected_from="scoring" if score.range is not None else None,
        missing=score.missing,
        trace=(*chosen, *score.trace),
    )


def _proposed(base: Assessment, match: ItemMatch, decision: Decision, current: Sequence[Benchmark]) -> Assessment:
    """An item that is no more than a proposal is shown; what a position rule allows holds as if there were none."""
    found = _by_position(base, decision, current)
    if found.expected is not None:
        return replace(found, match=match)
    return replace(base, match=match, benchmark=match.benchmark, missing=("item",))


def _chosen(match: ItemMatch, on: date) -> tuple[Step, ...]:
    source = f"{match.benchmark.title} {match.benchmark.document_number}"
    step = Step("裁量基准", f"{match.item.violation}（{on}有效）", source)
    return (step,) if match.sure else (step, Step("适用的事项", f"不能确定，可能性{match.score:.0%}", source))


def _expected(
    found: Sequence[TierMatch], claim: str | None, supported: tuple[str, ...]
) -> tuple[MoneyRange | None, tuple[str, ...], tuple[Step, ...]]:
    """The claimed tier's range; without a claim that of the one tier the facts meet; else what is missing."""
    name = claim or (supported[0] if len(supported) == 1 else None)
    tier = next((each for each in found if each.tier.name == name), None)
    if tier is None:
        lacking = tuple(dict.fromkeys(fact for each in found for fact in each.verdict.missing))
        return None, lacking or ("claimed_tier",), ()
    return tier.band.range, tier.band.missing, tier.band.trace


def _by_position(base: Assessment, decision: Decision, current: Sequence[Benchmark]) -> Assessment:
    """No table fits: the position rule of the field, when there is one and an effect is claimed."""
    rule = next((each for each in current if each.position_rule is not None), None)
    if rule is None or rule.position_rule is None:
        return replace(base, missing=("benchmark",))
    effect = decision.claimed_effect.value if decision.claimed_effect else None
    if effect is None or base.statutory.range is None:
        lacking = base.statutory.missing if effect is not None else ("claimed_effect",)
        return replace(base, benchmark=rule, missing=lacking)
    multiple = any(branch.base != "yuan" for branch in base.statutory.branches if branch.sanction == "fine")
    found = position_band(rule.position_rule, base.statutory.range, effect, multiple=multiple)
    if found is None:
        return replace(base, benchmark=rule)
    band, cut = found
    step = Step("位次", f"法定幅度的{cut[0]}至{cut[1]}", f"{rule.title} {rule.document_number}")
    return replace(base, benchmark=rule, expected=band, expected_from="position_rule", claimed=None, trace=(step,))
