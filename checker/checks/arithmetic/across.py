"""amount-differs-across-documents: the fine imposed against the proposal quoted here, and against its case file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checker.checks.arithmetic.amounts import INTERNAL, amounts, of_kind, total
from checker.checks.arithmetic.files import differing
from checker.checks.building import confidence_of, evidence_of, finding, plain, step
from checker.checks.check import Check
from checker.extract.quorum import ten_fold
from checker.messages import say
from checker.records.assessment import Case
from checker.records.finding import Finding, Step
from checker.records.read import Read

SLIPS = ("notice", "repeated")  # witnesses that no other check compares
EXPLAINED = re.compile(r"(?<!不予)(?<!未予)采纳|变更|调整|改为|减为|降(?:低|为)|重新(?:裁量|告知|计算)|部分采纳|更正")


def _run(case: Case) -> Iterator[Finding]:
    decision = case.decision
    yield from differing(case, CHECK, EXPLAINED)
    fines = amounts(of_kind(decision, "fine"))
    proposed = [each.amount for each in decision.money if each.role == "proposed_fine"]
    fine = total(fines)
    slips = list(_slips(case))
    yield from slips
    if slips:
        return
    if not fines or not proposed:
        return
    told = {fine, *(each.value for each in fines)}
    values = {each.value for each in proposed}
    if total(proposed) in told or (values & told and len(values) <= len(fines)):
        return
    if len(values) > 1 and len(fines) == 1:
        yield _notices(case, proposed, fines, fine)
    elif max(values) > fine and not EXPLAINED.search(case.text.text):
        yield _lower(case, max(proposed, key=lambda each: each.value), fines, fine)


def _slips(case: Case) -> Iterator[Finding]:
    """A fine told elsewhere in the decision with the same digits, ten or ten thousand times as much."""
    for index, sanction in enumerate(case.decision.sanctions):
        written = sanction.written
        for each in sanction.witnesses[1:] if written is not None else ():
            if each.kind in SLIPS and written is not None and ten_fold(each.value.value, written.value):
                what = say(f"witness:{each.kind}")
                high, low = max(each.value.value, written.value), min(each.value.value, written.value)
                yield finding(
                    CHECK,
                    case,
                    "lead",
                    "ten-fold",
                    evidence=evidence_of(each.value, written),
                    rules=(INTERNAL,),
                    trace=(
                        step(what[0], each.value),
                        step("罚款", written),
                        Step("相差", f"{plain(high / low)}倍", "计算"),
                    ),
                    confidence=confidence_of(each.value, written),
                    sanction=index,
                    what=what,
                    other=each.value.value,
                    fine=written.value,
                    times=high / low,
                )


def _lower(case: Case, proposed: Read[Decimal], fines: tuple[Read[Decimal], ...], fine: Decimal) -> Finding:
    difference = proposed.value - fine
    return finding(
        CHECK,
        case,
        "lead",
        evidence=evidence_of(proposed, *fines),
        rules=(INTERNAL,),
        trace=(
            step("拟罚款", proposed),
            *(step("罚款", each) for each in fines),
            Step("相差", f"{plain(difference)}元", "计算"),
        ),
        confidence=confidence_of(proposed, *fines),
        proposed=proposed.value,
        fine=fine,
        difference=difference,
    )


def _notices(case: Case, proposed: list[Read[Decimal]], fines: tuple[Read[Decimal], ...], fine: Decimal) -> Finding:
    listed = "、".join(f"{plain(each.value)}元" for each in proposed)
    return finding(
        CHECK,
        case,
        "lead",
        "notices",
        evidence=evidence_of(*proposed, *fines),
        rules=(INTERNAL,),
        trace=tuple(step("拟罚款", each) for each in proposed),
        confidence=confidence_of(*proposed),
        amounts=(listed, listed.replace("、", ", ").replace("元", " yuan")),
        fine=fine,
    )


CHECK = Check(
    "amount-differs-across-documents",
    "较重",
    "告知与决定的金额应当一致",
    "Notice and decision must agree on the amount",
    _run,
)
