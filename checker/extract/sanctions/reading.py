"""The penalties of the operative part, in order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from checker.extract.citations import Found, substantive
from checker.extract.paper import Paper
from checker.extract.roles import Sum, read_sum
from checker.extract.sanctions.beside import words_of
from checker.extract.sanctions.clause import Clause, clauses
from checker.extract.sanctions.imposed import imposed
from checker.extract.sanctions.payers import each_of, named, names_of
from checker.extract.sanctions.reckoned import multiple_of, per_unit
from checker.records.decision import Respondent, Sanction
from checker.records.law import Citation

ADDS_UP = re.compile(r"合并|一并|合计|共计|总计|总额|[两三四五六]项|各项|以上")


def read_sanctions(
    paper: Paper, sums: Sequence[Sum], cited: Sequence[Found], parties: Sequence[Respondent]
) -> tuple[Sanction, ...]:
    """Every sanction imposed, in order; totals and the law's own ranges are not sanctions."""
    start, end = paper.parts.operative
    found: list[Sanction] = []
    basis: tuple[Citation, ...] = ()
    charge, person = 0, 0 if len(parties) == 1 else None
    known = names_of(paper, parties)
    for clause in clauses(paper, start, end):
        cursor = clause.start
        told = imposed(paper, sums, clause)
        if not told:  # 一、对某某公司：
            person = named(clause, known, clause.end, person)
        for kind, at, amount in told:
            sum_at = max(at, amount.token.start) if amount is not None else at
            person = named(clause, known, sum_at, person)
            own = _basis(cited, cursor, at)
            if own and basis and found and {_key(each) for each in own} != {_key(each) for each in basis}:
                charge += (
                    any(each.kind == "fine" and each.charge == charge for each in found)
                    and person == found[-1].respondent
                )
            basis, cursor = own or basis, at if own else cursor
            if kind == "fine" and amount is not None and _adds_up(paper, amount, found):
                continue
            payers: list[int | None] = [*each_of(clause, known, sum_at)] if kind == "fine" else []
            for who in payers or [person]:
                found.append(_sanction(paper, sums, clause, kind, at, amount, basis, charge, who))
    return _without_repeats(found)


def _adds_up(paper: Paper, amount: Sum, found: Sequence[Sanction]) -> bool:
    """Whether the sum is that of the fines before it, and the words since then say that it puts them together."""
    before = [each.amount for each in found if each.kind == "fine" and each.amount is not None]
    if len(before) < 2 or amount.token.amount != sum(each.value for each in before):
        return False
    since = paper.text[max(amount.token.start - 80, 0) : amount.token.start]
    return amount.role == "fine_total" or ADDS_UP.search(since) is not None


def _sanction(
    paper: Paper,
    sums: Sequence[Sum],
    clause: Clause,
    kind: str,
    at: int,
    amount: Sum | None,
    basis: tuple[Citation, ...],
    charge: int,
    person: int | None,
) -> Sanction:
    if amount is None:
        end = min(clause.end, at + 40)
        stop = re.search(r"[，,。；;\n]", paper.text[at:end])
        spans = paper.spans(at, at + stop.start() if stop and stop.start() > 1 else end)
        return Sanction(kind, None, person, spans, basis, charge=charge)
    read = read_sum(paper, amount, f"{kind}-amount")
    low = min(at, amount.token.start)
    if kind == "fine":
        mark = max(paper.text.rfind(word, clause.start, low) for word in ("罚款", "处", "罚"))
        low = mark if mark >= 0 else low
    after = re.match(r"[^，。；\n]{0,16}罚款", paper.text[amount.token.end : clause.end])
    spans = paper.spans(low, amount.token.end + (after.end() if after else 0))
    unit, count = per_unit(paper, sums, clause) if kind == "fine" else (None, None)
    multiple, base = multiple_of(paper, clause, low) if kind == "fine" else (None, None)
    words = words_of(paper, sums, amount)
    return Sanction(kind, read, person, spans, basis, words, unit, count, multiple, base, None, charge)


def _basis(cited: Sequence[Found], low: int, high: int) -> tuple[Citation, ...]:
    return tuple(
        each.citation for each in cited if low <= each.start < high and each.role == "basis" and substantive(each)
    )


def _key(cited: Citation) -> tuple[object, ...]:
    return cited.law, cited.article, cited.sub, cited.paragraph, cited.item


def _another(each: Sanction, same: Sequence[Sanction]) -> bool:
    """Whether gains are taken for one more act: on a basis of its own, and not the sum of those before."""
    if each.amount is None or any(old.amount is None or old.amount.value == each.amount.value for old in same):
        return False
    added = sum((old.amount.value for old in same if old.amount is not None), Decimal(0))
    keys = {tuple(map(_key, old.basis)) for old in same}
    return bool(each.basis) and tuple(map(_key, each.basis)) not in keys and each.amount.value != added


def _without_repeats(found: list[Sanction]) -> tuple[Sanction, ...]:
    """A sanction announced in the lead and listed again below is one; so is 没收 told twice without an amount."""
    kept: list[Sanction] = []
    for each in found:
        same = [old for old in kept if old.kind == each.kind and old.respondent == each.respondent]
        if any(old.amount is None and each.amount is None for old in same) and each.kind != "confiscate_goods":
            continue
        if each.kind == "confiscate_gains" and same and not _another(each, same):
            if each.amount is not None and same[0].amount is None:
                kept[kept.index(same[0])] = each
            continue
        kept.append(each)
    return tuple(kept)
