"""The machine's readings that a person may correct, out of a stored result."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

CORRECTED = ("money", "circumstance", "kind")  # the tasks that a reviewer corrects


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading with its place; a document kind stands at page 1, 0 to 0. `source` is a rule or a model."""

    task: str
    page: int
    start: int
    end: int
    quote: str
    label: str
    polarity: str | None
    confidence: float
    source: str


def readings(extracted: dict[str, Any] | None) -> tuple[Reading, ...]:
    """Kind, sums and circumstances of an extraction (ExtractJson), in the order of the text.

    A result stored before sums were part of it has none; a passage that runs over a page's end is told by its
    longer half.
    """
    if not extracted:
        return ()
    kind = extracted["document_kind_read"]
    found = [Reading("kind", 1, 0, 0, "", kind["value"], None, kind["confidence"], kind["source"])]
    found += _money(extracted.get("money", ()))
    found += _circumstances(extracted["circumstances"], "found", extracted["extractor"])
    found += _circumstances(extracted.get("denied", ()), "denied", extracted["extractor"])
    return tuple(sorted(dict.fromkeys(found), key=lambda each: (each.page, each.start, each.end, each.task)))


def _money(listed: Any) -> Iterator[Reading]:
    for each in listed:
        amount = each["amount"]
        for span in _longest(amount["evidence"]):
            yield Reading("money", *span, each["role"], None, amount["confidence"], amount["source"])


def _circumstances(listed: Any, polarity: str, extractor: str) -> Iterator[Reading]:
    for each in listed:
        for span in _longest(each["evidence"]):
            source = each.get("source") or extractor
            yield Reading("circumstance", *span, each["kind"], polarity, each["confidence"], source)


def _longest(evidence: list[dict[str, Any]]) -> list[tuple[int, int, int, str]]:
    spans = [(each["page"], each["start"], each["end"], each["quote"]) for each in evidence]
    return [max(spans, key=lambda span: span[2] - span[1])] if spans else []


def reading_at(found: Sequence[Reading], task: str, place: tuple[int, int, int]) -> Reading | None:
    """The reading at (page, start, end): of those it overlaps, the one it shares most with; None without one."""
    page, start, end = place
    if task == "kind":
        return next((each for each in found if each.task == task), None)
    near = [each for each in found if (each.task, each.page) == (task, page) and each.start < end and start < each.end]
    return max(near, key=lambda each: _shared(each, start, end), default=None)


def _shared(read: Reading, start: int, end: int) -> tuple[int, int]:
    """Shared characters, then fewer characters beyond them."""
    both = min(read.end, end) - max(read.start, start)
    return both, both - (read.end - read.start)
