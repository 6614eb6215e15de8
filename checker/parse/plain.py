"""Text files, their encoding found by content."""

from __future__ import annotations

import codecs

from checker.errors import DocumentError
from checker.records.document import Page
from checker.records.problem import Problem

LARGEST = 20 * 2**20  # bytes of text in one document
BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
CONTROL = {chr(code) for code in range(32)} - set("\t\n\r\f\v")


def read(data: bytes, label: str) -> tuple[tuple[Page, ...], tuple[Problem, ...], str | None]:
    """The text as one page. Raises DocumentError: too-large, binary, no-text."""
    text, encoding = decode(data, label)
    return (Page(1, text),), (), encoding


def decode(data: bytes, label: str) -> tuple[str, str]:
    """The text and its encoding: a BOM decides, else UTF-8, UTF-16 by its zero bytes, GB18030."""
    if len(data) > LARGEST:
        raise DocumentError("too-large", label, size=len(data) >> 20, limit=LARGEST >> 20)
    for encoding in _candidates(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_text(text):
            return text, encoding
    text = data.decode("gb18030", "replace")  # a few broken bytes must not lose a whole decision
    if _is_text(text) and text.count("\ufffd") * 50 < len(text):
        return text, "gb18030"
    text = data.decode("utf-8", "replace")
    if _is_text(text) and text.count("\ufffd") * 50 < len(text):
        return text, "utf-8"
    raise DocumentError("binary", label)


def _candidates(data: bytes) -> tuple[str, ...]:
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return (encoding,)
    sample = data[:4000]
    if b"\x00" in sample:
        return ("utf-16-le", "utf-16-be")
    if len(data) % 2 == 0 and _looks_like_utf16(sample):
        return ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
    return ("utf-8", "gb18030")


def _looks_like_utf16(sample: bytes) -> bool:
    """Chinese UTF-16 without BOM has hardly a zero byte, but its high bytes lie in 0x4e..0x9f or 0x30, 0xff."""
    for start in (0, 1):
        high = sample[start::2]
        if high and sum(0x4E <= byte <= 0x9F or byte in (0x00, 0x30, 0xFF) for byte in high) > 0.95 * len(high):
            return True
    return False


def _is_text(text: str) -> bool:
    strange = sum(1 for char in text[:20000] if char in CONTROL or "\ue000" <= char <= "\uf8ff")
    return strange * 100 <= len(text[:20000])
