"""Gold labels as people write them (docs/data-files.md), refused with file, line and field."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from checker.contract.shapes import ExtractJson
from checker.datafiles import Entry, load
from checker.errors import DataFileError


class Expected(Entry):
    """Checks that must fire, and those that may; anything else that fires is a false alarm."""

    must: list[str] = Field(default_factory=list)
    may: list[str] = Field(default_factory=list)


class ExpectedError(Entry):
    """An input that cannot be read: a word of the Chinese message, and the problem's code."""

    zh: str
    code: str


class Gold(Entry):
    """One labelled file. `fields` holds bare values under the contract's names; a name left out is not labelled."""

    id: str
    file: str
    format: str
    origin: str
    note: str = ""
    fault: str | None = None
    checks: Expected = Field(default_factory=Expected)
    fields: dict[str, Any] | None = None
    error: ExpectedError | None = None
    encoding: str = "utf-8"
    header: str | None = None
    seal: bool = False
    columns: Literal[1, 2] = 1
    style: str | None = None
    wrap: int | None = None
    fullwidth: bool = False
    traditional: bool = False
    spaced: bool = False


KNOWN = frozenset(ExtractJson.__annotations__) | {"claimed_tier"}


def load_gold(folder: Path) -> list[Gold]:
    """All gold files of a folder in name order; DataFileError for a mistake or a field name of no contract."""
    found = []
    for path in sorted(folder.glob("*.yaml")):
        gold = load(path, Gold)
        unknown = sorted(set(gold.fields or {}) - KNOWN)
        if unknown:
            raise DataFileError(path.name, "is no field of the contract", field=f"fields.{unknown[0]}")
        found.append(gold)
    return found
