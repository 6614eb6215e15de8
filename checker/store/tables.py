"""The tables. Keys are derived from content, so that any order of work gives the same database."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, BigInteger, Boolean, Date, DateTime, Float, ForeignKey, Index, Integer, String, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator


class Base(DeclarativeBase):
    """Declarative base of this schema."""


class Yuan(TypeDecorator[Decimal]):
    """Money as whole fen in the database, Decimal yuan in Python: SQLite has no decimal type and floats lie."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        """Yuan to fen, rounded to the nearest fen."""
        return None if value is None else int((value * 100).to_integral_value())

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:
        """Fen to yuan."""
        return None if value is None else Decimal(value) / 100


class Run(Base):
    """One batch: when, with which versions, how it ended. Times are UTC."""

    __tablename__ = "runs"
    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    started_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    finished_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    versions: Mapped[dict[str, Any]] = mapped_column(JSON)
    checked: Mapped[int] = mapped_column(Integer, default=0)
    skipped: Mapped[int] = mapped_column(Integer, default=0)
    unreadable: Mapped[int] = mapped_column(Integer, default=0)


class Result(Base):
    """What was found in one file with one set of versions. `current` is the newest of its file."""

    __tablename__ = "results"
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    file: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(String(64))
    beside: Mapped[str] = mapped_column(String(16), server_default="")  # Result.beside: what else its case file holds
    current: Mapped[bool] = mapped_column(Boolean)
    versions_key: Mapped[str] = mapped_column(String(40))
    versions: Mapped[dict[str, Any]] = mapped_column(JSON)
    format: Mapped[str | None] = mapped_column(String(16))
    kind: Mapped[str | None] = mapped_column(String(40))
    document_number: Mapped[str | None] = mapped_column(Text)
    agency: Mapped[str | None] = mapped_column(Text)
    region: Mapped[str | None] = mapped_column(Text)
    field: Mapped[str | None] = mapped_column(String(40))
    cause: Mapped[str | None] = mapped_column(Text)
    decision_date: Mapped[date | None] = mapped_column(Date)
    fine_total: Mapped[Decimal | None] = mapped_column(Yuan)
    expected_lower: Mapped[Decimal | None] = mapped_column(Yuan)
    expected_upper: Mapped[Decimal | None] = mapped_column(Yuan)
    benchmark: Mapped[str | None] = mapped_column(Text)
    claimed: Mapped[str | None] = mapped_column(Text)
    status: Mapped[str] = mapped_column(String(16))  # see checker.store.summary
    severity: Mapped[str | None] = mapped_column(String(8))
    error_code: Mapped[str | None] = mapped_column(String(60))
    extracted: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    checked: Mapped[dict[str, Any]] = mapped_column(JSON)
    __table_args__ = (
        Index("ix_results_file", "file"),
        Index("ix_results_current", "current", "status"),
        Index("ix_results_number", "document_number"),
        Index("ix_results_agency", "agency"),
    )


class Page(Base):
    """Original text of a page, by content: results of the same bytes share it. `scan` is how OCR read it."""

    __tablename__ = "pages"
    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True)
    text: Mapped[str] = mapped_column(Text)
    scan: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))


class Finding(Base):
    """One finding, worst first by `ordinal`. The full finding stands in Result.checked."""

    __tablename__ = "findings"
    result_id: Mapped[str] = mapped_column(ForeignKey("results.id"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(Integer, primary_key=True)
    check: Mapped[str] = mapped_column("check_name", String(60))
    status: Mapped[str] = mapped_column(String(16))
    severity: Mapped[str] = mapped_column(String(8))
    confidence: Mapped[float] = mapped_column(Float)
    message_zh: Mapped[str] = mapped_column(Text)
    message_en: Mapped[str] = mapped_column(Text)
    __table_args__ = (Index("ix_findings_check", "check_name", "status"),)


class Problem(Base):
    """Something of one result that could not be read or run."""

    __tablename__ = "problems"
    result_id: Mapped[str] = mapped_column(ForeignKey("results.id"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(Integer, primary_key=True)
    code: Mapped[str] = mapped_column(String(60))
    stage: Mapped[str] = mapped_column(String(16))
    page: Mapped[int | None] = mapped_column(Integer)
    fatal: Mapped[bool] = mapped_column(Boolean)
    message_zh: Mapped[str] = mapped_column(Text)
    message_en: Mapped[str] = mapped_column(Text)


class Correction(Base):
    """What a person says a passage is, beside what the machine said; superseded by a later one, never overwritten.

    Offsets are of the page's original text; a document kind stands at page 1, 0 to 0. Times are ISO, as given.
    """

    __tablename__ = "corrections"
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    superseded_by: Mapped[str | None] = mapped_column(String(40))
    file: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(String(64))
    task: Mapped[str] = mapped_column(String(16))
    page: Mapped[int] = mapped_column(Integer)
    start: Mapped[int] = mapped_column("span_start", Integer)
    end: Mapped[int] = mapped_column("span_end", Integer)
    quote: Mapped[str] = mapped_column(Text)
    before: Mapped[str] = mapped_column("words_before", Text)
    after: Mapped[str] = mapped_column("words_after", Text)
    label: Mapped[str] = mapped_column(String(40))
    polarity: Mapped[str | None] = mapped_column(String(16))
    machine_label: Mapped[str | None] = mapped_column(String(40))  # None: the machine had missed the passage
    machine_polarity: Mapped[str | None] = mapped_column(String(16))
    extractor: Mapped[str] = mapped_column(Text)
    epoch: Mapped[int] = mapped_column(Integer)
    who: Mapped[str] = mapped_column(Text)
    at: Mapped[str] = mapped_column("made_at", String(40))
    note: Mapped[str | None] = mapped_column(Text)
    __table_args__ = (Index("ix_corrections_sha256", "sha256"), Index("ix_corrections_file", "file"))
