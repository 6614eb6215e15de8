"""How right a model is on labelled texts: by label and by agency, each with its count and its interval."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import sqrt
from typing import Any

import numpy as np

from checker.extract.learned import SURE
from checker.extract.linear import Linear
from models.labels.record import LabelledText
from models.training.examples import Example, examples

Z = 1.96  # two-sided 95 %


@dataclass(frozen=True, slots=True)
class Rate:
    """right of all, with Wilson's 95 % interval."""

    right: int
    all: int

    @property
    def value(self) -> float | None:
        """The share; None of nothing."""
        return self.right / self.all if self.all else None

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's interval; all of [0, 1] where nothing was counted."""
        if not self.all:
            return 0.0, 1.0
        share, square = self.right / self.all, Z * Z / self.all
        middle = (share + square / 2) / (1 + square)
        half = Z * sqrt(share * (1 - share) / self.all + square / (4 * self.all)) / (1 + square)
        return max(middle - half, 0.0), min(middle + half, 1.0)


@dataclass(frozen=True, slots=True)
class LabelScore:
    """One label: precision and recall as rates, F1, and how many samples have it."""

    precision: Rate
    recall: Rate

    @property
    def f1(self) -> float | None:
        """Harmonic mean, None where the label neither is due nor was said."""
        total = self.precision.all + self.recall.all
        return 2 * self.recall.right / total if total else None


@dataclass(frozen=True, slots=True)
class Scores:
    """The figures of one model on one set. `bins` is the reliability curve: (mean probability, Rate) a bin.

    `worst` has every wrong answer as (sample, said, probability), the surest first.
    """

    task: str
    accuracy: Rate
    rules: Rate  # what the rules alone get right of the same samples
    labels: dict[str, LabelScore]
    agencies: dict[str, Rate]
    bins: tuple[tuple[float, Rate], ...]
    sure: Rate  # of the samples at or above SURE
    worst: tuple[tuple[Example, str, float], ...] = field(default=())

    @property
    def calibration_error(self) -> float | None:
        """Expected calibration error: how far share right and probability lie apart, over all samples."""
        apart = sum(rate.all * abs(mean - rate.right / rate.all) for mean, rate in self.bins)
        return apart / self.accuracy.all if self.accuracy.all else None

    def json(self) -> dict[str, Any]:
        """As the card has it."""
        return {
            "accuracy": _rate(self.accuracy),
            "rules_alone": _rate(self.rules),
            "labels": {
                name: {"precision": _rate(each.precision), "recall": _rate(each.recall), "f1": _round(each.f1)}
                for name, each in sorted(self.labels.items())
            },
            "agencies": {name: _rate(each) for name, each in sorted(self.agencies.items())},
            "reliability": [{"said": round(mean, 3), **_rate(rate)} for mean, rate in self.bins],
            "calibration_error": _round(self.calibration_error),
            "sure": _rate(self.sure),
        }


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _rate(rate: Rate) -> dict[str, Any]:
    low, high = rate.interval
    return {
        "value": _round(rate.value),
        "right": rate.right,
        "all": rate.all,
        "low": round(low, 4),
        "high": round(high, 4),
    }


BINS = 10


def score(
    task: str, model: Any, texts: Sequence[LabelledText], *, rules: bool = True, clause: Linear | None = None
) -> Scores:
    """The figures of a fitted pipeline, or of a loaded `Linear`, on labelled texts; `clause` as in `examples`."""
    made = examples(task, texts, rules=rules, clause=clause)
    linear = model if isinstance(model, Linear) else Linear.of(model)
    return scored(task, made, linear.best([each.words for each in made]) if made else [])


def scored(task: str, made: Sequence[Example], answers: Sequence[tuple[str, float]]) -> Scores:
    """The figures of answers to samples, each with its probability, whoever gave them."""
    said, shares = [name for name, _ in answers], [share for _, share in answers]
    right = [answer == each.label for answer, each in zip(said, made, strict=True)]
    agencies: defaultdict[str, list[bool]] = defaultdict(list)
    for each, good in zip(made, right, strict=True):
        agencies[each.agency].append(good)
    wrong = [
        (each, answer, share) for each, answer, share, good in zip(made, said, shares, right, strict=True) if not good
    ]
    return Scores(
        task,
        Rate(sum(right), len(right)),
        Rate(sum(each.told == each.label for each in made), len(made)),
        _labels(made, said),
        {name: Rate(sum(goods), len(goods)) for name, goods in agencies.items()},
        _bins(shares, right),
        Rate(
            sum(good for good, share in zip(right, shares, strict=True) if share >= SURE),
            sum(s >= SURE for s in shares),
        ),
        tuple(sorted(wrong, key=lambda item: -item[2])),
    )


def _labels(made: Sequence[Example], said: Sequence[str]) -> dict[str, LabelScore]:
    found = {}
    for name in sorted({each.label for each in made} | set(said)):
        both = sum(each.label == name == answer for each, answer in zip(made, said, strict=True))
        claimed, due = sum(answer == name for answer in said), sum(each.label == name for each in made)
        found[name] = LabelScore(Rate(both, claimed), Rate(both, due))
    return found


def _bins(shares: Sequence[float], right: Sequence[bool]) -> tuple[tuple[float, Rate], ...]:
    table = []
    for place in range(BINS):
        inside = [
            (share, good)
            for share, good in zip(shares, right, strict=True)
            if place == min(int(share * BINS), BINS - 1)
        ]
        if inside:
            mean = float(np.mean([share for share, _ in inside]))
            table.append((mean, Rate(sum(good for _, good in inside), len(inside))))
    return tuple(table)
