"""Bold type made by printing twice: 罚罚款款 for 罚款. One of each pair goes where all of a run is doubled."""

from __future__ import annotations

import re

from checker.text.repair.working import Working

# Begins and ends with a doubled Chinese character, so that digits inside are known to be doubled too.
DOUBLED = re.compile(r"([\u4e00-\u9fff])\1(?:([^\s])\2)+")
LEAST = 4  # pairs; 高高兴兴, 家家户户 are two
DIFFERENT = 3  # Chinese characters among them; 哈哈哈哈哈哈 is one


def undouble(work: Working) -> None:
    """Drop the second of each pair, and say so."""
    pieces = []
    for match in DOUBLED.finditer(work.text):
        end = match.end()
        while not "\u4e00" <= work.text[end - 1] <= "\u9fff":  # digits at the end may be doubled or not: left alone
            end -= 2
        run = work.text[match.start() : end]
        if len(run) < 2 * LEAST or len({char for char in run if char >= "\u4e00"}) < DIFFERENT:
            continue
        if end < match.end():
            work.note("overprinted-characters", end, match.end())
        work.note("overprinted-characters", match.start(), end, repaired=True)
        pieces += [(at, at + 1, "") for at in range(match.start() + 1, end, 2)]
    work.cut(pieces)
