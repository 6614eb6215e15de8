"""Case: the document with its evidence marked, what was read, the fine against its ranges, the findings."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

import streamlit as st

from checker.store.queries import StoredCase
from dashboards import selection, services, source
from dashboards.components import document, facts, findings, measured, readings
from dashboards.words import literal, named, side, word

ALL = -1


def show() -> None:
    """Draw the page."""
    frame = services.ordered(source.cases(), "worst")
    if frame.empty:
        st.info(word("empty"))
        return
    ids = frame["id"].tolist()
    numbers = frame["document_number"].fillna(frame["file"].map(lambda file: PurePath(file).name))
    names = dict(zip(ids, numbers + " · " + frame["agency"].fillna(""), strict=True))
    chosen = selection.selected()
    index = ids.index(chosen) if chosen in ids else None
    picked = st.selectbox(
        word("pick-case"),
        ids,
        index=index,
        format_func=names.__getitem__,
        key=f"case_pick_{chosen}",
        placeholder=word("choose-case"),
    )
    if picked is None:
        st.info(word("choose-case"))
        return
    if picked != chosen:
        selection.select(picked)
        st.rerun()
    found = source.case(picked)
    if found is not None:
        st.query_params["case"] = picked
        _case(found)


def _case(found: StoredCase) -> None:
    checked, extracted = found.checked, found.extracted
    st.title(checked["document_number"] or PurePath(checked["file"]).name)
    st.caption(f"{checked['agency'] or ''} · {named('status', found.status)} · {literal(checked['file'])}")
    if checked["error"]:
        st.warning(f"{word('not-measured')}：{literal(checked['error'][('message_zh', 'message_en')[side()]])}")
    if extracted and extracted["text_quality"]["damaged"]:
        reasons = [named("damage", reason) for reason in extracted["text_quality"]["reasons"]]
        st.warning(word("damaged", reasons=("；", "; ")[side()].join(reasons)))
    left, right = st.columns([1, 1], gap="medium")
    with left:
        strong = _highlight(checked)
        st.subheader(word("document"))
        st.caption(word("privacy"))
        document.render(found.pages, facts.spans(extracted) if extracted else [], strong, key="case_document")
        _picture(found, strong)
    with right:
        tabs = st.tabs([word("findings"), word("tiers"), word("facts"), word("correct")])
        with tabs[0]:
            _findings(checked)
        with tabs[1]:
            measured.show(checked, extracted, key="case_measured")
        with tabs[2]:
            if extracted:
                facts.table(extracted, key="case_facts")
        with tabs[3]:
            if extracted:
                readings.show(found, key="case_readings")


def _highlight(checked: dict[str, Any]) -> list[dict[str, Any]]:
    listed = checked["findings"]
    if not listed:
        return []
    options = [*range(len(listed)), ALL]
    pick = st.selectbox(
        word("highlight"),
        options,
        format_func=lambda index: (
            word("all-facts") if index == ALL else word("finding-n", ordinal=index + 1, check=listed[index]["check"])
        ),
        key=f"case_highlight_{checked['sha256']}",
    )
    if pick == ALL:
        return []
    finding = listed[pick]
    return [*finding["evidence"], *(span for step in finding["trace"] for span in step["evidence"])]


def _findings(checked: dict[str, Any]) -> None:
    failed = [each for each in checked["problems"] if each["stage"] == "check"]
    if failed:
        st.warning(word("checks-failed", count=len(failed)))
    for problem in checked["problems"]:
        if not problem["fatal"]:
            st.info(literal(problem[("message_zh", "message_en")[side()]]))
    if not checked["findings"] and checked["checks_run"] and not failed:
        st.success(word("no-findings", count=len(checked["checks_run"])))
    for ordinal, finding in enumerate(checked["findings"], start=1):
        findings.card(ordinal, finding, key=f"finding_{ordinal}")
    if checked["findings"]:
        st.caption(word("lead-note"))


def _picture(found: StoredCase, strong: list[dict[str, Any]]) -> None:
    if not services.has_picture(found):
        return
    with st.expander(word("pdf-view")):
        data = services.original(found)
        if data is None:
            st.caption(word("pdf-gone"))
            return
        first = strong[0]["page"] if strong else 1
        page = st.number_input(
            word("page", page=""), 1, max(len(found.pages), 1), first, key=f"case_page_{found.id}_{first}"
        )
        picture = source.picture(found, data, page, strong)
        if picture is None:
            st.caption(word("pdf-unmaskable"))
        else:
            st.image(picture)
