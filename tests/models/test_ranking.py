"""Training and measuring the ranking of benchmark items."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from typer.testing import CliRunner

from checker.benchmarks.ranking import NAMES, Ranker
from checker.errors import CheckerError
from checker.extract import artefact
from models.cli import application
from models.registry import Registry
from models.registry.ranking import record, train
from models.training import TrainingError
from models.training.crowding import crowded
from models.training.families import families, left_out
from models.training.ranking import FREE, charges_hash, fit, train_ranker
from models.training.ranking_folds import judged_apart
from models.training.ranking_scores import Answer, by_ranker, by_rule, judged, scored
from tests.models.charging import ENTRY, few, paths, written

AT = "2026-05-05T00:00:00+00:00"


def call(*words: str) -> Any:
    return CliRunner().invoke(application, list(words), catch_exceptions=False)


def test_the_same_charges_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        artefact.save(tmp_path / name, train_ranker(few()).model, {"task": "item"})
    one, two = ((tmp_path / name / artefact.MODEL).read_bytes() for name in ("one", "two"))
    assert one == two
    made = artefact.load(tmp_path / "one", "item")
    assert made.linear == Ranker.of(train_ranker(few()).model)


def test_agreement_and_likeness_never_speak_against_an_item() -> None:
    weights, _ = fit(few(), seed=0)
    assert all(weight >= 0 for name, weight in zip(NAMES, weights, strict=True) if name not in FREE)
    assert np.isfinite(weights).all()


def test_without_an_item_there_is_nothing_to_learn() -> None:
    for charges in ([], [replace(few()[0], due=None)]):
        with pytest.raises(TrainingError):
            train_ranker(charges)


def test_families_are_tables_under_one_law_and_are_left_out_whole() -> None:
    first, *_, last = few()
    joined = replace(last, table="both", items=(first.items[0], last.items[0]))
    assert len(set(families(few()).values())) == 3
    told = families([*few(), joined])
    assert told["both"] == told[first.table] == told[last.table] and len(set(told.values())) == 2
    pairs = left_out(few())
    assert sorted(each.id for _, test in pairs for each in test) == sorted(each.id for each in few())
    for kept, apart in pairs:
        assert not {each.table for each in kept} & {each.table for each in apart}
    assert left_out([first]) == [] and judged_apart([first]) == []


def test_crowding_keeps_the_right_item_in_its_place_and_drops_keywords() -> None:
    for before, after in zip(few(), crowded(few(), seed=1), strict=True):
        assert after.due == before.due and after.charge == before.charge
        assert [item.id for item in after.items[: len(before.items)]] == [item.id for item in before.items]
        assert not any(item.keywords for item in after.items)
    assert list(crowded(few(), seed=1)) == list(crowded(few(), seed=1))


def test_the_hash_is_of_the_charges_and_their_tables_in_any_order() -> None:
    first = few()[0]
    assert charges_hash(few()) == charges_hash(few()[::-1])
    other = replace(first.items[0], violation="别的")
    for changed in (replace(first, due=None), replace(first, sure=not first.sure), replace(first, items=(other,))):
        assert charges_hash([changed]) != charges_hash([first])


def test_figures_count_right_items_none_and_outcomes() -> None:
    item, nothing = (next(each for each in few() if (each.due is None) is none) for none in (False, True))
    due = item.due or 0

    def figures(charge: Any, answer: Answer) -> Any:
        return scored(judged([charge], lambda *_: answer))

    right = figures(item, Answer(due, due, "sure", 0.9, 0.05))
    assert (right.first.right, right.answer.right, right.sure.right, right.unsure) == (1, 1, 1, 0)
    missed = figures(item, Answer(None, due, "none", 0.3, 0.6))  # the likeliest item was right all the same
    assert (missed.first.right, missed.answer.right, missed.said_none.right, missed.none.precision.all) == (1, 0, 0, 1)
    accused = figures(nothing, Answer(0, 0, "sure", 0.9, 0.05))
    assert (accused.accused.right, accused.sure.right, accused.sure.all, accused.none.recall.right) == (1, 0, 1, 0)
    unsure = figures(nothing, Answer(None, 0, "unsure", 0.4, 0.45))
    assert (unsure.unsure, unsure.answer.right, unsure.first.all) == (1, 1, 0)


def test_the_rule_answers_by_its_own_lights() -> None:
    told = judged(few(), by_rule)
    assert {each.answer.outcome for each in told} <= {"sure", "unsure", "none"}
    assert all((each.answer.best is None) == (each.answer.outcome == "none") for each in told)


def test_the_shipped_ranking_is_what_the_shipped_charges_give() -> None:
    from models.data.charge_sets import charges
    from models.registry import SHIPPED

    registry = Registry(SHIPPED)
    current = registry.current("item")
    assert current is not None
    card = registry.card("item", current)
    made = charges("train")
    assert card["data_hash"] == charges_hash(made) and card["features"] == "pairs-1"
    shipped, again = registry.load("item", current).linear, Ranker.of(train_ranker(made).model)
    assert (*again.weights, again.bias) == pytest.approx((*shipped.weights, shipped.bias), abs=0.01)


def test_the_shipped_ranking_beats_the_rule_on_tables_never_seen() -> None:
    from models.data.charge_sets import charges
    from models.registry import SHIPPED

    registry = Registry(SHIPPED)
    made = charges("test")
    ranking = scored(judged(made, by_ranker(registry.load("item", registry.current("item") or "").linear)))
    rule = scored(judged(made, by_rule))
    assert ranking.first.right > rule.first.right and ranking.answer.right > rule.answer.right
    assert (ranking.sure.value or 0) > (rule.sure.value or 1)


def test_a_ranking_is_trained_measured_and_promoted_by_the_commands(tmp_path: Path) -> None:
    home, data = str(tmp_path / "reg"), [word for path in paths() for word in ("--data", str(path))]
    trained = call("models", "train", "item", *data, "--registry", home)
    assert trained.exit_code == 0 and "逐族留出" in trained.output
    registry = Registry(Path(home))
    (entry,) = registry.entries("item")
    assert entry.card["tested_on"] == f"{entry.card['data_hash']}:apart" and entry.card["scores"]["accuracy"]["all"]
    assert "张三" in call("models", "promote", "item", entry.id, "--who", "张三", "--registry", home).output
    tests = str(written(tmp_path / "t"))
    measured = json.loads(call("models", "evaluate", "item", "--test", tests, "--registry", home, "--json").output)
    assert measured["id"] == entry.id and measured["scores"]["accuracy"]["all"] == 1
    call("models", "evaluate", "item", "--test", tests, "--registry", home, "--record")
    assert registry.card("item", entry.id)["scores"]["accuracy"]["all"] == 1
    shown = call("models", "card", "item", "--registry", home, "--lang", "en").output
    assert "benchmark item" in shown and "no item fits" in shown


def test_tests_among_the_training_charges_and_figures_on_them_are_refused(tmp_path: Path) -> None:
    registry = Registry(tmp_path)
    with pytest.raises(CheckerError, match="among the training"):
        train(registry, few(), few()[:3], seed=0, at=AT, data=[])
    key, _ = train(registry, few(), None, seed=0, at=AT, data=[])
    with pytest.raises(CheckerError, match="these very texts"):
        record(registry, key, few())


def test_evaluating_charges_prints_rule_and_ranking_side_by_side() -> None:
    told = json.loads(call("evaluate", "--charges", "test", "--json").output)
    assert set(told) == {"rule", "ranking"}
    for each in told.values():
        decided = each["outcome_sure"]["all"] + each["outcome_none"]["all"] + each["outcome_unsure"]
        assert decided == each["right_answer"]["all"] == 156
    alone = json.loads(call("evaluate", "--charges", "test", "--models", "none", "--json").output)
    assert alone == {"rule": told["rule"]}
    assert "rule" in call("evaluate", "--charges", "test").output
    assert call("evaluate", "--charges", "holdout").exit_code == 2


def test_an_entry_has_the_shape_of_the_brief() -> None:
    assert set(ENTRY) == {"id", "table", "item", "cause", "facts", "characterised", "violated", "basis", "sure"}
