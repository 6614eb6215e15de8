"""Hand-written documents: quotes become places, mistakes are refused by file and document, the shipped sets hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from checker.errors import DataFileError
from models.cli import application
from models.data import handwritten, phrases, written
from models.labels.handwritten import load_written, places
from models.labels.jsonl import mistake, read
from models.training import examples

GOOD = """id: t-1
document_kind: decision
style: s
text: |
  罚款500元，曾罚款500元。
fields: {agency: 某局}
money:
  - {quote: 500元, amount: "500.00", role: fine}
  - {quote: 500元, amount: "500.00", role: earlier_fine}
"""


def test_the_same_words_twice_are_two_places_in_order() -> None:
    assert places("罚款500元，曾罚款500元", ["500元", "500元"]) == [(2, 6), (10, 14)]


def test_a_document_becomes_labels(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(GOOD, encoding="utf-8")
    (made,) = load_written(tmp_path)
    assert made.money is not None and [each.role for each in made.money] == ["fine", "earlier_fine"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("quote: 500元", "quote: 600元"), "does not stand in the text"),
        (("style: s", "stile: s"), "t-1"),
        (('amount: "500.00"', "amount: viel"), "t-1"),
        (("fields: {", "fields: ["), "is not YAML"),
    ],
)
def test_mistakes_are_refused_with_file_and_document(tmp_path: Path, change: tuple[str, str], told: str) -> None:
    (tmp_path / "a.yaml").write_text(GOOD.replace(*change), encoding="utf-8")
    with pytest.raises(DataFileError, match=told) as refused:
        load_written(tmp_path)
    assert "a.yaml" in str(refused.value)


@pytest.mark.parametrize(("split", "count"), [("train", 322), ("validation", 116), ("test", 119)])
def test_the_shipped_sets_are_sound_and_no_writer_stands_in_two(split: str, count: int) -> None:
    made = handwritten(split)
    assert len(made) == count and [mistake(each) for each in made] == [None] * count
    others = {each.source for name in ("train", "validation", "test") if name != split for each in handwritten(name)}
    assert not others & {each.source for each in made}
    assert len(written(split)) == count


def test_phrases_teach_clauses_and_never_polarity() -> None:
    made = phrases()
    assert examples("circumstance", made) == []
    clauses = examples("clause", made)
    assert {"hardship", "none"} <= {each.label for each in clauses}


def test_a_shipped_set_is_written_as_labels_that_read_back(tmp_path: Path) -> None:
    out = tmp_path / "phrases.jsonl"
    assert CliRunner().invoke(application, ["labels", "dataset", "phrases", "--out", str(out)]).exit_code == 0
    assert read(out) == tuple(phrases())


@pytest.mark.parametrize("words", [["--way", "guess"], ["--written", "holdout"]])
def test_unknown_ways_and_splits_are_wrong_commands(words: list[str]) -> None:
    result = CliRunner().invoke(application, ["evaluate", "--written", "validation", *words])
    assert result.exit_code == 2 and "rules, models, both" in result.output
