"""A linear model over sets of words, laid out for a document at a time: no scikit-learn call a sample."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

PARTS = ["FeatureHasher", "LogisticRegression"]
AT_ONCE = 256  # samples whose weights are gathered together: some megabytes, however long the document
REMEMBERED = 400_000  # words whose column is kept at hand


@dataclass(frozen=True, slots=True)
class Linear:
    """Weights of a fitted pipeline. `weights` has one row a column of the hasher and one column a class."""

    weights: NDArray[np.float32]
    bias: NDArray[np.float32]
    classes: tuple[str, ...]
    places: dict[str, int] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, pipeline: Any) -> Linear:
        """From a pipeline of a FeatureHasher of strings and a LogisticRegression; a binary one gets a second column.

        Raises ValueError for a pipeline of other parts, or parts that do not fit together.
        """
        if [type(step).__name__ for _, step in getattr(pipeline, "steps", ())] != PARTS:
            raise ValueError("not a FeatureHasher and a LogisticRegression")
        hasher, model = (step for _, step in pipeline.steps)
        if hasher.input_type != "string" or hasher.alternate_sign:
            raise ValueError("a hasher of another kind")
        weights, bias = np.asarray(model.coef_, np.float32), np.asarray(model.intercept_, np.float32)
        if len(model.classes_) == 2:  # one logit: the other class stands at zero
            weights = np.vstack([np.zeros_like(weights), weights])
            bias = np.concatenate([np.zeros(1, np.float32), bias])
        if weights.shape != (len(model.classes_), hasher.n_features) or bias.shape != (len(model.classes_),):
            raise ValueError(f"weights of shape {weights.shape} for {hasher.n_features} columns")
        if not (np.isfinite(weights).all() and np.isfinite(bias).all()):
            raise ValueError("weights that are no numbers")
        return cls(np.ascontiguousarray(weights.T), bias, tuple(str(each) for each in model.classes_))

    def probabilities(self, samples: Sequence[Sequence[str]]) -> NDArray[np.float32]:
        """One row a sample, one column a class, rows summing to 1."""
        logits = np.zeros((len(samples), len(self.classes)), np.float32)
        for first in range(0, len(samples), AT_ONCE):
            self._sum(samples[first : first + AT_ONCE], logits[first : first + AT_ONCE])
        logits += self.bias
        logits -= logits.max(axis=1, keepdims=True, initial=-np.inf)
        np.exp(logits, out=logits)
        logits /= logits.sum(axis=1, keepdims=True)
        return logits

    def _sum(self, samples: Sequence[Sequence[str]], into: NDArray[np.float32]) -> None:
        """The weights of every sample's words, summed in one go: a call of numpy a sample costs more than the sum."""
        places, starts, rows = list[int](), list[int](), list[int]()
        known = self.places
        for row, words in enumerate(samples):
            if words:  # a sample of no words has nothing to sum
                rows.append(row)
                starts.append(len(places))
                places += [known[word] if word in known else self._place(word) for word in set(words)]
        if rows:
            into[rows] = np.add.reduceat(self.weights.take(places, axis=0), starts, axis=0)

    def best(self, samples: Sequence[Sequence[str]]) -> list[tuple[str, float]]:
        """The likeliest class of each sample with its probability."""
        rows = self.probabilities(samples)
        return [(self.classes[place], float(row[place])) for row, place in zip(rows, rows.argmax(axis=1), strict=True)]

    def reasons(self, words: Sequence[str], label: str, count: int = 5) -> list[tuple[str, float]]:
        """The words that speak most for a class, each with its weight over the mean of the classes."""
        column = self.classes.index(label)
        rows = self.weights[[self._place(word) for word in words]] if words else self.weights[:0]
        told = [(word, float(row[column] - row.mean())) for word, row in zip(words, rows, strict=True)]
        return sorted(told, key=lambda item: (-item[1], item[0]))[:count]

    def _place(self, word: str) -> int:
        place = self.places.get(word)
        if place is None:
            place = column_of(word, len(self.weights))
            if len(self.places) < REMEMBERED:
                self.places[word] = place
        return place


def column_of(word: str, columns: int) -> int:
    """The column in which scikit-learn's FeatureHasher counts a word: the absolute signed 32-bit MurmurHash3."""
    from sklearn.utils import murmurhash3_32

    return abs(int(murmurhash3_32(word.encode("utf-8"), seed=0))) % columns
