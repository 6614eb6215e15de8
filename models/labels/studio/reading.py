"""Label Studio's JSON export as labelled texts; whatever is not understood is refused with its task."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel, Field, ValidationError

from checker.errors import CheckerError
from checker.messages import say
from models.labels.jsonl import LabelError, parse
from models.labels.record import SPAN_LABELS, LabelledText
from models.labels.studio.offsets import Offsets
from models.labels.studio.writing import CARRIED


class _Value(BaseModel):
    start: int | None = None
    end: int | None = None
    text: Any = None
    labels: list[str] = []
    choices: list[str] = []


class _Result(BaseModel):
    id: str = ""
    from_name: str = ""
    type: str
    value: _Value = Field(default_factory=_Value)
    meta: dict[str, Any] = {}


class _Annotation(BaseModel):
    result: list[_Result]
    was_cancelled: bool = False
    ground_truth: bool = False
    completed_by: Any = None
    created_at: str | None = None
    updated_at: str | None = None


class _Task(BaseModel):
    id: int | str | None = None
    data: dict[str, Any]
    annotations: list[_Annotation] = []


class _Refused(CheckerError):
    def __init__(self, reason: tuple[str, str]) -> None:
        self.reason = reason
        super().__init__(reason[1])


def read(path: Path) -> tuple[LabelledText, ...]:
    """Every task of an export. Raises LabelError naming the file, the task and the reason.

    Of several annotations of a task the one marked as ground truth counts; several without a mark are refused.
    """
    found: list[LabelledText] = []
    for number, raw in enumerate(_tasks(path), 1):
        name = str(raw.get("id", number)) if isinstance(raw, dict) else str(number)
        try:
            made = _text(_Task.model_validate(raw), name, str(path))
            if any(each.id == made.id for each in found):
                raise _Refused(say("labels:task-twice", id=made.id))
        except ValidationError as error:
            first = error.errors()[0]
            field = ".".join(str(part) for part in first["loc"])
            reason = say("labels:field", field=field, reason=first["msg"])
            raise LabelError(str(path), None, say("labels:in-task", task=name, reason=reason)) from error
        except (_Refused, LabelError) as error:
            raise LabelError(str(path), None, say("labels:in-task", task=name, reason=error.reason)) from error
        found.append(made)
    if not found:
        raise LabelError(str(path), None, say("labels:empty"))
    return tuple(found)


def _tasks(path: Path) -> list[Any]:
    try:
        made = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise LabelError(str(path), None, say("labels:unreadable", reason=error.strerror)) from error
    except UnicodeDecodeError as error:
        raise LabelError(str(path), None, say("labels:not-utf8", byte=error.start)) from error
    except json.JSONDecodeError as error:
        raise LabelError(
            str(path), error.lineno, say("labels:not-json", column=error.colno, reason=error.msg)
        ) from error
    if not isinstance(made, list):
        raise LabelError(str(path), None, say("labels:not-studio"))
    return made


def _text(task: _Task, name: str, file: str) -> LabelledText:
    text = task.data.get("text")
    if not isinstance(text, str) or not text:
        raise _Refused(say("labels:field", field="data.text", reason="-"))
    entry: dict[str, Any] = {"id": f"label-studio-{name}", "source": "reviewer", "template": "label-studio"}
    entry |= {"agency": "", **{key: task.data[key] for key in CARRIED if task.data.get(key) is not None}}
    entry |= {"text": text, "kind": None, "basis": task.data.get("basis") or [], "spans": []}
    chosen = _chosen(task)
    if chosen is not None:
        by = _by(chosen)
        if "who" not in entry:
            entry |= by
        _fill(entry, chosen, text, by)
    return parse(json.dumps(entry), file=file)


def _chosen(task: _Task) -> _Annotation | None:
    listed = [each for each in task.annotations if not each.was_cancelled]
    marked = [each for each in listed if each.ground_truth]
    if len(listed) > 1 and len(marked) != 1:
        raise _Refused(say("labels:several-annotations", count=len(listed)))
    return next(iter(marked or listed), None)


def _by(annotation: _Annotation) -> dict[str, str]:
    """Who finished an annotation and when, as Label Studio tells it: an address where it gives one."""
    who, at = annotation.completed_by, annotation.updated_at or annotation.created_at
    if isinstance(who, dict):
        who = who.get("email") or who.get("username") or who.get("id")
    named = {"who": f"label-studio:{who}" if isinstance(who, int) else str(who)} if who else {}
    return named | ({"at": at} if at else {})


def _fill(entry: dict[str, Any], annotation: _Annotation, text: str, by: dict[str, str]) -> None:
    regions: dict[str, dict[str, Any]] = {}
    offsets = Offsets(text)
    for result in annotation.result:
        if result.type == "labels" and result.from_name in SPAN_LABELS:
            start, end = _place(result, text, offsets)
            regions[result.id] = {"task": result.from_name, "start": start, "end": end, **_label(result)}
            told = {key: result.meta[key] for key in ("who", "at") if key in result.meta} or by
            regions[result.id] |= {key: value for key, value in told.items() if value != entry.get(key)}
            regions[result.id] |= dict(_note(result))
    for result in annotation.result:
        if result.from_name == "polarity" and result.id in regions:
            regions[result.id]["polarity"] = _one(result, result.value.choices)
        elif result.from_name == "kind":
            entry["kind"] = _one(result, result.value.choices)
        elif result.from_name == "complete":
            entry["complete"] = result.value.choices
        elif result.from_name == "item":
            listed = result.value.text if isinstance(result.value.text, list) else [result.value.text]
            entry["item"] = _one(result, listed)
        elif result.id not in regions or result.from_name not in SPAN_LABELS:
            raise _Refused(say("labels:unknown-tag", name=result.from_name or result.type, type=result.type))
    entry["spans"] = list(regions.values())


def _label(result: _Result) -> dict[str, str]:
    return {"label": _one(result, result.value.labels)}


def _one(result: _Result, listed: list[str]) -> str:
    if len(listed) != 1:
        raise _Refused(say("labels:not-one", name=result.from_name, count=len(listed)))
    return listed[0]


def _note(result: _Result) -> Iterator[tuple[str, str]]:
    remark = result.meta.get("text")
    if remark:
        yield "note", "\n".join(map(str, remark)) if isinstance(remark, list) else str(remark)


def _place(result: _Result, text: str, offsets: Offsets) -> tuple[int, int]:
    """Character offsets of a region; where its words are given, they decide between the two ways to count."""
    value = result.value
    if value.start is None or value.end is None:
        raise _Refused(say("labels:no-place", name=result.from_name))
    told = _bare(value.text) if isinstance(value.text, str) else None
    counted = (offsets.read(value.start), offsets.read(value.end))
    for start, end in (counted, (value.start, value.end)) if told is not None else (counted,):
        inside = start is not None and end is not None and 0 <= start < end <= len(text)
        if inside and told in (None, _bare(text[start:end])):
            assert start is not None and end is not None
            return start, end
    if told is not None and 0 <= value.start < value.end <= offsets.length:
        raise _Refused(say("labels:other-words", start=value.start, end=value.end))
    raise _Refused(say("labels:outside", start=value.start, end=value.end, length=len(text)))


def _bare(words: str) -> str:
    """Words without white space: Label Studio writes line ends as a backslash and n, and trims."""
    return "".join(words.replace("\\n", "").split())
