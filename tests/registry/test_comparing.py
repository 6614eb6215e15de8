"""The interval test, figure by figure, and the card in words."""

from __future__ import annotations

from typing import Any

import pytest

from models.registry import Event, compare
from models.registry.card import markdown
from models.training import Rate


def rate(right: int, every: int) -> dict[str, Any]:
    low, high = Rate(right, every).interval
    return {"right": right, "all": every, "low": low, "high": high, "value": right / every if every else None}


def card(recall: tuple[int, int], precision: tuple[int, int] = (50, 50), **more: Any) -> dict[str, Any]:
    labels = {"fine": {"precision": rate(*precision), "recall": rate(*recall), "f1": None}}
    return {"task": "money", "tested_on": "t", "scores": {"accuracy": rate(90, 100), "labels": labels, **more}}


@pytest.mark.parametrize(
    ("old", "new", "worse"),
    [
        ((50, 50), (47, 50), False),  # 0.94 lies above 0.9287, the lower end of 50 of 50
        ((50, 50), (46, 50), True),  # 0.92 does not
        ((45, 50), (39, 50), True),
        ((45, 50), (40, 50), False),
        ((3, 3), (2, 3), False),  # three cases tell little
        ((3, 3), (1, 3), True),
        ((0, 5), (0, 5), False),
        ((500, 500), (495, 500), True),  # many cases tell a small loss
        ((40, 50), (50, 50), False),
    ],
)
def test_worse_is_below_the_lower_end_of_the_incumbents_interval(
    old: tuple[int, int], new: tuple[int, int], worse: bool
) -> None:
    assert bool(compare(card(old), card(new)).worse) is worse


def test_a_label_that_is_never_said_any_more_shows_in_its_recall() -> None:
    made = compare(card((10, 10), (10, 10)), card((0, 10), (0, 0)))
    assert [each.incumbent.measure for each in made.worse] == ["recall"]


def test_a_label_that_the_candidate_lacks_is_worse_and_one_of_its_own_is_not() -> None:
    lacking = {**card((9, 9)), "scores": {"accuracy": rate(90, 100), "labels": {}}}
    assert {str(each.incumbent.name) for each in compare(card((9, 9)), lacking).worse} == {"fine"}
    assert compare(lacking, card((9, 9))).worse == ()


def test_an_agency_that_gets_worse_is_told() -> None:
    old, new = card((9, 9), agencies={"甲局": rate(40, 40)}), card((9, 9), agencies={"甲局": rate(30, 40)})
    (worse,) = compare(old, new).worse
    assert str(worse).startswith("agency 甲局 right: 30/40 <")


def test_cards_without_a_hash_of_their_test_texts_are_not_comparable() -> None:
    bare = {**card((9, 9)), "tested_on": None}
    assert not compare(bare, bare).same_texts
    assert compare(card((9, 9)), card((9, 9))).same_texts
    assert not compare(card((9, 9)), {**card((9, 9)), "tested_on": "u"}).same_texts


def test_a_card_in_words_tells_who_promoted_it() -> None:
    made = {**card((9, 10)), "sha256": "abc" * 8, "data_hash": "d1", "parameters": {"C": 1.0}, "data": ["a", "b"]}
    event = Event(task="money", action="promote", id="abcabcabcabc", previous=None, who="张三", at="2026-01-01",
                  reason="更好", forced=True, worse=("x",))  # fmt: skip
    zh, en = markdown(made, [event]), markdown(made, [event], 1)
    assert "张三" in zh and "更好" in zh and "C = 1.0" in zh and "| 标签 罚款 召回率 | 0.9000 | " in zh
    assert "forced, 1 figures worse" in en and "label fine: recall" in en and "a, b" in en
    assert "从未启用" in markdown(made, [])
