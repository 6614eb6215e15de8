"""A labelled or hand-written text as extraction sees it."""

from __future__ import annotations

import hashlib

from checker.records.document import CleanText, Document, Page
from checker.text.repair import repair


def cleaned(name: str, text: str) -> CleanText:
    """The text as one page, repaired; offsets lead back into `text`."""
    return repair(Document(name, hashlib.sha256(text.encode()).hexdigest(), "txt", (Page(1, text),)))
