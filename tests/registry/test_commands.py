"""The model commands as an analyst uses them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from checker.errors import CheckerError
from models.cli import application
from models.labels import jsonl
from models.registry import Registry
from tests.models.making import kinds, wrong


def call(*words: str) -> Result:
    return CliRunner().invoke(application, list(words), catch_exceptions=False)


def test_train_list_compare_promote_and_roll_back(tmp_path: Path) -> None:
    home, data, bad, tests = (str(tmp_path / name) for name in ("reg", "a.jsonl", "b.jsonl", "t.jsonl"))
    jsonl.write(Path(data), kinds(30))
    jsonl.write(Path(bad), wrong(list(kinds(30))))
    jsonl.write(Path(tests), kinds(30, first=100))
    assert "空的" in call("models", "list", "--registry", home).output
    for source in (data, bad):
        assert call("models", "train", "kind", "--data", source, "--test", tests, "--registry", home).exit_code == 0
    listed = json.loads(call("models", "list", "--registry", home, "--json").output)["entries"]
    by_data = {each["card"]["data"][0]: each["id"] for each in listed}
    good, worse = by_data["a.jsonl"], by_data["b.jsonl"]
    assert "张三" in call("models", "promote", "kind", good, "--who", "张三", "--registry", home).output
    assert "▼" in call("models", "compare", "kind", worse, "--registry", home).output
    with pytest.raises(CheckerError, match="incumbent"):
        call("models", "promote", "kind", worse, "--who", "李四", "--registry", home)
    forced = ("--force", "--reason", "试", "--registry", home)
    assert "强制" in call("models", "promote", "kind", worse, "--who", "李四", *forced).output
    assert good in call("models", "rollback", "kind", "--who", "王五", "--registry", home).output
    assert Registry(Path(home)).current("kind") == good
    assert "# 文书种类" in call("models", "card", "kind", "--registry", home).output
    measured = call("models", "evaluate", "kind", "--test", tests, "--registry", home, "--json").output
    assert json.loads(measured)["scores"]["accuracy"]["right"] == 30
    assert "●" in call("models", "list", "--registry", home).output


def test_without_test_texts_templates_are_held_out(tmp_path: Path) -> None:
    jsonl.write(tmp_path / "a.jsonl", kinds(60))
    done = call("models", "train", "kind", "--data", str(tmp_path / "a.jsonl"), "--registry", str(tmp_path / "r"))
    assert done.exit_code == 0 and "留出" in done.output


def test_evaluating_without_an_incumbent_is_refused(tmp_path: Path) -> None:
    jsonl.write(tmp_path / "t.jsonl", kinds(3))
    with pytest.raises(CheckerError, match="no incumbent"):
        call("models", "evaluate", "kind", "--test", str(tmp_path / "t.jsonl"), "--registry", str(tmp_path / "r"))


def test_the_surest_mistakes_are_printed_in_words_and_in_json(tmp_path: Path) -> None:
    home, data, tests = (str(tmp_path / name) for name in ("reg", "b.jsonl", "t.jsonl"))
    jsonl.write(Path(data), wrong(list(kinds(30))))
    jsonl.write(Path(tests), kinds(15, first=100))
    call("models", "train", "kind", "--data", data, "--test", tests, "--registry", home)
    (entry,) = Registry(Path(home)).entries("kind")
    words = ("models", "evaluate", "kind", "--id", entry.id, "--test", tests, "--registry", home)
    assert "答错" not in call(*words).output and "worst" not in json.loads(call(*words, "--json").output)
    shown = call(*words, "--worst").output
    assert "最有把握却答错的10处（共错15处）" in shown and "\n10. k1" in shown and "理由与权重：" in shown
    assert "The 2 surest mistakes (of 15)" in call(*words, "--worst", "--count", "2", "--lang", "en").output
    found = json.loads(call(*words, "--worst", "--count", "3", "--json").output)["worst"]
    assert (found["wrong"], found["kept_back"], len(found["shown"])) == (15, 0, 3)
    assert {"text", "before", "mention", "after", "due", "said", "probability", "told", "reasons"} == set(
        found["shown"][0]
    )
