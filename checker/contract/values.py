"""The small conversions every shape is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import TypeVar

from checker.contract.shapes import CitationJson, Field, SpanJson
from checker.records.law import Citation
from checker.records.read import Read, Span

T = TypeVar("T")
V = TypeVar("V")


def money(amount: Decimal) -> str:
    """Yuan with two decimals: "50000.00"."""
    return f"{amount:.2f}"


def day(value: date) -> str:
    """ISO date."""
    return value.isoformat()


def spans(found: Iterable[Span]) -> list[SpanJson]:
    """Evidence as JSON."""
    return [SpanJson(page=span.page, start=span.start, end=span.end, quote=span.quote) for span in found]


def field(read: Read[T] | None, convert: Callable[[T], V]) -> Field[V] | None:
    """F of the contract; None when the document does not say."""
    if read is None:
        return None
    return Field(
        value=convert(read.value),
        evidence=spans(read.evidence),
        confidence=round(read.confidence, 4),
        source=read.source,
    )


def text_field(read: Read[str] | None) -> Field[str] | None:
    """F of a text."""
    return field(read, str)


def citation(cited: Citation) -> CitationJson:
    """C of the contract."""
    return CitationJson(
        law=cited.law,
        article=cited.article,
        paragraph=cited.paragraph,
        item=cited.item,
        sub=cited.sub,
        point=cited.point,
        evidence=spans(cited.evidence),
    )
