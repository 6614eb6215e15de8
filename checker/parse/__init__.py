"""Bytes to Document: opened by content, never by suffix. A format is one module and one line in PARSERS."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from checker.errors import DocumentError
from checker.parse import html, ofd, office, pdf, plain, word
from checker.parse.boxes import Box, boxes
from checker.parse.detect import detect
from checker.parse.expand import expand
from checker.parse.problems import problem, problem_of
from checker.parse.source import Source
from checker.records.document import Document, Page
from checker.records.problem import Problem

Parser = Callable[[bytes, str], tuple[tuple[Page, ...], tuple[Problem, ...], str | None]]
PARSERS: tuple[tuple[str, Parser], ...] = (
    ("pdf", pdf.read),
    ("docx", word.read),
    ("html", html.read),
    ("txt", plain.read),
    ("ofd", ofd.read),
    ("doc", office.read_doc),
    ("wps", office.read_wps),
    ("rtf", office.read_rtf),
)


def parse(data: bytes, label: str) -> Document:
    """The document in these bytes. Raises DocumentError with a code of `problem:` for what cannot be read."""
    kind = detect(data, label)
    parser = dict(PARSERS).get(kind)
    if parser is None:
        raise DocumentError("unsupported-format", label, kind=kind)
    pages, problems, encoding = parser(data, label)
    if not any(page.text.strip() for page in pages):
        raise DocumentError("no-text", label, pages=len(pages))
    return Document(label, hashlib.sha256(data).hexdigest(), kind, pages, problems, encoding)


__all__ = ["PARSERS", "Box", "Source", "boxes", "expand", "parse", "problem", "problem_of"]
