"""Bytes to Document: opened by content, never by suffix. A format is one module and one line in PARSERS."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from checker.errors import DocumentError
from checker.parse import html, ofd, office, pdf, plain, sheet, word
from checker.parse.boxes import Box, boxes, scan_boxes
from checker.parse.detect import detect
from checker.parse.expand import expand
from checker.parse.problems import problem, problem_of
from checker.parse.scan import Cache, Scanner, Told, fill, installed, pictures
from checker.parse.source import Source
from checker.records.document import Document, Page
from checker.records.problem import Problem

Parser = Callable[[bytes, str], tuple[tuple[Page, ...], tuple[Problem, ...], str | None]]
PARSERS: tuple[tuple[str, Parser], ...] = (
    ("pdf", pdf.read),
    ("docx", word.read),
    ("html", html.read),
    ("txt", plain.read),
    ("csv", sheet.read_csv),
    ("xlsx", sheet.read_workbook),
    ("xls", sheet.read_workbook),
    ("ofd", ofd.read),
    ("doc", office.read_doc),
    ("wps", office.read_wps),
    ("rtf", office.read_rtf),
    *((name, pictures.read) for name in pictures.FORMATS),
)


def parse(data: bytes, label: str, scanner: Scanner | None = None, told: Told | None = None) -> Document:
    """The document in these bytes. Raises DocumentError with a code of `problem:` for what cannot be read.

    Pages that are pictures are read by `scanner` (None: by the installed engine, nothing kept); `told` hears of each.
    """
    kind = detect(data, label)
    parser = dict(PARSERS).get(kind)
    if parser is None:
        raise DocumentError("unsupported-format", label, kind=kind)
    pages, problems, encoding = parser(data, label)
    if kind in ("pdf", "ofd") or kind in pictures.FORMATS:
        pages, more = fill(kind, data, label, pages, scanner or Scanner(), told)
        problems = (*problems, *more)
    if not any(page.text.strip() for page in pages):
        raise DocumentError("no-text", label, pages=len(pages))
    shown = "image" if kind in pictures.FORMATS else kind
    return Document(label, hashlib.sha256(data).hexdigest(), shown, pages, problems, encoding)


__all__ = [
    "PARSERS",
    "Box",
    "Cache",
    "Scanner",
    "Source",
    "Told",
    "boxes",
    "expand",
    "installed",
    "parse",
    "problem",
    "problem_of",
    "scan_boxes",
]
