"""From witnesses to the amount that most of them tell, and to how sure it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from checker.extract.paper import Paper
from checker.extract.quorum.slips import one_digit_off
from checker.extract.quorum.totals import added
from checker.extract.quorum.witnesses import SAME, Beside, witnesses
from checker.extract.roles import Sum
from checker.records.decision import Sanction, Witness
from checker.records.read import Read

MOST = 0.99  # confidence that agreement may reach; a screen that rounds must not say 100 %
OUTVOTED = 0.75  # confidence of an amount that most witnesses tell and one does not
SPLIT = 0.5  # where no amount has most of them: a person must look
HALF = 0.5  # what each further witness leaves of the doubt
REFUNDED = re.compile(r"退(?:还|赔|回|款)|返还|扣除|赔偿|已?缴(?:税|纳税)")


def settle(paper: Paper, sums: Sequence[Sum], sanctions: Sequence[Sanction], beside: Beside) -> tuple[Sanction, ...]:
    """The sanctions with the witnesses of each fine, its amount what most of them say; gains held against the facts."""
    gains = next(iter(beside.bases.get("illegal_gains", ())), None)
    doubted = _gains_differ(paper, gains, sanctions)
    settled = []
    for each in sanctions:
        if each.kind == "fine" and each.amount is not None:
            each = _settled(each, tuple(witnesses(paper, sums, sanctions, each, beside)))
        elif each.kind == "confiscate_gains" and each.amount is not None and doubted:
            each = replace(each, amount=_doubted(each.amount, SPLIT))
        settled.append(each)
    return tuple(settled)


def settle_gains(paper: Paper, gains: Read[Decimal] | None, sanctions: Sequence[Sanction]) -> Read[Decimal] | None:
    """The illegal gains found, held against what is confiscated: the two are told apart and must be one amount."""
    if gains is None or _gains_differ(paper, gains, sanctions):
        return gains and _doubted(gains, SPLIT)
    places = set(gains.evidence)
    alike = (each.amount for each in sanctions if each.kind == "confiscate_gains")
    if any(each is not None and each.value == gains.value and not places & set(each.evidence) for each in alike):
        return replace(gains, confidence=_agreed(gains.confidence))
    return gains


def settle_base(
    base: Read[Decimal] | None, name: str, sums: Sequence[Sum], sanctions: Sequence[Sanction]
) -> Read[Decimal] | None:
    """A base that fines are multiples of: surer when the multiple gives the fine that is written, doubted when not,
    and doubted when another place tells it with one digit changed."""
    if base is None:
        return None
    told = [
        abs(each.multiple.value * base.value - each.written.value) <= SAME
        for each in sanctions
        if each.multiple and each.multiple_base == name and each.written is not None
        if any(witness.kind == "multiple" for witness in each.witnesses)
    ]
    others = {each.token.amount for each in sums if each.role == name} - {base.value}
    if told and all(told):
        return replace(base, confidence=_agreed(base.confidence))
    if any(told):
        return _doubted(base, OUTVOTED)
    if told or any(one_digit_off(base.value, each) for each in others):
        return _doubted(base, SPLIT)
    return base


def _gains_differ(paper: Paper, gains: Read[Decimal] | None, sanctions: Sequence[Sanction]) -> bool:
    """Whether another amount is confiscated than was found, without a word of what was paid back."""
    taken = [each for each in sanctions if each.kind == "confiscate_gains" and each.amount is not None]
    if gains is None or not gains.value or not taken or added(taken) == gains.value:
        return False
    alike = any(each.amount is not None and each.amount.value == gains.value for each in taken)
    return not alike and REFUNDED.search(paper.text) is None


def _settled(sanction: Sanction, told: tuple[Witness, ...]) -> Sanction:
    camps = _camps(told)
    best = max(camps, key=len)  # the first of equals: the one with the sanction's own words
    own = told[0].value
    read = own if best is camps[0] else _plainest(best)
    sure = _agreed(max(each.value.confidence for each in best), len(best) - 1)
    if len(camps) > 1:
        sure = min(sure, OUTVOTED if 2 * len(best) > len(told) else SPLIT)
    source = own.source if read is own else f"rule:quorum+{read.source.removeprefix('rule:')}"
    return replace(sanction, amount=Read(read.value, read.evidence, sure, source), witnesses=told)


def _camps(told: Sequence[Witness]) -> list[list[Witness]]:
    """Those that tell the same amount, in the order of their first; the sanction's own words stand in the first."""
    camps: list[list[Witness]] = []
    for each in told:
        near = SAME if each.kind == "multiple" else 0
        camp = next((camp for camp in camps if abs(camp[0].value.value - each.value.value) <= near), None)
        if camp is None:
            camps.append([each])
        else:
            camp.append(each)
    return camps


def _plainest(camp: Sequence[Witness]) -> Read[Decimal]:
    """The reading that has the amount itself in its words, before one that was reckoned."""
    return next((each.value for each in camp if each.kind not in ("product", "multiple")), camp[0].value)


def _agreed(confidence: float, more: int = 1) -> float:
    """What the confidence becomes when so many more tell the same."""
    return round(max(min(1 - (1 - confidence) * HALF**more, MOST), confidence), 4)


def _doubted(read: Read[Decimal], most: float) -> Read[Decimal]:
    return replace(read, confidence=min(read.confidence, most))
