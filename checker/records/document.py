"""A file as text: pages as they were read, and the repaired text that extraction works on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from checker.records.problem import Problem
from checker.records.read import Span
from checker.records.scan import Scan


@dataclass(frozen=True, slots=True)
class Page:
    """One page's original text; formats without pages have one page, numbered 1. `scan` is set where OCR read it."""

    number: int
    text: str
    scan: Scan | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What a parser made of one file. `format` is pdf, docx, html, txt or image; `file` is the label people see."""

    file: str
    sha256: str
    format: str
    pages: tuple[Page, ...]
    problems: tuple[Problem, ...] = ()
    encoding: str | None = None  # of text formats, as detected

    def sureness(self, spans: Sequence[Span]) -> float:
        """How surely OCR read these spans, 1 for those of text that came as text."""
        scans = {page.number: page.scan for page in self.pages if page.scan}
        return min((scans[span.page].sureness(span.start, span.end) for span in spans if span.page in scans), default=1)

    @property
    def text(self) -> str:
        """All pages, joined by a line feed; index i of it is what CleanText.offsets refers to."""
        return "\n".join(page.text for page in self.pages)


@dataclass(frozen=True, slots=True)
class CleanText:
    """Repaired text with one source offset a character (an index into Document.text).

    `offsets` has one entry more than `text`: the last is the end of the last character's source.
    """

    text: str
    offsets: Sequence[int]
    document: Document
    page_starts: tuple[int, ...]
    damage: tuple[str, ...] = ()  # reasons why the source text looks damaged, empty when sound
    repairs: frozenset[str] = field(default_factory=frozenset)  # names of the repairs that changed something

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Original spans of the clean slice, one a page; an empty slice gives none."""
        if start >= end:
            return ()
        low, high = self.offsets[start], self.offsets[end - 1] + 1
        found = []
        index = bisect_right(self.page_starts, low) - 1
        while index < len(self.page_starts) and self.page_starts[index] < high:
            page, base = self.document.pages[index], self.page_starts[index]
            first, last = max(low - base, 0), min(high - base, len(page.text))
            if first < last:
                found.append(Span(page.number, first, last, page.text[first:last]))
            index += 1
        return tuple(found)
