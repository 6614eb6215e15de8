"""Fitting one task's model: hashed words, logistic regression, probabilities calibrated on groups left out."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from checker.errors import CheckerError
from checker.extract.linear import Linear
from checker.messages import say
from models.labels.record import LabelledText
from models.training.examples import PHRASES, TASKS, Example, examples, thinned

if TYPE_CHECKING:  # scikit-learn takes a second to load, and every command of the console would wait for it
    from sklearn.feature_extraction import FeatureHasher
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import Pipeline

COLUMNS = 2**16
FOLDS = 4
STRENGTH = {"money": 1.0, "circumstance": 0.3, "clause": 4.0, "kind": 1.0, "section": 0.5}  # C of the regression
THIN = {"clause": 2}


class TrainingError(CheckerError):
    """A set cannot be trained on: empty, one class only, an unknown task."""


@dataclass(frozen=True, slots=True)
class Trained:
    """A fitted model with what its card must say."""

    model: Pipeline
    task: str
    parameters: dict[str, Any]
    classes: tuple[str, ...]
    data_hash: str
    samples: int
    seconds: float


def train(task: str, texts: Sequence[LabelledText], *, seed: int = 0, rules: bool = True) -> Trained:
    """A model of the task; the same texts and seed give the same weights.

    Raises TrainingError for an unknown task, no samples, or samples of one class only.
    """
    started = time.monotonic()
    if task not in TASKS:
        raise TrainingError(" · ".join(say("training:unknown-task", task=task, known=", ".join(TASKS))))
    made = thinned(taught(task, texts, seed=seed, rules=rules), THIN.get(task, 1))
    pipeline, parameters = fit(task, made, seed=seed, rules=rules)
    classes = tuple(sorted({each.label for each in made}))
    return Trained(
        pipeline, task, parameters, classes, data_hash(texts), len(made), round(time.monotonic() - started, 1)
    )


def taught(task: str, texts: Sequence[LabelledText], *, seed: int = 0, rules: bool = True) -> list[Example]:
    """The samples that a model of the task learns from."""
    if task != "circumstance":
        return examples(task, texts, rules=rules)
    return [each for made in crossed(texts, seed=seed, rules=rules) for each in made]


def crossed(
    texts: Sequence[LabelledText], *, seed: int = 0, rules: bool = True, temperature: float | None = None
) -> list[list[Example]]:
    """Samples of the task circumstance, text by text: clauses proposed by models that have not seen the text's writer.

    A model of clauses is far surer of texts that it learnt from. Candidates of such a one would teach that its word
    is enough, which is not so where a document is read. Where one writer wrote all, templates are held out instead;
    where nothing can be, the samples are those of the rules and labels. `temperature` is sought unless it is known.
    """
    clauses = [examples("clause", [each]) for each in texts]
    asked = [place for place, each in enumerate(texts) if each.source != PHRASES and clauses[place]]
    groups = [texts[place].source for place in asked]
    if len(set(groups)) < 2:
        groups = [texts[place].template for place in asked]
    models: dict[int, Linear] = {}
    every = thinned([one for made in clauses for one in made], THIN["clause"])
    if len(set(groups)) > 1 and len({each.label for each in every}) > 1:
        if temperature is None:
            hashed, due = _table("clause", every)
            told = [each.group for each in every]
            temperature = _temperature(hashed, due, told, _parameters("clause", seed, rules))
        for held in _held(asked, groups):
            kept = [one for place, made in enumerate(clauses) if place not in held for one in made]
            if len({each.label for each in kept}) > 1:
                model = Linear.of(refit("clause", thinned(kept, THIN["clause"]), temperature, seed=seed))
                models.update(dict.fromkeys(held, model))
    return [examples("circumstance", [each], rules=rules, clause=models.get(at)) for at, each in enumerate(texts)]


def _held(places: Sequence[int], groups: Sequence[str]) -> list[frozenset[int]]:
    from sklearn.model_selection import GroupKFold

    parts = GroupKFold(min(FOLDS, len(set(groups)))).split(places, groups=groups)
    return [frozenset(places[row] for row in held) for _, held in parts]


def fit(task: str, made: Sequence[Example], *, seed: int = 0, rules: bool = True) -> tuple[Pipeline, dict[str, Any]]:
    """A pipeline fitted to samples, its probabilities calibrated, and its parameters. Raises TrainingError."""
    parameters = _parameters(task, seed, rules)
    hashed, due = _table(task, made)
    temperature = _temperature(hashed, due, [each.group for each in made], parameters)
    model = _regression(parameters).fit(hashed, due)
    parameters["temperature"] = round(temperature, 4)
    return _pipeline(model, temperature), parameters


def refit(task: str, made: Sequence[Example], temperature: float, *, seed: int = 0) -> Pipeline:
    """As `fit`, with a temperature that is known: for the many fits of a fold, never for an artefact.

    Finding a temperature costs four more fits. Columns that no sample has keep weight 0 and are left out of the
    search: the weights are the same but for their last digit, several times sooner. Raises TrainingError.
    """
    hashed, due = _table(task, made)
    seen = np.flatnonzero(hashed.getnnz(axis=0))
    model = _regression(_parameters(task, seed, True)).fit(hashed[:, seen], due)
    whole = np.zeros((len(model.coef_), COLUMNS), model.coef_.dtype)
    whole[:, seen] = model.coef_
    model.coef_ = whole
    return _pipeline(model, temperature)


def _parameters(task: str, seed: int, rules: bool) -> dict[str, Any]:
    return {"C": STRENGTH[task], "columns": COLUMNS, "folds": FOLDS, "seed": seed, "rules": rules}


def _table(task: str, made: Sequence[Example]) -> tuple[Any, NDArray[Any]]:
    """Hashed words a row, and what is due. Raises TrainingError for no samples and for one class only."""
    labels = {each.label for each in made}
    if not made:
        raise TrainingError(" · ".join(say("training:empty", task=task)))
    if len(labels) < 2:
        raise TrainingError(" · ".join(say("training:one-class", task=task, label=labels.pop())))
    return _hasher().transform(set(each.words) for each in made), np.array([each.label for each in made])


def _pipeline(model: LogisticRegression, temperature: float) -> Pipeline:
    from sklearn.pipeline import Pipeline

    # Dividing the weights divides every logit: the probabilities are calibrated, the order of classes unchanged.
    model.coef_ = np.round(model.coef_ / temperature, 4).astype(np.float32)
    model.intercept_ = np.round(model.intercept_ / temperature, 4).astype(np.float32)
    return Pipeline([("words", _hasher()), ("model", model)])


def _hasher() -> FeatureHasher:
    from sklearn.feature_extraction import FeatureHasher

    return FeatureHasher(COLUMNS, input_type="string", alternate_sign=False, dtype=np.float32)


def _regression(parameters: dict[str, Any]) -> LogisticRegression:
    from sklearn.linear_model import LogisticRegression

    return LogisticRegression(C=parameters["C"], max_iter=300, tol=1e-3, random_state=parameters["seed"])


def _temperature(hashed: Any, due: NDArray[Any], groups: list[str], parameters: dict[str, Any]) -> float:
    """The number that logits of unseen groups must be divided by to be honest; 1 where there are too few groups."""
    from scipy.optimize import minimize_scalar
    from sklearn.model_selection import GroupKFold

    if len(set(groups)) < FOLDS:
        return 1.0
    logits, answers = [], []
    for fit, held in GroupKFold(FOLDS).split(hashed, due, groups):
        if len(set(due[fit])) < 2:
            continue
        model = _regression(parameters).fit(hashed[fit], due[fit])
        known = {label: place for place, label in enumerate(model.classes_)}
        rows = [row for row in held if due[row] in known]
        if rows:
            found = model.decision_function(hashed[rows])
            logits.append(np.column_stack([-found / 2, found / 2]) if found.ndim == 1 else found)
            answers.append(np.array([known[due[row]] for row in rows]))
    if not logits:
        return 1.0

    def loss(log_temperature: float) -> float:
        total = 0.0
        for table, answer in zip(logits, answers, strict=True):
            scaled = table / np.exp(log_temperature)
            scaled = scaled - scaled.max(axis=1, keepdims=True)
            total -= float((scaled[np.arange(len(answer)), answer] - np.log(np.exp(scaled).sum(axis=1))).sum())
        return total

    return float(np.exp(minimize_scalar(loss, bounds=(-1.5, 2.5), method="bounded").x))


def data_hash(texts: Sequence[LabelledText]) -> str:
    """A hash over everything labelled, whatever the order of the texts."""
    rows = sorted(json.dumps(asdict(each), ensure_ascii=False, sort_keys=True) for each in texts)
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()[:16]
