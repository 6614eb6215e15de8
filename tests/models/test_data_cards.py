"""Each data set has a card that says what it is, how it was made, under which licence, and what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import models
from models.generate import GRAMMARS
from models.generate.wordings import FRAMES
from models.labels.record import TASKS

FOLDER = Path(models.__file__).parent / "data"
CARDS = sorted(path for path in FOLDER.glob("*.yaml"))
NEEDED = {"id", "licence", "made_by", "tasks", "what_it_is", "how_it_was_made", "splits", "known_bias", "personal_data"}


@pytest.mark.parametrize("path", CARDS, ids=lambda path: path.stem)
def test_a_card_says_all_that_it_must(path: Path) -> None:
    card = yaml.safe_load(path.read_text("utf-8"))
    assert card.keys() >= NEEDED
    assert set(card["tasks"]) <= set(TASKS)
    if path.stem != "TEMPLATE":
        assert all(card[name] for name in NEEDED)


def test_every_data_set_has_a_card() -> None:
    named = {yaml.safe_load(path.read_text("utf-8")).get("file", "").rpartition("/")[2] for path in CARDS}
    assert {path.name for path in FOLDER.glob("*.jsonl")} <= named


def test_the_card_of_the_generated_set_counts_right() -> None:
    told = yaml.safe_load((FOLDER / "generated.yaml").read_text("utf-8"))["what_it_is"]
    assert f"written by {len(GRAMMARS)} grammars" in " ".join(told.split())
    assert f"{len(FRAMES)} writers of single lines" in " ".join(told.split())
