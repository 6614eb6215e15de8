"""Build a finding whose proof is complete: evidence, rule, arithmetic, and a sentence in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from math import prod
from typing import Any

from checker.checks.check import Check
from checker.messages import messages, say
from checker.records.assessment import Case
from checker.records.finding import Finding, RuleRef, Status, Step
from checker.records.read import Read, Span

CERTAIN = 0.8  # below this combined confidence of what was read, a violation is only a lead


def finding(
    check: Check,
    case: Case,
    status: Status,
    key: str | None = None,
    *,
    evidence: Iterable[Span],
    rules: Sequence[RuleRef],
    trace: Sequence[Step] = (),
    missing: Sequence[str] = (),
    confidence: float = 1.0,
    sanction: int | None = None,
    **values: object,
) -> Finding:
    """A finding with the message `check:NAME`, or `check:NAME:KEY`.

    Values that fill the message: Decimal (money, shown as plain yuan without the unit), date, (zh, en) pair, or
    anything that prints. `missing` names facts (see `fact_words`). A violation that rests on an uncertain reading or
    on a damaged text becomes a lead. Raises ValueError for an allegation without evidence, rule and trace, and for a
    cannot_tell that does not say what is missing: both are defects of the check.
    """
    spans = tuple(dict.fromkeys(evidence))
    if status == "cannot_tell":
        if not missing:
            raise ValueError(f"{check.name}: cannot_tell must name the missing facts")
    elif not spans or not rules or not trace:
        raise ValueError(f"{check.name}: a {status} needs evidence, a rule and a trace")
    if status == "violation" and (confidence < CERTAIN or case.decision.text_quality.damaged):
        status = "lead"
    shown = {name: worded(value) for name, value in values.items()}
    zh, en = say(f"check:{check.name}" + (f":{key}" if key else ""), **shown)
    return Finding(
        check=check.name,
        status=status,
        severity=check.severity,
        message_zh=zh,
        message_en=en,
        evidence=spans,
        rules=tuple(rules),
        trace=tuple(trace),
        missing=tuple(dict.fromkeys(missing)),
        confidence=round(confidence, 4),
        sanction=sanction,
        parameters={name: value[0] if isinstance(value, tuple) else value for name, value in shown.items()},
    )


def worded(value: object) -> Any:
    """How a value stands in a sentence: a string, or a (zh, en) pair."""
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日", value.isoformat()
    return value if isinstance(value, tuple) else str(value)


def plain(amount: Decimal) -> str:
    """Yuan without needless decimals or grouping: 50000, 50000.50."""
    return f"{amount:.0f}" if amount == amount.to_integral_value() else f"{amount:.2f}"


def yuan(amount: Decimal) -> tuple[str, str]:
    """An amount with its unit in both languages: ("50000元", "50000 yuan")."""
    return f"{plain(amount)}元", f"{plain(amount)} yuan"


def evidence_of(*reads: Read[object] | None) -> tuple[Span, ...]:
    """The spans of what was read, in order; absent values give none."""
    return tuple(span for read in reads if read is not None for span in read.evidence)


def confidence_of(*reads: Read[object] | None) -> float:
    """The product of the readings' confidences; absent values count as 1."""
    return prod((read.confidence for read in reads if read is not None), start=1.0)


def step(parameter: str, read: Read[Any]) -> Step:
    """A line of the computation that comes from the document."""
    value = read.value
    shown = plain(value) if isinstance(value, Decimal) else str(value)
    return Step(parameter, shown, read.source, read.evidence)


def joined(pairs: Iterable[tuple[str, str]]) -> tuple[str, str]:
    """Several (zh, en) phrases as one list in each language."""
    listed = tuple(pairs)
    return "、".join(zh for zh, _ in listed), ", ".join(en for _, en in listed)


def fact_words(names: Iterable[str]) -> tuple[str, str]:
    """Names of facts (see ARCHITECTURE.md, conditions) in words, for messages."""
    return joined(_fact(name) for name in dict.fromkeys(names))


def _fact(name: str) -> tuple[str, str]:
    if name.startswith("count of "):
        return say("missing:count-of", unit=name.removeprefix("count of "))
    head, _, tail = name.partition(":") if ":" in name else name.partition(".")
    if head == "has":
        return say(f"circumstance:{tail}")
    if head == "text":
        return say("missing:text", text=tail)
    if head == "count":
        return say("missing:count", name=tail)
    # Bases may be nouns as a provision words them; they have no translation.
    return say(f"missing:{name}") if f"missing:{name}" in messages() else (name, name)
