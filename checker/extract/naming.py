"""Where a text names somebody, by plain search: a pattern made of a document's own names is compiled for it alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def occurrences(text: str, names: Sequence[str], start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """(start, end) of every occurrence of every name between two places, name by name."""
    high = len(text) if end is None else end
    for name in names:
        at = text.find(name, start, high) if name else -1
        while at >= 0:
            yield at, at + len(name)
            at = text.find(name, at + len(name), high)


def apart(found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places from left to right, the longest of those that begin together, none inside the one before."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda each: (each[0], -each[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept
