"""Word 97-2003, WPS and RTF: converted by LibreOffice, then read as DOCX."""

from __future__ import annotations

from checker.parse import word
from checker.parse.libreoffice import to_docx
from checker.records.document import Page
from checker.records.problem import Problem

Read = tuple[tuple[Page, ...], tuple[Problem, ...], str | None]


def read_doc(data: bytes, label: str) -> Read:
    """The body of a .doc. Raises DocumentError: those of LibreOffice and of DOCX."""
    return word.read(to_docx(data, label, "doc"), label)


def read_wps(data: bytes, label: str) -> Read:
    """The body of a .wps. Raises as `read_doc`."""
    return word.read(to_docx(data, label, "wps"), label)


def read_rtf(data: bytes, label: str) -> Read:
    """The body of an RTF. Raises as `read_doc`."""
    return word.read(to_docx(data, label, "rtf"), label)
