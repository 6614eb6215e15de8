"""Who tells the amount of a fine besides its own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from checker.extract.paper import Paper
from checker.extract.quorum.slips import ten_fold
from checker.extract.quorum.totals import added, stated_totals
from checker.extract.roles import Sum
from checker.records.decision import Sanction, Witness
from checker.records.read import Read
from checker.text.money import CAPITALS

SAME = Decimal(1)  # yuan; what is multiplied is rounded to whole yuan
TOLD_AGAIN = frozenset({"fine", "fine_total", "payment"})


@dataclass(frozen=True, slots=True)
class Beside:
    """What the rest of the decision gives to reckon with: bases of multiples, and the stated total."""

    bases: dict[str, tuple[Read[Decimal], ...]]
    deemed: tuple[Read[Decimal], ...]
    total: Read[Decimal] | None


def witnesses(
    paper: Paper, sums: Sequence[Sum], all_: Sequence[Sanction], sanction: Sanction, beside: Beside
) -> Iterator[Witness]:
    """All that tell the amount of one fine, its own words first."""
    amount = sanction.amount
    assert amount is not None  # settle asks for fines with an amount
    written = "".join(span.quote for span in amount.evidence)
    yield Witness("capitals" if any(char in CAPITALS[1:-2] for char in written) else "figure", amount)
    unit = sanction.unit_amount
    if sanction.words is not None and (unit is None or sanction.words.value != unit.value):
        yield Witness("capitals", sanction.words)
    yield from _reckoned(sanction, amount, beside)
    yield from _from_total(all_, sanction, amount, beside.total)
    yield from _elsewhere(paper, sums, all_, amount, beside.total)


def _reckoned(sanction: Sanction, amount: Read[Decimal], beside: Beside) -> Iterator[Witness]:
    unit, count, multiple = sanction.unit_amount, sanction.count, sanction.multiple
    if unit is not None and count is not None and amount.value != unit.value:
        yield Witness("product", _times(unit, count))
    bases = beside.bases.get(sanction.multiple_base or "", ())
    if multiple is None or len({each.value for each in bases}) != 1 or not bases[0].value:
        return
    # 不足一万元的，按一万元计算: the law puts another base in the place of a smaller one.
    deemed = next((each for each in beside.deemed if abs(each.value * multiple.value - amount.value) <= SAME), None)
    yield Witness("multiple", _times(multiple, deemed or bases[0]))


def _times(one: Read[Decimal], other: Read[Decimal]) -> Read[Decimal]:
    evidence = (*one.evidence, *other.evidence)
    return Read(one.value * other.value, evidence, min(one.confidence, other.confidence), "rule:product")


def _from_total(
    all_: Sequence[Sanction], sanction: Sanction, amount: Read[Decimal], total: Read[Decimal] | None
) -> Iterator[Witness]:
    """A total speaks for one fine when all others were read; a right total of a part of them says nothing else."""
    others = [each for each in all_ if each.kind == "fine" and each is not sanction]
    if total is None or set(total.evidence) & set(amount.evidence) or any(each.amount is None for each in others):
        return
    left = total.value - added(others)
    if total.value in set(stated_totals(all_)):
        yield Witness("total", replace(total, value=amount.value))
    elif left > 0 and (others or not any(each.kind == "confiscate_gains" for each in all_)):
        yield Witness("total", replace(total, value=left))


def _elsewhere(
    paper: Paper, sums: Sequence[Sum], all_: Sequence[Sanction], amount: Read[Decimal], total: Read[Decimal] | None
) -> Iterator[Witness]:
    """The fine told again, and the proposal: only what agrees, or is the same digits ten times over."""
    used = {
        span for each in all_ for read in (each.amount, each.words, each.unit_amount) if read for span in read.evidence
    }
    used |= set(total.evidence) if total is not None else set()
    kinds: set[str] = set()
    decided = paper.parts.operative[0]  # what the reasoning rejects (处以五万元明显过罚不当) is no other telling
    fines = sum(each.kind == "fine" for each in all_)
    for each in sums:
        kind = "notice" if each.role == "proposed_fine" else "repeated" if each.role in TOLD_AGAIN else None
        if kind is None or kind in kinds:
            continue
        value, spans = each.token.amount, paper.spans(each.token.start, each.token.end)
        agrees = value == amount.value
        slip = fines == 1 and ten_fold(value, amount.value) and (kind == "notice" or each.token.start >= decided)
        if set(spans) & used or not (agrees or slip):
            continue
        kinds.add(kind)
        yield Witness(kind, paper.read(value, each.token.start, each.token.end, each.confidence, f"fine-{kind}"))
