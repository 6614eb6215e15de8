"""Labels as JSON lines, one text a line: read with every mistake refused, written the same way every time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from checker.errors import CheckerError
from checker.messages import say
from models.labels.record import DOCUMENT_KINDS, POLARITIES, SPAN_LABELS, TASKS, LabelledText, SpanLabel


class LabelError(CheckerError):
    """A label file has a mistake; `file` and `line` (from 1, None for the whole file) name the place.

    `reason` is the sentence in Chinese and in English.
    """

    def __init__(self, file: str, line: int | None, reason: tuple[str, str]) -> None:
        self.file, self.line, self.reason = file, line, reason
        super().__init__(f"{file if line is None else f'{file}:{line}'}: {reason[0]} {reason[1]}")


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class _Span(_Entry):
    task: str
    start: int
    end: int
    label: str
    polarity: str | None = None
    who: str | None = None
    at: str | None = None
    note: str | None = None


class _Text(_Entry):
    id: str = Field(min_length=1)
    text: str = Field(min_length=1)
    kind: str | None = None
    spans: list[_Span] = []
    source: str
    template: str
    agency: str
    complete: list[str] = []
    wording: str | None = None
    basis: list[str] = []
    item: str | None = None
    who: str | None = None
    at: str | None = None
    note: str | None = None


def read(path: Path) -> tuple[LabelledText, ...]:
    """Every text of the file; LabelError for the first mistake, for a missing file and for one without any text."""
    found: list[LabelledText] = []
    lines: dict[str, int] = {}
    for number, words in _lines(path):
        text = parse(words, file=str(path), line=number)
        if text.id in lines:
            raise LabelError(str(path), number, say("labels:id-twice", id=text.id, before=lines[text.id]))
        lines[text.id] = number
        found.append(text)
    if not found:
        raise LabelError(str(path), None, say("labels:empty"))
    return tuple(found)


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="\n") as stream:
            for number, line in enumerate(stream, 1):
                if line.strip():
                    yield number, line
    except OSError as error:
        raise LabelError(str(path), None, say("labels:unreadable", reason=error.strerror)) from error
    except UnicodeDecodeError as error:
        raise LabelError(str(path), None, say("labels:not-utf8", byte=error.start)) from error


def parse(words: str, *, file: str, line: int | None = None) -> LabelledText:
    """One line of JSON as a checked text; LabelError names `file` and `line`."""
    try:
        data: Any = json.loads(words)
    except json.JSONDecodeError as error:
        raise LabelError(file, line, say("labels:not-json", column=error.colno, reason=error.msg)) from error
    try:
        entry = _Text.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "-"
        raise LabelError(file, line, say("labels:field", field=field, reason=first["msg"])) from error
    spans = tuple(SpanLabel(**span.model_dump()) for span in entry.spans)
    made = LabelledText(
        **entry.model_dump(exclude={"spans", "complete", "basis"}),
        spans=spans,
        complete=tuple(entry.complete),
        basis=tuple(entry.basis),
    )
    reason = mistake(made)
    if reason is not None:
        raise LabelError(file, line, reason)
    return made


def mistake(text: LabelledText) -> tuple[str, str] | None:
    """What is wrong with the labels of a text, in both languages; None when nothing is."""
    if not text.text.strip():
        return say("labels:blank-text")
    if text.kind is not None and text.kind not in DOCUMENT_KINDS:
        return say("labels:unknown", what="kind", name=text.kind)
    for task in text.complete:
        if task not in TASKS:
            return say("labels:unknown", what="task", name=task)
    if text.item is not None and not (text.wording or "").strip():
        return say("labels:item-without-wording", item=text.item)
    for span in text.spans:
        if (reason := _span_mistake(span, len(text.text))) is not None:
            return reason
    ordered = sorted(text.spans, key=lambda span: (span.task, span.start, span.end))
    for one, other in pairwise(ordered):
        if one.task == other.task and other.start < one.end:
            return say(
                "labels:overlap",
                task=one.task,
                first=f"{one.label} {one.start}-{one.end}",
                second=f"{other.label} {other.start}-{other.end}",
            )
    return None


def _span_mistake(span: SpanLabel, length: int) -> tuple[str, str] | None:
    if span.task not in SPAN_LABELS:
        return say("labels:unknown", what="task", name=span.task)
    if span.label not in SPAN_LABELS[span.task]:
        return say("labels:unknown", what=f"{span.task} label", name=span.label)
    if span.task == "circumstance" and span.polarity not in POLARITIES:
        return say("labels:unknown", what="polarity", name=span.polarity)
    if span.task != "circumstance" and span.polarity is not None:
        return say("labels:polarity-elsewhere", task=span.task)
    if not 0 <= span.start < span.end <= length:
        return say("labels:outside", start=span.start, end=span.end, length=length)
    return None


def write(path: Path, texts: Iterable[LabelledText]) -> int:
    """Write the texts, one a line in their order, and say how many; LabelError for one that `read` would refuse.

    The file appears under its name only when it is whole, so a refusal leaves what was there before.
    """
    draft = path.with_name(path.name + ".part")
    count, seen = 0, set()
    try:
        with draft.open("w", encoding="utf-8", newline="\n") as stream:
            for count, text in enumerate(texts, 1):
                reason = mistake(text)
                if reason is None and text.id in seen:
                    reason = say("labels:id-twice", id=text.id, before="-")
                if reason is not None:
                    raise LabelError(str(path), count, reason)
                seen.add(text.id)
                stream.write(dump(text) + "\n")
        draft.replace(path)
    except OSError as error:
        raise LabelError(str(path), None, say("labels:unwritable", reason=error.strerror)) from error
    finally:
        draft.unlink(missing_ok=True)
    return count


def dump(text: LabelledText) -> str:
    """The text as one line of JSON; fields that say nothing are left out."""
    data = {key: value for key, value in asdict(text).items() if value not in (None, ()) or key == "kind"}
    data["spans"] = [{key: value for key, value in asdict(span).items() if value is not None} for span in text.spans]
    return json.dumps(data, ensure_ascii=False)
