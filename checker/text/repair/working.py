"""Text under repair: every edit keeps one source offset a character."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.records.document import Damage, Document


class Working:
    """`text` with `offsets[i]`, the source index of its character i; one entry more for the end.

    Offsets never fall. A character that was put back stands at the offset of the one before it.
    """

    def __init__(self, text: str, document: Document) -> None:
        self.text = text
        self.document = document
        self.offsets: Sequence[int] = range(len(text) + 1)
        self.places: list[Damage] = []

    def translate(self, table: dict[int, str | int]) -> None:
        """Replace characters one by one; every replacement must be one character."""
        self.text = self.text.translate(table)

    def cut(self, pieces: Sequence[tuple[int, int, str]]) -> None:
        """Replace `start:end` by another text, for pieces in order that do not overlap; an empty piece inserts."""
        if not pieces:
            return
        text: list[str] = []
        offsets: list[int] = []
        position = 0
        for start, end, new in pieces:
            text += (self.text[position:start], new)
            offsets += self.offsets[position:start]
            offsets += self._sources(start, end, len(new))
            position = end
        text.append(self.text[position:])
        offsets += self.offsets[position:]
        self.text, self.offsets = "".join(text), offsets

    def _sources(self, start: int, end: int, count: int) -> list[int]:
        """Source offsets of `count` characters that stand for a piece: its own, the last one repeated."""
        if start == end:
            return [self.offsets[max(start - 1, 0)]] * count
        return [self.offsets[min(start + index, end - 1)] for index in range(count)]

    def remove(self, pattern: re.Pattern[str], new: str = "") -> None:
        """Cut every match, leaving `new` in its place."""
        self.cut([(match.start(), match.end(), new) for match in pattern.finditer(self.text)])

    def note(self, reason: str, start: int, end: int, *, repaired: bool = False) -> None:
        """Record damage at `start:end` of the text as it stands now; before a repair, not after it."""
        if start < end:
            self.places.append(Damage(reason, self.offsets[start], self.offsets[end - 1] + 1, repaired))
