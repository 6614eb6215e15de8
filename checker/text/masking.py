"""Mask personal data in text that has no document behind it; a mask keeps the length, so offsets stay true.

Outputs about a document go through checker.contract.privacy, which knows the whole document: a quote alone does not
tell whose address it holds.
"""

from __future__ import annotations

from checker.text.privacy import Personal, personal, shown


def mask(text: str) -> str:
    """The text with its personal data starred; of long numbers the first three and the last two characters stay.

    >>> mask("电话13812345678。")
    '电话138******78。'
    """
    return starred(text, personal(text))


def starred(text: str, found: list[Personal]) -> str:
    """The text with these places starred."""
    for each in found:
        text = text[: each.start] + shown(each.kind, text[each.start : each.end]) + text[each.end :]
    return text


__all__ = ["mask", "personal", "starred"]
