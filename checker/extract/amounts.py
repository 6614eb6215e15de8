"""The amounts of a decision besides its fines: gains, goods, totals, and what the fines can be reckoned from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.extract.paper import Paper
from checker.extract.quorum import Beside
from checker.extract.quorum.totals import added
from checker.extract.roles import Sum, read_sum
from checker.extract.sanctions import BASES
from checker.records.decision import Sanction
from checker.records.read import Read, Span

# 违法所得无法计算 says nothing of how much; 没有违法所得或者…的 is the law's case
NO_GAINS = re.compile(
    r"(?:没有|无|未(?:获得|取得|产生|有))违法所得(?!\s*(?:或|的|，?(?:的|又)|不|金额))|违法所得(?:为)?(?:零|无(?![法从据])|0元)"
)
RECHECKED = re.compile(r"经?复核|更正为|重新(?:核算|计算|认定)|核减|应(?:认定)?为")  # an amount before it is given up
ASCRIBED = frozenset({"other", "price", "cost", "goods_value", "illegal_gains", "fine_total"})
OTHER_BASES = frozenset(BASES.values()) - {"goods_value", "illegal_gains"}  # told as costs of something


def beside(
    paper: Paper, sums: list[Sum], gains: Read[Decimal] | None, goods: Read[Decimal] | None, total: Read[Decimal] | None
) -> Beside:
    """What else the decision gives to reckon its fines with."""

    def reads(role: str) -> tuple[Read[Decimal], ...]:
        return tuple(read_sum(paper, each, role) for each in sums if each.role == role)

    bases = {"goods_value": (goods,) if goods else (), "illegal_gains": (gains,) if gains else ()}
    return Beside(bases | dict.fromkeys(OTHER_BASES, reads("cost")), reads("deemed_base"), total)


def illegal_gains(
    paper: Paper, sums: list[Sum], sanctions: Sequence[Sanction], *, several: bool
) -> Read[Decimal] | None:
    """The gains found: told as such, else those taken, else the base of a fine, else none where the text says so."""
    places = ("facts", "reasoning")
    stated = [each for each in sums if each.role == "illegal_gains" and paper.parts.place(each.token.start) in places]
    if stated and several and _differ({each.token.amount for each in stated}):
        return _together(paper, sums, {each.token.amount for each in stated}, "gains-together")
    if stated:
        return read_sum(paper, stated[-1], "illegal-gains")
    return _taken(paper, sums, sanctions) or _base(paper, sums, sanctions, "illegal_gains") or _none(paper)


def _taken(paper: Paper, sums: list[Sum], sanctions: Sequence[Sanction]) -> Read[Decimal] | None:
    """What is confiscated as gains; of several amounts the sum, where the text tells it too."""
    taken = [each.amount for each in sanctions if each.kind == "confiscate_gains" and each.amount is not None]
    if len({each.value for each in taken}) > 1:
        return _together(paper, sums, {each.value for each in taken}, "gains-together")
    if not taken:
        return None
    told = taken[0]
    return Read(told.value, told.evidence, min(told.confidence, 0.8), "rule:gains-confiscated")


def _none(paper: Paper) -> Read[Decimal] | None:
    for match in NO_GAINS.finditer(paper.text, 0, paper.parts.operative[0]):
        if not paper.in_quote(match.start()) and "的，" not in paper.text[match.end() : match.end() + 2]:
            return paper.read(Decimal(0), match.start(), match.end(), 0.85, "no-illegal-gains")
    return None


def goods_value(paper: Paper, sums: list[Sum], sanctions: Sequence[Sanction], *, several: bool) -> Read[Decimal] | None:
    """The total among several, since parts are smaller than their sum; else the base of a fine."""
    found = [each for each in sums if each.role == "goods_value"]
    amounts = {each.token.amount for each in found}
    if several and _differ(amounts):
        return _together(paper, sums, amounts, "goods_value") or _base(paper, found, sanctions, "goods_value")
    if not found:
        return _base(paper, sums, sanctions, "goods_value")
    largest = max(found, key=lambda one: one.token.amount)
    mended = [each for each in found if RECHECKED.search(paper.text, largest.token.end, each.token.start)]
    return read_sum(paper, (mended or [largest])[-1], "goods_value")


def _base(paper: Paper, sums: Sequence[Sum], sanctions: Sequence[Sanction], name: str) -> Read[Decimal] | None:
    """The sum told before the decision that times the multiple is the fine: 收费48600元 … 处违法所得一倍罚款48600元."""
    wanted = {
        each.amount.value / each.multiple.value
        for each in sanctions
        if each.amount is not None and each.multiple is not None and each.multiple.value
        if each.multiple_base == name
    }
    before = [each for each in sums if each.token.start < paper.parts.operative[0] and each.role in ASCRIBED]
    told = next((each for each in reversed(before) if wanted == {each.token.amount}), None)
    return read_sum(paper, told, f"{name}-by-multiple", 0.8) if told else None


def _differ(amounts: set[Decimal]) -> bool:
    """Whether none of several sums is the total of the others."""
    return len(amounts) > 1 and 2 * max(amounts) != sum(amounts)


def _together(paper: Paper, sums: list[Sum], parts: set[Decimal], rule: str) -> Read[Decimal] | None:
    """The sum of the parts, where the text tells it too; each respondent or act has a part of its own."""
    each = next((one for one in sums if one.token.amount == sum(parts)), None)
    return read_sum(paper, each, rule, 0.8) if each else None


def one_of(paper: Paper, sums: list[Sum], role: str) -> Read[Decimal] | None:
    """The sum with this role, told last; None where there is none, or several that differ."""
    found = [each for each in sums if each.role == role]
    if len({each.token.amount for each in found}) != 1:
        return None
    return read_sum(paper, found[-1], role)


def stated_total(paper: Paper, sums: list[Sum], sanctions: Sequence[Sanction]) -> Read[Decimal] | None:
    """The total of the fines as the operative part states it; a total that is right for fines and confiscations
    together is none of the fines."""
    found = list(_totals(paper, sums))
    fines = [each for each in sanctions if each.kind == "fine"]
    whole = added([*fines, *(each for each in sanctions if each.kind == "confiscate_gains")])
    right = [each for each in found if each.token.amount == added(fines)]
    if not right and len(fines) > 0:
        found = [each for each in found if each.token.amount != whole]
    chosen = right or found
    if not chosen:
        return None
    same = [each for each in chosen if each.token.amount == chosen[0].token.amount]
    return read_sum(paper, next((one for one in same if not one.token.chinese), same[0]), "fine-total")


def _totals(paper: Paper, sums: Sequence[Sum]) -> Iterator[Sum]:
    low, high = paper.parts.operative
    return (each for each in sums if each.role == "fine_total" and low <= each.token.start < high)


def total_words(paper: Paper, sums: list[Sum]) -> Read[Decimal] | None:
    """The stated total in capitals, where it stands beside the same total in figures."""
    found = [each.token for each in _totals(paper, sums)]
    words = [each for each in found if each.chinese]
    if not words or len(words) == len(found):
        return None
    return paper.read(words[0].amount, words[0].start, words[0].end, 0.93, "fine-total-capitals")


def sum_of(sanctions: tuple[Sanction, ...]) -> Read[Decimal] | None:
    fines = [each.amount for each in sanctions if each.kind == "fine" and each.amount is not None]
    if not fines:
        return None
    if len(fines) == 1:
        return fines[0]
    spans: tuple[Span, ...] = tuple(span for fine in fines for span in fine.evidence)
    total = sum((fine.value for fine in fines), Decimal(0))
    return Read(total, spans, min(fine.confidence for fine in fines), "rule:sum-of-fines")
