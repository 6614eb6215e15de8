"""The form by which a person says what a passage is, and the table of readings with people's words beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from dashboards import labelling
from dashboards.components import cells
from dashboards.labelling import Judged
from dashboards.words import side, word

WHO = "labeller"  # one name for the whole session, on every page


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person said of a passage."""

    label: str
    polarity: str | None
    note: str
    who: str


def name(*, key: str) -> str:
    """Ask once a session who is at work; the name stays when pages change."""
    if key not in st.session_state:
        st.session_state[key] = st.session_state.get(WHO, "")
    told = st.text_input(word("your-name"), key=key, placeholder=word("your-name-why"))
    st.session_state[WHO] = told
    return str(told)


def table(rows: Sequence[Judged], *, key: str) -> None:
    """Machine and person side by side."""
    columns = [word(each) for each in ("quote", "machine-said", "person-said")]
    cells.table([_row(each) for each in rows], columns, key=key)


def _row(each: Judged) -> tuple[str, ...]:
    read, index = each.reading, side()
    machine = labelling.label_words(each.task, read.label if read else None, read.polarity if read else None, index)
    machine += f" {read.confidence * 100:.0f}%" if read else ""
    shown = each.place.shown or word("whole-document")
    if each.said is None:
        return shown, machine, ""
    made = each.said.correction
    told = labelling.label_words(each.task, made.label, made.polarity, index)
    mark = "✓ " if made.agrees else ""
    state = "" if each.said.state == "stands" else f"〔{word(f'correction-{each.said.state}')}〕"
    by = " · ".join(filter(None, (made.note, made.who, made.at[:16].replace("T", " "))))
    return shown, machine, f"{mark}{told}{state}（{by}）"


def ask(task: str, label: str | None, polarity: str | None, who: str, *, key: str) -> Answer | None:
    """The form for one passage, filled with what is said of it; an answer when it was sent."""
    labels = labelling.LABELS[task]
    with st.form(key=key, border=True):
        columns = st.columns([3, 2, 3]) if task == "circumstance" else st.columns([5, 3])
        said = columns[0].selectbox(
            word(f"task-{task}"),
            labels,
            index=labels.index(label) if label in labels else 0,
            format_func=lambda value: labelling.label_words(task, value, None, side()),
            key=f"{key}_label",
        )
        found = None
        if task == "circumstance":
            found = columns[1].selectbox(
                word("polarity"),
                labelling.POLARITIES,
                index=labelling.POLARITIES.index(polarity) if polarity in labelling.POLARITIES else 0,
                format_func=lambda value: word(f"polarity-{value}"),
                key=f"{key}_polarity",
            )
        note = columns[-1].text_input(word("note"), key=f"{key}_note")
        sent = st.form_submit_button(word("save-correction"), key=f"{key}_save")
    return Answer(str(said), found, str(note), who) if sent else None
