"""Something that could not be read or run, recorded so that it is never taken for a pass."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One document, page, field or check that could not be read or run, in both languages.

    `stage` is parse, extract, assess, check or store; `fatal` means the document as a whole was not checked.
    """

    code: str
    stage: str
    file: str
    message_zh: str
    message_en: str
    page: int | None = None
    fatal: bool = False
