"""Texts of one law, old and new, become one file: versions in order, each clause dated by the versions that have it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from checker.statutes.importing.history import Event
from checker.statutes.importing.reading import Imported
from checker.statutes.schema import LawFile, ProvisionEntry

Row = dict[str, Any]


@dataclass(frozen=True)
class Version:
    """One version of which the text was read: its days, its last article, its clauses without dates."""

    in_force_from: date
    in_force_to: date | None
    articles: int
    source: str
    rows: tuple[Row, ...] = field(default=())


def version_of(text: Imported, in_force: dict[date, date]) -> Version:
    """The version that a text is. `in_force`: days of entry into force by day of adoption, told by a person."""
    event = _told(text.history.last, in_force)
    rows = []
    for clause in text.written:
        row: Row = {"article": clause.where.article}
        if clause.where.sub:
            row["sub"] = clause.where.sub
        row["paragraph"] = clause.where.paragraph
        for items, branches in clause.parts or [(clause.items, clause.branches)]:
            own = row | ({"items": list(items)} if items else {})
            if clause.violates:
                own["violates"] = clause.violates
            if clause.taken_from:
                own["like"] = "、".join(clause.taken_from)
            rows.append(own | {"branches": branches})
    return Version(event.in_force, None, max(each.number for each in text.law.articles), event.source, tuple(rows))


def _told(event: Event, in_force: dict[date, date]) -> Event:
    day = in_force.get(event.on)
    if day is None or event.exact:
        return event
    return replace(event, in_force=day, exact=True, source=event.source.split("（")[0] + f"，{day}施行（人工告知）")


def join(texts: Sequence[Imported], in_force: dict[date, date], known: LawFile | None = None) -> list[Version]:
    """The versions old to new, those of the texts and those of the file written before; each ends before the next.

    A version also ends before an act of the newest history of which no text was read: what it changed is not known.
    """
    found = {each.in_force_from: each for each in (_known(known) if known is not None else [])}
    for text in texts:
        version = version_of(text, in_force)
        found[version.in_force_from] = version
    days = sorted(found)
    newest = max(texts, key=lambda each: each.history.last.on)
    acts = {_told(event, in_force).in_force for event in newest.history.events} | set(days)
    ended = []
    for day in days:
        later = min((each for each in acts if each > day), default=None)
        ended.append(replace(found[day], in_force_to=later - timedelta(days=1) if later else None))
    return ended


def _known(file: LawFile) -> list[Version]:
    return [
        Version(
            each.in_force_from, each.in_force_to, each.articles, each.source,
            tuple(_row(row) for row in file.provisions if _covers(row, each.in_force_from)),
        )
        for each in file.versions
    ]  # fmt: skip


def _covers(row: ProvisionEntry, day: date) -> bool:
    return (row.in_force_from or day) <= day <= (row.in_force_to or day)


def _row(entry: ProvisionEntry) -> Row:
    row = entry.model_dump(mode="json", exclude_defaults=True, exclude={"in_force_from", "in_force_to"})
    for branch in row["branches"]:
        for end in ("lower", "upper", "base_at_least"):
            if end in branch and branch[end] is not None and "." not in str(branch[end]):
                branch[end] = int(branch[end])
    return row


def dated(versions: Sequence[Version]) -> list[Row]:
    """Every clause once for each unbroken run of versions that have it word for word in its effect, with its dates.

    Dates are left out where they are those of the whole file.
    """
    runs: list[tuple[Row, int, int]] = []
    for at, version in enumerate(versions):
        follows = at > 0 and versions[at - 1].in_force_to == version.in_force_from - timedelta(days=1)
        open_ = [run for run in runs if run[2] == at - 1] if follows else []
        for row in version.rows:
            before = next((run for run in open_ if run[0] == row), None)
            if before is None:
                runs.append((row, at, at))
            else:
                open_.remove(before)
                runs[runs.index(before)] = (row, before[1], at)
    return [_dated(row, first, last, versions) for row, first, last in sorted(runs, key=_place)]


def _place(run: tuple[Row, int, int]) -> tuple[int, int, int, list[int], int]:
    row, first, _ = run
    return row["article"], row.get("sub", 0), row.get("paragraph") or 0, row.get("items", []), first


def _dated(row: Row, first: int, last: int, versions: Sequence[Version]) -> Row:
    dates: Row = {}
    if first > 0:
        dates["in_force_from"] = versions[first].in_force_from
    if last < len(versions) - 1:
        dates["in_force_to"] = versions[last].in_force_to
    head = {key: value for key, value in row.items() if key not in ("violates", "like", "branches")}
    return head | dates | {key: value for key, value in row.items() if key not in head}
