"""Fields of enforcement, by words in an agency's name."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from pydantic import Field

from checker.datafiles import Entry, load

FILE = Path(__file__).parent / "data" / "fields.yaml"


class FieldEntry(Entry):
    """One field: display names, the field it belongs to, and words of agencies that work in it."""

    zh: str
    en: str
    parent: str | None = None
    agencies: list[str] = Field(default_factory=list)


class FieldsFile(Entry):
    """All fields by code."""

    fields: dict[str, FieldEntry]


@cache
def fields() -> dict[str, FieldEntry]:
    """Every known field."""
    return load(FILE, FieldsFile).fields


@lru_cache(maxsize=4096)
def field_of(agency: str) -> str | None:
    """The field of an agency by the longest word of its name that is listed; None when none is."""
    found = [(len(word), code) for code, entry in fields().items() for word in entry.agencies if word in agency]
    if not found:
        return None
    code = max(found)[1]
    return fields()[code].parent or code


def applies(field: str, agency_field: str | None) -> bool:
    """Whether a benchmark of a field is for agencies of a field: the same, or one under it."""
    entry = fields().get(field)
    return agency_field is not None and (field == agency_field or (entry is not None and entry.parent == agency_field))
