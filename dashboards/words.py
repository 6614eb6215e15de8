"""Interface words in the language chosen by the user."""

from __future__ import annotations

import re

import streamlit as st

from checker.benchmarks.fields import fields
from checker.messages import messages, say
from checker.reports.wording import LANGUAGES, side_of

KEY = "language"


def language() -> str:
    """The language of this session: zh unless switched."""
    return str(st.session_state.get(KEY, LANGUAGES[0]))


def side() -> int:
    """Index into a (zh, en) pair."""
    return side_of(language())


def word(key: str, **values: object) -> str:
    """An interface sentence; `key` without its `ui:` prefix."""
    return say(f"ui:{key}", **values)[side()]


def literal(text: str) -> str:
    """Words of a document for Markdown: the stars of a mask are no emphasis."""
    return re.sub(r"([\\`*_\[\]{}<>#|~$])", r"\\\1", text)


def named(kind: str, value: str | None) -> str:
    """The display name of a coded value ("status", "violation"); the code itself when it has no name."""
    if value is None:
        return ""
    if kind == "field":
        entry = fields().get(value)
        return value if entry is None else (entry.zh, entry.en)[side()]
    key = f"{kind}:{value}"
    return say(key)[side()] if key in messages() else value
