"""Text under repair: every edit keeps one source offset a character."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.records.document import Document


class Working:
    """`text` with `offsets[i]`, the source index of its character i; one entry more for the end."""

    def __init__(self, text: str, document: Document) -> None:
        self.text = text
        self.document = document
        self.offsets: Sequence[int] = range(len(text) + 1)

    def translate(self, table: dict[int, str | int]) -> None:
        """Replace characters one by one; every replacement must be one character."""
        self.text = self.text.translate(table)

    def cut(self, pieces: Sequence[tuple[int, int, str]]) -> None:
        """Replace `start:end` by a text no longer than it, for pieces in order that do not overlap."""
        if not pieces:
            return
        text: list[str] = []
        offsets: list[int] = []
        position = 0
        for start, end, new in pieces:
            text += (self.text[position:start], new)
            offsets += self.offsets[position:start]
            offsets += self.offsets[start : start + len(new)]
            position = end
        text.append(self.text[position:])
        offsets += self.offsets[position:]
        self.text, self.offsets = "".join(text), offsets

    def remove(self, pattern: re.Pattern[str], new: str = "") -> None:
        """Cut every match, leaving `new` (not longer than the shortest match) in its place."""
        self.cut([(match.start(), match.end(), new) for match in pattern.finditer(self.text)])
