"""One database of results: written as each document finishes, read by reports and dashboards."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import Any

from sqlalchemy import Engine, create_engine, delete, event, insert, select, update
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import NullPool

from checker.errors import StoreError
from checker.records.assessment import Result as Outcome
from checker.records.assessment import Versions
from checker.store import scans
from checker.store.migrate import bring_up_to_date
from checker.store.summary import row_of, versions_key
from checker.store.tables import Finding, Page, Problem, Result, Run


def database_url(where: str) -> str:
    """A URL for SQLAlchemy from what a person types: a file path or a database URL."""
    if "://" in where:
        return where.replace("postgresql://", "postgresql+psycopg://", 1)
    return f"sqlite:///{Path(where)}"


class Store:
    """Open with `Store(url_or_path)`; usable as a context manager. Raises StoreError when it cannot be used."""

    def __init__(self, where: str) -> None:
        self.engine = _engine(where)
        try:
            bring_up_to_date(self.engine, _shown(self.engine))
        except DBAPIError as error:
            self.engine.dispose()
            raise StoreError(f"{_shown(self.engine)}: cannot be opened ({error.orig})") from error
        except StoreError:
            self.engine.dispose()
            raise

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()

    def known(self, versions: Versions) -> dict[str, str]:
        """File label → fingerprint (content, then Result.beside) of what stands checked with exactly these versions."""
        query = select(Result.file, Result.sha256, Result.beside).where(
            Result.current.is_(True), Result.versions_key == versions_key(versions)
        )
        with self.engine.connect() as connection:
            return {row.file: row.sha256 + row.beside for row in connection.execute(query)}

    def save(self, outcome: Outcome) -> str:
        """Write one result in one transaction and supersede earlier ones of its file; returns its id."""
        row = row_of(outcome)
        with self.engine.begin() as connection:
            connection.execute(
                update(Result).where(Result.file == outcome.file, Result.current.is_(True)).values(current=False)
            )
            revived = connection.execute(update(Result).where(Result.id == row["id"]).values(current=True)).rowcount
            if revived:  # the same bytes with the same versions were checked before: the row is already right
                return str(row["id"])
            connection.execute(insert(Result).values(**row, current=True))
            self._save_pages(connection, outcome)
            for table, rows in ((Finding, _findings(row)), (Problem, _problems(row))):
                if rows:
                    connection.execute(insert(table), rows)
        return str(row["id"])

    @staticmethod
    def _save_pages(connection: Any, outcome: Outcome) -> None:
        """Write the pages unless they stand already; those of another reading (OCR installed since) give way."""
        rows = [scans.row(outcome.sha256, page) for page in outcome.pages]
        if not rows:
            return
        columns = (Page.sha256, Page.number, Page.text, Page.scan)
        query = select(*columns).where(Page.sha256 == outcome.sha256).order_by(Page.number)
        stored = [dict(row._mapping) for row in connection.execute(query)]
        if stored == rows:
            return
        connection.execute(delete(Page).where(Page.sha256 == outcome.sha256))
        connection.execute(insert(Page), rows)

    def start_run(self, versions: Versions, at: datetime) -> int:
        """Record that a batch began; returns the run's number."""
        values = {
            "extractor": versions.extractor,
            "statutes": versions.statutes,
            "benchmarks": versions.benchmarks,
            "checks": versions.checks,
        }
        with self.engine.begin() as connection:
            key = connection.execute(
                insert(Run).values(started_at=at, versions=values, checked=0, skipped=0, unreadable=0)
            ).inserted_primary_key
            assert key is not None
            return int(key[0])

    def finish_run(self, run: int, at: datetime, *, checked: int, skipped: int, unreadable: int) -> None:
        """Record how a batch ended."""
        values = {"finished_at": at, "checked": checked, "skipped": skipped, "unreadable": unreadable}
        with self.engine.begin() as connection:
            connection.execute(update(Run).where(Run.id == run).values(**values))


def _engine(where: str) -> Engine:
    url = database_url(where)
    options: dict[str, Any] = {"json_serializer": lambda value: json.dumps(value, ensure_ascii=False, default=_plain)}
    if url.startswith("sqlite"):
        options["poolclass"] = NullPool if ":memory:" not in url else None
        options = {name: value for name, value in options.items() if value is not None}
    try:
        engine = create_engine(url, **options)
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        raise StoreError(f"{where}: is not a database this installation can open ({error})") from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _tune_sqlite)
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    return engine


def _tune_sqlite(connection: Any, _record: Any) -> None:
    # The driver's own transactions leave CREATE TABLE outside, so a kill could leave half a schema: begin ourselves.
    connection.isolation_level = None
    # WAL lets the dashboard read while a batch writes; a commit survives a killed process with NORMAL.
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=10000", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _plain(value: object) -> str:
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no place in stored JSON")


def _shown(engine: Engine) -> str:
    return engine.url.render_as_string(hide_password=True)


def _findings(row: dict[str, Any]) -> Sequence[dict[str, Any]]:
    """As the contract tells them: personal data is starred there, and nowhere again."""
    return [
        {
            "result_id": row["id"],
            "ordinal": ordinal,
            "check_name": each["check"],
            "status": each["status"],
            "severity": each["severity"],
            "confidence": each["confidence"],
            "message_zh": each["message_zh"],
            "message_en": each["message_en"],
        }
        for ordinal, each in enumerate(row["checked"]["findings"])
    ]


def _problems(row: dict[str, Any]) -> Sequence[dict[str, Any]]:
    columns = ("code", "stage", "page", "fatal", "message_zh", "message_en")
    return [
        {"result_id": row["id"], "ordinal": ordinal, **{name: each[name] for name in columns}}
        for ordinal, each in enumerate(row["checked"]["problems"])
    ]
