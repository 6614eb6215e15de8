"""Which corrections still hold for what a file is now.

A correction is reset, which means asked for again, only when both its source and the machine's reading changed, or
when the meaning of the task's labels did (EPOCHS). While the source is the same, its bytes and the words that were
read from them, it stands whatever the machine says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.records.correction import Correction
from checker.review.readings import Reading, reading_at

# Raised by one with a change of the extractor after which earlier corrections of a task mean something else.
EPOCHS: Mapping[str, int] = {"money": 1, "circumstance": 1, "kind": 1}
CONTEXT = 16  # characters on either side by which a passage is known again


@dataclass(frozen=True, slots=True)
class Standing:
    """A correction as it holds now. `state` is stands, moved or reset; `place` is (page, start, end) in today's text.

    stands: same source. moved: another source, yet the machine reads the same there as it did. reset: to be looked at
    again, with the `place` where it stood before.
    """

    correction: Correction
    state: str
    place: tuple[int, int, int]


def standing(
    correction: Correction,
    sha256: str,
    pages: Sequence[str],
    readings: Sequence[Reading],
    epochs: Mapping[str, int] = EPOCHS,
) -> Standing:
    """How a correction holds for a file that now has these bytes, pages and readings."""
    place = (correction.page, correction.start, correction.end)
    if correction.epoch != epochs.get(correction.task, 0):
        return Standing(correction, "reset", place)
    if correction.sha256 == sha256 and unmoved(correction, pages):
        return Standing(correction, "stands", place)
    found = relocated(correction, pages)
    read = None if found is None else reading_at(readings, correction.task, found)
    said = (None, None) if read is None else (read.label, read.polarity)
    if found is None or said != (correction.machine_label, correction.machine_polarity):
        return Standing(correction, "reset", place)
    return Standing(correction, "moved", found)


def beside(text: str, start: int, end: int) -> tuple[str, str]:
    """The words before and after a passage by which it is known again."""
    return text[max(start - CONTEXT, 0) : start], text[end : end + CONTEXT]


def unmoved(correction: Correction, pages: Sequence[str]) -> bool:
    """Whether the passage still stands where it stood; the same bytes may be read otherwise, as by OCR."""
    if correction.task == "kind":
        return True
    text = pages[correction.page - 1] if correction.page <= len(pages) else ""
    start, end = correction.start, correction.end
    return text[start:end] == correction.quote and beside(text, start, end) == (correction.before, correction.after)


def relocated(correction: Correction, pages: Sequence[str]) -> tuple[int, int, int] | None:
    """Where the passage stands in these pages: the one place with the same words around; None without one.

    Words that stand twice among the same neighbours are not told apart, so they have no place.
    """
    if correction.task == "kind":
        return correction.page, correction.start, correction.end
    wanted, found = correction.before + correction.quote + correction.after, []
    for number, text in enumerate(pages, start=1):
        at = text.find(wanted)
        while at >= 0:
            start = at + len(correction.before)
            found.append((number, start, start + len(correction.quote)))
            at = text.find(wanted, at + 1)
    return found[0] if len(found) == 1 else None
