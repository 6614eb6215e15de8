"""The trained weights: what share of probability each item of a table has to be the charge's, and none of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, isfinite
from typing import Any, NamedTuple

from checker.benchmarks.ranking.pairs import NAMES, Row, rows
from checker.records.benchmark import Item
from checker.records.charge import Charge


class Shares(NamedTuple):
    """Probabilities that sum to 1: of each item in the table's order, and that no item fits."""

    items: tuple[float, ...]
    nothing: float


@dataclass(frozen=True, slots=True)
class Ranker:
    """A conditional logit: an item's logit is weights x row + bias, the logit of "no item fits" is 0.

    The logit of a pair is thus that of the item against nothing, and the shares of a table are the softmax.
    """

    weights: tuple[float, ...]
    bias: float

    @classmethod
    def of(cls, pipeline: Any) -> Ranker:
        """From the pipeline of an artefact: one LogisticRegression over the numbers of NAMES.

        Raises ValueError for a pipeline of other parts, other numbers, or weights that are none.
        """
        if [type(step).__name__ for _, step in getattr(pipeline, "steps", ())] != ["LogisticRegression"]:
            raise ValueError("not one LogisticRegression")
        model = pipeline.steps[0][1]
        names = tuple(str(each) for each in getattr(model, "feature_names_in_", ()))
        if names != NAMES:
            raise ValueError(f"numbers of other names: {', '.join(names)}")
        if model.coef_.shape != (1, len(NAMES)) or model.intercept_.shape != (1,):
            raise ValueError(f"weights of shape {model.coef_.shape} for {len(NAMES)} numbers")
        weights, bias = tuple(float(each) for each in model.coef_[0]), float(model.intercept_[0])
        if not all(isfinite(each) for each in (*weights, bias)):
            raise ValueError("weights that are no numbers")
        return cls(weights, bias)

    def shares(self, charge: Charge, items: Sequence[Item]) -> Shares:
        """Of a charge among the items of one table."""
        return self.weighed(rows(charge, items))

    def weighed(self, table: Sequence[Row]) -> Shares:
        """Of rows made before."""
        logits = [sum(w * x for w, x in zip(self.weights, row, strict=True)) + self.bias for row in table]
        top = max((*logits, 0.0))
        odds = [exp(each - top) for each in logits]
        total = sum(odds) + exp(-top)
        return Shares(tuple(each / total for each in odds), exp(-top) / total)
