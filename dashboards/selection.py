"""Which case is chosen: kept in the session and in the address, so that a reload or a sent link shows it."""

from __future__ import annotations

import streamlit as st

KEY = "selected_case"


def selected() -> str | None:
    """Result id of the chosen case."""
    if KEY not in st.session_state and "case" in st.query_params:
        st.session_state[KEY] = st.query_params["case"]
    value = st.session_state.get(KEY)
    return str(value) if value else None


def select(result: str | None) -> None:
    """Choose a case, or none."""
    st.session_state[KEY] = result
