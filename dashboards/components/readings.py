"""The tab of a case on which a person corrects what the machine read, or marks what it missed."""

from __future__ import annotations

import streamlit as st

from checker.store.corrections import CorrectionError
from checker.store.queries import StoredCase
from dashboards import labelling, source
from dashboards.components import correcting
from dashboards.labelling import Judged, Place
from dashboards.words import side, word

MISSED = -1
MARKED = ("money", "circumstance")  # what can be marked by its words; a kind is of the whole document


def show(found: StoredCase, *, key: str) -> None:
    """Draw the tab."""
    rows = source.judged(found)
    st.caption(word("correct-note"))
    if st.session_state.pop(f"{key}_saved", False):
        st.success(word("correction-saved"))
    who = correcting.name(key=f"{key}_who")
    chosen = st.segmented_control(
        word("show-task"), list(labelling.LABELS), format_func=lambda value: word(f"task-{value}"),
        key=f"{key}_task",
    )  # fmt: skip
    listed = [each for each in rows if chosen in (None, each.task)]
    correcting.table(listed, key=f"{key}_table")
    pick = st.selectbox(
        word("correct-what"),
        [*range(len(listed)), MISSED],
        format_func=lambda index: word("correct-missed") if index == MISSED else _name(listed[index]),
        key=f"{key}_pick_{chosen}",
    )
    if pick == MISSED:
        _missed(found, who, key=f"{key}_missed")
    elif pick is not None:
        each = listed[pick]
        told = each.said.correction if each.said else each.reading
        label, polarity = (told.label, told.polarity) if told else (None, None)
        place = each.place
        _form(found, each.task, place, label, polarity, who, key=f"{key}_{each.task}_{place.page}_{place.start}")


def _name(each: Judged) -> str:
    read = each.reading
    said = labelling.label_words(each.task, read.label if read else None, read.polarity if read else None, side())
    return f"{each.place.shown or word('whole-document')} · {said}"


def _missed(found: StoredCase, who: str, *, key: str) -> None:
    columns = st.columns([2, 4])
    task = columns[0].selectbox(
        word("task"), MARKED, format_func=lambda value: word(f"task-{value}"), key=f"{key}_task"
    )
    words = columns[1].text_input(word("missed-words"), key=f"{key}_words", placeholder=word("missed-words-how"))
    if not words:
        return
    places = labelling.places(found.pages, words)
    if not places:
        st.warning(word("missed-nowhere"))
        return
    place = st.selectbox(
        word("missed-where", count=len(places)),
        places,
        format_func=lambda each: f"{word('page', page=each.page)}：{each.shown}",
        key=f"{key}_place",
    )
    if place is not None:
        _form(found, str(task), place, None, None, who, key=f"{key}_{task}_{place.page}_{place.start}")


def _form(
    found: StoredCase, task: str, place: Place, label: str | None, polarity: str | None, who: str, *, key: str
) -> None:
    answer = correcting.ask(task, label, polarity, who, key=f"correct_{key}")
    if answer is None:
        return
    try:
        source.correct(found.sha256, task, place, answer.label, answer.polarity, answer.who, answer.note)
    except CorrectionError as error:
        st.error(error.reason[side()])
        return
    st.session_state["case_readings_saved"] = True
    st.rerun()
