"""Corrections in and out of the store: a new one supersedes those it overlaps; none is changed or removed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Select, insert, select, update

from checker.errors import CheckerError
from checker.messages import say
from checker.records.correction import Correction
from checker.store.store import Store
from checker.store.tables import Correction as Row
from checker.store.tables import Page

NAMES = tuple(each.name for each in fields(Correction))
DERIVED = ("file", "extractor", "epoch", "before", "after")  # what is no part of what the person said


class CorrectionError(CheckerError):
    """A correction that does not fit its document; `reason` is the sentence in Chinese and in English."""

    def __init__(self, reason: tuple[str, str]) -> None:
        self.reason = reason
        super().__init__(f"{reason[0]} {reason[1]}")


@dataclass(frozen=True, slots=True)
class Kept:
    """A correction as it stands in the store; `superseded_by` is None for the one that counts."""

    id: str
    superseded_by: str | None
    correction: Correction


def add(store: Store, made: Iterable[Correction]) -> tuple[str, ...]:
    """Keep corrections, all or none, in one transaction; returns their ids in order.

    The same correction given twice is kept once. Raises CorrectionError for an empty name, a passage outside the
    page, a quote that is not the page's text, and an unknown document.
    """
    with store.engine.begin() as connection:
        return tuple(_add(connection, each) for each in made)


def _add(connection: Connection, made: Correction) -> str:
    _fits(connection, made)
    key = key_of(made)
    if connection.execute(select(Row.id).where(Row.id == key)).first():
        return key
    same = [Row.sha256 == made.sha256, Row.task == made.task, Row.superseded_by.is_(None)]
    if made.task != "kind":
        same += [Row.page == made.page, Row.start < made.end, Row.end > made.start]
    # The latest word counts, in whatever order words arrive: labels are also imported long after they were made.
    found = connection.execute(select(Row.at, Row.id).where(*same)).all()
    others = [(_instant(at), other) for at, other in found]
    newest = max([*others, (_instant(made.at), key)])[1]
    if newest == key:
        connection.execute(update(Row).where(*same).values(superseded_by=key))
    by = None if newest == key else newest
    connection.execute(insert(Row).values(id=key, superseded_by=by, **{name: getattr(made, name) for name in NAMES}))
    return key


def _instant(at: str) -> datetime:
    try:
        read = datetime.fromisoformat(at)
    except ValueError as error:
        raise CorrectionError(say("corrections:time", at=at)) from error
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def key_of(made: Correction) -> str:
    """The id: a hash of everything it says, so that the same correction is one row wherever it comes from."""
    joined = "\0".join(str(getattr(made, name)) for name in NAMES if name not in DERIVED)
    return hashlib.sha256(joined.encode()).hexdigest()[:40]


def _fits(connection: Connection, made: Correction) -> None:
    if not made.who.strip():
        raise CorrectionError(say("corrections:nobody"))
    here = (Page.sha256 == made.sha256, Page.number == made.page)
    # A write that changes nothing: it holds the page, so that two people correcting it come one after the other.
    if not connection.execute(update(Page).where(*here).values(number=Page.number)).rowcount:
        raise CorrectionError(say("corrections:no-page", page=made.page, sha256=made.sha256[:12]))
    if made.task == "kind":
        return
    text = connection.execute(select(Page.text).where(*here)).scalar_one()
    if not 0 <= made.start < made.end <= len(text):
        raise CorrectionError(say("labels:outside", start=made.start, end=made.end, length=len(text)))
    if text[made.start : made.end] != made.quote:
        raise CorrectionError(say("corrections:quote", start=made.start, end=made.end))


def of_document(store: Store, sha256: str) -> tuple[Kept, ...]:
    """Everything ever corrected in a document, in the order of the text and then of time."""
    return _kept(store, select(Row).where(Row.sha256 == sha256))


def of_file(store: Store, file: str) -> tuple[Kept, ...]:
    """Everything ever corrected under a file name, whatever the file held then."""
    return _kept(store, select(Row).where(Row.file == file))


def standing(store: Store) -> tuple[Kept, ...]:
    """Every correction that none has superseded, by document."""
    return _kept(store, select(Row).where(Row.superseded_by.is_(None)))


def _kept(store: Store, query: Select[Any]) -> tuple[Kept, ...]:
    ordered = query.order_by(Row.sha256, Row.page, Row.start, Row.at, Row.id)
    with store.engine.connect() as connection:
        rows = connection.execute(ordered.with_only_columns(*Row.__table__.columns)).all()
    return tuple(_one(dict(zip(_COLUMNS, row, strict=True))) for row in rows)


_COLUMNS = tuple(Row.__mapper__.get_property_by_column(column).key for column in Row.__table__.columns)


def _one(row: dict[str, Any]) -> Kept:
    key, by = row.pop("id"), row.pop("superseded_by")
    return Kept(key, by, Correction(**row))
