"""The card of an artefact: what a person must know of it, and as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from checker import __version__
from checker.messages import messages, say
from models.registry.comparing import Figure, figures
from models.registry.shelf import promoted
from models.registry.state import Event

PREFIX = {"money": "role", "circumstance": "polarity", "clause": "circumstance"}  # of the catalogue
LISTED = (
    "data_hash",
    "data",
    "code",
    "features",
    "sklearn",
    "seed",
    "samples",
    "seconds",
    "trained_at",
    "tested_on",
)


def head(
    trained: Any, scores: Mapping[str, Any], *, tested_on: str, trained_at: str, data: Sequence[str], more: Any = None
) -> dict[str, Any]:
    """What `Registry.add` writes on the card of a `Trained` with the scores of it on other texts.

    `tested_on` is the hash of those texts, `data` names the files trained on. The artefact adds versions and hashes.
    """
    return {
        "task": trained.task,
        "data_hash": trained.data_hash,
        "data": list(data),
        "code": __version__,
        "parameters": trained.parameters,
        "seed": trained.parameters.get("seed"),
        "classes": list(trained.classes),
        "samples": trained.samples,
        "seconds": trained.seconds,
        "trained_at": trained_at,
        "tested_on": tested_on,
        "scores": scores,
        **(more or {}),
    }


def markdown(card: Mapping[str, Any], history: Iterable[Event], side: int = 0) -> str:
    """A card in words, in Chinese (side 0) or English (side 1); who promoted it is told by the history."""
    key = str(card.get("sha256", ""))[:12]
    task = say(f"task:{card.get('task')}")[side]
    lines = [f"# {task} · {key}", ""]
    for name in LISTED:
        if card.get(name) is not None:
            shown = ", ".join(card[name]) if isinstance(card[name], list) else card[name]
            lines.append(f"- {say(f'card:{name}')[side]}: {shown}")
    told = ", ".join(f"{name} = {value}" for name, value in (card.get("parameters") or {}).items())
    lines.append(f"- {say('card:parameters')[side]}: {told}")
    by = promoted(key, history)
    lines.append(f"- {say('card:promoted')[side]}: {event_words(by, side) if by else say('card:never')[side]}")
    return "\n".join([*lines, "", *_table(card, side)]) + "\n"


def event_words(event: Event, side: int = 0) -> str:
    """An event in one sentence."""
    told = say(
        f"registry:did-{event.action}",
        who=event.who,
        at=event.at,
        id=event.id or say("registry:rules")[side],
        previous=event.previous or say("registry:rules")[side],
    )[side]
    if event.forced:
        told += say("registry:forced", count=len(event.worse))[side]
    return told + (say("registry:because", reason=event.reason)[side] if event.reason else "")


def _table(card: Mapping[str, Any], side: int) -> list[str]:
    columns = [say(f"card:{name}")[side] for name in ("figure", "value", "interval", "cases")]
    lines = ["| " + " | ".join(columns) + " |", "| --- | ---: | --- | ---: |"]
    for each in figures(card):
        value = "" if each.value is None else f"{each.value:.4f}"
        interval = f"{each.low:.4f}–{each.high:.4f}" if each.all else ""
        name = figure_words(str(card.get("task")), each, side)
        lines.append(f"| {name} | {value} | {interval} | {each.all} |")
    return lines


def figure_words(task: str, figure: Figure, side: int) -> str:
    """What a figure is, in words."""
    name = label_words(task, figure.name, side) if figure.kind == "label" else figure.name
    return say(f"card:figure-{figure.kind}", name=name, measure=say(f"card:{figure.measure}")[side])[side]


def task_words(task: str) -> tuple[str, str]:
    """What a task is called, in Chinese and in English."""
    return say(f"task:{task}")


def label_words(task: str, label: str, side: int) -> str:
    """What a model of the task answers, in words; the label itself where it has none."""
    key = f"{PREFIX.get(task, task)}:{label}"
    return say(key)[side] if key in messages() else label
