"""`caiheng benchmarks lint` as scripts call it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from checker.errors import DataFileError
from checker.samples import sample_data
from models.cli import application

FOLDER = sample_data() / "benchmarks"
KEYS = {"benchmark", "item", "lint", "severity", "message_zh", "message_en", "where"}


def run(*words: str) -> str:
    result = CliRunner().invoke(application, ["benchmarks", "lint", *words])
    assert result.exit_code == 0, result.output
    return result.output


def test_json_is_one_array_of_the_contracts_shape_notes_included() -> None:
    found = json.loads(run(str(FOLDER), "--json"))
    assert found and all(set(each) == KEYS for each in found)
    assert {each["severity"] for each in found} == {"较重", "提示"}
    assert all(each["where"].rsplit(":", 1)[1].isdigit() for each in found)


def test_a_sound_file_gives_an_empty_array() -> None:
    assert json.loads(run(str(FOLDER / "fire-yanbian-2021.yaml"), "--json")) == []


def test_notes_are_shown_when_asked_for() -> None:
    file = str(FOLDER / "food-yanbian-2022.yaml")
    assert "branch-unreachable" not in run(file)
    assert "branch-unreachable" in run(file, "--notes")


def test_english() -> None:
    assert "above the maximum of 100000 yuan" in run(str(FOLDER / "city_management-dunhua-2022.yaml"), "--lang", "en")


def test_a_file_that_is_no_benchmark_is_the_operators_to_mend(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("id: x\n", encoding="utf-8")
    with pytest.raises(DataFileError, match=r"bad\.yaml"):
        CliRunner().invoke(application, ["benchmarks", "lint", str(bad)], catch_exceptions=False)
