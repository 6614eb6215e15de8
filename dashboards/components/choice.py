"""A row of choices that survives a change of page and of language."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from dashboards.words import language


def radio(label: str, options: Sequence[str], named: Callable[[str], str], *, key: str, hidden: bool = False) -> str:
    """The chosen option. Streamlit knows choices by their names, so each language has a widget of its own."""
    kept = str(st.session_state.get(f"{key}_kept", ""))
    picked = st.radio(
        label,
        options,
        index=list(options).index(kept) if kept in options else 0,
        format_func=named,
        horizontal=True,
        key=f"{key}_{language()}",
        label_visibility="collapsed" if hidden else "visible",
    )
    st.session_state[f"{key}_kept"] = picked
    return str(picked)
