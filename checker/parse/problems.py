"""Problems worded from the catalogue."""

from __future__ import annotations

from checker.errors import DocumentError
from checker.messages import say
from checker.records.problem import Problem


def problem(
    code: str, file: str, stage: str = "parse", page: int | None = None, fatal: bool = True, **detail: object
) -> Problem:
    """The Problem of a code; `detail` fills the placeholders of its sentence."""
    zh, en = say(f"problem:{code}", file=file, page=page, **detail)
    return Problem(code, stage, file, zh, en, page, fatal)


def problem_of(error: DocumentError) -> Problem:
    """The Problem that an unreadable document becomes; fatal for it, and for it alone."""
    zh, en = say(f"problem:{error.code}", **{"file": error.file, "page": None, **error.detail})
    return Problem(error.code, "parse", error.file, zh, en, fatal=True)
