"""Three-valued truth (Kleene): holds, fails, or cannot be told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from checker.records.read import Span

FactValue = Decimal | str | bool | int


class Truth(Enum):
    """Kleene's strong three-valued logic."""

    HOLDS = "holds"
    FAILS = "fails"
    UNKNOWN = "cannot_tell"

    def __and__(self, other: Truth) -> Truth:
        if Truth.FAILS in (self, other):
            return Truth.FAILS
        return Truth.UNKNOWN if Truth.UNKNOWN in (self, other) else Truth.HOLDS

    def __or__(self, other: Truth) -> Truth:
        if Truth.HOLDS in (self, other):
            return Truth.HOLDS
        return Truth.UNKNOWN if Truth.UNKNOWN in (self, other) else Truth.FAILS

    def __invert__(self) -> Truth:
        return {Truth.HOLDS: Truth.FAILS, Truth.FAILS: Truth.HOLDS}.get(self, Truth.UNKNOWN)

    @staticmethod
    def of(value: bool) -> Truth:
        """HOLDS for True, FAILS for False."""
        return Truth.HOLDS if value else Truth.FAILS


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a case, by fact name; a name that is absent is unknown, never false.

    Money and counts are Decimal; circumstances are booleans under "has:KIND"; `evidence` gives each fact's spans.
    """

    values: Mapping[str, FactValue]
    evidence: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of a condition: its truth, the facts it lacked, the facts it used."""

    truth: Truth
    missing: tuple[str, ...] = ()
    used: tuple[str, ...] = ()

    @staticmethod
    def merge(truth: Truth, parts: Iterable[Verdict]) -> Verdict:
        """A verdict over parts; missing facts count only while the whole is unknown."""
        listed = tuple(parts)
        missing = tuple(dict.fromkeys(name for part in listed for name in part.missing))
        used = tuple(dict.fromkeys(name for part in listed for name in part.used))
        return Verdict(truth, missing if truth is Truth.UNKNOWN else (), used)
