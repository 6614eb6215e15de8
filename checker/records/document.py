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
class Damage:
    """A place where the source text lost or changed characters. `reason` is a name of docs/damage.md.

    `start:end` index Document.text. `repaired`: what stood there was certain and is in the clean text.
    """

    reason: str
    start: int
    end: int
    repaired: bool = False


# What a value is still worth that was read from a place: unrepaired; lost marks put back; one character for another.
UNREPAIRED, PUT_BACK, EXCHANGED = 0.5, 0.75, 0.95
EXACT = frozenset({"pinyin-readings", "mojibake", "overprinted-characters"})  # repaired without a guess
SPREAD, SPREAD_DOUBT = 3, 0.8  # so many lines with losses: what looks whole may have lost characters too


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
    places: tuple[Damage, ...] = ()  # where the text is damaged, in order of the source

    def doubt(self, start: int, end: int) -> float:
        """What to multiply the confidence of a value by that is read from the clean slice: 1 where it is sound."""
        factor = SPREAD_DOUBT if self._spread() else 1.0
        for place in self.touched(start, end):
            worth = UNREPAIRED if not place.repaired else EXCHANGED if place.reason in EXACT else PUT_BACK
            factor = min(factor, worth)
        return factor

    def touched(self, start: int, end: int) -> tuple[Damage, ...]:
        """The places of damage that the clean slice meets."""
        if start >= end or not self.places:
            return ()
        low, high = self.offsets[start], self.offsets[end - 1] + 1
        return tuple(place for place in self.places if place.start < high and low < place.end)

    def _spread(self) -> bool:
        lost = [place.start for place in self.places if place.reason not in EXACT]
        if len(lost) < SPREAD:
            return False
        source = self.document.text
        return len({source.rfind("\n", 0, at) for at in lost}) >= SPREAD

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Original spans of the clean slice, one a page; an empty slice gives none."""
        if start >= end:
            return ()
        return self.source_spans(self.offsets[start], self.offsets[end - 1] + 1)

    def source_spans(self, low: int, high: int) -> tuple[Span, ...]:
        """Spans of a slice of Document.text, one a page."""
        found = []
        index = bisect_right(self.page_starts, low) - 1
        while index < len(self.page_starts) and self.page_starts[index] < high:
            page, base = self.document.pages[index], self.page_starts[index]
            first, last = max(low - base, 0), min(high - base, len(page.text))
            if first < last:
                found.append(Span(page.number, first, last, page.text[first:last]))
            index += 1
        return tuple(found)
