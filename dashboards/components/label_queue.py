"""The queue of informative sentences, labelled one after the other right here."""

from __future__ import annotations

from html import escape
from pathlib import PurePath

import streamlit as st

from checker.store.corrections import CorrectionError
from dashboards import labelling, source
from dashboards.components import choice, correcting
from dashboards.words import side, word
from models.informative import Candidate

BATCH = 20
MARK = "background:#ffd76a;outline:1px solid #d99a00"
ALL = "all"


def show(*, key: str) -> None:
    """Draw the first sentence that is left; those labelled leave the list, which is filled again when empty."""
    st.caption(word("queue-note"))
    who = correcting.name(key=f"{key}_who")
    names = {ALL: word("all"), **{each: word(f"task-{each}") for each in labelling.LABELS}}
    task = choice.radio(word("task"), list(names), names.__getitem__, key=f"{key}_task")
    kept = f"{key}_list_{task}"
    if not st.session_state.get(kept):
        with st.spinner(word("queue-looking")):
            st.session_state[kept] = list(source.to_label(BATCH, None if task == ALL else task))
    left: list[Candidate] = st.session_state[kept]
    if not left:
        st.info(word("queue-empty"))
        return
    st.caption(word("queue-left", count=len(left)))
    _one(left, who, key=key)


def _one(left: list[Candidate], who: str, *, key: str) -> None:
    each = left[0]
    read = each.reading
    with st.container(border=True, key=f"{key}_sentence"):
        st.html(f'<div style="font-size:1.1rem;line-height:1.9;white-space:pre-wrap">{_marked(each)}</div>')
        said = labelling.label_words(read.task, read.label, read.polarity, side())
        st.caption(word("queue-said", said=said, sure=f"{read.confidence * 100:.0f}", source=read.source))
        st.caption(f"{each.agency} · {PurePath(each.file).name}")
    place = f"{read.task}_{each.sha256[:8]}_{read.page}_{read.start}"
    answer = correcting.ask(read.task, read.label, read.polarity, who, key=f"{key}_{place}")
    if st.button(word("queue-skip"), key=f"{key}_skip"):
        left.pop(0)
        st.rerun()
    if answer is None:
        return
    try:
        source.answer(each, answer.label, answer.polarity, answer.who, answer.note)
    except CorrectionError as error:
        st.error(error.reason[side()])
        return
    left.pop(0)
    st.rerun()


def _marked(each: Candidate) -> str:
    """The sentence with its passage marked; of a document kind nothing is marked."""
    end = each.at + each.reading.end - each.reading.start
    before, words, after = map(escape, (each.sentence[: each.at], each.sentence[each.at : end], each.sentence[end:]))
    return f'{before}<span style="{MARK}">{words}</span>{after}' if words else after
