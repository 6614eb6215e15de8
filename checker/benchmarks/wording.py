"""How much of an item's wording a decision has: over the words that jieba cuts, rare ones weighing more."""

from __future__ import annotations

import logging
import math
import warnings
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

STOP = frozenset(
    [
        "的",
        "了",
        "和",
        "及",
        "与",
        "或",
        "或者",
        "在",
        "是",
        "未",
        "不",
        "对",
        "等",
        "其",
        "有",
        "违反",
        "规定",
        "行为",
        "案",
        "当事人",
        "涉嫌",
        "进行",
        "、",
        "，",
        "。",
        "（",
        "）",
        "“",
        "”",
        "《",
        "》",
    ]
)


def similarities(wording: str, others: Sequence[str]) -> list[float]:
    """Likeness in 0..1 of a wording with each of the others; weights come from the others alone."""
    listed = [_counted(each) for each in others]
    spread = Counter(word for counts in listed for word in counts)
    weights = {word: 1 + math.log(len(listed) / count) for word, count in spread.items()}
    mine = _counted(wording)
    return [_share(mine, each, weights) for each in listed]


def likeness(one: str, other: str) -> float:
    """How much two wordings share, 0..1, the same whichever comes first."""
    if one == other:
        return 1.0
    return (similarities(one, [other])[0] + similarities(other, [one])[0]) / 2


def _share(mine: Counter[str], theirs: Counter[str], weights: dict[str, float]) -> float:
    """Recall of their words in mine, weighted: a long wording that has all the words of a short one is alike."""
    whole = sum(weights[word] for word in theirs)
    return sum(weights[word] for word in theirs if word in mine) / whole if whole else 0.0


@lru_cache(maxsize=8192)
def _counted(text: str) -> Counter[str]:
    return Counter(word for word in _cutter().lcut(text) if word.strip() and word not in STOP)


@cache
def _cutter() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # old idioms in jieba's source, none of ours
        import jieba  # loads its dictionary in half a second: only when wording must decide

        jieba.setLogLevel(logging.ERROR)
        jieba.initialize()
    return jieba
