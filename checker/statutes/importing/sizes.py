"""Sums, multiples and parts in a sentence of law, to prove that none of them was left out of its branches."""

from __future__ import annotations

import re
from decimal import Decimal

from checker.records.ranges import Branch
from checker.text.numerals import CHINESE, parse_number

NUM = rf"(?:\d+(?:,\d{{3}})*(?:\.\d+)?[{CHINESE}]*|[{CHINESE}]+)"
SIZE = re.compile(rf"({NUM})元|({NUM})倍|(百|千|万|{NUM})分之({NUM})|(\d+(?:\.\d+)?)\s*[%％]")


def sizes(text: str) -> set[Decimal | None]:
    """Every size as the bounds of branches give it: yuan, times, fractions of one; None for one that is no number."""
    return {_value(match) for match in SIZE.finditer(text)}


def _value(match: re.Match[str]) -> Decimal | None:
    for group in (1, 2):
        if match[group]:
            return parse_number(match[group])
    if match[5]:
        return Decimal(match[5]) / 100
    over, under = parse_number(match[4]), {"百": Decimal(100), "千": Decimal(1000), "万": Decimal(10000)}.get(match[3])
    under = under or parse_number(match[3])
    return over / under if over is not None and under else None


def told(branches: tuple[Branch, ...]) -> set[Decimal | None]:
    """Every size that stands in a bound or a condition."""
    found: set[Decimal | None] = set()
    for branch in branches:
        found |= {bound.value for bound in (branch.lower, branch.upper) if bound is not None}
        found |= {branch.base_at_least} if branch.base_at_least is not None else set()
        found |= {Decimal(number) for number in re.findall(r"[<>=]\s*(\d+(?:\.\d+)?)", branch.condition or "")}
    return found
