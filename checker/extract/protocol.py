"""What every extractor offers."""

from __future__ import annotations

from typing import Protocol

from checker.records.decision import Decision
from checker.records.document import CleanText


class Extractor(Protocol):
    """Turns a clean text into a Decision; never reads files, the clock or the network."""

    @property
    def name(self) -> str:
        """Short name, part of every result's version."""
        ...

    @property
    def version(self) -> str:
        """Changes whenever the same text may read differently."""
        ...

    def extract(self, text: CleanText) -> Decision:
        """The decision; a document of another kind is named in `kind` and otherwise read as far as it goes."""
        ...
