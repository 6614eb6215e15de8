"""Train a ranking of benchmark items, measure it and put it on the shelf; its data are charges, not texts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from checker.errors import CheckerError
from checker.messages import say
from models.labels.charges import LabelledCharge
from models.registry.card import head
from models.registry.shelf import Registry
from models.training.ranking import TASK, charges_hash, train_ranker
from models.training.ranking_folds import judged_apart
from models.training.ranking_scores import by_ranker, by_rule, judged, scored
from models.training.scores import Scores

APART = "apart"  # what a card says of figures on its own charges, each table left out in turn


def train(
    registry: Registry,
    charges: Sequence[LabelledCharge],
    tests: Sequence[LabelledCharge] | None,
    *,
    seed: int,
    at: str,
    data: Sequence[str],
) -> tuple[str, dict[str, Any]]:
    """Train a candidate and put it on the shelf; its id and card come back. The incumbent stays.

    Without `tests` it is measured on its own charges, each table left out in turn. Raises TrainingError for a set
    without items, CheckerError for tests that are among the training charges or where nothing could be measured.
    """
    trained = train_ranker(charges, seed=seed)
    if tests is None:
        told, rule = judged_apart(charges, seed=seed), judged(charges, by_rule)
        scores, tested_on = scored(told).as_scores(scored(rule)), f"{charges_hash(charges)}:{APART}"
    else:
        _apart(charges, tests)
        scores, tested_on = measured(registry, None, tests, trained.model), charges_hash(tests)
    if not scores.accuracy.all:
        raise CheckerError(" ".join(say("registry:no-test")))
    key = registry.add(trained.model, head(trained, scores.json(), tested_on=tested_on, trained_at=at, data=data))
    return key, registry.card(TASK, key)


def measured(registry: Registry, key: str | None, tests: Sequence[LabelledCharge], model: Any = None) -> Scores:
    """The figures of an artefact, or of a fitted pipeline, on charges."""
    from checker.benchmarks import Ranker

    ranker = Ranker.of(model) if key is None else registry.load(TASK, key).linear
    return scored(judged(tests, by_ranker(ranker))).as_scores(scored(judged(tests, by_rule)))


def record(registry: Registry, key: str, tests: Sequence[LabelledCharge]) -> Scores:
    """The figures of an artefact on charges, written on its card, so that cards can be compared."""
    scores, tested_on = measured(registry, key, tests), charges_hash(tests)
    if tested_on == registry.card(TASK, key).get("data_hash"):
        raise CheckerError(" ".join(say("registry:own-data", id=key)))
    registry.measured(TASK, key, scores.json(), tested_on)
    return scores


def _apart(charges: Sequence[LabelledCharge], tests: Sequence[LabelledCharge]) -> None:
    shared = {each.charge.facts for each in charges} & {each.charge.facts for each in tests}
    if shared:
        raise CheckerError(" ".join(say("registry:shared", count=len(shared))))
