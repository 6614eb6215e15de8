"""A task's models: which is in use, a candidate beside it, and the buttons that change it."""

from __future__ import annotations

import streamlit as st

from checker.errors import CheckerError
from dashboards import modelling, source
from dashboards.components import cells, choice, correcting
from dashboards.words import side, word
from models.registry import Entry, Registry


def show(registry: Registry, *, key: str) -> None:
    """Draw everything of the chosen task."""
    task = choice.radio(word("task"), modelling.tasks(registry), lambda value: word(f"task-{value}"), key=f"{key}_task")
    told = st.session_state.pop(f"{key}_done", None)
    if told:
        st.success(told)
    listed = modelling.entries(registry, task)
    current = next((each for each in listed if each.current), None)
    st.subheader(word("incumbent"))
    if current is None:
        st.info(word("no-incumbent"))
    else:
        _card(registry, current, key=f"{key}_current")
    st.subheader(word("candidates"))
    _candidates(registry, task, listed, key=key)
    events = modelling.history(registry, task, side())
    with st.expander(word("model-history", count=len(events))):
        for event in events:
            st.write(event)


def _card(registry: Registry, entry: Entry, *, key: str) -> None:
    if entry.broken:
        st.error(word("model-broken", reason=entry.broken))
        return
    row = modelling.overview(entry)
    for column, name in zip(st.columns(3), ("id", "right", "interval"), strict=True):
        column.metric(word(f"model-{name}"), row[name] or "—")
    st.caption(" · ".join(f"{word(f'model-{name}')}：{row[name]}" for name in ("trained_at", "data")))
    with st.expander(word("model-card")), st.container(key=f"{key}_card"):
        st.markdown(modelling.card(registry, entry, side()))
    _worst(registry, entry, key=f"{key}_worst")


def _worst(registry: Registry, entry: Entry, *, key: str) -> None:
    if not st.toggle(word("worst"), key=key):  # measuring takes a moment
        return
    found = source.worst(str(registry.folder), entry.task, entry.id)
    if not found.shown:
        st.info(word("worst-none"))
        return
    st.caption(word("worst-note", count=len(found.shown), wrong=found.wrong))
    titles = [word(f"worst-{name}") for name in ("text", "sentence", "due", "said", "probability", "rules", "reasons")]
    cells.table(modelling.worst_rows(found, side()), titles, key=f"{key}_table")


def _candidates(registry: Registry, task: str, listed: tuple[Entry, ...], *, key: str) -> None:
    others = [each for each in listed if not each.current]
    names = ("id", "right", "interval", "trained_at", "data", "state")
    rows = [modelling.overview(each) for each in others]
    if rows:
        titles = [word(f"model-{name}") for name in names]
        cells.table([[str(row[name]) for name in names] for row in rows], titles, key=f"{key}_candidates")
    else:
        st.caption(word("no-candidates"))
    usable = [each.id for each in others if not each.broken]
    pick = st.selectbox(word("candidate"), usable, key=f"{key}_pick_{task}") if usable else None
    if pick is not None:
        chosen = next(each for each in others if each.id == pick)
        _comparison(registry, chosen, key=key)
    _change(registry, task, pick, key=key)


def _comparison(registry: Registry, chosen: Entry, *, key: str) -> None:
    try:
        made = registry.compare(chosen.task, chosen.id)
    except CheckerError as error:
        st.error(str(error))
        made = None
    if made is None:
        _card(registry, chosen, key=f"{key}_candidate")
        return
    if not made.same_texts:
        st.warning(word("other-texts"))
    if made.worse:
        st.error(word("is-worse", count=len(made.worse)))
    else:
        st.success(word("not-worse"))
    titles = [word(name) for name in ("figure", "incumbent", "interval-95", "candidate")]
    cells.table(modelling.comparison_rows(chosen.task, made, side()), titles, key=f"{key}_comparison")
    with st.expander(word("model-card")):
        st.markdown(modelling.card(registry, chosen, side()))
    _worst(registry, chosen, key=f"{key}_candidate_worst")


def _change(registry: Registry, task: str, pick: str | None, *, key: str) -> None:
    who = correcting.name(key=f"{key}_who")
    reason = st.text_input(word("reason"), key=f"{key}_reason")
    force = st.checkbox(word("force"), key=f"{key}_force")
    columns = st.columns([1, 1, 4])
    promote = columns[0].button(word("promote"), key=f"{key}_promote", type="primary", disabled=pick is None)
    back = columns[1].button(word("rollback"), key=f"{key}_rollback")
    try:
        if promote and pick is not None:
            registry.promote(task, pick, who=who, at=source.now(), force=force, reason=reason)
        elif back:
            registry.rollback(task, who=who, at=source.now(), reason=reason)
        else:
            return
    except CheckerError as error:
        reasons = getattr(error, "reason", None)
        st.error(reasons[side()] if isinstance(reasons, tuple) else str(error))
        return
    st.session_state[f"{key}_done"] = modelling.history(registry, task, side())[0]
    st.rerun()
