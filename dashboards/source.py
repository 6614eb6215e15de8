"""Which database this dashboard shows, and cached reads from it. The only place where Streamlit caches."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from checker.benchmarks.lint import Lint
from checker.store import Store
from checker.store.queries import StoredCase
from dashboards import labelling, modelling, services
from dashboards import library as shelves
from models.drift import Group
from models.informative import Candidate
from models.mistakes import Worst
from models.registry import SHIPPED, Registry

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


def picture(found: StoredCase, data: bytes, page: int, spans: Sequence[dict[str, Any]]) -> bytes | None:
    """One PDF page with its evidence marked and its personal data covered; None when that cannot be done."""
    return services.case_picture(store(where()), found, data, page, spans)


@st.cache_data(max_entries=4)
def workbook(version: str, language: str) -> bytes:
    """The findings sheet of this state of the database."""
    return services.workbook(store(where()), language)


def benchmark_paths() -> tuple[Path, ...]:
    """The files and folders given after every `--benchmarks`."""
    words = sys.argv[1:]
    return tuple(Path(words[at + 1]) for at, each in enumerate(words[:-1]) if each == "--benchmarks")


def library() -> shelves.Library:
    """All benchmarks; read again only when a file changed. Raises DataFileError for a mistake in one."""
    paths = benchmark_paths()
    return _library(paths, shelves.fingerprint(paths))


@st.cache_resource(max_entries=2)
def _library(paths: tuple[Path, ...], version: str) -> shelves.Library:
    return shelves.load(paths)


def lints() -> tuple[Lint, ...]:
    """The faults of all tables; judged again only when a file changed."""
    paths = benchmark_paths()
    return _lints(paths, shelves.fingerprint(paths))


@st.cache_resource(max_entries=2)
def _lints(paths: tuple[Path, ...], version: str) -> tuple[Lint, ...]:
    return shelves.lints(_library(paths, version))


def now() -> str:
    """This moment, as corrections and histories hold it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def judged(found: StoredCase) -> tuple[labelling.Judged, ...]:
    """A case's readings with people's words beside."""
    return labelling.judged(store(where()), found)


def correct(
    sha256: str, task: str, place: labelling.Place, label: str, polarity: str | None, who: str, note: str
) -> None:
    """Keep a person's word on a passage of a document. Raises CorrectionError."""
    labelling.correct(store(where()), sha256, task, place, label, polarity=polarity, who=who, at=now(), note=note)


def answer(candidate: Candidate, label: str, polarity: str | None, who: str, note: str) -> None:
    """Keep a person's word on a sentence of the queue. Raises CorrectionError."""
    read = candidate.reading
    place = labelling.Place(read.page, read.start, read.end)
    correct(candidate.sha256, read.task, place, label, polarity, who, note)


def to_label(count: int, task: str | None) -> tuple[Candidate, ...]:
    """The sentences that teach most now; looked for anew whenever it is called."""
    return labelling.to_label(store(where()), count, task)


def tally() -> list[dict[str, Any]]:
    """How many corrections there are, by task and person."""
    return labelling.tally(store(where()))


def registry() -> Registry:
    """The models: the folder given after `--registry`, else the one that comes with the package."""
    words = sys.argv[1:]
    return Registry(Path(words[words.index("--registry") + 1]) if "--registry" in words[:-1] else SHIPPED)


@st.cache_data(max_entries=8)
def worst(folder: str, task: str, key: str) -> Worst:
    """A model's surest mistakes on the shipped validation set; an id names one model for ever, so measured once."""
    return modelling.worst(Registry(Path(folder)), task, key)


def drift() -> tuple[Group, ...]:
    """Drift of the current cases; measured again only when the database or the models in use changed."""
    shelf = registry()
    return _drift(where(), services.fingerprint(where()), str(shelf.folder), str(sorted(shelf.state().current.items())))


@st.cache_data(max_entries=2, ttl=600)
def _drift(url: str, version: str, folder: str, current: str) -> tuple[Group, ...]:
    return modelling.drift(store(url), Registry(Path(folder)))


def today() -> date:
    """The day on which the page is looked at."""
    return date.today()


def kept(key: str, default: object) -> str:
    """The widget's key, its value restored: Streamlit forgets widgets of a page that is left."""
    if key not in st.session_state:
        st.session_state[key] = st.session_state.get(f"{key}_kept", default)
    return key


def keep(*keys: str) -> None:
    """Remember the values of widgets for when the page is shown again."""
    for key in keys:
        st.session_state[f"{key}_kept"] = st.session_state[key]


def one_of(key: str, options: Sequence[str], asked: str | None) -> str:
    """The key of a choice among options: what was chosen while it is among them, else what the address asks for."""
    wanted = (st.session_state.get(key), st.session_state.get(f"{key}_kept"), asked, *options)
    st.session_state[key] = next(each for each in wanted if each in options)
    return key
