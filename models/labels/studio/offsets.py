"""Offsets as Label Studio counts them: a browser counts UTF-16 units, so 𠮷 is two.

See https://github.com/HumanSignal/label-studio/issues/1347. Rare characters stand in names of people and places.
"""

from __future__ import annotations

from bisect import bisect_left

ASTRAL = 0xFFFF


class Offsets:
    """Turns character offsets of one text into UTF-16 offsets and back."""

    def __init__(self, text: str) -> None:
        self._plain = text.isascii() or max(text) <= chr(ASTRAL)
        self._units = range(0) if self._plain else _units(text)
        self.length = len(text) if self._plain else self._units[-1]

    def written(self, offset: int) -> int:
        """The UTF-16 offset of a character offset."""
        return offset if self._plain else self._units[offset]

    def read(self, offset: int) -> int | None:
        """The character offset of a UTF-16 offset; None inside a character and outside the text."""
        if not 0 <= offset <= self.length:
            return None
        if self._plain:
            return offset
        at = bisect_left(self._units, offset)
        return at if self._units[at] == offset else None


def _units(text: str) -> list[int]:
    units, at = [0], 0
    for character in text:
        at += 2 if ord(character) > ASTRAL else 1
        units.append(at)
    return units
