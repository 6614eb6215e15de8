"""The fines of a decision against what the other documents of its case file tell of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from checker.checks.arithmetic.amounts import amounts, of_kind, total
from checker.checks.building import confidence_of, evidence_of, finding, plain, step
from checker.checks.check import Check
from checker.extract.quorum import one_digit_changed, one_digit_off, stated_totals, ten_fold
from checker.messages import say
from checker.records.assessment import Case
from checker.records.decision import Decision
from checker.records.finding import Finding, RuleRef, Step
from checker.records.read import Read

NOTICES = frozenset({"penalty_notice", "hearing_notice"})
PROPOSING = NOTICES | {"filing_approval", "closing_report", "legal_review", "discussion_record"}
PUBLISHED = "publicity_record"
OF_FINES = PROPOSING | {PUBLISHED}  # papers whose sums tell what they are of
FINES = frozenset({"proposed_fine", "fine", "fine_total"})
ALIKE = RuleRef("案卷内部一致：同一案件各文书中的罚款金额应当一致", "The papers of one case must agree on the fine")
FEW = 4  # sums; a paper with more tells of other things too


@dataclass(frozen=True, slots=True)
class Imposed:
    """What the decision imposes: `allowed` are the amounts that another document may rightly name, `proposed` those
    that the decision itself tells of as proposed before."""

    fines: tuple[Read[Decimal], ...]
    whole: Decimal
    allowed: frozenset[Decimal]
    proposed: frozenset[Decimal]


def differing(case: Case, check: Check, explained: re.Pattern[str]) -> Iterator[Finding]:
    """One finding a document that names other amounts; `explained` are a decision's words for a change."""
    fines = amounts(of_kind(case.decision, "fine"))
    if not fines or len(fines) < len(of_kind(case.decision, "fine")):
        return  # a fine that could not be read may be the one that is named there
    whole = total(fines)
    right = {whole, *(each.value for each in fines), *stated_totals(case.decision.sanctions)}
    proposed = frozenset(each.amount.value for each in case.decision.money if each.role == "proposed_fine")
    imposed = Imposed(fines, whole, frozenset(right), proposed)
    changed = explained.search(case.text.text) is not None
    for other in case.others:
        told = _told(other)
        key = _difference(other, told, imposed, changed=changed) if told else None
        if key is not None:
            yield _finding(case, check, other, key[0], key[1], imposed)


def _told(other: Decision) -> list[Read[Decimal]]:
    return [each.amount for each in other.money if each.role in FINES or other.kind.value not in OF_FINES]


def _difference(
    other: Decision, told: Sequence[Read[Decimal]], imposed: Imposed, *, changed: bool
) -> tuple[str, Read[Decimal]] | None:
    """(message key, the amount that differs), None when the document agrees or says nothing of the fine."""
    values = {each.value for each in told}
    kind = other.kind.value
    if kind != PUBLISHED and values & imposed.proposed - imposed.allowed:
        return None  # it tells of the proposal; that the decision differs from it is for the checks on the decision
    slip = next((each for each in told if _ten_fold(each.value, imposed) is not None), None)
    agrees = bool(values & imposed.allowed) or sum(values) in imposed.allowed
    if slip is not None and (not agrees or kind in OF_FINES):
        return "files-ten-fold", slip
    if kind not in OF_FINES:  # a slip of payment: two or three tellings of one sum
        near = next((each for each in told if _copied(each.value, imposed)), None)
        return ("files-slip", near) if near is not None and (not agrees or len(told) <= FEW) else None
    if agrees:
        return None
    most = max(told, key=lambda each: each.value)
    if kind == PUBLISHED:
        return "files-published", most
    if changed:
        return None
    if most.value < imposed.whole and kind in NOTICES:
        return "files-higher", most
    return "files-differ", most


def _ten_fold(value: Decimal, imposed: Imposed) -> Decimal | None:
    """The fine, or the sum of all, whose digits a sum has at another place of the decimal point."""
    known = (imposed.whole, *(each.value for each in imposed.fines))
    return None if value in imposed.allowed else next((each for each in known if ten_fold(value, each)), None)


def _copied(value: Decimal, imposed: Imposed) -> bool:
    """Whether a sum looks like the fine copied with a slip."""
    near = one_digit_off(value, imposed.whole) and not one_digit_changed(value, imposed.whole)
    return _ten_fold(value, imposed) is not None or (near and value not in imposed.allowed)


def _finding(case: Case, check: Check, other: Decision, key: str, told: Read[Decimal], imposed: Imposed) -> Finding:
    against = _ten_fold(told.value, imposed) or imposed.whole
    high, low = max(told.value, against), min(told.value, against)
    what = say(f"kind:{other.kind.value}")
    place, name = told.evidence[0], re.split(r"[/\\!]", other.file)[-1]  # the rest of the path is the decision's own
    there = Step(what[0], f"{plain(told.value)}元", f"{name} 第{place.page}页：“{place.quote}”")
    return finding(
        check,
        case,
        "lead",
        key,
        evidence=evidence_of(*imposed.fines),
        rules=(ALIKE,),
        trace=(there, *(step("罚款", each) for each in imposed.fines), Step("相差", f"{plain(high - low)}元", "计算")),
        confidence=confidence_of(told, *imposed.fines),
        what=what,
        file=name,
        other=told.value,
        fine=against,
        difference=high - low,
        times=high / low if low else high,
    )
