"""amount-words-digits-differ: a sum in capitals and the same sum in figures must be equal."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checker.checks.arithmetic.amounts import INTERNAL
from checker.checks.building import confidence_of, evidence_of, finding, plain, step
from checker.checks.check import Check
from checker.extract.quorum import stated_totals
from checker.messages import say
from checker.records.assessment import Case
from checker.records.decision import Decision, Sanction
from checker.records.finding import Finding, Step
from checker.records.read import Read

NAMED = frozenset({"fine", "confiscate_gains"})  # kinds whose amount has a name of its own in messages


def _run(case: Case) -> Iterator[Finding]:
    """Compare each sanction's figures with its capitals, then the total's."""
    decision = case.decision
    for index, sanction in enumerate(decision.sanctions):
        digits, words = sanction.written, sanction.words
        if digits is not None and words is not None and words.value not in _meant(decision, sanction, digits):
            what = say(f"amount:{sanction.kind if sanction.kind in NAMED else 'other'}")
            yield _differ(case, what, words, digits, index)
    total, in_words = decision.fine_total_stated, decision.fine_total_words
    if (
        total is not None
        and in_words is not None
        and in_words.value not in {total.value, *stated_totals(decision.sanctions)}
    ):
        yield _differ(case, say("amount:fine-total"), in_words, total, None)


def _meant(decision: Decision, sanction: Sanction, digits: Read[Decimal]) -> set[Decimal]:
    """What the capitals may stand for: this amount, or its price a unit."""
    unit = {sanction.unit_amount.value} if sanction.unit_amount is not None else set()
    return {digits.value, *unit}


def _differ(
    case: Case, what: tuple[str, str], words: Read[Decimal], digits: Read[Decimal], index: int | None
) -> Finding:
    difference = abs(words.value - digits.value)
    return finding(
        CHECK,
        case,
        "violation",
        evidence=evidence_of(words, digits),
        rules=(INTERNAL,),
        trace=(step("大写", words), step("小写", digits), Step("相差", f"{plain(difference)}元", "计算")),
        confidence=confidence_of(words, digits),
        sanction=index,
        what=what,
        words=words.value,
        digits=digits.value,
        difference=difference,
    )


CHECK = Check(
    "amount-words-digits-differ", "较重", "文书金额前后应当一致", "Amounts must agree within a decision", _run
)
