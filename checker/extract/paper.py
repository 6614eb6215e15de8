"""One document under extraction: its text, parts, dates and sums, found once and shared by all rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from checker.records.document import CleanText
from checker.records.read import Read, Span
from checker.text.dates import DateToken, find_dates
from checker.text.money import MoneyToken, find_money
from checker.text.sections import Sections, split

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Paper:
    """Everything that the rules look at."""

    clean: CleanText
    text: str
    parts: Sections
    dates: list[DateToken]
    money: list[MoneyToken]
    doubt: float  # factor on every confidence: below 1 when the text is damaged

    @classmethod
    def of(cls, clean: CleanText) -> Paper:
        """Read the text once."""
        text = clean.text.replace("｜", "\t").replace("|", "\t")  # lines of a table drawn by hand: cells end alike
        return cls(clean, text, split(text), find_dates(text), find_money(text), 0.8 if clean.damage else 1.0)

    def read(self, value: T, start: int, end: int, confidence: float, rule: str) -> Read[T]:
        """A value with the original span of the clean slice."""
        return Read(value, self.clean.spans(start, end), round(confidence * self.doubt, 4), f"rule:{rule}")

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
