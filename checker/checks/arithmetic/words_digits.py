"""amount-words-digits-differ: a sum in capitals and the same sum in figures must be equal."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checker.checks.arithmetic.amounts import plain, stated_totals
from checker.messages import say
from checker.records.assessment import Case
from checker.records.decision import Decision, Sanction
from checker.records.finding import Finding
from checker.records.read import Read

NAMED = frozenset({"fine", "confiscate_gains"})  # kinds whose amount has a name of its own in messages


def run(case: Case) -> Iterator[Finding]:
    """Compare each sanction's figures with its capitals, then the total's."""
    decision = case.decision
    for index, sanction in enumerate(decision.sanctions):
        digits, words = sanction.amount, sanction.words
        if digits is not None and words is not None and words.value not in _meant(decision, sanction, digits):
            what = say(f"amount:{sanction.kind if sanction.kind in NAMED else 'other'}")
            yield _differ(case, what, words, digits, index)
    digits, words = decision.fine_total_stated, decision.fine_total_words
    if digits is not None and words is not None and words.value not in {digits.value, *stated_totals(decision)}:
        yield _differ(case, say("amount:fine-total"), words, digits, None)


def _meant(decision: Decision, sanction: Sanction, digits: Read[Decimal]) -> set[Decimal]:
    """What the capitals may stand for: this amount, its price a unit, or a sum that it is part of."""
    unit = {sanction.unit_amount.value} if sanction.unit_amount is not None else set()
    return {digits.value, *unit, *stated_totals(decision)}
