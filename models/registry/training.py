"""Train, measure and put on the shelf: what the commands and the page call."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from checker.errors import CheckerError
from checker.extract.linear import Linear
from checker.messages import say
from models import training
from models.drift import profile
from models.labels.record import LabelledText
from models.registry.card import head
from models.registry.shelf import Registry

PARTS = 5  # one template in so many is held out


def held_out(texts: Sequence[LabelledText]) -> tuple[list[LabelledText], list[LabelledText]]:
    """(train, test): a fifth of the templates, one at least where there are two, is set apart whole.

    Which ones is told by a hash of their names, so the same set is parted the same way every time.
    """
    names = sorted({each.template for each in texts}, key=lambda name: hashlib.sha256(name.encode()).digest())
    apart = set(names[: -(-len(names) // PARTS)]) if len(names) > 1 else set[str]()
    return [each for each in texts if each.template not in apart], [each for each in texts if each.template in apart]


def train(
    registry: Registry,
    task: str,
    texts: Sequence[LabelledText],
    tests: Sequence[LabelledText],
    *,
    seed: int,
    at: str,
    data: Sequence[str],
) -> tuple[str, dict[str, Any]]:
    """Train a candidate, measure it on `tests` and put it on the shelf; its id and card come back.

    Raises TrainingError for a set that cannot be trained on and CheckerError when nothing could be measured; the
    incumbent stays in any case.
    """
    shared = {each.text for each in texts} & {each.text for each in tests}
    if shared:
        raise CheckerError(" ".join(say("registry:shared", count=len(shared))))
    trained = training.train(task, texts, seed=seed)
    scores = training.score(task, trained.model, tests, clause=proposing(registry, task))
    if not scores.accuracy.all:
        raise CheckerError(" ".join(say("registry:no-test")))
    words = profile([(each.text, each.agency) for each in texts], seed=seed)
    told = head(trained, scores.json(), tested_on=training.data_hash(tests), trained_at=at, data=data)
    key = registry.add(trained.model, {**told, "words": words.json()})
    return key, registry.card(task, key)


def proposing(registry: Registry, task: str) -> Linear | None:
    """The model in use whose candidates a model of this task judges; None for tasks that judge no candidates.

    Raises ArtefactError for one that cannot be trusted: figures without its candidates would be another measure.
    """
    key = registry.current("clause") if task == "circumstance" else None
    return registry.load("clause", key).linear if key else None


def measure(registry: Registry, task: str, key: str, tests: Sequence[LabelledText], *, record: bool) -> training.Scores:
    """The figures of an artefact on labelled texts; with `record` its card holds them from now on."""
    made = registry.load(task, key)
    tested_on = training.data_hash(tests)
    if record and tested_on == made.card.get("data_hash"):
        raise CheckerError(" ".join(say("registry:own-data", id=key)))
    scores = training.score(task, made.linear, tests, clause=proposing(registry, task))
    if record and scores.accuracy.all:
        registry.measured(task, key, scores.json(), tested_on)
    return scores
