"""An artefact of the item ranking that is not exactly what its card says is refused, on the shelf and in use."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from checker.benchmarks.ranking import NAMES, Ranker
from checker.extract import artefact
from checker.extract.artefact import ArtefactError
from checker.pipeline import Options, Pipeline
from checker.samples import sample_data
from models.registry import Registry, RegistryError
from models.training.ranking import train_ranker
from tests.models.charging import few
from tests.models.making import AT
from tests.registry.test_shelf import BREAKING


@pytest.fixture(scope="module")
def fitted() -> Any:
    return train_ranker(few()).model


@pytest.fixture
def shelf(tmp_path: Path, fitted: Any) -> tuple[Registry, str]:
    registry = Registry(tmp_path / "registry")
    key = registry.add(fitted, {"task": "item"})
    registry.promote("item", key, who="张三", at=AT)
    return registry, key


def options(registry: Registry) -> Options:
    return Options((sample_data() / "benchmarks",), models=registry.folder)


def _other_features(folder: Path) -> None:
    card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    (folder / "card.json").write_text(json.dumps({**card, "features": "pairs-0"}), encoding="utf-8")


@pytest.mark.parametrize("spoil", [*BREAKING, _other_features])
def test_a_spoilt_ranking_is_refused(shelf: tuple[Registry, str], spoil: Any) -> None:
    registry, key = shelf
    spoil(registry.folder / "item" / key)
    with pytest.raises(ArtefactError):
        registry.load("item", key)
    with pytest.raises(ArtefactError):
        Pipeline.load(options(registry))
    (entry,) = registry.entries("item")
    assert entry.broken


def test_a_ranking_in_use_shows_in_the_version_and_without_models_the_rule_stands(shelf: tuple[Registry, str]) -> None:
    registry, key = shelf
    used = Pipeline.load(options(registry))
    assert isinstance(used.settings.ranker, Ranker) and used.versions.checks.endswith(f"+{key}")
    alone = Pipeline.load(Options((sample_data() / "benchmarks",), models=None))
    assert alone.settings.ranker is None and key not in alone.versions.checks
    registry.rollback("item", who="张三", at=AT)
    assert Pipeline.load(options(registry)).settings.ranker is None


def test_a_ranking_is_no_model_of_words_and_the_other_way_round(fitted: Any, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="FeatureHasher"):
        artefact.save(tmp_path / "money", fitted, {"task": "money"})
    shipped = Registry(Path(__file__).parents[2] / "models" / "artefacts")
    key = shipped.current("clause")
    assert key is not None
    shutil.copytree(shipped.folder / "clause" / key, tmp_path / "item")
    with pytest.raises(ArtefactError):
        artefact.load(tmp_path / "item", "item")
    with pytest.raises(RegistryError):
        shipped.load("item", key)


def test_weights_that_do_not_fit_are_refused(fitted: Any) -> None:
    model = fitted.steps[0][1]
    for name, value in (
        ("feature_names_in_", np.array([*NAMES[1:], NAMES[0]])),
        ("coef_", np.zeros((1, 3))),
        ("coef_", np.full((1, len(NAMES)), np.nan)),
        ("intercept_", np.array([np.inf])),
        ("intercept_", np.array([0.0, 0.0])),
    ):
        kept = getattr(model, name)
        setattr(model, name, value)
        try:
            with pytest.raises(ValueError, match=r"numbers|weights"):
                Ranker.of(fitted)
        finally:
            setattr(model, name, kept)
    assert Ranker.of(fitted)
