"""The one door for what is told of a document: personal data starred in quotes, values and sentences.

Offsets are those of the original pages, so a starred quote is the one case in which quote and slice differ.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, TypeVar, cast

from checker.records.decision import Decision, PersonalDatum
from checker.records.read import Span
from checker.text.masking import mask

J = TypeVar("J")
AS_THEY_ARE = frozenset(
    {"sha256", "versions", "version", "check", "confidence", "source", "extractor", "kind", "reason"}
)


class Cover:
    """Knows the personal data of one document, and stars it wherever it turns up."""

    def __init__(self, found: Sequence[PersonalDatum] = (), born: Sequence[date] = ()) -> None:
        self._places: dict[int, list[tuple[int, int, str]]] = {}
        self._words: dict[str, str] = {}
        for each in found:
            self._places.setdefault(each.span.page, []).append((each.span.start, each.span.end, each.shown))
            if each.kind != "birth_date":  # 5月6日 alone may be any day
                self._words |= dict(_forms(each.span.quote, each.shown))
        for day in born:
            self._words[day.isoformat()] = f"{day.year}-**-**"
        self._words = dict(sorted(self._words.items(), key=lambda pair: -len(pair[0])))

    @classmethod
    def stored(cls, extracted: dict[str, Any] | None) -> Cover:
        """What is personal by a stored extraction, whose words are starred already."""
        listed = (extracted or {}).get("personal_data", [])
        return cls(
            [
                PersonalDatum(
                    each["kind"], Span(each["page"], each["start"], each["end"], each["quote"]), each["quote"]
                )
                for each in listed
            ]
        )

    @classmethod
    def of(cls, decision: Decision | None) -> Cover:
        """What is personal in a decision; nothing without one, and then only shapes tell."""
        if decision is None:
            return cls()
        born = [party.birth_date.value for party in decision.respondents if party.birth_date is not None]
        told = any(each.kind == "birth_date" for each in decision.personal_data)
        return cls(decision.personal_data, born if told else ())

    def json(self, value: J) -> J:
        """The same JSON value, starred."""
        return cast(J, self._value(value))

    def text(self, words: str) -> str:
        """A sentence, starred."""
        for raw, covered in self._words.items():
            if raw in words:
                words = words.replace(raw, covered)
        return mask(words)

    def page(self, number: int, text: str) -> str:
        """A whole page, starred."""
        return mask(self._slice(number, 0, len(text), text))

    def _value(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self._value(each) for each in value]
        if not isinstance(value, dict):
            return value
        if value.keys() >= {"page", "start", "end", "quote"}:
            quote = self._slice(value["page"], value["start"], value["end"], value["quote"])
            return value | {"quote": self.text(quote)}
        made = {name: each if name in AS_THEY_ARE else self._value(each) for name, each in value.items()}
        if "confidence" in value and isinstance(value.get("value"), str):  # F of the contract
            made["value"] = self._read(value["value"], value["evidence"])
        return made

    def _slice(self, page: int, start: int, end: int, text: str) -> str:
        """The characters `start:end` of a page, starred where personal data stands."""
        for low, high, shown in self._places.get(page, ()):
            if low < end and start < high:
                first, last = max(low, start), min(high, end)
                text = text[: first - start] + shown[first - low : last - low] + text[last - start :]
        return text

    def _read(self, value: str, evidence: list[dict[str, Any]]) -> str:
        """A value that was read from starred words: starred alike, character by character, or altogether."""
        raw = "".join(span["quote"] for span in evidence)
        covered = "".join(self._slice(span["page"], span["start"], span["end"], span["quote"]) for span in evidence)
        if raw == covered:
            return self.text(value)
        pairs = [(old, new) for old, new in zip(raw, covered, strict=True) if not old.isspace()]
        wanted = [char for char in value if not char.isspace()]
        at = _find(wanted, [old for old, _ in pairs])
        if at is None:
            known = self.text(value)
            return known if known != value else re.sub(r"\w", "*", value)
        stars = iter(new == "*" for _, new in pairs[at:])
        return "".join(char if char.isspace() else "*" if next(stars) else char for char in value)


def _forms(quote: str, shown: str) -> Iterator[tuple[str, str]]:
    """The words as a page, a clean text and a message write them; short ones would hit other words."""
    bare = [(old, new) for old, new in zip(quote, shown, strict=True) if not old.isspace()]
    plain = "".join(unicodedata.normalize("NFKC", old) if len(old) == 1 else old for old, _ in bare)
    starred = "".join(new for _, new in bare)
    for raw, covered in ((quote, shown), ("".join(old for old, _ in bare), starred), (plain, starred)):
        if len(raw) >= 5 and len(raw) == len(covered):
            yield raw, covered


def _find(wanted: Sequence[str], among: Sequence[str]) -> int | None:
    """Where the characters stand in a row, widths apart; None when they do not."""
    plain = [unicodedata.normalize("NFKC", char) for char in among]
    mine = [unicodedata.normalize("NFKC", char) for char in wanted]
    for start in range(len(plain) - len(mine) + 1):
        if plain[start : start + len(mine)] == mine:
            return start
    return 0 if len(plain) == len(mine) else None  # traditional characters made simple: one for one
