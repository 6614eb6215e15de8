"""What the page of models reads and does; knows nothing of Streamlit."""

from __future__ import annotations

from typing import Any

import pandas as pd

from checker.store import Store
from models import training
from models.data import given
from models.data.sets import measured_on
from models.drift import Group, measure
from models.drift.command import names, references
from models.mistakes import Worst
from models.mistakes import worst as surest
from models.mistakes.wording import label, quoted, reasons_in
from models.registry import Comparison, Entry, Registry
from models.registry.card import event_words, figure_words, markdown
from models.registry.comparing import share
from models.registry.training import proposing
from models.training import TASKS


def entries(registry: Registry, task: str) -> tuple[Entry, ...]:
    """The models of a task, the current one first."""
    return registry.entries(task)


def tasks(registry: Registry) -> tuple[str, ...]:
    """All tasks that can have a model, those with one first."""
    have = {each.task for each in registry.entries()}
    return tuple(sorted(TASKS, key=lambda task: (task not in have, list(TASKS).index(task))))


def card(registry: Registry, entry: Entry, side: int) -> str:
    """An artefact's card as Markdown."""
    return markdown(entry.card, registry.history(entry.task), side)


def history(registry: Registry, task: str, side: int) -> list[str]:
    """What happened with a task's models, newest first, a sentence each."""
    return [event_words(event, side) for event in reversed(registry.history(task))]


def comparison_rows(task: str, made: Comparison, side: int) -> list[tuple[str, str, str, str]]:
    """(figure, incumbent, its interval, candidate), the worse ones first and marked."""
    rows = []
    for row in sorted(made.rows, key=lambda row: not row.worse):
        each = row.incumbent or row.candidate
        assert each is not None
        old, new = row.incumbent, row.candidate
        interval = f"{old.low:.4f}–{old.high:.4f}" if old and old.all else ""
        name = figure_words(task, each, side)
        rows.append((name, share(old), interval, share(new) + (" ▼" if row.worse else "")))
    return rows


def overview(entry: Entry) -> dict[str, Any]:
    """A model in one row: right of all on its test texts."""
    rate = (entry.card.get("scores") or {}).get("accuracy") or {}
    return {
        "id": entry.id,
        "current": entry.current,
        "state": entry.broken or "",
        "right": f"{rate['right']}/{rate['all']}" if rate else "",
        "interval": f"{rate['low']:.4f}–{rate['high']:.4f}" if rate else "",
        "trained_at": str(entry.card.get("trained_at", ""))[:16].replace("T", " "),
        "data": ", ".join(entry.card.get("data", [])),
    }


def worst(registry: Registry, task: str, key: str) -> Worst:
    """A model's surest mistakes on the shipped validation set; of a task that is not labelled there, nothing."""
    linear, tests = registry.load(task, key).linear, given.texts(measured_on(task))
    return surest(training.score(task, linear, tests, clause=proposing(registry, task)), linear, tests)


def worst_rows(found: Worst, side: int) -> list[tuple[str, ...]]:
    """(text, sentence, due, said, probability, what the rules say, reasons) of each."""
    rows: list[tuple[str, ...]] = []
    for each in found.shown:
        due, said, by_rules = (label(found.task, name)[side] for name in (each.due, each.said, each.told))
        reasons = reasons_in(found.task, each, side)
        rows.append((each.text, quoted(each), due, said, f"{each.probability:.2f}", by_rules, reasons))
    return rows


def drift(store: Store, registry: Registry) -> tuple[Group, ...]:
    """Every agency and month against the training data of the models in use."""
    return measure(store, *references(registry))


def drift_frame(groups: tuple[Group, ...], side: int) -> pd.DataFrame:
    """One row an agency and month (no totals), for the chart."""
    rows = [
        {
            "agency": names(each, side)[0],
            "month": names(each, side)[1],
            "texts": each.texts,
            "share": each.unsure.value,
            "unsure": each.unsure_verdict,
            "distance": each.distance,
            "limit": each.limit,
            "words": each.words_verdict,
        }
        for each in groups
        if each.agency is not None and each.month is not None
    ]
    columns = ["agency", "month", "texts", "share", "unsure", "distance", "limit", "words"]
    return pd.DataFrame(rows, columns=columns)
