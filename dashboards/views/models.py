"""Models and labels: what is in use and what could be, what to label next, drift, and who corrected how much."""

from __future__ import annotations

import streamlit as st

from checker.errors import CheckerError
from dashboards import services, source
from dashboards.components import cells, choice, drift, label_queue, models
from dashboards.words import word

SECTIONS = ("models", "queue", "drift", "corrections")


def show() -> None:
    """Draw the page; without a database only the models."""
    st.title(word("models"))
    names = {name: word(f"section-{name}") for name in SECTIONS}
    section = choice.radio(word("section"), SECTIONS, names.__getitem__, key="models_section", hidden=True)
    if section != "models" and not services.database_exists(source.where()):
        st.warning(word("no-database", path=source.where()))
        return
    try:
        _section(section)
    except CheckerError as error:
        st.error(str(error))


def _section(name: str) -> None:
    if name == "models":
        registry = source.registry()
        st.caption(word("registry-where", path=registry.folder))
        models.show(registry, key="models")
    elif name == "queue":
        label_queue.show(key="label")
    elif name == "drift":
        drift.show(key="drift")
    else:
        _tally()


def _tally() -> None:
    rows = source.tally()
    if not rows:
        st.info(word("no-corrections"))
        return
    columns = ("task", "who", "count", "other", "last")
    shown = [
        [word(f"task-{row['task']}"), row["who"], *(str(row[name])[:16].replace("T", " ") for name in columns[2:])]
        for row in rows
    ]
    cells.table(shown, [word(f"tally-{name}") for name in columns], key="tally_table", repeats=1)
    st.caption(word("tally-note"))
