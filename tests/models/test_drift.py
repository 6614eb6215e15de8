"""Drift: other words and more doubt are told, the same are not, too few is said."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from checker.records.decision import MoneyMention
from checker.records.document import Page
from checker.store import Store
from models.cli import application
from models.drift import Profile, measure, profile
from models.drift.groups import reference
from models.drift.profile import divergence, words
from models.labels import jsonl
from tests.making_results import read, result
from tests.models.making import kinds, shelf

FOOD = ("超市", "销售", "过期", "食品", "货架", "面包", "牛奶", "检查", "库存", "标签")
ROAD = ("货车", "超载", "公路", "运输", "司机", "称重", "车牌", "路段", "轴数", "营运")


def texts(vocabulary: tuple[str, ...], count: int, seed: int = 0) -> Iterator[str]:
    dice = np.random.default_rng(seed)
    for _ in range(count):
        yield "，".join(dice.choice(vocabulary, 30)) + "。"


def fill(store: Store, vocabulary: tuple[str, ...], count: int, agency: str, sure: float, month: int = 5) -> None:
    for number, text in enumerate(texts(vocabulary, count, seed=7)):
        sha256 = f"{hash((agency, month, number)) & (2**64 - 1):064x}"
        plain = result(f"{agency}{month}-{number}.txt", sha256, findings=False)
        assert plain.decision is not None
        money = (MoneyMention("fine", replace(read(1, "50000元"), confidence=sure)),)
        decision = replace(
            plain.decision,
            agency=replace(read(agency, "延吉市市场监督管理局")),
            decision_date=replace(read(date(2026, month, 2), "2023")),
            money=money,
        )
        store.save(replace(plain, decision=decision, pages=(Page(1, text),)))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(str(tmp_path / "cases.db"))


@pytest.fixture(scope="module")
def food() -> Profile:
    return profile([(text, f"局{place % 8}") for place, text in enumerate(texts(FOOD, 120))])


def test_words_and_distance() -> None:
    assert words("罚款5000元，abc。") == ["罚款", "元"]
    one, other = np.array([1.0, 1.0, 0.0]), np.array([0.0, 0.0, 3.0])
    assert divergence(one, one * 5) == pytest.approx(0) and divergence(one, other) == pytest.approx(1)
    assert divergence(one, np.zeros(3)) == 0.0


def test_a_profile_is_the_same_twice_and_survives_its_card(food: Profile) -> None:
    again = profile([(text, f"局{place % 8}") for place, text in enumerate(texts(FOOD, 120))])
    assert again == food and food.texts == 120 and set(food.limits) == {10, 20, 50}
    kept = Profile.of({"words": json.loads(json.dumps(food.json()))})
    assert kept is not None and kept.vocabulary == food.vocabulary and kept.limits.keys() == food.limits.keys()
    assert Profile.of({}) is None
    with pytest.raises(ValueError, match="texts"):
        profile([])


def test_limits_fall_with_the_size_of_the_group(food: Profile) -> None:
    assert food.limits[10] > food.limits[20] > food.limits[50] > 0
    assert food.limit(9) is None and food.limit(15) == food.limits[10] and food.limit(999) == food.limits[50]


def test_other_words_drift_the_same_words_do_not_and_few_texts_cannot_tell(store: Store, food: Profile) -> None:
    fill(store, FOOD, 15, "食品局", 0.9)
    fill(store, ROAD, 15, "交通局", 0.9)
    fill(store, ROAD, 4, "小局", 0.9)
    told = {(each.agency, each.month): each for each in measure(store, food, 0.05)}
    assert told[("食品局", "2026-05")].words_verdict == "steady"
    assert told[("交通局", "2026-05")].words_verdict == "drifted"
    assert told[("小局", "2026-05")].words_verdict == "too_few"
    assert told[(None, None)].texts == 34
    distance = told[("交通局", None)].distance
    assert distance is not None and distance > 0.9


def test_more_doubt_than_on_the_test_texts_drifts(store: Store, food: Profile) -> None:
    fill(store, FOOD, 20, "稳局", 0.9)
    fill(store, FOOD, 20, "疑局", 0.4)
    fill(store, FOOD, 3, "小局", 0.4)
    told = {each.agency: each for each in measure(store, food, 0.05) if each.month == "2026-05"}
    assert told["稳局"].unsure_verdict == "steady" and told["稳局"].unsure.right == 0
    assert told["疑局"].unsure_verdict == "drifted" and told["疑局"].unsure.right == 20
    assert told["小局"].unsure_verdict == "too_few"
    assert measure(store, None, None)[0].words_verdict == "no_reference"
    assert {each.unsure_verdict for each in measure(store, food, None)} == {"no_reference", "too_few"}


def test_months_are_told_apart_and_the_whole_comes_first(store: Store, food: Profile) -> None:
    fill(store, FOOD, 10, "局", 0.9, month=4)
    fill(store, ROAD, 10, "局", 0.9, month=5)
    found = measure(store, food, 0.05)
    assert (found[0].agency, found[0].month) == (None, None)
    told = {(each.agency, each.month): each.words_verdict for each in found}
    assert told[("局", "2026-04")] == "steady" and told[("局", "2026-05")] == "drifted"


def test_the_reference_comes_from_the_cards(tmp_path: Path) -> None:
    registry, good, _ = shelf(tmp_path / "r")
    words_of, unsure = reference([registry.card("kind", good)])
    assert words_of is not None and words_of.texts == 30 and unsure is not None and 0 <= unsure <= 1
    assert reference([]) == (None, None)


def test_the_command_says_what_cannot_be_told(store: Store, tmp_path: Path) -> None:
    fill(store, FOOD, 15, "食品局", 0.9)
    words_of = ["models", "drift", "--db", str(tmp_path / "cases.db"), "--registry", str(tmp_path / "none")]
    run = CliRunner()
    done = run.invoke(application, words_of, catch_exceptions=False)
    assert "无参照" in done.output and "--against" in done.output
    jsonl.write(tmp_path / "set.jsonl", kinds(30))
    against = run.invoke(application, [*words_of, "--against", str(tmp_path / "set.jsonl"), "--json"])
    assert json.loads(against.output)[0]["words_verdict"] == "drifted"
