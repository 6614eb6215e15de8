"""What a damaged text does not say any more: its quality, and the fines whose amount it has lost."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from checker.extract.paper import Paper
from checker.records.decision import DamagedPlace, Sanction, TextQuality
from checker.records.document import EXACT, CleanText

FINED = re.compile(r"(?:罚款|罚金|处以?|并处)[^，。；、\n]{0,6}$")
TOTAL = re.compile(r"合计|共计|总计|拟")
SAYS = re.compile(r"^(?:并?处以?)?(?:罚款|罚金)|罚款$")
BESIDE = 24  # characters; the capitals of a figure stand so near


def quality(clean: CleanText) -> TextQuality:
    """The damage as the contract tells it, with the original words of each place; of exact repairs the first."""
    told: set[str] = set()
    places = []
    for each in clean.places:
        if each.repaired and each.reason in EXACT and each.reason in told:
            continue  # a converter leaves hundreds of readings in brackets
        told.add(each.reason)
        places.append(DamagedPlace(each.reason, clean.source_spans(each.start, each.end), each.repaired))
    return TextQuality(bool(clean.damage), clean.damage, tuple(places))


def lost_fines(paper: Paper, sanctions: Sequence[Sanction]) -> tuple[Sanction, ...]:
    """A fine without an amount for each sum of the operative part that cannot be read, unless its twin can.

    It was imposed, of unknown size: leaving it out would make the other fines the whole.
    """
    return tuple(
        Sanction("fine", None, None, paper.spans(start, end)) for start, end in _places(paper, _known(sanctions))
    )


def _known(sanctions: Sequence[Sanction]) -> list[tuple[int, int, int]]:
    return [
        (span.page, span.start, span.end)
        for each in sanctions
        if each.kind == "fine" and each.amount is not None
        for span in each.amount.evidence
    ]


def _places(paper: Paper, known: Sequence[tuple[int, int, int]]) -> Iterator[tuple[int, int]]:
    low, high = paper.parts.operative
    for place in paper.clean.places:
        if place.repaired or not place.reason.startswith(("amounts", "lost", "replacement")):
            continue
        start = bisect_left(paper.clean.offsets, place.start)
        end = max(bisect_left(paper.clean.offsets, place.end), start + 1)
        before = paper.text[max(start - 10, low) : start]
        words = paper.text[start:end]
        about = (
            SAYS.search(words) or FINED.search(before) or re.match(r"[^，。；\n]{0,4}罚款", paper.text[end : end + 8])
        )
        if not low <= start < high or not about or TOTAL.search(before + words):
            continue
        spans = paper.spans(start, end)
        if not any(_near(known, span.page, span.start, span.end) for span in spans):
            yield start, end


def _near(known: Sequence[tuple[int, int, int]], page: int, start: int, end: int) -> bool:
    return any(page == other and begin < end + BESIDE and start < stop + BESIDE for other, begin, stop in known)
