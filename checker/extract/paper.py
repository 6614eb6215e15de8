"""One document under extraction: its text, parts, dates and sums, found once and shared by all rules."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TypeVar

from checker.records.document import CleanText
from checker.records.read import Read, Span
from checker.text.dates import DateToken, find_dates
from checker.text.money import MoneyToken, find_money
from checker.text.quotes import inside, quoted
from checker.text.sections import Sections, split

T = TypeVar("T")
NEXT_BEST = 0.75
# Damage in which a number that can still be read is another number than the one that stood there: it is not read.
NO_SUM = frozenset(
    {"amounts-broken", "amounts-without-numbers", "lost-characters", "replacement-characters", "bidi-controls"}
)
NO_DATE = NO_SUM | {"dates-broken", "date-marks-lost", "dates-without-numbers"}


@dataclass(frozen=True, slots=True)
class Paper:
    """Everything that the rules look at."""

    clean: CleanText
    text: str
    parts: Sections
    dates: list[DateToken]
    money: list[MoneyToken]
    lost: frozenset[tuple[str, str]]  # (date or amount, part of the decision) of which one cannot be read
    quotes: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, clean: CleanText) -> Paper:
        """Read the text once."""
        text = clean.text
        dates = [token for token in find_dates(text) if _whole(clean, token, NO_DATE)]
        money = [token for token in find_money(text) if _whole(clean, token, NO_SUM)]
        parts = split(text)
        return cls(clean, text, parts, dates, money, frozenset(_lost(clean, parts)), quoted(text))

    def decided_from(self, start: int) -> Paper:
        """The same paper with the operative part beginning elsewhere."""
        parts = replace(self.parts, operative=(start, self.parts.operative[1]), legal=min(self.parts.legal, start))
        return replace(self, parts=parts, lost=frozenset(_lost(self.clean, parts)))

    def in_quote(self, position: int) -> bool:
        """Whether the words here are another's: a provision's as a rule."""
        return inside(self.quotes, position)

    def read(self, value: T, start: int, end: int, confidence: float, rule: str) -> Read[T]:
        """A value with the original span of the clean slice."""
        sure = self.sure(confidence, start, end) * self._other(value, start)
        return Read(value, self.clean.spans(start, end), round(sure, 4), f"rule:{rule}")

    def sure(self, confidence: float, start: int, end: int) -> float:
        """The confidence of what is read here, lowered by damage of the text and by how surely OCR read it."""
        seen = self.clean.document.sureness(self.clean.spans(start, end))
        return round(confidence * self.doubt(start, end) * seen, 4)

    def _other(self, value: object, at: int) -> float:
        """Factor for a date or sum where another one of this part of the decision was lost: that one may be meant."""
        if not self.lost or not isinstance(value, date | Decimal):
            return 1.0
        kind = "date" if isinstance(value, date) else "amount"
        return NEXT_BEST if (kind, self.parts.place(at)) in self.lost else 1.0

    def doubt(self, start: int, end: int) -> float:
        """Factor on the confidence of what is read from here: below 1 where the text is damaged."""
        return self.clean.doubt(start, end)

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Original spans, without white space at the ends."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return self.clean.spans(start, end)

    def sentence_of(self, position: int) -> str:
        """The words of the sentence around a position."""
        start, end = self.parts.sentence(position)
        return self.text[start:end]


def _whole(clean: CleanText, token: DateToken | MoneyToken, reasons: frozenset[str]) -> bool:
    """Whether the token meets no damage of these kinds that was left unrepaired."""
    return not any(each.reason in reasons and not each.repaired for each in clean.touched(token.start, token.end))


def _lost(clean: CleanText, parts: Sections) -> Iterator[tuple[str, str]]:
    """Which kind of value was lost in which part."""
    for place in clean.places:
        kind = place.reason.split("-")[0].rstrip("s")
        if kind in ("date", "amount") and not place.repaired:
            yield kind, parts.place(bisect_left(clean.offsets, place.start))
