"""What a clause of the operative part imposes: kinds and sums."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.extract.paper import Paper
from checker.extract.roles import Sum
from checker.extract.sanctions.beside import merged
from checker.extract.sanctions.clause import Clause, imposes_nothing
from checker.extract.sanctions.reckoned import product_of
from checker.extract.sanctions.wording import AGAIN, KINDS, MAY

Imposed = tuple[str, int, Sum | None]  # kind, position, amount
GAINS = ("confiscated", "illegal_gains")


def imposed(paper: Paper, sums: Sequence[Sum], clause: Clause) -> list[Imposed]:
    """What the clause imposes, in its order."""
    inside = [each for each in sums if clause.start <= each.token.start < clause.end]
    found: list[Imposed] = []
    for kind, pattern in KINDS:
        for match in pattern.finditer(clause.text):
            at = clause.start + match.start()
            before = clause.before(at)
            if imposes_nothing(paper, clause, at) or AGAIN.search(before) or MAY.search(before[-16:]):
                continue
            found += _gains(paper, inside, at) if kind == "confiscate_gains" else [(kind, at, None)]
    found += [("fine", each.token.start, each) for each in merged(paper, _fines(paper, clause, inside))]
    return sorted(found, key=lambda item: item[1])


def _gains(paper: Paper, inside: Sequence[Sum], at: int) -> Iterator[Imposed]:
    """The gains taken, each sum on its own: 没收甲违法所得3620元、乙违法所得335元."""
    after = [*merged(paper, [each for each in inside if each.role in GAINS and each.token.start >= at])]
    # a sum behind another verb or mark belongs to something else
    after = after[:1] + [each for each in after[1:] if _joined(paper.text[after[0].token.end : each.token.start])]
    if not after:
        after = [each for each in inside if each.role == "illegal_gains"][:1]
    if not after:
        yield "confiscate_gains", at, None
    for index, each in enumerate(after):
        yield "confiscate_gains", at if index == 0 else each.token.start, each


def _joined(between: str) -> bool:
    return (
        re.fullmatch(
            r"(?:整)?(?:[（(][^）)]*[)）])?[、，和及][^、，。；（(]{0,24}(?:违法|非法)所得[^、，。；（(]{0,8}", between
        )
        is not None
    )


def _fines(paper: Paper, clause: Clause, inside: Sequence[Sum]) -> list[Sum]:
    """The sums that are fines; where a rate is told, the one that it comes to."""
    real = [each for each in inside if not imposes_nothing(paper, clause, each.token.start)]
    fines, units, totals = (
        [each for each in real if each.role == role] for role in ("fine", "unit_fine", "fine_total")
    )
    if units:
        # 建设用地926.4平方米，每平方米处100元，计92640元: what the rate comes to needs no word of its own
        come_to = [each for each in real if each not in units and product_of(clause, units, each.token.amount)]
        return come_to or totals[:1] or fines[:1] or units[:1]
    if not fines and totals and not _later_total(clause):
        return totals[:1]
    return fines


def _later_total(clause: Clause) -> bool:
    """Whether the clause only adds up fines imposed before it: 两项合并，共计罚款…, 以上罚款合计…"""
    adds = re.search(
        r"以上|上述|合并|[两二三四五六七八九]项|各项|罚没|[两二三四五六七八九][名个家]?(?:当事|被处罚|单位)",
        clause.text,
    )
    return bool(adds) or clause.text.lstrip().startswith(("合计", "共计", "总计"))
