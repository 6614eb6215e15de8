"""Answers of models to texts that they were not trained on, and how far two ways of holding out lie apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from checker.extract.linear import Linear
from models.report.parting import Part
from models.training.examples import Example, thinned
from models.training.fitting import THIN, refit
from models.training.scores import Rate, Scores, Z, scored

Samples = Sequence[Sequence[Example]]  # those of every text


@dataclass(frozen=True, slots=True)
class Folded:
    """The figures over all held out texts; `right` says of each sample, in the order of the texts, whether it is right.

    `trained` is how many texts a fold was trained on, on average.
    """

    scores: Scores
    right: tuple[bool, ...]
    trained: int


@dataclass(frozen=True, slots=True)
class Fit:
    """How every part is fitted: `always` is trained on in each, and probabilities have the whole set's temperature.

    The temperature is one number: that it was found on what is held out as well hardly flatters.
    """

    task: str
    always: Sequence[Example]
    temperature: float
    seed: int


def folded(how: Fit, samples: Samples, parts: Sequence[Part]) -> Folded:
    """Fit once a part and ask it about what the part holds out. Raises TrainingError where nothing is left to learn."""
    answers: dict[int, list[tuple[str, float]]] = {}
    for part in parts:
        taught = [each for place in part.train for each in samples[place]] + list(how.always)
        made = thinned(taught, THIN.get(how.task, 1))
        linear = Linear.of(refit(how.task, made, how.temperature, seed=how.seed))
        for place in part.held:
            answers[place] = linear.best([each.words for each in samples[place]])
    asked = [each for place in sorted(answers) for each in samples[place]]
    given = [each for place in sorted(answers) for each in answers[place]]
    right = tuple(said == each.label for (said, _), each in zip(given, asked, strict=True))
    return Folded(scored(how.task, asked, given), right, round(sum(len(part.train) for part in parts) / len(parts)))


@dataclass(frozen=True, slots=True)
class Gap:
    """Share right in-template less out-of-template, of the same samples, with a 95 % interval over texts."""

    value: float
    low: float
    high: float


def gap(samples: Samples, inside: Folded, outside: Folded) -> Gap:
    """Samples of one text stand and fall together, so the interval counts texts: a ratio's, linearised."""
    sizes = [len(each) for each in samples]
    lost, at = list[int](), 0
    for size in sizes:
        lost.append(sum(inside.right[at : at + size]) - sum(outside.right[at : at + size]))
        at += size
    value = sum(lost) / at
    spread = sum((one - value * size) ** 2 for one, size in zip(lost, sizes, strict=True))
    half = Z * sqrt(spread * len(sizes) / max(len(sizes) - 1, 1)) / at
    return Gap(value, value - half, value + half)


def by_writer(writers: Sequence[str], samples: Samples, found: Folded) -> dict[str, Rate]:
    """Right of all by writer."""
    rights: defaultdict[str, list[bool]] = defaultdict(list)
    at = 0
    for name, each in zip(writers, samples, strict=True):
        rights[name] += found.right[at : at + len(each)]
        at += len(each)
    return {name: Rate(sum(each), len(each)) for name, each in sorted(rights.items())}
