"""The queue's filters; choices live in the session and survive a change of page."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from checker.store.summary import SEVERITIES
from dashboards.services import STATUSES, Filters
from dashboards.words import named, word

SORTS = ("worst", "day", "fine", "number")


def choose(frame: pd.DataFrame, *, key: str) -> Filters:
    """Draw the filters and return what is chosen."""
    first = st.columns([3, 2, 2])
    search = first[0].text_input(word("search"), key=_kept(key, "search", ""))
    statuses = first[1].multiselect(
        word("status"),
        STATUSES,
        format_func=lambda value: named("status", value),
        key=_kept(key, "statuses", []),
        placeholder=word("all"),
    )
    sort = first[2].selectbox(
        word("sort"), SORTS, format_func=lambda value: word(f"sort-{value}"), key=_kept(key, "sort", SORTS[0])
    )
    second = st.columns([2, 2, 3, 3])
    severities = second[0].multiselect(
        word("severity"),
        SEVERITIES,
        format_func=lambda value: named("severity", value),
        key=_kept(key, "sev", []),
        placeholder=word("all"),
    )
    fields = second[1].multiselect(
        word("field"),
        _values(frame, "field"),
        format_func=lambda value: named("field", value),
        key=_kept(key, "field", []),
        placeholder=word("all"),
    )
    agencies = second[2].multiselect(
        word("agency"), _values(frame, "agency"), key=_kept(key, "agency", []), placeholder=word("all")
    )
    names = sorted({name for names in frame["checks"] for name in names})
    checks = second[3].multiselect(word("check"), names, key=_kept(key, "checks", []), placeholder=word("all"))
    for name in ("search", "statuses", "sort", "sev", "field", "agency", "checks"):
        st.session_state[f"{key}_{name}_kept"] = st.session_state[f"{key}_{name}"]
    return Filters(statuses, severities, agencies, fields, checks, search, sort)


def _kept(key: str, name: str, default: object) -> str:
    """The widget's key, its value restored: Streamlit forgets widgets of a page that is left."""
    widget = f"{key}_{name}"
    if widget not in st.session_state:
        st.session_state[widget] = st.session_state.get(f"{widget}_kept", default)
    return widget


def _values(frame: pd.DataFrame, column: str) -> list[str]:
    return sorted(frame[column].dropna().unique())
