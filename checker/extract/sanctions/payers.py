"""Whom a clause of the operative part punishes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.extract.paper import Paper
from checker.extract.parties import called
from checker.extract.roles import Sum
from checker.extract.sanctions.clause import Clause
from checker.records.decision import Respondent
from checker.text.numerals import parse_number

ONE_BODY = ("对公司", "对单位", "对该公司", "对该单位", "对你公司", "对你单位")


def names_of(paper: Paper, parties: Sequence[Respondent]) -> list[tuple[str, ...]]:
    """What the operative part may call each respondent; 对公司 can only mean the one that is no person."""
    bodies = [party for party in parties if party.kind == "organisation"]
    return [(*called(paper, party), *(ONE_BODY if bodies == [party] and len(parties) > 1 else ())) for party in parties]


def named(text: str, known: Sequence[tuple[str, ...]], current: int | None) -> int | None:
    """The respondent named last in the text; the one before when none is."""
    if len(known) < 2:
        return current
    places = [(max(text.rfind(name) for name in names), index) for index, names in enumerate(known) if names]
    best = max(places, default=(-1, 0))
    if best[0] >= 0:
        return best[1]
    marked = re.search(r"当事人([一二三四五六\d])", text)
    if marked and (value := parse_number(marked.group(1))) and value <= len(known):
        return int(value) - 1
    return current


def each_of(clause: Clause, known: Sequence[tuple[str, ...]], at: int, amount: Sum | None) -> list[int]:
    """The respondents of 对甲、乙各处罚款…, who pay the sum each."""
    until = max(at, amount.token.start if amount is not None else at) - clause.start
    marked = re.search(r"(?:各|分别)(?:处|罚|给予|并处)", clause.text[:until])
    if marked is None:
        return []
    named = clause.text[: marked.start()]
    listed = [index for index, names in enumerate(known) if any(name in named for name in names)]
    return listed if len(listed) > 1 else []
