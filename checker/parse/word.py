"""DOCX: paragraphs and tables in order, inserted text kept, deleted text left out."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from checker.errors import DocumentError
from checker.records.document import Page
from checker.records.problem import Problem

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
LARGEST = 100 * 2**20  # bytes of document.xml
SKIPPED = frozenset(
    {f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}pPr", f"{W}rPr", f"{W}sectPr", f"{W}tblPr", f"{MC}Fallback"}
)


def read(data: bytes, label: str) -> tuple[tuple[Page, ...], tuple[Problem, ...], str | None]:
    """The body as one page. Raises DocumentError: docx-damaged, zip-encrypted, zip-bomb."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            if opened.getinfo("word/document.xml").file_size > LARGEST:
                raise DocumentError("zip-bomb", label, reason=f"> {LARGEST >> 20} MB")
            xml = opened.read("word/document.xml")
        # No entities, no network: a document must not make us read other files.
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
        root = etree.fromstring(xml, parser)
    except RuntimeError as error:
        raise DocumentError("zip-encrypted", label) from error
    except (zipfile.BadZipFile, KeyError, OSError, ValueError, zlib.error, etree.LxmlError) as error:
        raise DocumentError("docx-damaged", label, reason=str(error)) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise DocumentError("docx-damaged", label, reason="document type declaration")
    body = root.find(f"{W}body")
    if body is None:
        raise DocumentError("docx-damaged", label, reason="no body")
    return (Page(1, "\n".join(_blocks(body))),), (), None


def _blocks(parent: etree._Element) -> Iterator[str]:
    for node in parent:
        if node.tag == f"{W}p":
            yield from "".join(_inline(node)).split("\n")
        elif node.tag == f"{W}tbl":
            yield from _rows(node)
        elif node.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}customXml"):
            yield from _blocks(node)


def _rows(table: etree._Element) -> Iterator[str]:
    for row in table.iter(f"{W}tr"):
        if next(row.iterancestors(f"{W}tbl"), None) is table:
            cells = [cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr"), None) is row]
            shown = [text for cell in cells if not _continues(cell) for text in ["\n".join(_blocks(cell)).strip()]]
            yield from "\t".join(shown).split("\n")


def _continues(cell: etree._Element) -> bool:
    """Whether a cell is the lower part of one merged downwards, whose text stands above."""
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(f"{W}val") != "restart"


def _inline(node: etree._Element) -> Iterator[str]:
    for child in node:
        if child.tag in SKIPPED:
            continue
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag == f"{W}tab":
            yield "\t"
        elif child.tag in (f"{W}br", f"{W}cr"):
            yield "\n"
        elif child.tag == f"{W}txbxContent":  # a text box: its paragraphs, apart from the line it hangs on
            yield "\n" + "\n".join(_blocks(child)) + "\n"
        else:
            yield from _inline(child)
