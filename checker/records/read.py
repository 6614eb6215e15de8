"""A value together with the words of the document that prove it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T", covariant=True)


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start:end` of a page's original text; `quote` equals that slice exactly. Pages count from 1."""

    page: int
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """One extracted value. `source` is "rule:NAME" or "model:NAME@VERSION"; `confidence` lies in 0..1."""

    value: T
    evidence: tuple[Span, ...]
    confidence: float
    source: str
