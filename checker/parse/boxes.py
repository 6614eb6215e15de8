"""Where a span stands on a page of a PDF or an OFD."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2

from checker.parse.ofd import Sheet, sheet
from checker.records.read import Span
from checker.records.scan import Scan


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, from the top left corner: points for a PDF, millimetres for an OFD."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float
    page_width: float
    page_height: float


def boxes(data: bytes, spans: Sequence[Span]) -> list[Box]:
    """One box a line of each span; a span whose words are not found on its page gives none."""
    if data.startswith(b"PK"):
        return list(_drawn(data, spans))
    document = pypdfium2.PdfDocument(data)
    try:
        return [box for span in spans for box in _span(document, span)]
    finally:
        document.close()


def scan_boxes(text: str, scan: Scan, spans: Sequence[Span], width: float, height: float) -> list[Box]:
    """One box a line of each span on a page that OCR read; `text` is the page's, `width` and `height` its size."""
    return [
        Box(span.page, left * width, top * height, right * width, bottom * height, width, height)
        for span in spans
        for left, top, right, bottom in scan.boxes(text, span.start, span.end)
    ]


def _span(document: pypdfium2.PdfDocument, span: Span) -> Iterator[Box]:
    page = document[span.page - 1]
    text = page.get_textpage()
    try:
        width, height = page.get_size()
        index = _located(text.get_text_range(), span)
        if index is None:
            return
        line: list[float] = []
        for char in range(*index):
            left, bottom, right, top = text.get_charbox(char)
            if right - left <= 0:
                continue
            if line and (abs(height - bottom - line[3]) > (line[3] - line[1]) * 0.6 or left < line[0]):
                yield Box(span.page, line[0], line[1], line[2], line[3], width, height)
                line = []
            here = [left, height - top, right, height - bottom]
            line = [*map(min, line[:2], here[:2]), *map(max, line[2:], here[2:])] if line else here
        if line:
            yield Box(span.page, line[0], line[1], line[2], line[3], width, height)
    finally:
        text.close()
        page.close()


def _located(raw: str, span: Span) -> tuple[int, int] | None:
    """Character indices in PDFium's text, which keeps CR LF; by the quote when the page was read as a table."""
    before = raw.replace("\r\n", "\n")
    if before[span.start : span.end] == span.quote:
        start = _with_returns(raw, span.start)
        return start, _with_returns(raw, span.end)
    pattern = r"\s*".join(map(re.escape, re.sub(r"\s", "", span.quote)))
    match = re.search(pattern, raw)
    return match.span() if match else None


def _with_returns(raw: str, index: int) -> int:
    """The index in text with CR LF of an index in the same text with LF."""
    position = seen = 0
    while seen < index:
        position += 2 if raw.startswith("\r\n", position) else 1
        seen += 1
    return position


def _drawn(data: bytes, spans: Sequence[Span]) -> Iterator[Box]:
    sheets: dict[int, Sheet | None] = {}
    for span in spans:
        if span.page not in sheets:
            sheets[span.page] = sheet(data, span.page)
        laid = sheets[span.page]
        if laid is None or laid.text[span.start : span.end] != span.quote:
            continue
        line: list[float] = []
        for _, glyph in laid.pieces[span.start : span.end]:
            if glyph is None:  # a blank or a line's end that the page only shows
                continue
            here = [*glyph.box]
            if line and (abs(here[3] - line[3]) > (line[3] - line[1]) * 0.6 or here[0] < line[0]):
                yield Box(span.page, line[0], line[1], line[2], line[3], *laid.size)
                line = []
            line = [*map(min, line[:2], here[:2]), *map(max, line[2:], here[2:])] if line else here
        if line:
            yield Box(span.page, line[0], line[1], line[2], line[3], *laid.size)
