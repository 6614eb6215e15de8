"""The words that models see, starred and said in full: `e:处以` becomes “right before: 处以”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.extract.features.grams import plain
from checker.messages import messages, say
from checker.text.masking import mask
from models.registry.card import label_words

NUMBER = re.compile(r"#?\*[*#]*")  # a starred number, which models see as any other number
CLAUSE = "clause"  # the task whose words have no prefix
LABELS = {("money", "r"), ("circumstance", "r"), ("circumstance", "k"), ("kind", "r")}
PARTS = {("money", "p"), ("circumstance", "p"), ("circumstance", "P")}


def starred(task: str, words: Sequence[str], text: str) -> list[str]:
    """The words without any piece of the text that stands there only within personal data."""
    raw, masked = plain(text), NUMBER.sub("#", plain(mask(text)))
    made = []
    for word in words:
        prefix, colon, rest = parted(task, word)
        piece = rest.strip("^$")
        personal = len(piece) > 1 and piece in raw and piece not in masked
        made.append(prefix + colon + "*" * len(rest) if personal else word)
    return made


def parted(task: str, word: str) -> tuple[str, str, str]:
    """Where the word was seen, a colon, and what was seen there."""
    return ("", "", word) if task == CLAUSE else word.partition(":")


def told(task: str, word: str) -> tuple[str, str]:
    """A word in Chinese and in English; as it is where the catalogue has no words for it."""
    prefix, colon, rest = parted(task, word)
    if f"reason:{task}:{prefix}:{rest}" in messages():
        return say(f"reason:{task}:{prefix}:{rest}")
    key = f"reason:{task}:{prefix}" if colon else f"reason:{task}"
    return say(key, what=_what(task, prefix, rest)) if key in messages() else (word, word)


def _what(task: str, prefix: str, rest: str) -> str | tuple[str, str]:
    if (task, prefix) in PARTS:
        return say(f"reason:part:{rest}")
    if (task, prefix) not in LABELS:
        return rest
    label, _, sure = rest.partition(":")
    named = [label_words("clause" if prefix == "k" else task, label, side) for side in (0, 1)]
    return (named[0] + f"（{sure}）" * bool(sure), named[1] + f" ({sure})" * bool(sure))
