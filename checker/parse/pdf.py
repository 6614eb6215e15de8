"""PDF: text from PDFium; pages with ruled tables through pdfplumber's table finder."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from checker.errors import DocumentError
from checker.parse.tables import has_rules, table_texts
from checker.records.document import Page
from checker.records.problem import Problem

NO_PAGES = re.compile(rb"/Kids\s*\[\s*\]")
LARGEST = 2000  # pages of one document


def read(data: bytes, label: str) -> tuple[tuple[Page, ...], tuple[Problem, ...], str | None]:
    """Pages with their text layer, empty where there is none.

    Raises DocumentError: pdf-encrypted, pdf-damaged, pdf-no-pages, too-many-pages.
    """
    with_tables: list[int] = []
    opened = _open(data, label)
    try:
        count = len(opened)
        if count == 0:
            raise DocumentError("pdf-no-pages", label)
        if count > LARGEST:
            raise DocumentError("too-many-pages", label, pages=count, limit=LARGEST)
        texts = list(_texts(opened, label, with_tables))
    finally:
        opened.close()
    if with_tables:
        for index, text in table_texts(data, with_tables).items():
            texts[index] = text
    pages = tuple(Page(number, text) for number, text in enumerate(texts, start=1))
    return pages, (), None


def _open(data: bytes, label: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise DocumentError("pdf-encrypted", label) from error
        if NO_PAGES.search(data):  # PDFium calls a page tree without pages damaged
            raise DocumentError("pdf-no-pages", label) from error
        raise DocumentError("pdf-damaged", label, reason=str(error)) from error


def _texts(opened: pypdfium2.PdfDocument, label: str, with_tables: list[int]) -> Iterator[str]:
    for index in range(len(opened)):
        try:
            page = opened[index]
        except pypdfium2.PdfiumError as error:
            raise DocumentError("pdf-damaged", label, reason=f"page {index + 1}: {error}") from error
        try:
            text = page.get_textpage()
            try:
                yield text.get_text_range().replace("\r\n", "\n")
            finally:
                text.close()
            if has_rules(page):
                with_tables.append(index)
        finally:
            page.close()
