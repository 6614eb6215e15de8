"""What the store promises: written as it comes, superseded and never overwritten, the same whatever the order."""

from __future__ import annotations

import dataclasses
import sqlite3
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select

from checker.errors import StoreError
from checker.records.assessment import Versions
from checker.store import Store, queries
from checker.store.tables import Base, Result
from tests.making_results import TEXT, VERSIONS, result, unreadable

NEWER = Versions("rules@2", "law1", "bench1", "checks1")


def dump(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Everything but the runs, in key order."""
    tables = [table for table in Base.metadata.sorted_tables if table.name != "runs"]
    with store.engine.connect() as connection:
        return {
            table.name: sorted(tuple(map(str, row)) for row in connection.execute(select(table))) for table in tables
        }


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(str(tmp_path / "cases.db"))


def test_a_saved_result_is_listed_with_money_as_exact_decimals(store: Store) -> None:
    store.save(result())
    (row,) = queries.results(store)
    assert (row["fine_total"], row["expected_upper"]) == (Decimal(50000), Decimal(30000))
    assert (row["status"], row["severity"]) == ("violation", "重大")


def test_half_a_yuan_survives(store: Store) -> None:
    made = result()
    assert made.decision is not None and made.decision.fine_total is not None
    total = dataclasses.replace(made.decision.fine_total, value=Decimal("66.80"))
    store.save(dataclasses.replace(made, decision=dataclasses.replace(made.decision, fine_total=total)))
    assert queries.results(store)[0]["fine_total"] == Decimal("66.80")


def test_a_file_checked_with_these_versions_is_known_and_with_others_is_not(store: Store) -> None:
    store.save(result())
    assert store.known(VERSIONS) == {"a.txt": "a" * 64}
    assert store.known(NEWER) == {}


def test_a_newer_result_supersedes_and_the_old_one_stays(store: Store) -> None:
    old = store.save(result())
    new = store.save(result(versions=NEWER, findings=False))
    assert [row["id"] for row in queries.results(store)] == [new]
    kept = queries.case(store, old)
    assert kept is not None and kept.checked["findings"]


def test_saving_the_same_twice_changes_nothing(store: Store) -> None:
    store.save(result())
    before = dump(store)
    store.save(result())
    assert dump(store) == before


def test_going_back_to_earlier_versions_revives_the_earlier_result(store: Store) -> None:
    first = store.save(result())
    store.save(result(versions=NEWER))
    store.save(result())
    assert [row["id"] for row in queries.results(store)] == [first]


def test_the_order_of_work_does_not_show(tmp_path: Path) -> None:
    made = [result("a.txt"), result("b.txt", "c" * 64), unreadable()]
    one, other = Store(str(tmp_path / "one.db")), Store(str(tmp_path / "other.db"))
    for each in made:
        one.save(each)
    for each in reversed(made):
        other.save(each)
    assert dump(one) == dump(other)


def test_unreadable_files_are_kept_with_their_reason(store: Store) -> None:
    store.save(unreadable())
    assert queries.results(store)[0]["status"] == "unreadable"
    assert queries.problems(store)[0]["code"] == "pdf-encrypted"


def test_a_case_is_found_by_number_part_of_a_number_or_file(store: Store) -> None:
    key = store.save(result())
    for typed in ("延市监罚字〔2023〕15号", "〔2023〕15", "a.txt"):
        assert queries.ids_by_number(store, typed) == [key]
    assert queries.ids_by_number(store, "〔2019〕") == []


def test_page_texts_are_kept_as_they_were_and_shown_starred(store: Store) -> None:
    found = queries.case(store, store.save(result()))
    assert found is not None and found.pages == (TEXT.replace("13812345678", "138******78"),)
    assert queries.originals(store, found.sha256) == (TEXT,)
    assert [each.pages for each in queries.unmasked(store)] == [(TEXT,)]


def test_runs_are_recorded_and_never_part_of_a_result(store: Store) -> None:
    run = store.start_run(VERSIONS, datetime(2026, 1, 1, tzinfo=UTC))
    store.finish_run(run, datetime(2026, 1, 2, tzinfo=UTC), checked=3, skipped=1, unreadable=0)
    (row,) = queries.history(store)
    assert (row["checked"], row["skipped"]) == (3, 1)


def test_a_database_of_something_else_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE invoices (id INTEGER)")
    other.close()
    with pytest.raises(StoreError, match="invoices"):
        Store(str(path))


def test_a_database_of_a_later_release_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "cases.db"
    Store(str(path)).close()
    with sqlite3.connect(path) as later:
        later.execute("UPDATE alembic_version SET version_num = '9999'")
    later.close()
    with pytest.raises(StoreError, match="does not know"):
        Store(str(path))


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "cases.db"
    path.write_text("not a database, " * 100)
    with pytest.raises(StoreError, match="cannot be opened"):
        Store(str(path))


def test_the_migrations_make_the_tables_that_the_code_expects(store: Store) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with store.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


@pytest.mark.postgres
def test_postgresql_holds_the_same_as_sqlite(store: Store, postgres: str) -> None:
    second = Store(postgres)
    for each in (result(), result("b.txt", "c" * 64, findings=False), unreadable(), result(versions=NEWER)):
        store.save(each)
        second.save(each)
    assert dump(second) == dump(store)
    assert queries.results(second) == queries.results(store)
    with second.engine.connect() as connection:
        assert connection.execute(select(Result.fine_total)).scalars().first() == Decimal(50000)
    second.close()
