"""Ruled tables in PDFs: cells stay whole sentences instead of being cut across by lines."""

from __future__ import annotations

import ctypes
import io
import logging
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

RULES = 6  # thin paths that a page must have before the slow table finder is asked
THIN = 2.5  # points


def has_rules(page: pypdfium2.PdfPage) -> bool:
    """Whether the page has enough thin horizontal and vertical paths to hold a table; costs microseconds."""
    flat = upright = 0
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        item = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        ends = [ctypes.c_float() for _ in range(4)]
        pdfium.FPDFPageObj_GetBounds(item, *(ctypes.byref(end) for end in ends))
        width, height = ends[2].value - ends[0].value, ends[3].value - ends[1].value
        boxed = width > 20 and height > 8  # a stroked cell border
        flat += boxed or (height < THIN and width > 20)
        upright += boxed or (width < THIN and height > 8)
        if flat + upright >= RULES and flat >= 2 and upright >= 2:
            return True
    return False


def table_texts(data: bytes, pages: list[int]) -> dict[int, str]:
    """The text of these pages (from 0) with table cells joined by tabs, for pages where tables were found."""
    import pdfplumber  # slow to import; most files have no ruled table

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    found = {}
    with pdfplumber.open(io.BytesIO(data), pages=[index + 1 for index in pages]) as opened:
        for index, page in zip(pages, opened.pages, strict=True):
            tables = [table for table in page.find_tables() if len(table.cells) > 2]
            if tables:
                found[index] = _page_text(page, tables)
    return found


def _page_text(page: Any, tables: list[Any]) -> str:
    """Lines outside the tables and rows of the tables, from top to bottom."""
    outside = page
    pieces: list[tuple[float, str]] = []
    for table in tables:
        box = table.bbox
        outside = outside.filter(lambda item, box=box: not _inside(item, box))
        rows = ["\t".join(_cell(cell) for cell in row if cell is not None) for row in table.extract()]
        pieces.append((box[1], "\n".join(row for row in rows if row.strip())))
    pieces += [(line["top"], line["text"]) for line in outside.extract_text_lines(return_chars=False)]
    return "\n".join(text for _, text in sorted(pieces, key=lambda piece: piece[0]))


def _inside(item: dict[str, Any], box: tuple[float, float, float, float]) -> bool:
    middle = (item["x0"] + item["x1"]) / 2, (item["top"] + item["bottom"]) / 2
    return bool(box[0] <= middle[0] <= box[2] and box[1] <= middle[1] <= box[3])


def _cell(text: str) -> str:
    """A cell's own line ends are the column's width, unless they end a sentence."""
    lines = [line.strip() for line in text.split("\n")]
    joined = ""
    for line in lines:
        joined += ("\n" if joined and joined[-1] in "。；：" else "") + line
    return joined
