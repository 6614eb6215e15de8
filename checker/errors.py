"""What the operator must mend is raised; everything else is a value (see ARCHITECTURE.md, three channels)."""

from __future__ import annotations


class CheckerError(Exception):
    """Base of every error this package raises on purpose; catch it to catch them all."""


class DataFileError(CheckerError):
    """A benchmark, statute, threshold or gold file that people write has a mistake.

    `file`, `line` (1-based, None when unknown) and `field` name the place; str() shows all three.
    """

    def __init__(self, file: str, reason: str, *, line: int | None = None, field: str | None = None) -> None:
        self.file, self.line, self.field, self.reason = file, line, field, reason
        place = file if line is None else f"{file}:{line}"
        super().__init__(f"{place}: {field}: {reason}" if field else f"{place}: {reason}")


class DocumentError(CheckerError):
    """One input cannot be read as a document; the pipeline turns it into a Problem and the batch goes on.

    `code` is a key under `problem:` in the message catalogue, `detail` fills its placeholders.
    """

    def __init__(self, code: str, file: str, **detail: object) -> None:
        self.code, self.file, self.detail = code, file, detail
        super().__init__(f"{file}: {code} {detail or ''}".rstrip())


class NotInForceError(CheckerError):
    """A dated table was asked for a day before its first value; guessing would be worse than stopping."""


class StoreError(CheckerError):
    """The database cannot be opened, is of another schema version, or is not ours."""
