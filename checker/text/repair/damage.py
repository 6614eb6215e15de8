"""Signs of characters lost before the text reached us, in text that is otherwise repaired; each names its place."""

from __future__ import annotations

import re

from checker.text.repair.signs import REASONS, SIGNS
from checker.text.repair.working import Working

BEFORE, AFTER = 40, 24  # characters around a telling one in which its sign stands


def sign(work: Working) -> None:
    """Note every sign found. What a repair has dealt with shows no sign any more."""
    taken = {(place.start, place.end) for place in work.places}
    windows: dict[str, list[tuple[int, int]]] = {}
    for reason, near, pattern, judge in SIGNS:
        if near not in windows:
            windows[near] = _windows(work.text, near)
        for low, high in windows[near]:
            for match in pattern.finditer(work.text, low, high):
                if (match.end() < high or high == len(work.text)) and judge(match, work):
                    start, end = match.span("at") if "at" in pattern.groupindex else match.span()
                    if (work.offsets[start], work.offsets[end - 1] + 1) not in taken:
                        work.note(reason, start, end)


def _windows(text: str, near: str) -> list[tuple[int, int]]:
    """The text around each of some characters; most of a text needs no looking at."""
    found: list[tuple[int, int]] = []
    for match in re.finditer(f"[{near}]", text):
        low, high = max(match.start() - BEFORE, 0), min(match.end() + AFTER, len(text))
        if found and low <= found[-1][1]:
            found[-1] = found[-1][0], high
        else:
            found.append((low, high))
    return found


__all__ = ["REASONS", "sign"]
