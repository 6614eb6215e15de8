"""Multi-factor scoring on the facts of a case: the fine that the formula gives, or the range it may give."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from checker.benchmarks.formula import fine_in_yuan, limited, total_of
from checker.records.assessment import Band, ItemMatch
from checker.records.benchmark import Factor, Option, Scoring
from checker.records.finding import Step
from checker.records.ranges import Bound, MoneyRange
from checker.records.truth import Facts, Truth
from checker.statutes.conditions import evaluate
from checker.statutes.glossary import fact_words

YUAN = Decimal(1)  # decisions round to whole yuan
Ends = tuple[Decimal, Decimal]


def scored(match: ItemMatch, facts: Facts, *, person: bool) -> Band | None:
    """The yuan that the item's scoring gives: an exact fine (to the yuan) when every factor is told, else a range.

    An option that the facts leave open stands on both sides of the range, so nothing outside it can be right. None
    where the item has no scoring, or more than one may apply. `missing` names the base when its value is not told.
    """
    scoring = _applying(match.item.scorings, facts, person=person)
    if scoring is None:
        return None
    source = f"{match.benchmark.title}“{match.item.violation}”"
    base = facts.values.get(scoring.base) if scoring.base != "yuan" else YUAN
    if not isinstance(base, Decimal):
        return Band(None, (), (scoring.base,), ())
    low, high, steps = _weighed(scoring, facts, source)
    changes = _changes(scoring, facts)
    totals = [total_of(scoring, total, limited(scoring, change)) for total in (low, high) for change in changes]
    fines = [fine_in_yuan(scoring, total, base) for total in totals]
    ends = min(fines).to_integral_value(ROUND_FLOOR), max(fines).to_integral_value(ROUND_CEILING)
    return Band(
        MoneyRange(Bound(ends[0]), Bound(ends[1])), (), (), (*steps, *_sum(scoring, base, totals, ends, source))
    )


def _applying(scorings: Sequence[Scoring], facts: Facts, *, person: bool) -> Scoring | None:
    """The scoring whose condition holds; without one, the only one that may hold."""
    wanted = "responsible_person" if person else "respondent"
    ours = [each for each in scorings if each.subject == wanted]
    truths = [evaluate(each.when, facts).truth if each.when else Truth.HOLDS for each in ours]
    for truth in (Truth.HOLDS, Truth.UNKNOWN):
        fitting = [each for each, told in zip(ours, truths, strict=True) if told is truth]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None


def _weighed(scoring: Scoring, facts: Facts, source: str) -> tuple[Decimal, Decimal, list[Step]]:
    low = high = scoring.start
    steps = [Step("裁量起点", f"{scoring.start:.2%}", source)] if scoring.start else []
    for factor in scoring.factors:
        ends, words = _factor(factor, facts)
        low, high = low + ends[0], high + ends[1]
        used = tuple(span for name in _names(factor.options, facts) for span in facts.evidence.get(name, ())[:1])
        steps.append(Step(factor.name, words, source, used))
    return low, high, steps


def _factor(factor: Factor, facts: Facts) -> tuple[Ends, str]:
    """The least and the greatest weight that a factor may have here, and which options that rests on."""
    told = [(option, _truth(option, facts)) for option in factor.options]
    holding = [option for option, truth in told if truth is Truth.HOLDS]
    open_ones = [option for option, truth in told if truth is Truth.UNKNOWN]
    if factor.several:
        ends = _subset(holding, open_ones)
        return ends, "、".join(f"{each.text} {each.weight:.2%}" for each in holding) or f"{ends[0]:.2%}至{ends[1]:.2%}"
    chosen = holding if len(holding) == 1 else holding or open_ones or list(factor.options)
    ends = min(each.weight for each in chosen), max(each.weight for each in chosen)
    if len(chosen) == 1:
        return ends, f"{chosen[0].text} {ends[0]:.2%}"
    return ends, f"未读出，{ends[0]:.2%}至{ends[1]:.2%}"


def _changes(scoring: Scoring, facts: Facts) -> Ends:
    told = [(option, _truth(option, facts)) for option in scoring.corrections]
    holding = [option for option, truth in told if truth is Truth.HOLDS]
    return _subset(holding, [option for option, truth in told if truth is Truth.UNKNOWN])


def _subset(holding: Iterable[Option], open_ones: Sequence[Option]) -> Ends:
    sure = sum((each.weight for each in holding), Decimal(0))
    down = sum((each.weight for each in open_ones if each.weight < 0), Decimal(0))
    return sure + down, sure + sum((each.weight for each in open_ones if each.weight > 0), Decimal(0))


def _truth(option: Option, facts: Facts) -> Truth:
    return evaluate(option.when, facts).truth if option.when else Truth.UNKNOWN


def _names(options: Iterable[Option], facts: Facts) -> list[str]:
    used = [name for option in options if option.when for name in evaluate(option.when, facts).used]
    return [name for name in dict.fromkeys(used) if name in facts.values]


def _sum(scoring: Scoring, base: Decimal, totals: Sequence[Decimal], ends: Ends, source: str) -> list[Step]:
    low, high = min(totals), max(totals)
    total = f"{low:.2%}" if low == high else f"{low:.2%}至{high:.2%}"
    unit = "" if scoring.base == "yuan" else f" × {fact_words(scoring.base)[0]}{base}元"
    fine = f"{ends[0]}元" if ends[0] == ends[1] else f"{ends[0]}元至{ends[1]}元"
    if scoring.combine == "interpolate":
        how = f"{scoring.lower} + ({scoring.upper} − {scoring.lower}) × {total}{unit} = {fine}"
    else:
        how = f"{total} × {scoring.amount}{unit} = {fine}"
    return [Step("裁量百分值总和", total, source), Step("罚款计算", how, source)]
