"""`caiheng recheck`: exactly the cases of the new version change, and a rehearsal writes nothing."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, select
from typer.testing import CliRunner

from checker.batch import plan, run_batch
from checker.pipeline import Options
from checker.samples import sample_data
from checker.store import Store, queries
from checker.store.tables import Page, Result, Run
from models.cli import application

BENCHMARKS = sample_data() / "benchmarks"


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of all sample cases, checked with the sample benchmarks."""
    database = tmp_path_factory.mktemp("db") / "cases.db"
    with Store(str(database)) as store:
        for step in run_batch(plan([sample_data() / "cases"]), Options((BENCHMARKS,))):
            if step.result is not None:
                store.save(step.result)
    return database


@pytest.fixture
def database(checked: Path, tmp_path: Path) -> Path:
    """A copy that a test may change."""
    for path in checked.parent.glob("cases.db*"):
        shutil.copy(path, tmp_path / path.name)
    return tmp_path / "cases.db"


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """The sample benchmarks with a food table of 2023 whose 从轻 of expired food ends at 51000 yuan, not 65000."""
    home = tmp_path / "benchmarks"
    shutil.copytree(BENCHMARKS, home)
    file = home / "food-yanbian-2022.yaml"
    old = file.read_text(encoding="utf-8")
    new = old.replace("food-yanbian-2022", "food-yanbian-2023").replace("2022年版", "2023年版")
    new = new.replace("in_force_from: 2022-01-01", "in_force_from: 2023-01-01").replace("〔2022〕1号", "〔2022〕9号")
    first, mark, rest = new.partition("  - id: food-124-1-1")
    first = first.replace("upper: 65000", "upper: 51000").replace("lower: 65000", "lower: 51000")
    (home / "food-yanbian-2023.yaml").write_text(first + mark + rest, encoding="utf-8")
    file.write_text(old.replace("in_force_to: 2023-12-31", "in_force_to: 2022-12-31"), encoding="utf-8")
    return home


def recheck(database: Path, benchmarks: Path, *words: str, code: int = 0) -> str:
    typed = ["recheck", "--db", str(database), "--benchmarks", str(benchmarks), *words]
    result = CliRunner().invoke(application, typed)
    assert result.exit_code == code, result.output
    return result.stdout


def told(database: Path, benchmarks: Path, *words: str, code: int = 0) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(recheck(database, benchmarks, "--json", *words, code=code))
    return answer


def rows(database: Path) -> list[tuple[Any, ...]]:
    with Store(str(database)) as store, store.engine.connect() as connection:
        listed = connection.execute(select(Result.id, Result.current).order_by(Result.id)).all()
        return [*map(tuple, listed), *map(tuple, connection.execute(select(Run.id)).all())]


def test_the_stored_text_gives_the_same_results_without_the_files(database: Path) -> None:
    answer = told(database, BENCHMARKS, "--what-if")
    assert (answer["flipped"], answer["moved"], answer["gone"]) == (0, 0, 0)
    assert answer["same"] > 100 and answer["same"] + answer["unread"] == answer["total"]
    assert answer["other_versions_changed"] == []


def test_what_if_lists_exactly_the_cases_of_the_new_version_and_writes_nothing(database: Path, newer: Path) -> None:
    before = rows(database)
    answer = told(database, newer, "--what-if")
    assert rows(database) == before
    with Store(str(database)) as store:
        food = {
            case.checked["document_number"]
            for case in queries.full(store)
            if case.checked["benchmark"] == "food-yanbian-2022" and case.extracted["act_end"]["value"] >= "2023"
        }
    assert {each["document_number"] for each in answer["changes"]} == food
    flips = {each["document_number"]: each for each in answer["changes"] if each["outcome"] == "flipped"}
    # One fine of 52000 is above the new end of its tier; two decisions cite by year the table that has ended.
    assert {number: [found["check"] for found in each["appeared"]] for number, each in flips.items()} == {
        "延市监处罚〔2023〕112号": ["outside-tier-range"],
        "图市监罚〔2023〕29号": ["benchmark-not-in-force"],
        "珲市监处字〔2024〕第8号": ["benchmark-not-in-force"],
    }
    one = flips["延市监处罚〔2023〕112号"]
    assert one["status"] == {"old": "in_line", "new": "violation"} and one["disappeared"] == []
    (move,) = one["moves"]
    assert move["expected"]["old"]["upper"]["value"] == "65000.00"
    assert move["expected"]["new"]["upper"]["value"] == "51000.00"
    assert move["benchmark"] == {"old": "food-yanbian-2022", "new": "food-yanbian-2023"}


def test_a_finding_that_the_new_version_answers_disappears(database: Path, newer: Path) -> None:
    with Store(str(database)) as store:
        before = next(
            case for case in queries.full(store) if case.checked["document_number"] == "延市监处罚〔2022〕203号"
        )
    assert "outside-tier-range" in {each["check"] for each in before.checked["findings"]}
    file = newer / "food-yanbian-2022.yaml"
    text = file.read_text(encoding="utf-8").replace("lower: 85000, upper: 100000", "lower: 85000, upper: 120000")
    file.write_text(text, encoding="utf-8")
    answer = told(database, newer, "--what-if")
    one = next(each for each in answer["changes"] if each["document_number"] == "延市监处罚〔2022〕203号")
    assert "outside-tier-range" in {each["check"] for each in one["disappeared"]}


def test_words_in_both_languages(database: Path, newer: Path) -> None:
    shown = recheck(database, newer, "--what-if")
    assert "延市监处罚〔2023〕112号" in shown and "50000元至65000元 → 50000元至51000元" in shown
    assert "结论改变3件" in shown and "没有写入数据库" in shown
    english = recheck(database, newer, "--what-if", "--lang", "en")
    assert "3 would come out differently" in english and "nothing was written" in english


def test_without_what_if_the_new_results_supersede_the_old_ones(database: Path, newer: Path) -> None:
    before = {row for row in rows(database) if len(row) == 2}
    assert told(database, newer)["flipped"] == 3
    after = dict(row for row in rows(database) if len(row) == 2)
    assert {key for key, _ in before} <= set(after)  # nothing was deleted
    answer = told(database, newer, "--what-if")
    assert (answer["flipped"], answer["moved"]) == (0, 0)
    with Store(str(database)) as store:
        assert queries.count(store) == answer["total"]
        assert queries.history(store)[0]["finished_at"] is not None


def test_case_without_stored_text_is_taken_from_its_file_and_listed_when_that_is_gone(
    tmp_path: Path, newer: Path
) -> None:
    files = [path for path in sorted((sample_data() / "cases").glob("*.txt")) if not path.name.startswith("broken")]
    copies = [Path(shutil.copy(path, tmp_path / path.name)) for path in files[:2]]
    database = tmp_path / "few.db"
    with Store(str(database)) as store:
        for step in run_batch(plan(copies), Options((BENCHMARKS,))):
            assert step.result is not None
            store.save(step.result)
        with store.engine.begin() as connection:
            connection.execute(delete(Page))
    copies[0].unlink()
    answer = told(database, newer, "--what-if", code=3)
    assert [(each["file"], each["why"]) for each in answer["not_rechecked"]] == [(str(copies[0]), "gone")]
    assert answer["total"] == 2 and answer["gone"] == 1
    assert str(copies[0]) in recheck(database, newer, "--what-if", code=3)


def test_benchmarks_must_be_given(database: Path) -> None:
    before = rows(database)
    assert CliRunner().invoke(application, ["recheck", "--db", str(database)]).exit_code == 2
    assert rows(database) == before


def test_a_database_that_is_not_there_is_an_operators_mistake(tmp_path: Path) -> None:
    recheck(tmp_path / "none.db", BENCHMARKS, code=2)
