"""What is shown of a text around a passage: its sentence."""

from __future__ import annotations

import re

END = re.compile(r"[。；！？\n]")
AROUND = 90  # characters of a sentence kept on either side of the passage: table rows have no full stop
HEAD = 200  # characters of a document shown for its kind


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The ends of the sentence around a passage, white space left out."""
    low = max(
        (match.end() for match in END.finditer(text, max(start - AROUND, 0), start)), default=max(start - AROUND, 0)
    )
    match = END.search(text, end, end + AROUND)
    high = match.end() if match else min(end + AROUND, len(text))
    while low < start and text[low].isspace():
        low += 1
    while high > end and text[high - 1].isspace():
        high -= 1
    return low, high
