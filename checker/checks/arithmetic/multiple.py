"""multiple-times-base: a stated multiple of a stated base, or price a unit times count, must give the fine."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checker.checks.arithmetic.amounts import INTERNAL, number
from checker.checks.building import confidence_of, evidence_of, finding, plain, step
from checker.checks.check import Check
from checker.messages import messages, say
from checker.records.assessment import Case
from checker.records.decision import Decision, Sanction
from checker.records.finding import Finding, Step
from checker.records.read import Read

ROUNDING = Decimal(1)  # yuan; decisions round to whole yuan


def _run(case: Case) -> Iterator[Finding]:
    for index, sanction in enumerate(case.decision.sanctions):
        written = sanction.written
        if sanction.kind != "fine" or written is None:
            continue
        if sanction.multiple is not None and sanction.multiple_base is not None:
            yield from _multiple(case, index, sanction, written, sanction.multiple, sanction.multiple_base)
        elif sanction.unit_amount is not None and sanction.count is not None:
            yield from _units(case, index, written, sanction.unit_amount, sanction.count)


def _base(decision: Decision, name: str) -> Read[Decimal] | None:
    known = {"goods_value": decision.goods_value, "illegal_gains": decision.illegal_gains}
    if name in known:
        return known[name]
    costs = [each.amount for each in decision.money if each.role == "cost"]
    return costs[0] if len({cost.value for cost in costs}) == 1 else None


def _multiple(
    case: Case, index: int, sanction: Sanction, amount: Read[Decimal], multiple: Read[Decimal], name: str
) -> Iterator[Finding]:
    base = _base(case.decision, name)
    if base is None or base.value == 0:
        return  # the text leaves the base to other papers: nothing is wrong that we could see
    expected = base.value * multiple.value
    deemed = (each.amount.value for each in case.decision.money if each.role == "deemed_base")
    if any(abs(each * multiple.value - amount.value) <= ROUNDING for each in (base.value, *deemed)):
        return
    share = multiple.value < 1  # written as a percentage: 合同价款1.2%
    words = say(f"base:{name}") if f"base:{name}" in messages() else say("base:other")
    factor = f"{number(multiple.value * 100)}%" if share else number(multiple.value)
    sum_ = Step("应为", f"{plain(base.value)} × {factor} = {plain(expected)}元", "计算")
    yield finding(
        CHECK,
        case,
        "violation",
        "share" if share else None,
        evidence=evidence_of(multiple, base, amount),
        rules=(INTERNAL,),
        trace=(step(words[0], base), step("倍数", multiple), sum_, step("罚款", amount)),
        confidence=confidence_of(multiple, base, amount),
        sanction=index,
        base_name=words,
        multiple=number(multiple.value * 100 if share else multiple.value),
        base=base.value,
        expected=expected,
        amount=amount.value,
        difference=abs(expected - amount.value),
    )


def _units(
    case: Case, index: int, amount: Read[Decimal], unit: Read[Decimal], count: Read[Decimal]
) -> Iterator[Finding]:
    expected = unit.value * count.value
    if abs(expected - amount.value) <= ROUNDING or amount.value == unit.value:
        return
    yield finding(
        CHECK,
        case,
        "lead",
        "unit",
        evidence=evidence_of(unit, count, amount),
        rules=(INTERNAL,),
        trace=(
            step("每单位", unit),
            step("数量", count),
            Step("应为", f"{plain(expected)}元", "计算"),
            step("罚款", amount),
        ),
        confidence=confidence_of(unit, count, amount),
        sanction=index,
        unit=unit.value,
        count=number(count.value),
        expected=expected,
        amount=amount.value,
        difference=abs(expected - amount.value),
    )


CHECK = Check(
    "multiple-times-base", "较重", "罚款应当等于倍数乘以基数", "A fine must be its multiple times its base", _run
)
