"""What differs between two versions of a benchmark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checker.records.benchmark import Benchmark, Item

Direction = Literal["harsher", "milder", "mixed"]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `place` is the tier, scoring or factor it is in, "" for the item or benchmark itself.

    `old` and `new` are (zh, en) phrases; `direction` is told of amounts and weights only; `words` is the sentence.
    """

    kind: str
    place: str
    old: tuple[str, str]
    new: tuple[str, str]
    words: tuple[str, str]
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class ItemDifference:
    """An item that stands in both versions and changed. `score` is 1 when the ids are equal, else the likeness."""

    old: Item
    new: Item
    score: float
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class BenchmarkDifference:
    """Two versions compared: `header` are changes of title, dates, reach; `same` counts the items left alone."""

    old: Benchmark
    new: Benchmark
    header: tuple[Change, ...]
    added: tuple[Item, ...]
    removed: tuple[Item, ...]
    changed: tuple[ItemDifference, ...]
    same: int

    def count(self, direction: Direction) -> int:
        """How many amounts or weights moved this way."""
        return sum(change.direction == direction for item in self.changed for change in item.changes)

    @property
    def empty(self) -> bool:
        """Whether nothing differs."""
        return not (self.header or self.added or self.removed or self.changed)
