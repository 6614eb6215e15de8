"""Which database this dashboard shows, and cached reads from it. The only place where Streamlit caches."""

from __future__ import annotations

import sys

import pandas as pd
import streamlit as st

from checker.store import Store
from checker.store.queries import StoredCase
from dashboards import services

DEFAULT = "cases.db"


def where() -> str:
    """The database given after `--db`, else cases.db."""
    words = sys.argv[1:]
    return words[words.index("--db") + 1] if "--db" in words[:-1] else DEFAULT


@st.cache_resource
def store(url: str) -> Store:
    """One open store a process."""
    return Store(url)


def cases() -> pd.DataFrame:
    """All current cases; read again only when the database changed."""
    return _cases(where(), services.fingerprint(where()))


@st.cache_data(max_entries=4, ttl=30)
def _cases(url: str, version: str) -> pd.DataFrame:
    return services.cases(store(url))


def findings() -> pd.DataFrame:
    """All findings of current cases."""
    return _findings(where(), services.fingerprint(where()))


@st.cache_data(max_entries=4, ttl=30)
def _findings(url: str, version: str) -> pd.DataFrame:
    return services.findings(store(url))


def problems() -> pd.DataFrame:
    """All problems of current cases."""
    return services.problems(store(where()))


def case(result: str) -> StoredCase | None:
    """One case by result id."""
    return services.case(store(where()), result)


@st.cache_data(max_entries=4)
def workbook(version: str, language: str) -> bytes:
    """The findings sheet of this state of the database."""
    return services.workbook(store(where()), language)
