"""Texts for tests: a document of one page, or of several, and its clean form."""

from __future__ import annotations

from checker.records.document import CleanText, Document, Page
from checker.text.repair import repair


def document(*pages: str, kind: str = "txt") -> Document:
    """A document with these page texts."""
    return Document(f"case.{kind}", "0" * 64, kind, tuple(Page(n, text) for n, text in enumerate(pages, start=1)))


def clean(*pages: str, kind: str = "docx") -> CleanText:
    """The repaired text of these pages."""
    return repair(document(*pages, kind=kind))
