"""A figure and the capitals beside it are one sum."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.extract.paper import Paper
from checker.extract.roles import Sum, read_sum
from checker.records.read import Read


def merged(paper: Paper, fines: list[Sum]) -> Iterator[Sum]:
    """A figure and the capitals beside it are one fine."""
    skip = False
    for index, each in enumerate(fines):
        if skip:
            skip = False
            continue
        following = fines[index + 1] if index + 1 < len(fines) else None
        if following is not None and beside(paper, each, following):
            skip = True
            yield following if each.token.chinese and not following.token.chinese else each
        else:
            yield each


def beside(paper: Paper, one: Sum, other: Sum) -> bool:
    """Whether two sums are a figure and its capitals."""
    gap = paper.text[one.token.end : other.token.start]
    return one.token.chinese != other.token.chinese and bool(
        re.fullmatch(r"[整正]?\s*[（(\[，,、]?\s*(?:大写|小写|人民币|即|计|￥|¥|[:：\s]|金额)*", gap)
    )


def words_of(paper: Paper, sums: Sequence[Sum], amount: Sum) -> Read[Decimal] | None:
    """The capitals beside a figure."""
    for one, other in zip(sums, sums[1:], strict=False):
        if amount not in (one, other) or not beside(paper, one, other):
            continue
        words = one if one.token.chinese else other
        if words is not amount:
            return read_sum(paper, words, "fine-capitals", 0.95)
    return None
