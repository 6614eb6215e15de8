"""Samples of circumstances whose clauses come from models that have not seen the writer."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.extract.artefact import Artefact
from models import training
from models.data import sets
from models.labels.record import LabelledText
from models.registry import Registry
from models.registry.training import proposing
from tests.models.making import small_sets


@pytest.fixture
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[LabelledText]:
    small_sets(tmp_path)
    monkeypatch.setattr(sets, "HOME", tmp_path)
    return sets.handwritten("train")


def shares(made: list[list[training.Example]]) -> list[list[str]]:
    return [[word for word in one.words if word.startswith("s:")] for each in made for one in each]


def test_every_sample_has_the_share_of_a_model_of_other_writers(texts: list[LabelledText]) -> None:
    made = training.crossed(texts, temperature=1.0)
    assert len(made) == len(texts) and all(made)
    assert all(shares(made))


def test_one_text_alone_leaves_nothing_to_learn_from(texts: list[LabelledText]) -> None:
    made = training.crossed(texts[:1], temperature=1.0)
    assert made == [training.examples("circumstance", texts[:1])]
    assert not any(shares(made))


def test_the_same_texts_give_the_same_samples(texts: list[LabelledText]) -> None:
    assert training.crossed(texts, temperature=1.0) == training.crossed(texts, temperature=1.0)


def test_candidates_that_no_label_covers_are_samples_too(texts: list[LabelledText]) -> None:
    told = [one.label for each in training.crossed(texts, temperature=1.0) for one in each]
    assert {"found", "denied", "supposed"} <= set(told)


def test_only_the_task_that_judges_candidates_asks_for_who_proposes(tmp_path: Path, texts: list[LabelledText]) -> None:
    registry = Registry(tmp_path / "r")
    assert proposing(registry, "circumstance") is None
    trained = training.train("clause", texts)
    key = registry.add(trained.model, {"task": "clause", "scores": {}})
    registry.promote("clause", key, who="t", at="2026-05-05T00:00:00+00:00")
    assert proposing(registry, "money") is None
    model = registry.load("clause", key)
    assert isinstance(model, Artefact) and proposing(registry, "circumstance") == model.linear
