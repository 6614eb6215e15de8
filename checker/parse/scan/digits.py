"""Numbers read twice, with the seal and without: what differs is told, since a seal hides half a digit easily."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from checker.parse.scan.engine import Engine
from checker.parse.scan.lines import Difference, Line
from checker.parse.scan.pixels import Mask, Pixels, bounds, cut

NUMBER = re.compile(r"\d+(?:[,.]\d+)*|[〇零一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟两廿]{2,}")
COUNTS = re.compile(r"[元圆年月日角分号%％‰万倍]|\d{4}")  # a line with an amount, a date, a number of a document


def read_twice(lines: Sequence[Line], original: Pixels, changed: Mask, engine: Engine) -> Iterator[Difference]:
    """The lines under a seal whose numbers read otherwise on the original. Raises OcrError."""
    for line in lines:
        left, right, top, bottom = bounds(line.corners)
        if not changed[max(top, 0) : bottom, max(left, 0) : right].any() or not NUMBER.search(line.text):
            continue
        again, _ = engine.words(cut(original, line.corners))
        if not COUNTS.search(line.text + again):
            continue
        spans = tuple(_doubtful(line.text, again))
        if spans:
            yield Difference(line, _listed(line.text), _listed(again), spans)


def _doubtful(text: str, again: str) -> Iterator[tuple[int, int]]:
    """Spans of the first reading's numbers that the second has not; the whole line when only the second has more."""
    first = list(NUMBER.finditer(unicodedata.normalize("NFKC", text) if _same_length(text) else text))
    ours, theirs = [_plain(match.group()) for match in first], [_plain(found) for found in NUMBER.findall(again)]
    if ours == theirs:
        return
    kept = {
        block.a + step
        for block in SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
        for step in range(block.size)
    }
    lost = [match.span() for index, match in enumerate(first) if index not in kept]
    yield from lost or [(0, len(text))]


def _same_length(text: str) -> bool:
    return len(unicodedata.normalize("NFKC", text)) == len(text)


def _plain(number: str) -> str:
    return unicodedata.normalize("NFKC", number).replace(",", "").replace("〇", "零")


def _listed(text: str) -> str:
    return "、".join(NUMBER.findall(text)) or "—"
