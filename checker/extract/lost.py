"""What a damaged text does not say any more: its quality, and the fines whose amount it has lost."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from checker.extract.paper import Paper
from checker.records.decision import DamagedPlace, Sanction, TextQuality
from checker.records.document import EXACT, CleanText
from checker.records.read import Span

FINED = re.compile(r"(?:罚款|罚金|处以?|并处)[^，。；、\n]{0,6}$")
TOTAL = re.compile(r"合计|共计|总计|拟")
SAYS = re.compile(r"^(?:并?处以?)?(?:罚款|罚金)|罚款$")
AFTER = re.compile(r"[^，。；\n]{0,4}罚款")
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
    known = [
        _where(paper, span)
        for each in sanctions
        if each.kind == "fine" and each.amount
        for span in each.amount.evidence
    ]
    return tuple(Sanction("fine", None, None, paper.spans(start, end)) for start, end in _places(paper, known))


def _where(paper: Paper, span: Span) -> tuple[int, int]:
    """The clean slice of a span."""
    base = paper.clean.page_starts[span.page - 1]
    return bisect_left(paper.clean.offsets, base + span.start), bisect_left(paper.clean.offsets, base + span.end)


def _places(paper: Paper, known: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    low, high = paper.parts.operative
    for place in paper.clean.places:
        if place.repaired or not place.reason.startswith(("amounts", "lost", "replacement")):
            continue
        start = bisect_left(paper.clean.offsets, place.start)
        end = max(bisect_left(paper.clean.offsets, place.end), start + 1)
        before = paper.text[max(start - 10, low) : start]
        words = paper.text[start:end]
        about = SAYS.search(words) or FINED.search(before) or AFTER.match(paper.text, end)
        if not low <= start < high or not about or TOTAL.search(before + words):
            continue
        if not any(_beside(paper, other, (start, end)) for other in known):
            yield start, end


def _beside(paper: Paper, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two sums stand in one clause, as a figure and its capitals do."""
    first, second = sorted((one, other))
    gap = paper.text[first[1] : second[0]]
    return len(gap) <= BESIDE and not re.search(r"[；;。\n]", gap)
