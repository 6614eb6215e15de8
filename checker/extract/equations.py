"""Sums that are parts of a reckoning written out: 6人×800元=4800元, 15000元（5000元×2个月+5000元×1个月）."""

from __future__ import annotations

import re

TIMES = r"[×xX*✕╳]"
TERM_AFTER = re.compile(rf"\s*(?:[/／每][^=＝，。；]{{0,8}})?\s*(?:{TIMES}|[+＋]|[=＝])")
TERM_BEFORE = re.compile(rf"(?:{TIMES}|[+＋])\s*$")
RESULT = re.compile(r"[=＝]\s*(?:人民币|[￥¥])?\s*$")
WRITTEN_OUT = re.compile(
    rf"(?:[\d.,，%％()（）+＋\-/／=＝\s元角分万千百人名个月天日件辆次吨株台套头只户部张份条瓶盒袋箱块根亩倍斤米公平立方]|{TIMES})+$"
)


def is_term(before: str, after: str) -> bool:
    """Whether the sum between is multiplied, added or set equal to something."""
    if RESULT.search(before):
        return False
    return TERM_AFTER.match(after) is not None or TERM_BEFORE.search(before) is not None


def without(before: str) -> str:
    """What stands before a result without the reckoning that leads to it; the text itself where there is none."""
    if not RESULT.search(before):
        return before
    match = WRITTEN_OUT.search(before)
    return before[: match.start()] if match else before
