"""Queue: filter, sort, search, and choose a case; the choice survives every rerun."""

from __future__ import annotations

from pathlib import PurePath

import pandas as pd
import streamlit as st

from dashboards import selection, services, source
from dashboards.components import filters
from dashboards.views import case as case_page
from dashboards.words import named, word

COLUMNS = (
    "number",
    "agency",
    "cause",
    "day",
    "paid",
    "lower",
    "upper",
    "status",
    "severity",
    "findings",
    "file",
)


def show() -> None:
    """Draw the page."""
    st.title(word("queue"))
    frame = source.cases()
    if frame.empty:
        st.info(word("empty"))
        return
    shown = services.filtered(frame, filters.choose(frame, key="queue"))
    st.caption(word("shown", shown=len(shown), total=len(frame)))
    if shown.empty:
        st.info(word("nothing-fits"))
    else:
        _table(shown)
    _chosen(frame, shown)


def _table(shown: pd.DataFrame) -> None:
    ids = shown["id"].tolist()
    chosen = selection.selected()
    rows = [ids.index(chosen)] if chosen in ids else []
    # The rows' order is part of the key: with other rows, the table starts anew from the kept choice.
    event = st.dataframe(
        _columns(shown),
        hide_index=True,
        placeholder="—",
        height=460,
        key=f"queue_table_{hash(tuple(ids))}_{word('queue')}",
        on_select="rerun",
        selection_mode="single-row",
        selection_default={"selection": {"rows": rows}} if rows else None,
        column_config={
            named("column", name): st.column_config.NumberColumn(format="%.2f") for name in ("paid", "lower", "upper")
        },
    )
    picked = event["selection"]["rows"]
    if picked and ids[picked[0]] != chosen:
        selection.select(ids[picked[0]])
        st.rerun()


def _columns(shown: pd.DataFrame) -> pd.DataFrame:
    values = {
        "number": shown["document_number"],
        "agency": shown["agency"],
        "cause": shown["cause"],
        "day": shown["decision_date"],
        "paid": shown["fine_total"],
        "lower": shown["expected_lower"],
        "upper": shown["expected_upper"],
        "status": shown["status"].map(lambda value: named("status", value)),
        "severity": shown["severity"].map(lambda value: named("severity", value)),
        "findings": shown["findings"],
        "file": shown["file"].map(lambda value: PurePath(value).name),
    }
    titles = {name: word("findings-count") if name == "findings" else named("column", name) for name in COLUMNS}
    return pd.DataFrame({titles[name]: values[name] for name in COLUMNS})


def _chosen(frame: pd.DataFrame, shown: pd.DataFrame) -> None:
    chosen = selection.selected()
    row = frame[frame["id"] == chosen]
    if row.empty:
        return
    number = row.iloc[0]["document_number"] or row.iloc[0]["file"]
    visible = (shown["id"] == chosen).any()
    with st.container(horizontal=True, key="queue_chosen"):
        st.markdown("**" + word("selected" if visible else "selected-hidden", number=number) + "**")
        if st.button(word("open"), type="primary", key="queue_open"):
            st.switch_page(st.Page(case_page.show, url_path="case"))
        if st.button(word("clear"), key="queue_clear"):
            selection.select(None)
            st.rerun()
