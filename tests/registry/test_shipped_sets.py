"""Training and measuring on the shipped sets by name, beside files by path."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from checker.errors import CheckerError
from models.cli import application
from models.data import given, handwritten, phrases, sets
from models.labels import jsonl
from models.registry import Registry
from models.training import TASKS, data_hash
from tests.models.making import kinds, small_sets


def call(*words: str) -> Result:
    return CliRunner().invoke(application, list(words), catch_exceptions=False)


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The shipped sets are small ones, and the registry is an empty folder."""
    small_sets(tmp_path / "data")
    monkeypatch.setattr(sets, "HOME", tmp_path / "data")
    return tmp_path


def only(registry: Path, task: str) -> tuple[str, bytes]:
    """Id and bytes of the one model of a task."""
    (entry,) = Registry(registry).entries(task)
    return entry.id, (registry / task / entry.id / "model.skops").read_bytes()


def test_without_files_it_trains_on_the_shipped_sets_and_gives_the_same_artefact_twice(small: Path) -> None:
    for name in ("one", "two"):
        done = call("models", "train", "kind", "--registry", str(small / name))
        assert "handwritten-train, phrases" in done.output and "handwritten-validation" in done.output
    assert only(small / "one", "kind") == only(small / "two", "kind")
    card = Registry(small / "one").card("kind", only(small / "one", "kind")[0])
    assert card["data"] == ["handwritten-train", "phrases"]
    assert card["data_hash"] == data_hash(handwritten("train") + phrases())
    assert card["tested_on"] == data_hash(handwritten("validation"))
    assert card["scores"]["accuracy"]["all"] == 12


def test_files_of_the_same_sets_give_the_same_artefact(small: Path) -> None:
    files = {name: str(small / f"{name}.jsonl") for name in ("handwritten-train", "phrases", "validation")}
    for name, file in files.items():
        assert call("labels", "dataset", name, "--out", file).exit_code == 0
    data = ("--data", files["handwritten-train"], "--data", files["phrases"], "--test", files["validation"])
    call("models", "train", "kind", *data, "--registry", str(small / "files"))
    call("models", "train", "kind", "--registry", str(small / "names"))
    assert only(small / "files", "kind") == only(small / "names", "kind")


def test_sets_and_files_are_named_together(small: Path) -> None:
    jsonl.write(small / "more.jsonl", kinds(9, first=500))
    words = ("--data", "handwritten-train", "--data", str(small / "more.jsonl"), "--test", "handwritten-test")
    call("models", "train", "kind", *words, "--registry", str(small / "r"))
    (entry,) = Registry(small / "r").entries("kind")
    assert entry.card["data"] == ["handwritten-train", "more.jsonl"] and entry.card["samples"] == 36 + 9
    assert entry.card["tested_on"] == data_hash(handwritten("test"))


def test_evaluate_measures_on_the_validation_set_by_default(small: Path) -> None:
    home = ("--registry", str(small / "r"))
    call("models", "train", "kind", *home)
    key = only(small / "r", "kind")[0]
    asked = call("models", "evaluate", "kind", "--id", key, *home, "--json").output
    named = call("models", "evaluate", "kind", "--id", key, *home, "--json", "--test", "handwritten-validation").output
    assert json.loads(asked)["scores"] == json.loads(named)["scores"] and '"all": 12' in asked


def test_a_shipped_name_is_never_taken_for_a_file_beside(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small)
    jsonl.write(small / "phrases", kinds(3))
    assert given.texts(["phrases"]) == phrases()
    assert given.texts(["./phrases"]) == list(kinds(3)) and given.name("./phrases") == "phrases"


def test_what_is_neither_set_nor_file_is_refused_with_the_names_of_the_sets(small: Path) -> None:
    with pytest.raises(CheckerError, match=r"handwritten-train, .*phrases"):
        call("models", "train", "kind", "--data", "handwriten-train", "--registry", str(small / "r"))


def test_a_task_that_no_hand_written_set_labels_is_measured_on_held_out_grammars(small: Path) -> None:
    done = call("models", "train", "section", "--registry", str(small / "r"))
    assert done.exit_code == 0 and "留出" in done.output
    with pytest.raises(CheckerError, match="give --test"):
        call("models", "evaluate", "section", "--id", only(small / "r", "section")[0], "--registry", str(small / "r"))


@pytest.mark.parametrize("task", TASKS)
def test_every_task_has_sets_that_exist_and_test_is_none_of_them(task: str) -> None:
    named = (*sets.trained_on(task), *sets.measured_on(task))
    assert set(named) <= set(sets.SETS) and "handwritten-test" not in named
