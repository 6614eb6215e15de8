"""What is known of a case, for conditions; what is not told is unknown, never false."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from checker.records.decision import Circumstance, Decision, Sanction
from checker.records.document import CleanText
from checker.records.read import Span
from checker.records.truth import Facts, FactValue
from checker.statutes.conditions import facts_in

Tell = Callable[[str, FactValue, tuple[Span, ...]], None]
SEVERE = re.compile(r"(?<!未达)(?<!不属于)情节(?:特别)?(?:严重|恶劣)(?!的)")


def facts_of(text: CleanText, decision: Decision, sanction: Sanction | None) -> Facts:
    """Facts as they bear on one sanction (its respondent and charge) or, without one, on the whole."""
    values: dict[str, FactValue] = {}
    evidence: dict[str, tuple[Span, ...]] = {}

    def tell(name: str, value: FactValue, spans: tuple[Span, ...]) -> None:
        values.setdefault(name, value)
        evidence.setdefault(name, spans)

    for name, read in (("goods_value", decision.goods_value), ("illegal_gains", decision.illegal_gains)):
        if read is not None:
            tell(name, read.value, read.evidence)
    if (
        sanction is not None
        and sanction.multiple is not None
        and sanction.multiple_base
        and sanction.amount is not None
    ):
        _base_from_multiple(decision, sanction, tell)
    who = sanction.respondent if sanction is not None and sanction.respondent is not None else 0
    if who < len(decision.respondents):
        party = decision.respondents[who]
        tell("respondent_kind", party.kind, party.name.evidence if party.name else ())
    _circumstances(decision.circumstances, who, True, tell)
    _circumstances(decision.denied, who, False, tell)
    _offences(decision, values, evidence, tell)
    for quantity in decision.quantities:
        tell(f"count.{quantity.name}", quantity.value.value, quantity.value.evidence)
    if decision.act_start is not None and decision.act_end is not None:
        days = (decision.act_end.value - decision.act_start.value).days + 1
        tell("days", Decimal(days), (*decision.act_start.evidence, *decision.act_end.evidence))
    match = SEVERE.search(text.text)
    if match is not None and not re.search(
        r"[未没不非无][^，。；]{0,10}$", text.text[max(match.start() - 12, 0) : match.start()]
    ):
        tell("severe", True, text.spans(match.start(), match.end()))
    return Facts(values, evidence)


def _offences(
    decision: Decision, values: Mapping[str, FactValue], evidence: Mapping[str, tuple[Span, ...]], tell: Tell
) -> None:
    """近二年同类违法行为次数（含本次）: 1 with a first offence found, else the earlier penalties told and this one."""
    if values.get("has:first_offence") is True:
        tell("nth_offence", Decimal(1), evidence["has:first_offence"])
    elif decision.earlier and values.get("has:repeat_offence") is True:
        spans = tuple(span for each in decision.earlier for span in each.evidence)
        tell("nth_offence", Decimal(len(decision.earlier) + 1), spans)


def _base_from_multiple(decision: Decision, sanction: Sanction, tell: Tell) -> None:
    """A cost named beside the multiple: the sum in the text of that role that the words point to."""
    base = sanction.multiple_base
    if base in (None, "goods_value", "illegal_gains"):
        return
    costs = [each for each in decision.money if each.role == "cost"]
    if len({each.amount.value for each in costs}) == 1:
        tell(base, costs[0].amount.value, costs[0].amount.evidence)


def _circumstances(found: Iterable[Circumstance], who: int, value: bool, tell: Tell) -> None:
    for each in found:
        if each.respondent in (None, who):
            tell(f"has:{each.kind}", value, each.evidence)


def with_wordings(facts: Facts, expressions: Iterable[str | None], text: CleanText) -> Facts:
    """The facts with every text("…") that the expressions ask for and the document says, un-negated."""
    values, evidence = dict(facts.values), dict(facts.evidence)
    for expression in expressions:
        for name in facts_in(expression) if expression and "text(" in expression else ():
            at = text.text.find(name[5:]) if name.startswith("text:") else -1
            if at >= 0 and not re.search(r"[未没不非无][^，。；]{0,6}$", text.text[max(at - 8, 0) : at]):
                values[name], evidence[name] = True, text.spans(at, at + len(name) - 5)
    return Facts(values, evidence)
