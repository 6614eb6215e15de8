"""What a file is, by its first bytes; a suffix is never believed."""

from __future__ import annotations

import io
import re
import zipfile
from typing import BinaryIO

from checker.errors import DocumentError
from checker.parse import ole, plain, sheet

HEAD = 4096
MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"{\\rtf", "rtf"),
)
# A document in a ZIP without directory is known by its first members.
INSIDE = {
    b"word/": "docx-damaged",
    b"[Content_Types].xml": "docx-damaged",
    b"OFD.xml": "ofd-damaged",
    b"Doc_0/": "ofd-damaged",
}
WORD = (b"\xec\xa5", b"\xdc\xa5")  # how the WordDocument stream begins: Word 97 and later, Word 6 and 95
KINGSOFT = {"WpsCustomData", "WPSDocument"}  # beside WordDocument, where WPS Office wrote the file
WORKS = {"MatOST", "MM"}  # .wps of Microsoft Works
HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|div|table|p|h[1-6])[\s>/]", re.IGNORECASE)


def detect(data: bytes, label: str) -> str:
    """A key of PARSERS, or the name of a format that is not read. Raises DocumentError for no document."""
    if not data:
        raise DocumentError("empty", label)
    head = data[:HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(ole.SIGNATURE):
        return _ole(data, label)
    if head.startswith(b"PK\x03\x04"):
        return _office(io.BytesIO(data), label)
    if head.startswith(b"PK"):
        raise DocumentError("zip-damaged", label, reason="no first member")
    for magic, name in MAGIC:
        if head.startswith(magic) and (name != "BMP" or b"\x00" in head[:32]):
            return name
    text = head.decode("utf-16", "ignore").encode() if head[:2] in (b"\xff\xfe", b"\xfe\xff") else head
    if HTML.search(text) and text.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"<":
        return "html"
    return "csv" if _tabular(data, label) else "txt"


def _tabular(data: bytes, label: str) -> bool:
    if data.count(b",", 0, HEAD) + data.count(b"\t", 0, HEAD) < sheet.FEWEST:
        return False
    try:
        return sheet.is_csv(plain.decode(data, label)[0])
    except DocumentError:
        return False  # the reader of plain text says why


def is_archive(head: bytes, stream: BinaryIO | io.BytesIO) -> bool:
    """Whether this is a ZIP of files and not an office document in a ZIP. The stream must be seekable."""
    if head.startswith(b"PK\x05\x06"):
        return True
    if not head.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(stream) as opened:
            names = set(opened.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return not any(name in head for name in INSIDE)
    return not names & {"[Content_Types].xml", "OFD.xml", "mimetype", "META-INF/manifest.xml"}


def _ole(data: bytes, label: str) -> str:
    names = ole.streams(data)
    if names is None:  # a directory out of reach: the names stand somewhere in the file all the same
        wanted = ("EncryptedPackage", "WordDocument", "Workbook")
        names = {name: ole.Entry(0, 0) for name in wanted if name.encode("utf-16-le") in data}
    if "EncryptedPackage" in names:
        raise DocumentError("office-encrypted", label)
    if "Workbook" in names or "Book" in names:
        return "xls"
    if "WordDocument" in names:
        opening = ole.head(data, names, "WordDocument", 12)
        if opening[:2] in WORD and len(opening) == 12 and opening[11] & 1:  # fEncrypted of the FIB
            raise DocumentError("office-encrypted", label)
        return "wps" if names.keys() & KINGSOFT else "doc"
    if names.keys() & WORKS:
        return "wps"
    return "PPT" if "PowerPoint Document" in names else "OLE"


def _office(stream: io.BytesIO, label: str) -> str:
    try:
        with zipfile.ZipFile(stream) as opened:
            names = set(opened.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        code = next((code for name, code in INSIDE.items() if name in stream.getvalue()[:HEAD]), "zip-damaged")
        raise DocumentError(code, label, reason=str(error)) from error
    if "word/document.xml" in names:
        return "docx"
    for member, name in (("xl/workbook.xml", "xlsx"), ("ppt/presentation.xml", "PPTX"), ("OFD.xml", "ofd")):
        if member in names:
            return name
    if "[Content_Types].xml" in names:
        raise DocumentError("docx-damaged", label, reason="word/document.xml is missing")
    return "ODF" if "mimetype" in names else "ZIP"
