"""Character n-grams with a prefix, the common coin of all features."""

from __future__ import annotations

import re

DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
NUMERALS = re.compile(r"[零〇一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟两]{2,}")


def plain(text: str) -> str:
    """The text with every number written as one sign: what a number is worth says little of what it is for."""
    return NUMERALS.sub("#", DIGITS.sub("#", text)).replace("\n", "¶").replace("\t", "¶").replace(" ", "")


def grams(prefix: str, text: str, sizes: tuple[int, ...] = (2, 3)) -> list[str]:
    """Every n-gram of the given sizes.

    >>> grams("b:", "罚款", (1, 2))
    ['b:罚', 'b:款', 'b:罚款']
    """
    return [prefix + text[at : at + size] for size in sizes for at in range(len(text) - size + 1)]


def found(prefix: str, text: str, pattern: re.Pattern[str]) -> list[str]:
    """Every match of a cue pattern, as it is written."""
    return [prefix + match.group() for match in pattern.finditer(text)]
