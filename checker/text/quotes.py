"""Where a text gives the words of another: quotation marks, and brackets that give what a cited provision says."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

LONGEST = 400  # characters; a mark that is never closed quotes nothing
MARKS = re.compile(r"“[^“”]*”|「[^「」]*」")
# 第一百一十八条第三款（没收烧烤工具和违法所得，并处…）, but not 第（三）项
GIVEN = re.compile(r"[条款项》]\s*(?P<open>[（(])(?![一二三四五六七八九十\d]{1,3}[)）])")


def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of quoted words, in order; none inside another."""
    found = sorted({*_marked(text), *_given(text)})
    apart: list[tuple[int, int]] = []
    for start, end in found:
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return tuple(apart)


def inside(spans: tuple[tuple[int, int], ...], position: int) -> bool:
    """Whether a position lies in one of the spans."""
    at = bisect_right(spans, (position, len(spans) and spans[-1][1])) - 1
    return at >= 0 and spans[at][0] <= position < spans[at][1]


def _marked(text: str) -> Iterator[tuple[int, int]]:
    for match in MARKS.finditer(text):
        if match.end() - match.start() <= LONGEST:
            yield match.start(), match.end()


def _given(text: str) -> Iterator[tuple[int, int]]:
    """Brackets are counted: the words of a provision have brackets of their own."""
    for match in GIVEN.finditer(text):
        depth = 0
        for at in range(match.start("open"), min(match.end() + LONGEST, len(text))):
            depth += (text[at] in "（(") - (text[at] in "）)")
            if depth == 0:
                yield match.start("open"), at + 1
                break
