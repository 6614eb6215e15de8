"""Fitting the ranking of benchmark items: a conditional logit over the items of a table and "none of them"."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from checker.benchmarks.ranking import NAMES, Ranker, rows
from checker.messages import say
from checker.records.benchmark import Item
from models.labels.charges import LabelledCharge
from models.training.crowding import crowded
from models.training.families import FOLDS, left_out
from models.training.fitting import Trained, TrainingError

if TYPE_CHECKING:
    from sklearn.pipeline import Pipeline

TASK = "item"
STRENGTH = 5.0  # weight of the squared weights in the loss; 1 to 12 make no difference on tables left out
DOUBTED = 0.5  # weight of a charge on which two lawyers might differ
CROWDED = 1.0  # weight of a charge asked again in a longer table without keywords
FREE = frozenset({"basis_uncited", "violated_uncited"})  # the only numbers that may speak against an item
NONE = -1  # the place of "no item fits": the last logit
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sample:
    """A charge as numbers: one row an item, the place of the right one or NONE, and what it weighs."""

    rows: Floats
    due: int
    weight: float


def train_ranker(charges: Sequence[LabelledCharge], *, seed: int = 0) -> Trained:
    """A ranking of items; the same charges and seed give the same weights. Raises TrainingError without charges."""
    started = time.monotonic()
    if not any(each.due is not None for each in charges):
        raise TrainingError(" · ".join(say("training:empty", task=TASK)))
    numbers = {"strength": STRENGTH, "doubted": DOUBTED, "crowded": CROWDED, "folds": FOLDS, "seed": seed}
    weights, bias = fit(charges, seed=seed)
    scale = temperature(charges, seed=seed)
    pipeline = _pipeline(np.round(weights / scale, 4), round(bias / scale, 4))
    parameters: dict[str, Any] = {**numbers, "temperature": round(scale, 4)}
    parameters["weights"] = dict(zip(NAMES, (float(each) for each in pipeline.steps[0][1].coef_[0]), strict=True))
    seconds = round(time.monotonic() - started, 1)
    return Trained(pipeline, TASK, parameters, ("item", "none"), charges_hash(charges), len(charges), seconds)


def fit(charges: Sequence[LabelledCharge], *, seed: int) -> tuple[Floats, float]:
    """Weights and bias that make the right answers likeliest, each charge asked in two tables."""
    samples = [sample(each, 1.0) for each in charges]
    samples += [sample(each, CROWDED) for each in crowded(charges, seed=seed)]
    return _likeliest(samples)


def sample(each: LabelledCharge, weight: float) -> Sample:
    """A charge as numbers."""
    table = np.array(rows(each.charge, each.items), dtype=np.float64).reshape(-1, len(NAMES))
    return Sample(table, NONE if each.due is None else each.due, weight if each.sure else weight * DOUBTED)


def _likeliest(samples: Sequence[Sample]) -> tuple[Floats, float]:
    """L-BFGS on the weighed log-likelihood; agreement and likeness never speak against an item."""
    from scipy.optimize import minimize

    stacked = np.vstack([each.rows for each in samples])
    spread = stacked.std(axis=0)
    spread[spread == 0] = 1.0
    table = np.column_stack([stacked / spread, np.ones(len(stacked))])
    starts = np.cumsum([0, *(len(each.rows) for each in samples)])[:-1]
    owner = np.repeat(np.arange(len(samples)), [len(each.rows) for each in samples])
    right = np.zeros(len(stacked))
    for start, each in zip(starts, samples, strict=True):
        if each.due != NONE:
            right[start + each.due] = 1.0
    weight = np.array([each.weight for each in samples])

    def loss(point: Floats) -> tuple[float, Floats]:
        logits = table @ point
        top = np.maximum(np.maximum.reduceat(logits, starts), 0.0)
        odds = np.exp(logits - top[owner])
        total = np.add.reduceat(odds, starts) + np.exp(-top)
        told = np.add.reduceat(right * logits, starts) - top - np.log(total)
        slope = table.T @ ((right - odds / total[owner]) * weight[owner])
        shrunk = np.append(point[:-1], 0.0) * STRENGTH
        return float(-(weight * told).sum() + (shrunk * point).sum() / 2), shrunk - slope

    bounds = [(None, None) if name in FREE else (0.0, None) for name in NAMES] + [(None, None)]
    found = minimize(loss, np.zeros(table.shape[1]), jac=True, method="L-BFGS-B", bounds=bounds)
    return found.x[:-1] / spread, float(found.x[-1])


def temperature(charges: Sequence[LabelledCharge], *, seed: int) -> float:
    """The number that logits on tables left out must be divided by to be honest; 1 where there are too few tables."""
    from scipy.optimize import minimize_scalar

    held: list[tuple[Floats, Sample]] = []
    for train, test in left_out(charges):
        if any(each.due is not None for each in train):
            weights, bias = fit(train, seed=seed)
            made = [sample(each, 1.0) for each in test]
            held += [(np.append(each.rows @ weights + bias, 0.0), each) for each in made]
    if not held:
        return 1.0

    def loss(log_temperature: float) -> float:
        total = 0.0
        for logits, each in held:
            scaled = logits / np.exp(log_temperature)
            top = scaled.max()
            total -= each.weight * float(scaled[each.due] - top - np.log(np.exp(scaled - top).sum()))
        return total

    return float(np.exp(minimize_scalar(loss, bounds=(-1.0, 1.5), method="bounded").x))


def calibrated(charges: Sequence[LabelledCharge], *, seed: int = 0) -> Ranker:
    """The ranking of these charges as it is used, without an artefact. Raises TrainingError as `train_ranker`."""
    return Ranker.of(train_ranker(charges, seed=seed).model)


def _pipeline(weights: Floats, bias: float) -> Pipeline:
    """The weights as a scikit-learn model: the registry knows no other artefacts."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import Pipeline

    model = LogisticRegression(C=1 / STRENGTH)
    model.classes_ = np.array([0, 1])
    model.coef_, model.intercept_ = weights.reshape(1, -1), np.array([bias])
    model.n_features_in_, model.feature_names_in_ = len(NAMES), np.array(NAMES)
    return Pipeline([("pairs", model)])


def charges_hash(charges: Sequence[LabelledCharge]) -> str:
    """A hash over all charges and the tables they stand among, whatever the order of the charges."""
    tables = {each.table: _told([_shown(item) for item in each.items]) for each in charges}
    lines = [
        _told([each.id, each.table, tables[each.table], asdict(each.charge), each.due, each.sure]) for each in charges
    ]
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()[:16]


def _shown(item: Item) -> list[Any]:
    """What the ranking may see of an item."""
    cited = [[asdict(each) for each in listed] for listed in (item.violated, item.basis)]
    return [item.id, item.violation, item.keywords, *cited]


def _told(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
