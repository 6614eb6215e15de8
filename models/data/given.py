"""The texts that a command names: shipped sets by their name, label files by their path."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from checker.errors import CheckerError
from checker.messages import say
from models.data.sets import SETS
from models.labels.command import read
from models.labels.record import LabelledText


def texts(given: Sequence[str]) -> list[LabelledText]:
    """All texts in the order given. A shipped set's name wins, so that a file beside us never takes its place.

    Raises CheckerError for what is neither, LabelError or DataFileError for a mistake in a file.
    """
    return [text for each in given for text in _one(each)]


def _one(given: str) -> Sequence[LabelledText]:
    if given in SETS:
        return SETS[given]()
    if not Path(given).exists():
        raise CheckerError(" ".join(say("dataset:unknown", name=given, known=", ".join(SETS))))
    return read(Path(given))


def name(given: str) -> str:
    """How a card calls it: a set by its name, a file without its folder."""
    return given if given in SETS else Path(given).name
