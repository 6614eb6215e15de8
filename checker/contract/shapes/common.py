"""What every output is made of: spans, fields with evidence, citations."""

from __future__ import annotations

from typing import Generic, TypeVar

from typing_extensions import TypedDict

V = TypeVar("V")


class SpanJson(TypedDict):
    """Characters start:end of the page's original text; quote is that slice."""

    page: int
    start: int
    end: int
    quote: str


class Field(TypedDict, Generic[V]):
    """An extracted value (F of the contract); null stands for "not stated"."""

    value: V
    evidence: list[SpanJson]
    confidence: float
    source: str


class CitationJson(TypedDict):
    """C of the contract; `point` is the 目."""

    law: str
    article: int | None
    paragraph: int | None
    item: int | None
    sub: int | None
    point: int | None
    evidence: list[SpanJson]
