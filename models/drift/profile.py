"""How often words occur in the training texts, and how far groups of as many texts lie from that by chance.

The distance is the Jensen-Shannon divergence in bits, from 0 (the same) to 1 (no word shared). Few texts lie far from
any whole by chance alone, so a profile holds, for several sizes of group, the distance that 95 % of groups drawn from
the training texts do not pass; a group beyond it has drifted. Groups are drawn agency by agency: texts of one agency
are alike, and texts drawn one by one would make every new agency look like drift.
"""

from __future__ import annotations

import logging
import random
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

VOCABULARY = 500  # words with a place of their own; all others share one
SIZES = (10, 20, 50, 100, 200)  # texts in a group
DRAWS = 200
WORD = re.compile(r"[\u4e00-\u9fff]+")
Counts = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Profile:
    """Shares of the words, the last of all others; `limits` by size of group; `texts` it was made of."""

    vocabulary: tuple[str, ...]
    shares: tuple[float, ...]
    limits: Mapping[int, float]
    texts: int

    def count(self, text: str) -> Counts:
        """How often each word of the vocabulary occurs in a text, the last place for all others."""
        return _vector(Counter(words(text)), {word: place for place, word in enumerate(self.vocabulary)})

    def distance(self, counts: Counts) -> float:
        """How far summed counts lie from the profile; 0 for no words."""
        return divergence(counts, np.array(self.shares))

    def limit(self, texts: int) -> float | None:
        """The distance that a group of as many texts does not pass by chance; None where there are too few to tell."""
        fitting = [size for size in self.limits if size <= texts]
        return self.limits[max(fitting)] if fitting else None

    def json(self) -> dict[str, Any]:
        """As a card holds it."""
        shares = [round(each, 6) for each in self.shares]
        limits = {str(size): round(limit, 4) for size, limit in self.limits.items()}
        return {"vocabulary": list(self.vocabulary), "shares": shares, "limits": limits, "texts": self.texts}

    @classmethod
    def of(cls, card: Mapping[str, Any]) -> Profile | None:
        """The profile on a card; None where it has none."""
        told = card.get("words")
        if not told:
            return None
        limits = {int(size): float(limit) for size, limit in told["limits"].items()}
        return cls(tuple(told["vocabulary"]), tuple(told["shares"]), limits, int(told["texts"]))


def words(text: str) -> list[str]:
    """The Chinese words of a text, cut by jieba; figures, marks and masked characters are no words."""
    import jieba  # half a second to load

    jieba.setLogLevel(logging.WARNING)  # it tells on stderr that it loads
    return [word for word in jieba.cut(text) if WORD.fullmatch(word)]


def profile(texts: Sequence[tuple[str, str]], *, seed: int = 0) -> Profile:
    """The profile of (text, agency) pairs; the same pairs and seed give the same. ValueError for no texts."""
    if not texts:
        raise ValueError("a profile needs texts")
    told = [Counter(words(text)) for text, _ in texts]
    total = sum(told, Counter[str]())
    vocabulary = tuple(sorted(total, key=lambda word: (-total[word], word))[:VOCABULARY])
    places = {word: place for place, word in enumerate(vocabulary)}
    table = np.array([_vector(each, places) for each in told])
    whole = table.sum(axis=0)
    agencies: dict[str, list[int]] = {}
    for row, (_, agency) in enumerate(texts):
        agencies.setdefault(agency, []).append(row)
    dice, limits = random.Random(seed), dict[int, float]()
    for size in SIZES:
        if 2 * size <= len(texts):  # a group must be set against as many others
            limits[size] = _limit(table, list(agencies.values()), size, dice)
    return Profile(vocabulary, tuple(whole / max(whole.sum(), 1.0)), limits, len(texts))


def _limit(table: Counts, agencies: list[list[int]], size: int, dice: random.Random) -> float:
    """The distance to all others that 95 % of groups, filled agency by agency, do not pass."""
    found = []
    for _ in range(DRAWS):
        rows = [row for group in dice.sample(agencies, len(agencies)) for row in dice.sample(group, len(group))][:size]
        mine = table[rows].sum(axis=0)
        found.append(divergence(mine, table.sum(axis=0) - mine))
    return float(np.quantile(found, 0.95))


def _vector(counted: Counter[str], places: Mapping[str, int]) -> Counts:
    made = np.zeros(len(places) + 1)
    for word, count in counted.items():
        made[places.get(word, len(places))] += count
    return made


def divergence(one: Counts, other: Counts) -> float:
    """Jensen-Shannon divergence in bits of two lists of counts or shares; 0 where either is empty."""
    if not one.sum() or not other.sum():
        return 0.0
    p, q = one / one.sum(), other / other.sum()
    middle = (p + q) / 2
    halves = [float((each[each > 0] * np.log2(each[each > 0] / middle[each > 0])).sum()) for each in (p, q)]
    return max(sum(halves) / 2, 0.0)
