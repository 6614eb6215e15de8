"""Change the characters of a labelled text and move its labels along."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from models.labels.record import LabelledText, SpanLabel


@dataclass(slots=True)
class Edits:
    """`before` puts text in front of a character, `instead` replaces one ("" loses it).

    `foreign` are the places whose inserted text is no part of the document: page heads and numbers, on lines of their own.
    """

    before: dict[int, str] = field(default_factory=dict)
    instead: dict[int, str] = field(default_factory=dict)
    foreign: set[int] = field(default_factory=set)


def apply(labelled: LabelledText, edits: Edits) -> LabelledText:
    """The changed text. What is put at the edge of a span stays outside it; a span of which nothing is left is gone.

    A section label covers one line, so it is cut where a line break was put into it.
    """
    parts: list[str] = []
    ends, starts, aliens = [], [], []
    length = 0
    for position, char in enumerate(labelled.text):
        ends.append(length)
        inserted = edits.before.get(position, "")
        if position in edits.foreign:
            aliens.append((length, length + len(inserted)))
        length += len(inserted)
        starts.append(length)
        written = edits.instead.get(position, char)
        length += len(written)
        parts += (inserted, written)
    ends.append(length)
    text = "".join(parts)
    moved: list[SpanLabel] = []
    for span in labelled.spans:
        start, end = starts[span.start], ends[span.end]
        if span.task == "section":
            moved += (replace(span, start=low, end=high) for low, high in _lines(text, start, end, aliens))
        elif start < end:
            moved.append(replace(span, start=start, end=end))
    return replace(labelled, text=text, spans=tuple(moved))


def _lines(text: str, start: int, end: int, aliens: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The lines of text[start:end] that hold more than blanks and are no page heads."""
    position = start
    for line in text[start:end].split("\n"):
        stop = position + len(line)
        alien = any(low <= position and stop <= high for low, high in aliens if low < high)
        if line.strip() and not alien:
            yield position, stop
        position = stop + 1
