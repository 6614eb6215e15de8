"""Scorings of two versions of an item compared: formula, factors, options and their weights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from checker.benchmarks.diff_parts import change, direction_of, paired
from checker.benchmarks.phrases import Words, base_words, number, percent
from checker.messages import say
from checker.records.benchmark import Factor, Option, Scoring
from checker.records.difference import Change
from checker.statutes.conditions import describe

FRACTIONS = ("start", "floor", "cap", "correction_limit")  # shown as percentages
AMOUNTS = ("amount", "lower", "upper", "least", "most")  # shown as they are: yuan, or multiples of the base
RISING = {"start", "amount", "lower", "upper", "floor", "cap", "least", "most"}  # a larger value is a larger fine


def scoring_changes(olds: Sequence[Scoring], news: Sequence[Scoring]) -> Iterator[Change]:
    """Scorings are paired by their words, then by their condition, then in order."""
    keys = (lambda each: each.text, lambda each: each.when, lambda each: True)
    pairs, gone, come = paired(olds, news, keys)
    for old, new in pairs:
        yield from _scoring(old, new)
    for each in gone:
        yield change("scoring-removed", "scoring-removed", each.text, old=(each.text, each.text))
    for each in come:
        yield change("scoring-added", "scoring-added", each.text, new=(each.text, each.text))


def _scoring(old: Scoring, new: Scoring) -> Iterator[Change]:
    for name in (*FRACTIONS, *AMOUNTS):
        one, other = getattr(old, name), getattr(new, name)
        if one != other:
            known = name in RISING and one is not None and other is not None
            direction = direction_of([(other > one) - (other < one)]) if known else None
            shown = _fraction if name in FRACTIONS else _number
            yield _field(new, name, shown(one), shown(other), direction=direction)
    for name, one, other in (
        ("when", _when(old.when), _when(new.when)),
        ("base", base_words(old.base), base_words(new.base)),
        ("combine", say(f"phrase:{old.combine}"), say(f"phrase:{new.combine}")),
        ("multiply", _yes(old.multiply), _yes(new.multiply)),
    ):
        if one != other:
            yield _field(new, name, one, other)
    yield from _factors(old, new)
    yield from _options(old.corrections, new.corrections, say("diff:corrections"))


def _field(scoring: Scoring, name: str, old: Words, new: Words, **more: object) -> Change:
    place = scoring.text
    told = {"scoring": place or say("phrase:none"), "name": say(f"diff:name:{name}")}
    return change(name, "scoring-field", place, old=old, new=new, **told, **more)  # type: ignore[arg-type]


def _factors(old: Scoring, new: Scoring) -> Iterator[Change]:
    pairs, gone, come = paired(old.factors, new.factors, (lambda each: each.name,))
    for one, other in pairs:
        yield from _options(one.options, other.options, (other.name, other.name))
        if one.several != other.several:
            yield _field(new, "several", _yes(one.several), _yes(other.several))
    told: dict[str, Any] = {"scoring": new.text or say("phrase:none")}
    for each in gone:
        yield change("factor-removed", "factor-removed", each.name, old=factor_words(each), **told)
    for each in come:
        yield change("factor-added", "factor-added", each.name, new=factor_words(each), **told)


def _options(olds: Sequence[Option], news: Sequence[Option], factor: Words) -> Iterator[Change]:
    pairs, gone, come = paired(olds, news, (lambda each: each.text, lambda each: each.when or object()))
    place = factor[0]
    for one, other in pairs:
        told: dict[str, Any] = {"factor": factor, "option": other.text}
        if one.weight != other.weight:
            direction = direction_of([1 if other.weight > one.weight else -1])
            both = {"old": percent(one.weight), "new": percent(other.weight)}
            yield change("weight", "weight", place, direction=direction, **both, **told)
        if one.when != other.when:
            yield change("option-when", "option-when", place, old=_when(one.when), new=_when(other.when), **told)
    for each in gone:
        yield change("option-removed", "option-removed", place, old=option_words(each), factor=factor)
    for each in come:
        yield change("option-added", "option-added", place, new=option_words(each), factor=factor)


def factor_words(factor: Factor) -> Words:
    """A factor with its options and weights."""
    options = [option_words(each) for each in factor.options]
    zh, en = "；".join(each[0] for each in options), "; ".join(each[1] for each in options)
    return f"{factor.name}（{zh}）", f"{factor.name} ({en})"


def option_words(option: Option) -> Words:
    """An option with its weight: 3个月以上 3%."""
    weight = percent(option.weight)
    return f"{option.text} {weight[0]}", f"{option.text} {weight[1]}"


def _when(expression: str | None) -> Words:
    return describe(expression) if expression else say("phrase:none")


def _fraction(value: Decimal | None) -> Words:
    return percent(value) if value is not None else say("phrase:none")


def _number(value: Decimal | None) -> Words:
    return (number(value), number(value)) if value is not None else say("phrase:none")


def _yes(value: bool) -> Words:
    return say("phrase:yes" if value else "phrase:no")
