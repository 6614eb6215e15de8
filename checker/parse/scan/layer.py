"""Whether a page's text layer can be read, or was lost on the way."""

from __future__ import annotations

import re
from collections.abc import Callable

FEW = 30  # Chinese characters: fewer on a page that is one picture are a stamp or a scanner's mark, not its text
FULL = 0.5  # share of the page that a picture takes when the page is a scan
CHINESE = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
STRANGE = re.compile("[\ue000-\uf8ff\ufffd\ufffe\U000f0000-\U0010fffd\x00-\x08\x0e-\x1f\x7f-\x9f]|\\(cid:\\d+\\)")
MOJIBAKE = re.compile("[\u00a1-\u00ff]")


def chinese(text: str) -> int:
    """How many Chinese characters there are."""
    return len(CHINESE.findall(text))


def state(text: str, covered: Callable[[], float]) -> str:
    """ "sound", "empty", "damaged" (characters lost), or "covered" (hardly any text on a page that is a picture)."""
    words = "".join(text.split())
    if not words:
        return "empty"
    if len(STRANGE.findall(words)) * 20 > len(words):
        return "damaged"
    found = chinese(words)
    if found * 10 < len(words) and len(MOJIBAKE.findall(words)) * 4 > len(words):
        return "damaged"
    return "covered" if found < FEW and covered() > FULL else "sound"
