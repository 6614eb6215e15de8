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


def quote_of(span: dict[str, Any]) -> str:
    """The quoted words on one line."""
    return " ".join(span["quote"].split())


def value_of(extracted: dict[str, Any] | None, name: str) -> str | None:
    """The bare value of an F field, None when not stated."""
    field = extracted.get(name) if extracted else None
    return str(field["value"]) if field else None
