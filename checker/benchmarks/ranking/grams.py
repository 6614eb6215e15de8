"""Characters and pairs of characters of a wording, without citations and the words that every charge has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import log

# Titles and numbers of provisions are compared as citations; the rest stands in every decision.
COMMON = re.compile(
    r"《[^》]{1,60}》|第[零〇一二三四五六七八九十百\d（）()]{1,8}[条款项目](?:之[一二三四五六七八九十])?"
    r"|[（(][一二三四五六七八九十\d]{1,3}[)）]项?|当事人|上述|行为|违反了?|构成|规定|之一|一案|案$|涉嫌|其的?|属于|该"
)
GAP = re.compile(r"[^\u4e00-\u9fffA-Za-z]+")


def plain(text: str) -> str:
    """The text without what is common to all charges."""
    return COMMON.sub("，", text)


@lru_cache(maxsize=8192)
def signs_of(text: str) -> frozenset[str]:
    """Its characters, punctuation and digits left out."""
    return frozenset(GAP.sub("", text))


@lru_cache(maxsize=4096)
def pairs_of(text: str) -> frozenset[str]:
    """Its pairs of neighbouring characters."""
    return frozenset(part[at : at + 2] for part in GAP.split(text) for at in range(len(part) - 1))


def weights(wordings: Sequence[frozenset[str]]) -> dict[str, float]:
    """What each character tells among these wordings: 1 where all have it, more the fewer have it."""
    spread = Counter(sign for each in wordings for sign in each)
    return {sign: 1 + log(len(wordings) / count) for sign, count in spread.items()}


def recall(whole: Iterable[str], found: frozenset[str], weight: Mapping[str, float]) -> float:
    """The share, by weight, of the whole that is found: 0..1."""
    total = sum(weight[each] for each in whole)
    return sum(weight[each] for each in whole if each in found) / total if total else 0.0
