"""Documents written and labelled by hand: a YAML stream a file, every quote a piece of the text, in order."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml
from pydantic import Field, ValidationError

from checker.datafiles import LOADER, Entry, read_text
from checker.errors import DataFileError
from models.labels.record import SECTIONS, LabelledText, SpanLabel

# What the writers' brief calls the parts → the labels of the task.
PARTS = {name: name for name in SECTIONS} | {
    "defence": "plea",
    "operative": "decision",
}
Named = tuple[tuple[int, int], str | None, str | None]  # place, label, polarity


class Money(Entry):
    """A sum of the text with its role; `amount` in yuan."""

    quote: str = Field(min_length=1)
    amount: Decimal
    role: str | None = None  # None: doubtful, not labelled


class Mention(Entry):
    """A circumstance that the text mentions: found, denied, supposed or only claimed."""

    quote: str = Field(min_length=1)
    kind: str
    polarity: str | None = None  # None: doubtful, not labelled


class Section(Entry):
    """Where a part of the text begins: the first words of its line."""

    starts: str = Field(min_length=1)
    section: str


class Written(Entry):
    """One document. `fields` holds bare values under the contract's names; a name left out is not labelled."""

    id: str
    document_kind: str
    style: str
    text: str
    fields: dict[str, Any] | None = None
    money: list[Money] | None = None
    circumstance_mentions: list[Mention] | None = None
    sections: list[Section] | None = None


def load_written(folder: Path) -> list[Written]:
    """All documents of a folder in file order. Raises DataFileError naming file, document and field."""
    return [each for path in sorted(folder.glob("*.yaml")) for each in _stream(path)]


def _stream(path: Path) -> list[Written]:
    try:
        raw = [each for each in yaml.load_all(read_text(path), Loader=LOADER) if each is not None]
    except yaml.YAMLError as error:
        raise DataFileError(path.name, f"is not YAML ({error})") from error
    return [_document(path, index, each) for index, each in enumerate(raw, start=1)]


def _document(path: Path, index: int, raw: Any) -> Written:
    name = f"document {index}" if not isinstance(raw, dict) else str(raw.get("id", f"document {index}"))
    try:
        made = Written.model_validate(raw)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise DataFileError(path.name, first["msg"], field=f"{name}: {place}") from error
    for quote in (each.quote for each in [*(made.money or ()), *(made.circumstance_mentions or ())]):
        if quote not in made.text:
            raise DataFileError(path.name, f"{quote!r} does not stand in the text", field=name)
    for each in made.sections or ():
        if each.starts not in made.text or each.section not in PARTS:
            raise DataFileError(path.name, f"{each.starts!r} ({each.section}) begins no part", field=name)
    return made


def places(text: str, quotes: list[str]) -> list[tuple[int, int]]:
    """Where each quote stands: in order after the one before, else its first free place, else its first."""
    found: list[tuple[int, int]] = []
    cursor = 0
    for quote in quotes:
        taken = set(found)
        start = text.find(quote, cursor)
        if start < 0 or (start, start + len(quote)) in taken:
            start = next((at for at in _all(text, quote) if (at, at + len(quote)) not in taken), text.find(quote))
        found.append((start, start + len(quote)))
        cursor = start + 1
    return found


def _all(text: str, quote: str) -> list[int]:
    starts, at = [], text.find(quote)
    while at >= 0:
        starts.append(at)
        at = text.find(quote, at + 1)
    return starts


def labelled(written: Written, writer: str) -> LabelledText:
    """The document as labels: quotes become places, and of overlapping labels of a task the first stays."""
    spans: list[SpanLabel] = []
    if written.money is not None:
        where = places(written.text, [each.quote for each in written.money])
        named: list[Named] = [(place, each.role, None) for place, each in zip(where, written.money, strict=True)]
        spans += _apart("money", named)
    if written.circumstance_mentions is not None:
        told = written.circumstance_mentions
        where = places(written.text, [each.quote for each in told])
        spans += _apart(
            "circumstance", [(p, m.kind, m.polarity) for p, m in zip(where, told, strict=True) if m.polarity]
        )
    spans += _lines(written)
    complete = tuple(
        task
        for task, whole in (
            ("money", written.money is not None and all(each.role for each in written.money)),
            ("section", written.sections is not None),
            ("circumstance", all(each.polarity for each in written.circumstance_mentions or ())),
        )
        if whole and (task != "circumstance" or written.circumstance_mentions is not None)
    )
    agency = str((written.fields or {}).get("agency") or written.style.split("，")[0].split(",")[0])
    return LabelledText(
        written.id,
        written.text,
        written.document_kind,
        tuple(spans),
        f"handwritten:{writer}",
        written.id,
        agency,
        complete,
    )


def _lines(written: Written) -> list[SpanLabel]:
    """Every line that is not blank with the part that it stands in; lines before the first part have none."""
    starts = places(written.text, [each.starts for each in written.sections or ()])
    begins = [(start, PARTS[each.section]) for (start, _), each in zip(starts, written.sections or (), strict=True)]
    made, at = [], 0
    for line in written.text.split("\n"):
        part = next((name for start, name in reversed(begins) if start <= at + len(line) - len(line.lstrip())), None)
        if part is not None and line.strip():
            made.append(SpanLabel("section", at, at + len(line), part))
        at += len(line) + 1
    return made


def _apart(task: str, named: list[Named]) -> list[SpanLabel]:
    kept: list[SpanLabel] = []
    for (start, end), label, polarity in named:
        if label is not None and all(end <= each.start or each.end <= start for each in kept):
            kept.append(SpanLabel(task, start, end, label, polarity))
    return sorted(kept, key=lambda each: each.start)
