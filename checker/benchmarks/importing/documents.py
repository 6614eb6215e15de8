"""Files of any common format as blocks: PDF, Word, HTML, XLSX, XLS, CSV, told by their content."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from checker.benchmarks.importing.grid import Block, Source, Unparsed
from checker.benchmarks.importing.joining import join_pages
from checker.benchmarks.importing.pdf_tables import pdf_blocks
from checker.benchmarks.importing.sheets import csv_blocks, workbook_blocks
from checker.benchmarks.importing.word_web import html_blocks, word_blocks
from checker.errors import DocumentError
from checker.parse.detect import detect

Reader = Callable[[bytes, str, list[Unparsed]], list[Block]]


def open_source(data: bytes, label: str) -> Source:
    """The file's text and tables in reading order. Raises DocumentError naming file and reason."""
    reader = READERS.get(kind := detect(data, label))
    if reader is None:
        raise DocumentError("unsupported-format", label, kind=kind)
    unparsed: list[Unparsed] = []
    try:
        blocks = reader(data, label, unparsed)
    except DocumentError:
        raise
    except Exception as error:  # libraries raise what they like on damaged files; the file and reason are told
        raise DocumentError(
            DAMAGED.get(kind, "sheet-damaged"), label, reason=str(error) or type(error).__name__
        ) from error
    return Source(label, hashlib.sha256(data).hexdigest(), tuple(blocks), tuple(unparsed))


def _pdf(data: bytes, label: str, unparsed: list[Unparsed]) -> list[Block]:
    from checker.parse import pdf

    pages, _, _ = pdf.read(data, label)  # raises for encrypted, damaged and empty files with the usual sentences
    bare = [page.number for page in pages if not page.text.strip()]
    if len(bare) == len(pages):
        raise DocumentError("no-text", label, pages=len(pages))
    unparsed += [Unparsed(f"page {number}", "", "本页没有文字层（扫描页），未读 · no text layer") for number in bare]
    return list(join_pages(pdf_blocks(data)))


def _old_word(kind: str) -> Reader:
    """The reader of an old Word format: converted by LibreOffice, then read as DOCX."""

    def read(data: bytes, label: str, unparsed: list[Unparsed]) -> list[Block]:
        from checker.parse.libreoffice import to_docx

        return word_blocks(to_docx(data, label, kind), label, unparsed)

    return read


DAMAGED = {"pdf": "pdf-damaged", "docx": "docx-damaged", "html": "html-damaged"}
READERS: dict[str, Reader] = {
    "pdf": _pdf,
    "docx": word_blocks,
    "html": html_blocks,
    "doc": _old_word("doc"),
    "wps": _old_word("wps"),
    "rtf": _old_word("rtf"),
    "xlsx": workbook_blocks,
    "xls": workbook_blocks,
    "txt": csv_blocks,
    "csv": csv_blocks,
}
