"""Overview: counts, money, and where penalties are out of line, by agency and field."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboards import services, source
from dashboards.components import charts
from dashboards.words import language, named, side, word


def show() -> None:
    """Draw the page."""
    st.title(word("overview"))
    frame = source.cases()
    if frame.empty:
        st.info(word("empty"))
        return
    _metrics(services.totals(frame))
    st.caption(word("lead-note"))
    left, right = st.columns([3, 2])
    with left:
        st.subheader(word("by-agency"))
        charts.outcomes(services.outcome_by(frame, "agency", word("no-agency")), word("agency"), key="by_agency")
    with right:
        st.subheader(word("by-field"))
        table = services.outcome_by(frame, "field", "")
        table["group"] = table["group"].map(lambda name: named("field", name) or word("no-field"))
        charts.outcomes(table, word("field"), key="by_field")
    _checks()
    _problems()
    version = services.fingerprint(source.where())
    st.download_button(
        word("download"), lambda: source.workbook(version, language()), "findings.xlsx", key="download_findings"
    )


def _metrics(totals: dict[str, int | float]) -> None:
    checked = totals["checked"] or 1
    first = st.columns(4)
    first[0].metric(word("files"), totals["files"])
    first[1].metric(word("decisions"), totals["checked"])
    first[2].metric(word("fines"), f"{totals['fines']:,.2f}")
    first[3].metric(
        word("unreadable") + " / " + word("not-decisions"), f"{totals['unreadable']} / {totals['not_checked']}"
    )
    second = st.columns(4)
    names = ("violation", "lead", "cannot_tell", "in_line")
    labels = ("out-of-line", "leads", "cannot-tell", "in-line")
    for column, name, label in zip(second, names, labels, strict=True):
        share = word("share", share=f"{totals[name] / checked * 100:.1f}")
        column.metric(word(label), totals[name], share, delta_color="off", delta_arrow="off")


def _checks() -> None:
    found = source.findings()
    if found.empty:
        return
    st.subheader(word("by-check"))
    counted = pd.crosstab(found["check"], found["status"])
    for status in ("violation", "lead", "cannot_tell"):
        if status not in counted:
            counted[status] = 0
    counted = counted[["violation", "lead", "cannot_tell"]].sort_values(["violation", "lead"], ascending=False)
    counted.columns = pd.Index([named("status", status) for status in counted.columns])
    counted.index.name = word("check")
    st.dataframe(counted.reset_index(), hide_index=True, key="by_check")


def _problems() -> None:
    trouble = source.problems()
    if trouble.empty:
        return
    with st.expander(f"{word('unread-list')}（{len(trouble)}）"):
        column = ("message_zh", "message_en")[side()]
        st.dataframe(
            trouble[["file", column]].rename(columns={"file": word("files"), column: named("column", "reason")}),
            hide_index=True,
            key="problem_list",
        )
