"""What OCR knows of a page that it read: where each line stands, how surely it was read, which digits are in doubt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

UNSURE = 0.5  # factor on what was read from digits whose two readings differ


@dataclass(frozen=True, slots=True)
class ScanLine:
    """Characters `start:end` of the page's text, as one line on the paper.

    `corners` are x, y of top left, top right, bottom right, bottom left, as fractions of the page's width and height
    from its top left corner; `score` is the engine's, in 0..1.
    """

    start: int
    end: int
    score: float
    corners: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Scan:
    """A page that OCR read. `doubtful` are spans of its text whose digits read otherwise with the seal left in."""

    engine: str
    lines: tuple[ScanLine, ...]
    doubtful: tuple[tuple[int, int], ...] = ()

    @property
    def score(self) -> float:
        """How surely the page was read: the mean over its characters, 0 for none."""
        weight = sum(line.end - line.start for line in self.lines)
        return sum(line.score * (line.end - line.start) for line in self.lines) / weight if weight else 0.0

    def sureness(self, start: int, end: int) -> float:
        """How surely a span was read: its least sure line, halved where its digits are in doubt."""
        scores = [line.score for line in self.lines if line.start < end and start < line.end]
        doubted = any(low < end and start < high for low, high in self.doubtful)
        return min(scores, default=self.score) * (UNSURE if doubted else 1.0)

    def boxes(self, text: str, start: int, end: int) -> Iterator[tuple[float, float, float, float]]:
        """Upright boxes (left, top, right, bottom; fractions of the page) of a span of the page's text, one a line.

        Characters are laid along the line by their usual widths, which is true to type set in Chinese.
        """
        for line in self.lines:
            low, high = max(start, line.start), min(end, line.end)
            if low < high:
                whole = _width(text[line.start : line.end])
                begin, stop = (_width(text[line.start : at]) / whole for at in (low, high))
                yield _box(line.corners, begin, stop)


def _width(text: str) -> float:
    """Width in full-width characters: Latin letters and digits count half."""
    return len(text) - sum(1 for char in text if char.isascii()) / 2


def _box(corners: tuple[float, ...], begin: float, stop: float) -> tuple[float, float, float, float]:
    x0, y0, x1, y1, x2, y2, x3, y3 = corners
    across = [x0 + (x1 - x0) * at for at in (begin, stop)] + [x3 + (x2 - x3) * at for at in (begin, stop)]
    down = [y0 + (y1 - y0) * at for at in (begin, stop)] + [y3 + (y2 - y3) * at for at in (begin, stop)]
    return min(across), min(down), max(across), max(down)
