"""The penalties of a decision, read again from elsewhere when its own total says that some were missed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from checker.extract.citations import Found
from checker.extract.paper import Paper
from checker.extract.quorum import stated_totals
from checker.extract.quorum.totals import added
from checker.extract.roles import Sum
from checker.extract.sanctions import read_sanctions
from checker.records.decision import Respondent, Sanction

BACK = 24  # sentences before the operative part in which it may truly begin
ADDS_UP = re.compile(
    r"\s*(?:[一二三四五六七八九十]+、)?(?:以上|上述|综上|[两二三四五六七八九]项|各项|合并)[^。；\n]{0,12}(?:合并|合计|共计|总计|并罚)|\s*合并"
)


@dataclass(frozen=True, slots=True)
class Penalties:
    """One reading: where the operative part begins, what the sums are, what is imposed."""

    paper: Paper
    sums: list[Sum]
    sanctions: tuple[Sanction, ...]

    @property
    def fines(self) -> list[Sanction]:
        """Its fines."""
        return [each for each in self.sanctions if each.kind == "fine"]


def penalties(
    paper: Paper, roles: Callable[[Paper], list[Sum]], cited: Sequence[Found], parties: Sequence[Respondent]
) -> Penalties:
    """The penalties of the operative part as found; where what it adds up to is not what was read, from the nearest
    sentence before it from which all adds up. Without one the first reading stands, and its disagreement is shown."""

    def read(one: Paper) -> Penalties:
        sums = roles(one)
        return Penalties(one, sums, read_sanctions(one, sums, cited, parties))

    first = read(paper)
    total = _missed(first)
    if total is None:
        return first
    for start in _earlier(paper):
        other = read(paper.decided_from(start))
        if len(other.fines) > max(len(first.fines), 1) and added(other.fines) == total:
            return other
    return first if first.fines else _as_fine(first, cited, parties)


def _as_fine(reading: Penalties, cited: Sequence[Found], parties: Sequence[Respondent]) -> Penalties:
    """The total taken for the fine, where none of its parts is told: 两项合并，罚款5000元."""
    low, high = reading.paper.parts.operative
    told = next((one.token for one in reading.sums if one.role == "fine_total" and low <= one.token.start < high), None)
    sums = [
        replace(each, role="fine") if told and each.role == "fine_total" and each.token.amount == told.amount else each
        for each in reading.sums
    ]
    return replace(reading, sums=sums, sanctions=read_sanctions(reading.paper, sums, cited, parties))


def _missed(reading: Penalties) -> Decimal | None:
    """The total that the operative part states when its fines do not come to it, or when it opens by adding up."""
    low, high = reading.paper.parts.operative
    totals = [each.token for each in reading.sums if each.role == "fine_total" and low <= each.token.start < high]
    right = set(stated_totals(reading.sanctions))
    if totals and not any(each.amount in right for each in totals):
        return totals[0].amount
    if reading.fines and ADDS_UP.match(reading.paper.text, low):
        return added(reading.fines)
    return None


def _earlier(paper: Paper) -> Iterator[int]:
    """The sentences before the operative part, nearest first."""
    before = [start for start in paper.parts.starts if start < paper.parts.operative[0]]
    yield from reversed(before[-BACK:])
