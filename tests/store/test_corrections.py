"""Corrections: kept beside the machine's reading, superseded and never overwritten, the same in any order."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import select, text

from checker.store import Store, corrections, queries
from checker.store.tables import Correction as Row
from tests.making_corrections import DECISION, correction, kind, read, saved

LATER = "2026-02-02T00:00:00+00:00"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(str(tmp_path / "cases.db"))
    saved(made)
    return made


def test_a_correction_is_kept_and_the_machines_reading_is_untouched(store: Store) -> None:
    before = queries.source(store, correction().sha256).extracted
    corrections.add(store, [correction()])
    (kept,) = corrections.of_document(store, correction().sha256)
    assert kept.correction == correction() and kept.superseded_by is None
    assert queries.source(store, correction().sha256).extracted == before
    assert ("goods_value", None) in {(each.label, each.polarity) for each in read(store, correction().sha256)}


def test_a_second_one_supersedes_and_the_first_stays(store: Store) -> None:
    (first,) = corrections.add(store, [correction()])
    (second,) = corrections.add(store, [correction(label="cost", at=LATER, who="李审")])
    both = {each.id: each for each in corrections.of_document(store, correction().sha256)}
    assert both[first].superseded_by == second and both[first].correction.label == "price"
    assert [each.id for each in corrections.standing(store)] == [second]


def test_one_over_part_of_another_supersedes_it_and_its_neighbour_stands(store: Store) -> None:
    corrections.add(store, [correction(), correction(quote="120元", label="confiscated"), kind()])
    wider = correction(quote="金额300元", label="cost", at=LATER)
    corrections.add(store, [wider])
    standing = {each.correction.label for each in corrections.standing(store)}
    assert standing == {"cost", "confiscated", "other"}


def test_the_same_given_twice_is_one(store: Store) -> None:
    assert corrections.add(store, [correction()]) == corrections.add(store, [correction()])
    assert len(corrections.of_document(store, correction().sha256)) == 1


def test_the_latest_word_counts_in_whatever_order_words_arrive(tmp_path: Path) -> None:
    said = [
        correction(),
        correction(label="cost", at="2026-01-02T12:00:00+08:00"),  # written later, yet 04:00 of universal time
        correction(label="other", at="2026-01-02T05:00:00"),
    ]
    for number, order in enumerate(permutations(said)):
        store = Store(str(tmp_path / f"{number}.db"))
        saved(store)
        for each in order:
            corrections.add(store, [each])
        assert [each.correction.label for each in corrections.standing(store)] == ["other"]
        store.close()


BAD = {
    "nobody": (correction(who=" "), "Say who"),
    "past the end": (correction(end=9999), "not inside"),
    "empty": (correction(end=correction().start), "not inside"),
    "other words": (correction(quote="300元", start=3, end=7), "something else"),
    "no such page": (correction(page=2), "no page 2"),
    "unknown document": (correction(sha256="f" * 64), "no page 1"),
    "no time": (correction(at="gestern"), "ISO"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_does_not_fit_is_refused_and_nothing_is_kept(store: Store, name: str) -> None:
    wrong, words = BAD[name]
    with pytest.raises(corrections.CorrectionError, match=words):
        corrections.add(store, [correction(quote="120元", label="other"), wrong])
    assert corrections.standing(store) == ()


def test_a_database_of_the_first_schema_is_brought_up_to_date_with_its_results(tmp_path: Path) -> None:
    path = str(tmp_path / "old.db")
    with Store(path) as store:
        saved(store)
        with store.engine.begin() as connection:
            connection.execute(text("DROP TABLE corrections"))
            connection.execute(text("ALTER TABLE pages DROP COLUMN scan"))
            connection.execute(text("ALTER TABLE results DROP COLUMN beside"))
            connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    with Store(path) as store:
        assert len(queries.results(store)) == 1
        corrections.add(store, [correction()])


def test_a_result_of_before_sums_were_stored_has_readings_without_them(store: Store) -> None:
    from checker.review import readings

    extracted = dict(queries.source(store, correction().sha256).extracted or {})
    del extracted["money"], extracted["denied"]
    assert {each.task for each in readings(extracted)} == {"kind", "circumstance"}


@pytest.mark.postgres
def test_postgresql_keeps_corrections_as_sqlite_does(store: Store, postgres: str) -> None:
    import psycopg

    with psycopg.connect(postgres, autocommit=True) as server:  # a database of its own: others use the first
        server.execute("CREATE DATABASE corrections")
    second = Store(postgres.replace("/postgres", "/corrections"))
    saved(second)
    made = [correction(), kind(), correction(label="cost", at=LATER)]
    for each in made:
        assert corrections.add(store, [each]) == corrections.add(second, [each])
    assert corrections.of_document(second, correction().sha256) == corrections.of_document(store, correction().sha256)
    with second.engine.connect() as connection:
        assert len(connection.execute(select(Row.id)).all()) == 3
    second.close()


def test_a_correction_by_file_is_found_after_the_file_changed(store: Store) -> None:
    corrections.add(store, [correction()])
    newer = saved(store, DECISION.replace("2023年5月6日", "2023年5月7日"))
    assert corrections.of_document(store, newer) == ()
    assert [each.correction for each in corrections.of_file(store, "a.txt")] == [correction()]
    assert replace(correction(), label="goods_value").agrees
