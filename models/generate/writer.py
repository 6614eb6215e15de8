"""Text and labels written together, so that a span is right by construction."""

from __future__ import annotations

from dataclasses import dataclass, field

from models.generate.amounts import Piece
from models.labels.record import SpanLabel


@dataclass(slots=True)
class Writer:
    """Grows a text; `spans` are the labels so far, `sections` the (start, end, name) of each line."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    spans: list[SpanLabel] = field(default_factory=list)
    sections: list[tuple[int, int, str]] = field(default_factory=list)

    def put(self, text: str) -> None:
        """Write text without a label."""
        self.parts.append(text)
        self.length += len(text)

    def money(self, role: str, pieces: list[Piece]) -> None:
        """Write a sum; each of its pieces is labelled with the role."""
        for piece in pieces:
            self.put(piece.before)
            start = self.length
            self.put(piece.core)
            self.spans.append(SpanLabel("money", start, self.length, role))
            self.put(piece.after)

    def circumstance(self, kind: str, polarity: str, phrase: str) -> None:
        """Write the words that tell a circumstance."""
        start = self.length
        self.put(phrase)
        self.spans.append(SpanLabel("circumstance", start, self.length, kind, polarity))

    def line(self, section: str, start: int) -> None:
        """End the line that began at `start`; a line of nothing but blanks gets no section."""
        if "".join(self.parts[-40:]).strip() and self.length > start:
            self.sections.append((start, self.length, section))
        self.put("\n")

    def text(self) -> str:
        """All that was written."""
        return "".join(self.parts)
