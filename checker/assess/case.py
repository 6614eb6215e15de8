"""One Case from one Decision: an assessment for every fine, or for every charge without one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from checker.assess.bands import band_of
from checker.assess.charge import charge_of, elsewhere, full_names
from checker.assess.facts import facts_of
from checker.assess.item import Fined, measured
from checker.benchmarks import Ranker
from checker.records.assessment import Assessment, Band, Case, ResolvedCitation
from checker.records.benchmark import Benchmark
from checker.records.charge import Charge
from checker.records.decision import Decision, Sanction
from checker.records.document import CleanText
from checker.records.finding import Step
from checker.records.law import Citation
from checker.records.truth import Facts
from checker.statutes import StatuteBook


@dataclass(frozen=True, slots=True)
class AssessSettings:
    """`lenient_at_decision`: a milder benchmark of the day of the decision replaces that of the act (art. 37).

    `ranker`: the trained ranking of a table's items; without it the rule of citations and words finds the item.
    """

    lenient_at_decision: bool = True
    ranker: Ranker | None = None


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
    charge = charge_of(text, decision, book)
    listed = tuple(
        _assessment(text, decision, book, benchmarks, settings, charge, index, on) for index in (targets or [None])
    )
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
    charge: Charge,
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
    others = full_names(elsewhere(decision, sanction), book)
    charge = replace(charge, basis=full_names(cited, book), elsewhere=others)
    fined = Fined(text, decision, charge, facts, sanction, person)
    options = [measured(fined, base, benchmarks, settings.ranker, day) for day in days]
    found = [each for each in options if each.match is not None or each.expected is not None]
    if not found:
        return options[0] if options else replace(base, missing=("act_date",))
    sure = all(each.match is None or each.match.sure for each in found)
    return _milder(found) if sure else found[0]  # which of two days' benchmarks is milder asks for certain items


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
