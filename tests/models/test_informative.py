"""The queue: doubtful first, alike ones once, judged ones never."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from checker.review import Reading
from checker.store import Store, corrections
from models.cli import application
from models.informative import Candidate, candidates, choose, queue
from models.labels import studio
from models.labels.excerpt import sentence
from tests.making_corrections import DECISION, correction, saved


def made(words: str, confidence: float, start: int = 0) -> Candidate:
    return Candidate(
        "a" * 64, "a.txt", "局", "r", Reading("money", 1, start, start + 1, "", "fine", None, confidence, "r"), words
    )


def test_the_most_doubtful_comes_first_and_its_likeness_not_next() -> None:
    pool = [
        made("罚款人民币五千元整。", 0.5),
        made("罚款人民币五千元整。", 0.51),
        made("注册资本为一百万元。", 0.7),
        made("进货单价每袋三元。", 0.6),
    ]
    assert [each.reading.confidence for each in choose(pool, 3)] == [0.5, 0.6, 0.7]


def test_sentences_of_the_same_words_are_taken_once() -> None:
    assert len(choose([made("罚款人民币五千元整。", 0.5)] * 5, 5)) == 1


def test_of_nothing_nothing_is_chosen_and_a_certain_one_may_be() -> None:
    assert choose([], 3) == () and choose([made("罚款", 0.9)], 0) == ()
    assert len(choose([made("罚款五千元", 1.0)], 3)) == 1


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(str(tmp_path / "cases.db"))
    saved(store)
    return store


def test_what_a_person_judged_is_not_asked_again(store: Store) -> None:
    before = candidates(store, most=99)
    assert {each.reading.task for each in before} == {"money", "circumstance", "kind"}
    assert any(each.reading.quote == "300元" for each in before)
    corrections.add(store, [correction(quote="金额300元")])
    assert not any(each.reading.quote == "300元" for each in candidates(store, most=99))


def test_a_candidate_has_its_sentence_masked_and_its_place_in_it(store: Store) -> None:
    (money,) = [each for each in candidates(store, most=99) if each.reading.quote == "300元"]
    assert money.sentence[money.at :].startswith("300元") and money.sentence.startswith("经查")
    assert all("13812345678" not in each.sentence for each in candidates(store, most=99))


def test_queue_keeps_to_a_task_and_a_count(store: Store) -> None:
    assert {each.reading.task for each in queue(store, 5, task="circumstance")} == {"circumstance"}
    assert len(queue(store, 2)) == 2


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("甲。罚款5元。乙", "5元", "罚款5元。"),
        ("5元", "5元", "5元"),
        ("\n  罚款5元\n", "5元", "罚款5元"),
        ("表" * 300 + "5元" + "格" * 300, "5元", "表" * 90 + "5元" + "格" * 90),
    ],
)
def test_the_sentence_around_a_passage(text: str, words: str, expected: str) -> None:
    start = text.index(words)
    low, high = sentence(text, start, start + len(words))
    assert text[low:high] == expected


def test_the_command_prints_lines_json_and_tasks_with_suggestions(store: Store, tmp_path: Path) -> None:
    run = CliRunner()
    words = ["labels", "queue", "--db", str(tmp_path / "cases.db"), "--count", "3"]
    assert len(run.invoke(application, words, catch_exceptions=False).output.splitlines()) == 3
    told = [json.loads(line) for line in run.invoke(application, [*words, "--json"]).output.splitlines()]
    assert [each["doubt"] for each in told] and told[0]["reading"]["task"]
    out = tmp_path / "tasks.json"
    assert run.invoke(application, [*words, "--out", str(out)], catch_exceptions=False).exit_code == 0
    (task,) = json.loads(out.read_text(encoding="utf-8"))
    assert task["annotations"] == [] and len(task["predictions"][0]["result"]) > 3
    (text,) = studio.read(out)
    assert text.spans == () and len(text.text) == len(DECISION)
    assert run.invoke(application, [*words, "--task", "section"]).exit_code == 2
