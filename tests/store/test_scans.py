"""Readings of scans in the database: kept with the page, replaced by a later reading, the same when rechecked."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from checker.batch.recheck import again
from checker.parse import Scanner
from checker.pipeline import Options, Pipeline, pipeline
from checker.records.document import Page
from checker.records.scan import Scan, ScanLine
from checker.store import Store, queries
from tests.making_results import result
from tests.parse.scan.making import Reader, line, pdf, rendered, sealed

SCAN = Scan("reader-1", (ScanLine(0, 4, 0.93, (0.1, 0.1, 0.5, 0.1, 0.5, 0.2, 0.1, 0.2)),), ((1, 3),))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(str(tmp_path / "cases.db"))


def test_a_scan_is_given_back_as_it_was(store: Store) -> None:
    made = replace(result(), pages=(Page(1, "罚款五万", SCAN), Page(2, "正文")))
    found = queries.case(store, store.save(made))
    assert found is not None
    assert found.pages == ("罚款五万", "正文") and found.scans == (SCAN, None)


def test_a_later_reading_of_the_same_bytes_replaces_the_earlier(store: Store) -> None:
    made = replace(result(), pages=(Page(1, "正文"), Page(2, "")))
    store.save(made)
    later = replace(
        made, versions=replace(made.versions, extractor="later"), pages=(Page(1, "正文"), Page(2, "罚款五万", SCAN))
    )
    found = queries.case(store, store.save(later))
    assert found is not None and found.pages == ("正文", "罚款五万") and found.scans == (None, SCAN)


def test_a_database_of_the_release_before_gains_the_column(tmp_path: Path) -> None:
    where = tmp_path / "old.db"
    with Store(str(where)) as store:
        key = store.save(result())
    with sqlite3.connect(where) as raw:
        raw.execute("ALTER TABLE pages DROP COLUMN scan")
        raw.execute("ALTER TABLE results DROP COLUMN beside")
        raw.execute("DROP TABLE corrections")
        raw.execute("UPDATE alembic_version SET version_num = '0001'")
    with Store(str(where)) as store:
        found = queries.case(store, key)
        assert found is not None and found.pages and set(found.scans) == {None}


def test_a_scanned_case_rechecks_to_what_it_was(store: Store) -> None:
    words = (
        "图们市市场监督管理局",
        "行政处罚决定书",
        "图市监罚〔2022〕97号",
        "当事人：图们市某某超市",
        "决定罚款50000元。",
    )
    lines = [line(each, 300, 200 + 60 * at, score=0.9) for at, each in enumerate(words)]
    engine = Reader(found=lines, second="决定罚款60000元。")
    joined: Pipeline = replace(pipeline(Options()), scanner=Scanner(engine))
    first = joined.check(pdf(sealed(rendered(), 0.3, 0.18)), "scan.pdf")
    assert {each.code for each in first.problems} == {"digits-differ", "read-by-ocr"}
    found = queries.case(store, store.save(first))
    assert found is not None
    (second,) = again([found], Options())
    assert second is not None and second.decision == first.decision and second.pages == first.pages
    assert first.decision is not None and first.decision.fine_total is not None
    assert first.decision.fine_total.confidence < 0.5
