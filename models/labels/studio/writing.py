"""Labelled texts as Label Studio tasks: labels as an annotation, what a machine suggests as a prediction."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from checker.messages import say
from models.labels.jsonl import LabelError, mistake
from models.labels.record import LabelledText, SpanLabel
from models.labels.studio.config import TEXT
from models.labels.studio.offsets import Offsets

CARRIED = ("id", "source", "template", "agency", "wording", "who", "at", "note")


def write(path: Path, texts: Iterable[LabelledText], suggested: Mapping[str, Sequence[SpanLabel]] | None = None) -> int:
    """Write tasks for "Import" and say how many; `suggested` gives machine labels by text id.

    Raises LabelError for a text with a mistake and a file that cannot be written; what was there before stays.
    """
    tasks = []
    for number, text in enumerate(texts, 1):
        reason = mistake(text)
        if reason is not None:
            raise LabelError(str(path), None, say("labels:in-task", task=text.id, reason=reason))
        tasks.append(task(number, text, (suggested or {}).get(text.id, ())))
    draft = path.with_name(path.name + ".part")
    try:
        draft.write_text(json.dumps(tasks, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
        draft.replace(path)
    except OSError as error:
        raise LabelError(str(path), None, say("labels:unwritable", reason=error.strerror)) from error
    finally:
        draft.unlink(missing_ok=True)
    return len(tasks)


def task(number: int, text: LabelledText, suggested: Sequence[SpanLabel] = ()) -> dict[str, Any]:
    """One task; it has an annotation when anything in it is labelled."""
    data: dict[str, Any] = {"text": text.text}
    data |= {name: getattr(text, name) for name in CARRIED if getattr(text, name) is not None}
    data |= {"basis": list(text.basis)} if text.basis else {}
    result = [*_whole(text), *_regions(text, text.spans)]
    made: dict[str, Any] = {"id": number, "data": data, "annotations": [], "predictions": []}
    if result:
        made["annotations"] = [{"result": result, "was_cancelled": False, "ground_truth": False}]
    if suggested:
        made["predictions"] = [{"model_version": "caiheng", "result": _regions(text, suggested)}]
    return made


def _whole(text: LabelledText) -> list[dict[str, Any]]:
    """What is said of the text as a whole."""
    said: list[tuple[str, str, dict[str, Any]]] = []
    if text.kind is not None:
        said.append(("kind", "choices", {"choices": [text.kind]}))
    if text.complete:
        said.append(("complete", "choices", {"choices": list(text.complete)}))
    if text.item is not None:
        said.append(("item", "textarea", {"text": [text.item]}))
    return [_result(name, name, kind, value) for name, kind, value in said]


def _regions(labelled: LabelledText, spans: Sequence[SpanLabel]) -> list[dict[str, Any]]:
    text = labelled.text
    offsets, made = Offsets(text), list[dict[str, Any]]()
    for number, span in enumerate(spans):
        place: dict[str, Any] = {"start": offsets.written(span.start), "end": offsets.written(span.end)}
        place["text"] = text[span.start : span.end]
        region = _result(f"r{number}", span.task, "labels", {**place, "labels": [span.label]})
        # Told for every region, so that those which Label Studio's users add can be told from these.
        by: dict[str, Any] = {"who": span.who or labelled.who, "at": span.at or labelled.at}
        by["text"] = None if span.note is None else [span.note]
        meta = {name: value for name, value in by.items() if value is not None}
        made.append({**region, "meta": meta} if meta else region)
        if span.polarity is not None:
            made.append(_result(f"r{number}", "polarity", "choices", {**place, "choices": [span.polarity]}))
    return made


def _result(key: str, name: str, kind: str, value: dict[str, Any]) -> dict[str, Any]:
    return {"id": key, "from_name": name, "to_name": TEXT, "type": kind, "origin": "manual", "value": value}
