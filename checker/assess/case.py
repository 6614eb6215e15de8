"""One Case from one Decision: an assessment for every fine, or for every charge without one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from checker.assess import tiers as tier_rules
from checker.assess.bands import band_of
from checker.assess.facts import facts_of
from checker.assess.scores import scored
from checker.benchmarks import field_of, in_force, match_item, named, position_band
from checker.records.assessment import Assessment, Band, Case, ItemMatch, ResolvedCitation, TierMatch
from checker.records.benchmark import Benchmark
from checker.records.decision import Decision, Sanction
from checker.records.document import CleanText
from checker.records.finding import Step
from checker.records.law import Citation
from checker.records.ranges import MoneyRange
from checker.records.truth import Facts, Truth
from checker.statutes import StatuteBook


@dataclass(frozen=True, slots=True)
class AssessSettings:
    """`lenient_at_decision`: a milder benchmark of the day of the decision replaces that of the act (art. 37)."""

    lenient_at_decision: bool = True


def assess(
    text: CleanText,
    decision: Decision,
    book: StatuteBook,
    benchmarks: Sequence[Benchmark],
    settings: AssessSettings,
) -> Case:
    """Measure every fine of a decision against the law and the benchmark of the day of the act."""
    on = act_day(decision)
    violated = tuple(book.resolve(each, on) for each in decision.violated)
    targets: list[int | None] = [i for i, each in enumerate(decision.sanctions) if each.kind == "fine"]
    listed = tuple(_assessment(text, decision, book, benchmarks, settings, index, on) for index in (targets or [None]))
    basis = tuple(book.resolve(each, on) for each in decision.penalty_basis)
    return Case(text, decision, facts_of(text, decision, None), violated, listed, tuple(benchmarks), basis)


def act_day(decision: Decision) -> date | None:
    """The day whose law and benchmark apply: when the act ended, else began, was filed, was decided."""
    for read in (decision.act_end, decision.act_start, decision.filing_date, decision.decision_date):
        if read is not None:
            return read.value
    return None


def _assessment(
    text: CleanText,
    decision: Decision,
    book: StatuteBook,
    benchmarks: Sequence[Benchmark],
    settings: AssessSettings,
    index: int | None,
    on: date | None,
) -> Assessment:
    sanction = decision.sanctions[index] if index is not None else None
    cited = (sanction.basis if sanction is not None else ()) or decision.penalty_basis
    facts = facts_of(text, decision, sanction)
    person = _is_manager(decision, sanction)
    days = _days(decision, on, settings)
    basis, statutory = _law(book, cited, facts, sanction, days, person=person)
    base = Assessment(index, sanction.charge if sanction else 0, basis, statutory)
    options = [_measured(text, decision, book, benchmarks, base, facts, sanction, cited, day, person) for day in days]
    found = [each for each in options if each.match is not None or each.expected is not None]
    if not found:
        return options[0] if options else replace(base, missing=("act_date",))
    return _milder(found)


def _law(
    book: StatuteBook,
    cited: Sequence[Citation],
    facts: Facts,
    sanction: Sanction | None,
    days: Sequence[date],
    *,
    person: bool,
) -> tuple[tuple[ResolvedCitation, ...], Band]:
    """The cited provisions and their band on the day of the act; on that of the decision when its ceiling is lower.

    Art. 37 of the Administrative Penalty Law: the law of the act, unless the law was changed and the new one is milder.
    """
    options: list[date | None] = [*days] or [None]
    read = [tuple(book.resolve(each, day) for each in cited) for day in options]
    bands = [_statutory(basis, facts, sanction, person=person) for basis in read]
    for basis, band in zip(read[1:], bands[1:], strict=True):
        tops = [each.range.upper if each.range else None for each in (bands[0], band)]
        if tops[0] is not None and tops[1] is not None and tops[1].value < tops[0].value:
            return basis, band
    return read[0], bands[0]


def _days(decision: Decision, on: date | None, settings: AssessSettings) -> list[date]:
    later = decision.decision_date.value if decision.decision_date else None
    days = [on] if on is not None else []
    if settings.lenient_at_decision and later is not None and later not in days:
        days.append(later)
    return days


def _milder(found: list[Assessment]) -> Assessment:
    """Of the measurements on the day of the act and of the decision, the later when its ceiling is lower."""
    first = found[0]
    for other in found[1:]:
        same = first.benchmark is not None and other.benchmark is not None and first.benchmark.id == other.benchmark.id
        ends = [each.expected.upper if each.expected else None for each in (first, other)]
        if not same and ends[0] is not None and ends[1] is not None and ends[1].value < ends[0].value:
            step = Step("从旧兼从轻", "决定时的基准更轻，按其衡量", "行政处罚法第三十七条")
            return replace(other, trace=(*other.trace, step))
    return first


def _is_manager(decision: Decision, sanction: Sanction | None) -> bool:
    """A citizen punished beside an organisation is its responsible person."""
    if sanction is None or sanction.respondent is None or sanction.respondent >= len(decision.respondents):
        return False
    kinds = [each.kind for each in decision.respondents]
    return kinds[sanction.respondent] == "citizen" and "organisation" in kinds


def _statutory(basis: Sequence[ResolvedCitation], facts: Facts, sanction: Sanction | None, *, person: bool) -> Band:
    """The band of the first cited provision that sets a fine; what is missing when none can be told."""
    last = Band(None, (), ("penalty_basis",) if not basis else (), ())
    for each in basis:
        for provision in each.provisions:
            source = f"{_named(each.citation)}（{provision.in_force_from}起施行）"
            band = band_of(provision.branches, facts, source=source, sanction=sanction, person=person)
            if band.range is not None:
                return band
            if band.missing or band.branches:
                last = band
    return last


def _named(cited: Citation) -> str:
    parts = [f"《{cited.law}》第{cited.article}条"]
    parts += [f"之{cited.sub}"] if cited.sub else []
    parts += [f"第{cited.paragraph}款"] if cited.paragraph else []
    return "".join([*parts, f"第{cited.item}项" if cited.item else ""])


def _measured(
    text: CleanText,
    decision: Decision,
    book: StatuteBook,
    benchmarks: Sequence[Benchmark],
    base: Assessment,
    facts: Facts,
    sanction: Sanction | None,
    cited: Sequence[Citation],
    on: date,
    person: bool,
) -> Assessment:
    agency = decision.agency.value if decision.agency else None
    region = decision.region.value if decision.region else None
    current = in_force(benchmarks, on=on, agency=agency, region=region, field=field_of(agency) if agency else None)
    by_title = named(benchmarks, decision.benchmark_cited.value if decision.benchmark_cited else None, on=on)
    full = [replace(each, law=book.full_name(each.law) or each.law) for each in cited]
    wording = _wording(text, decision)
    match = match_item(decision, full, by_title, wording) or match_item(decision, full, current, wording)
    if match is None:
        return _by_position(base, decision, current)
    apart = any(branch.subject == "responsible_person" for branch in base.statutory.branches)
    found = tier_rules.measure(text, match, facts, sanction, person=person, apart=apart)
    claim = tier_rules.claimed(decision, found)
    supported = tuple(each.tier.name for each in found if each.verdict.truth is Truth.HOLDS)
    amount = sanction.amount.value if sanction is not None and sanction.amount is not None else None
    score = scored(match, facts, person=person)
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
        trace=(_chosen(match, on), *trace),
    )


def _by_score(
    base: Assessment, match: ItemMatch, found: tuple[TierMatch, ...], score: Band, chosen: Step
) -> Assessment:
    return replace(
        base,
        match=match,
        benchmark=match.benchmark,
        tiers=found,
        expected=score.range,
        expected_from="scoring" if score.range is not None else None,
        missing=score.missing,
        trace=(chosen, *score.trace),
    )


def _chosen(match: ItemMatch, on: date) -> Step:
    return Step(
        "裁量基准", f"{match.item.violation}（{on}有效）", f"{match.benchmark.title} {match.benchmark.document_number}"
    )


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


def _wording(text: CleanText, decision: Decision) -> str:
    cause = decision.cause.value if decision.cause else ""
    return f"{cause} {text.text[:1200]}"
