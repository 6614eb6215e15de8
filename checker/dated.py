"""Dated tables: a value that changes with the law, with its source and the day someone last confirmed it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import Field

from checker.datafiles import Entry, load
from checker.errors import DataFileError, NotInForceError


class DatedEntry(Entry):
    """One value from a day on. `values` are named scalars; write money as a quoted string."""

    in_force_from: date
    values: dict[str, bool | int | str]
    reference_zh: str
    reference_en: str


class DatedFile(Entry):
    """A YAML table of one rule: what it is, and its entries from old to new."""

    title_zh: str
    title_en: str
    last_confirmed: date
    entries: list[DatedEntry] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class DatedTable:
    """A loaded table; ask it with `in_force`."""

    file: str
    entries: Sequence[DatedEntry]
    last_confirmed: date

    def in_force(self, *, on: date) -> DatedEntry:
        """The newest entry not later than the day; NotInForceError before the first."""
        for entry in reversed(self.entries):
            if entry.in_force_from <= on:
                return entry
        raise NotInForceError(
            f"{self.file}: nothing in force on {on}, the first entry is of {self.entries[0].in_force_from}"
        )


def load_table(path: Path) -> DatedTable:
    """A dated table from YAML; DataFileError when it is malformed or its dates do not ascend."""
    file = load(path, DatedFile)
    days = [entry.in_force_from for entry in file.entries]
    if days != sorted(set(days)):
        raise DataFileError(path.name, "in_force_from must ascend", field="entries")
    return DatedTable(path.name, tuple(file.entries), file.last_confirmed)
