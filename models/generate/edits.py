"""Change the characters of a labelled text and move its labels along."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from models.labels.record import LabelledText, SpanLabel


@dataclass(slots=True)
class Edits:
    """`before` puts text in front of a character, `instead` replaces one ("" loses it)."""

    before: dict[int, str] = field(default_factory=dict)
    instead: dict[int, str] = field(default_factory=dict)


def apply(labelled: LabelledText, edits: Edits) -> LabelledText:
    """The changed text. What is put at the edge of a span stays outside it; a span of which nothing is left is gone.

    A section label covers one line, so it is cut where a line break was put into it.
    """
    parts: list[str] = []
    ends, starts = [], []
    length = 0
    for position, char in enumerate(labelled.text):
        inserted, written = edits.before.get(position, ""), edits.instead.get(position, char)
        ends.append(length)
        starts.append(length + len(inserted))
        length += len(inserted) + len(written)
        parts += (inserted, written)
    ends.append(length)
    text = "".join(parts)
    moved: list[SpanLabel] = []
    for span in labelled.spans:
        start, end = starts[span.start], ends[span.end]
        if span.task == "section":
            moved += (replace(span, start=low, end=high) for low, high in _lines(text, start, end))
        elif start < end:
            moved.append(replace(span, start=start, end=end))
    return replace(labelled, text=text, spans=tuple(moved))


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines of text[start:end] that hold more than blanks."""
    position = start
    for line in text[start:end].split("\n"):
        if line.strip():
            yield position, position + len(line)
        position += len(line) + 1
