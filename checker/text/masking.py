"""Find and mask personal data in text; a mask keeps the length, so offsets stay true."""

from __future__ import annotations

import re
from collections.abc import Iterator

# 18 digits with a plausible birth date; a mobile phone; a bank card beside its label.
ID_NUMBER = re.compile(
    r"(?<![0-9A-Za-z])[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])"
)
PHONE = re.compile(r"(?<![0-9A-Za-z.])1[3-9]\d{9}(?!\d)")
BANK_CARD = re.compile(r"(?:(?:银行卡|卡|账|帐)号[：:为]?\s?)(\d{16,19}|(?:\d{4}\s){3,4}\d{1,4})(?!\d)")
LONG_NUMBER = re.compile(r"\d(?:\s?\d){10}")


def personal(text: str) -> Iterator[tuple[str, int, int]]:
    """(kind, start, end) of each unmasked ID number, mobile phone and bank account, one kind after the other."""
    for match in ID_NUMBER.finditer(text):
        yield "id_number", match.start(), match.end()
    for match in PHONE.finditer(text):
        yield "phone", match.start(), match.end()
    for match in BANK_CARD.finditer(text):
        yield "bank_account", match.start(1), match.end(1)


def mask(text: str) -> str:
    """The text with the middle of each personal number starred: first three and last two characters stay.

    >>> mask("电话13812345678。")
    '电话138******78。'
    """
    if not LONG_NUMBER.search(text):
        return text
    shown = list(text)
    for _, start, end in personal(text):
        shown[start + 3 : end - 2] = "*" * (end - start - 5)
    return "".join(shown)
