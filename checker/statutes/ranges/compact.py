"""The text as the grammar reads it: no blanks, no glosses in brackets, narrow digits; every place known in the original."""

from __future__ import annotations

import re
from dataclasses import dataclass

NARROW = str.maketrans("０１２３４５６７８９．％（）～－﹣–—―：；，", "0123456789.%()~-----:;，")
GLOSS = re.compile(r"\([^()\n]*\)")
KEPT = re.compile(r"\((?:不?含|不?包含|不?包括)(?:本数|本级|该数)?[^()]{0,4}\)")  # (含), (不含本数): part of a size
ITEM_NUMBER = re.compile(r"\([一二三四五六七八九十\d]{1,3}\)")
LISTED = ("、", "至", "和", "者", "或", "及")  # 第(一)项、第(二)项; 第(一)、(二)项
BLANK = re.compile(r"(?:[^\S\n]|[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff])+")  # and what is no text at all
LETTER_ONE = re.compile(r"(?<![A-Za-z])[lI](?=[万千百倍元\d])")  # a scan's letter for the digit


@dataclass(frozen=True, slots=True)
class Compact:
    """`text` without what the grammar skips; `places[i]` is where its character i stands in the original."""

    text: str
    places: tuple[int, ...]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The same stretch in the original text, offsets in characters; (0, 0) for an empty one."""
        if start >= end or not self.places:
            return 0, 0
        return self.places[start], self.places[end - 1] + 1


def compact(original: str) -> Compact:
    """Narrow what is wide, one character for one, then leave out blanks and glosses."""
    narrow = LETTER_ONE.sub("1", original.translate(NARROW))
    skipped = bytearray(len(narrow))
    for pattern in (BLANK, GLOSS):
        for match in pattern.finditer(narrow):
            if pattern is BLANK or not _is_kept(narrow, match):
                skipped[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    places = tuple(index for index in range(len(narrow)) if not skipped[index])
    return Compact("".join(narrow[index] for index in places), places)


def _is_kept(text: str, match: re.Match[str]) -> bool:
    """Whether the bracket belongs to the words: (含本数), 第(一)项, or a bracket that itself speaks of a fine."""
    inside = re.sub(r"\s", "", match.group())
    before = text[max(match.start() - 2, 0) : match.start()].rstrip()
    item = before.endswith("第") or (before.endswith(LISTED) and ITEM_NUMBER.fullmatch(inside) is not None)
    return item or KEPT.fullmatch(inside) is not None or "罚款" in inside
