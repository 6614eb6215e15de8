"""What reports and dashboards ask the store; all answers are about current results only, personal data starred.

The store keeps the pages as they are, because evidence must be found in them again. They leave it by `originals` and
`unmasked` alone, for reading a document anew and for finding a place on a picture of its page; never to be shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import func, select

from checker.contract.privacy import Cover
from checker.records.scan import Scan
from checker.store.scans import scan_of
from checker.store.store import Store
from checker.store.tables import Finding, Page, Problem, Result, Run
from checker.text.masking import mask

STARS = re.compile(r"\*(?:[*\s\-年月日]*\*)?")

LISTED = (
    Result.id,
    Result.file,
    Result.kind,
    Result.document_number,
    Result.agency,
    Result.region,
    Result.field,
    Result.cause,
    Result.decision_date,
    Result.fine_total,
    Result.expected_lower,
    Result.expected_upper,
    Result.benchmark,
    Result.claimed,
    Result.status,
    Result.severity,
    Result.error_code,
)


@dataclass(frozen=True, slots=True)
class StoredCase:
    """One result with everything a case page shows; `extracted` and `checked` are the contract's objects.

    `file` is the label it is stored under; what is shown is `checked["file"]`. `private` are the spans that were
    starred on the pages.
    """

    id: str
    file: str
    sha256: str
    format: str | None
    status: str
    pages: tuple[str, ...]
    extracted: dict[str, Any] | None
    checked: dict[str, Any]
    scans: tuple[Scan | None, ...] = ()  # of the pages, None for those that OCR did not read
    private: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A document by its content: its pages, and the newest result of these bytes. No pages: it is unknown.

    `pages` are as they were read and never to be shown; `shown` are the same, character for character, starred.
    """

    sha256: str
    file: str
    agency: str | None
    pages: tuple[str, ...]
    shown: tuple[str, ...]
    extracted: dict[str, Any] | None


def source(store: Store, sha256: str) -> Source:
    """The document with this hash; a current result tells of it before a superseded one."""
    columns = (Result.file, Result.agency, Result.extracted)
    newest = select(*columns).where(Result.sha256 == sha256).order_by(Result.current.desc(), Result.file)
    with store.engine.connect() as connection:
        row = connection.execute(newest.limit(1)).first()
    pages, cover = originals(store, sha256), Cover.stored(row.extracted if row else None)
    shown = tuple(cover.page(number, text) for number, text in enumerate(pages, start=1))
    if row is None:
        return Source(sha256, "", None, pages, shown, None)
    return Source(sha256, row.file, row.agency, pages, shown, row.extracted)


def results(store: Store) -> list[dict[str, Any]]:
    """One row a file, in file order; money is Decimal yuan."""
    query = select(*LISTED).where(Result.current.is_(True)).order_by(Result.file)
    with store.engine.connect() as connection:
        return [_starred(row) for row in connection.execute(query)]


def _starred(row: Any) -> dict[str, Any]:
    return {name: mask(value) if isinstance(value, str) else value for name, value in row._mapping.items()}


def findings(store: Store) -> list[dict[str, Any]]:
    """One row a finding, with the file and number of its case; in file order, worst first within a file."""
    columns = (
        Finding.result_id,
        Result.file,
        Result.document_number,
        Result.agency,
        Finding.ordinal,
        Finding.check.label("check"),
        Finding.status,
        Finding.severity,
        Finding.confidence,
        Finding.message_zh,
        Finding.message_en,
    )
    query = (
        select(*columns)
        .join(Result, Result.id == Finding.result_id)
        .where(Result.current.is_(True))
        .order_by(Result.file, Finding.ordinal)
    )
    with store.engine.connect() as connection:
        return [_starred(row) for row in connection.execute(query)]


def problems(store: Store) -> list[dict[str, Any]]:
    """One row a problem of a current result."""
    columns = (Result.file, Problem.code, Problem.stage, Problem.page, Problem.fatal)
    query = (
        select(*columns, Problem.message_zh, Problem.message_en)
        .join(Result, Result.id == Problem.result_id)
        .where(Result.current.is_(True))
        .order_by(Result.file, Problem.ordinal)
    )
    with store.engine.connect() as connection:
        return [_starred(row) for row in connection.execute(query)]


def case(store: Store, result: str) -> StoredCase | None:
    """One result by its id, current or superseded; None when there is none."""
    found = _unmasked(store, result)
    return _covered(found) if found is not None else None


def _covered(found: StoredCase) -> StoredCase:
    extracted = found.extracted
    if extracted is None or "personal_data" not in extracted:  # written before the contract starred what it tells
        loose = Cover()
        extracted, checked = loose.json(extracted), loose.json(found.checked)
    else:
        checked = found.checked
    cover = Cover.stored(extracted)
    pages = tuple(cover.page(number, text) for number, text in enumerate(found.pages, start=1))
    private = [
        {"page": number, "start": match.start(), "end": match.end(), "quote": match.group()}
        for number, (shown, raw) in enumerate(zip(pages, found.pages, strict=True), start=1)
        for match in STARS.finditer(shown)
        if raw[match.start() : match.end()] != match.group()
    ]
    return replace(found, pages=pages, extracted=extracted, checked=checked, private=tuple(private))


def originals(store: Store, sha256: str) -> tuple[str, ...]:
    """The pages of a content as they were read; never to be shown."""
    with store.engine.connect() as connection:
        return tuple(connection.execute(select(Page.text).where(Page.sha256 == sha256).order_by(Page.number)).scalars())


def _unmasked(store: Store, result: str) -> StoredCase | None:
    with store.engine.connect() as connection:
        row = connection.execute(
            select(
                Result.id,
                Result.file,
                Result.sha256,
                Result.format,
                Result.status,
                Result.extracted,
                Result.checked,
            ).where(Result.id == result)
        ).first()
    if row is None:
        return None
    texts = originals(store, row.sha256)
    head = (row.id, row.file, row.sha256, row.format, row.status)
    return StoredCase(*head, texts, row.extracted, row.checked, _scans(store, row.sha256))


def _scans(store: Store, sha256: str) -> tuple[Scan | None, ...]:
    """How OCR read each page of a document."""
    with store.engine.connect() as connection:
        listed = connection.execute(select(Page.scan).where(Page.sha256 == sha256).order_by(Page.number)).scalars()
        return tuple(scan_of(each) for each in listed)


@dataclass(frozen=True, slots=True)
class Extracted:
    """What was read from one current result."""

    sha256: str
    file: str
    agency: str | None
    decision_date: date | None
    extracted: dict[str, Any]


def readings(store: Store) -> Iterator[Extracted]:
    """Every current result that could be read, once a document, in the order of its hash and in bounded memory."""
    columns = (Result.sha256, Result.file, Result.agency, Result.decision_date, Result.extracted)
    query = select(*columns).where(Result.current.is_(True)).order_by(Result.sha256, Result.file)
    before = None
    with store.engine.connect() as connection:
        for row in connection.execution_options(yield_per=200).execute(query):
            if row.extracted is not None and row.sha256 != before:
                before = row.sha256
                yield Extracted(*row)


def ids_by_number(store: Store, number: str) -> list[str]:
    """Current results whose document number or file label is, or else contains, what was typed."""
    number_in, file_in = Result.document_number.contains(number), Result.file.contains(number)
    for match in (Result.document_number == number, Result.file == number, number_in, file_in):
        query = select(Result.id).where(Result.current.is_(True), match).order_by(Result.file)
        with store.engine.connect() as connection:
            found = list(connection.execute(query).scalars())
        if found:
            return found
    return []


def full(store: Store) -> Iterator[StoredCase]:
    """Every current result, one at a time, in file order (for exports)."""
    return (_covered(found) for found in unmasked(store))


def unmasked(store: Store) -> Iterator[StoredCase]:
    """The same with its pages as they were read, to measure documents anew; never to be shown."""
    with store.engine.connect() as connection:
        ids = list(
            connection.execute(select(Result.id).where(Result.current.is_(True)).order_by(Result.file)).scalars()
        )
    for each in ids:
        found = _unmasked(store, each)
        if found is not None:
            yield found


def history(store: Store) -> list[dict[str, Any]]:
    """The runs, newest first."""
    with store.engine.connect() as connection:
        return [dict(row._mapping) for row in connection.execute(select(Run.__table__).order_by(Run.id.desc()))]


def count(store: Store) -> int:
    """How many files stand in the database."""
    with store.engine.connect() as connection:
        return int(connection.execute(select(func.count()).where(Result.current.is_(True))).scalar_one())
