"""Is a candidate worse than the incumbent beyond the incumbent's interval?

The figures compared are shares: precision and recall of every label, the share right of every agency and of all. A
candidate is worse in one of them when its share lies below the lower end of the incumbent's 95 % Wilson interval.
Wilson's, because labels and agencies have few cases and shares near 1, where the usual interval leaves [0, 1] or has
no width; the incumbent's, because the question is whether the candidate does worse than the incumbent might well have
done by chance on as many cases. Few cases give a wide interval, so a small label hinders no one by chance; a share of
nothing (0 of 0) says nothing. With many figures one of them may fall below by chance: that is what `--force` with a
reason is for. Both must have been measured on the same texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Card = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Figure:
    """One share of a card: `right` of `all` and the ends of its interval. `kind` is label, agency or all."""

    kind: str
    name: str
    measure: str  # precision, recall or right
    right: int
    all: int
    low: float
    high: float

    @property
    def value(self) -> float | None:
        """The share; None of nothing."""
        return self.right / self.all if self.all else None


def share(figure: Figure | None) -> str:
    """A figure with the cases behind it, in words; nothing of nothing."""
    return "" if figure is None or figure.value is None else f"{figure.value:.4f} ({figure.right}/{figure.all})"


@dataclass(frozen=True, slots=True)
class Worse:
    """A figure in which the candidate falls below the incumbent's interval; `candidate` None: it lacks the label."""

    incumbent: Figure
    candidate: Figure | None

    def __str__(self) -> str:
        new = "-" if self.candidate is None else f"{self.candidate.right}/{self.candidate.all}"
        old = self.incumbent
        return f"{old.kind} {old.name} {old.measure}: {new} < {old.low:.4f} ({old.right}/{old.all})"


@dataclass(frozen=True, slots=True)
class Row:
    """A figure of both; None where one of them has it not."""

    incumbent: Figure | None
    candidate: Figure | None

    @property
    def worse(self) -> bool:
        """Whether the candidate falls below the incumbent's interval; a label that it lost counts as falling."""
        old, new = self.incumbent, self.candidate
        if old is None or old.value is None:
            return False
        if new is None:
            return old.kind == "label" and old.right > 0
        # Nothing said of a label is no precision; its recall then says how bad that is.
        return new.value is not None and new.value < old.low


@dataclass(frozen=True, slots=True)
class Comparison:
    """All figures of both, and whether they may be compared: they may when both were measured on the same texts."""

    rows: tuple[Row, ...]
    same_texts: bool

    @property
    def worse(self) -> tuple[Worse, ...]:
        """Where the candidate is worse beyond the interval."""
        return tuple(Worse(row.incumbent, row.candidate) for row in self.rows if row.worse and row.incumbent)


def compare(incumbent: Card, candidate: Card) -> Comparison:
    """Two cards, figure by figure."""
    old = {(each.kind, each.name, each.measure): each for each in figures(incumbent)}
    new = {(each.kind, each.name, each.measure): each for each in figures(candidate)}
    rows = tuple(Row(old.get(key), new.get(key)) for key in dict.fromkeys((*old, *new)))
    measured = [card.get("tested_on") for card in (incumbent, candidate)]
    return Comparison(rows, measured[0] is not None and measured[0] == measured[1])


def figures(card: Card) -> Iterator[Figure]:
    """The shares of a card's scores, the whole first."""
    scores = card.get("scores") or {}
    if "accuracy" in scores:
        yield _figure("all", "", "right", scores["accuracy"])
    for name, each in scores.get("labels", {}).items():
        yield _figure("label", name, "precision", each["precision"])
        yield _figure("label", name, "recall", each["recall"])
    for name, each in scores.get("agencies", {}).items():
        yield _figure("agency", name, "right", each)


def _figure(kind: str, name: str, measure: str, rate: Mapping[str, Any]) -> Figure:
    return Figure(kind, name, measure, int(rate["right"]), int(rate["all"]), float(rate["low"]), float(rate["high"]))
