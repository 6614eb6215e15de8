"""Small phrases that several reports share; `side` is 0 for Chinese, 1 for English."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from checker.messages import say
from checker.statutes.glossary import fact_words

LANGUAGES = ("zh", "en")


def side_of(language: str) -> int:
    """Index into a (zh, en) pair; ValueError for another language."""
    return LANGUAGES.index(language)


def plain(amount: str | Decimal | None) -> str:
    """Yuan without needless decimals or grouping: 50000, 50000.50."""
    if amount is None:
        return ""
    number = Decimal(amount)
    return f"{number:.0f}" if number == number.to_integral_value() else f"{number:.2f}"


def range_words(band: dict[str, Any] | None, side: int) -> str:
    """A range (RangeJson) in words."""
    if band is None:
        return say("range:none")[side]
    lower, upper = (plain(band[end]["value"]) if band[end] else "" for end in ("lower", "upper"))
    if lower and lower == upper:
        return say("range:exact", lower=lower)[side]
    if lower and upper:
        return say("range:between", lower=lower, upper=upper)[side]
    if lower:
        return say("range:from", lower=lower)[side]
    return say("range:up-to", upper=upper)[side] if upper else say("range:none")[side]


def facts_in_words(names: list[str], side: int) -> str:
    """Names of missing facts as people say them."""
    return ("、", ", ")[side].join(fact_words(name)[side] for name in names)


def witness_words(extracted: dict[str, Any] | None, index: int | None, side: int) -> tuple[str, bool] | None:
    """What tells the amount of a fine, in a sentence, and whether all agree; None where no fine was read."""
    sanctions = extracted["sanctions"] if extracted else []
    told = sanctions[index].get("witnesses", []) if index is not None and index < len(sanctions) else []
    if not told:
        return None
    names = [say(f"witness:{each['kind']}")[side] for each in told]
    if len({Decimal(each["amount"]["value"]) for each in told}) > 1:
        unit = ("元", " yuan")[side]
        listed = (f"{name} {plain(each['amount']['value'])}{unit}" for name, each in zip(names, told, strict=True))
        return say("witness:differ", told=("、", ", ")[side].join(listed))[side], False
    if len(told) == 1:
        return say("witness:alone", told=names[0])[side], True
    return say("witness:agree", told=("、", ", ")[side].join(names))[side], True


def quote_of(span: dict[str, Any]) -> str:
    """The quoted words on one line."""
    return " ".join(span["quote"].split())


def value_of(extracted: dict[str, Any] | None, name: str) -> str | None:
    """The bare value of an F field, None when not stated."""
    field = extracted.get(name) if extracted else None
    return str(field["value"]) if field else None
