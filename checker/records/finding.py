"""A finding is an allegation: evidence, rule and arithmetic travel with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from checker.records.read import Span

Status = Literal["violation", "lead", "cannot_tell"]
Severity = Literal["重大", "较重", "一般", "提示"]


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a computation: parameter, value and where the value comes from. All three are shown to people."""

    parameter: str
    value: str
    source: str
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleRef:
    """The rule a finding rests on: a citation, a benchmark item or tier, or a data table, with its version."""

    reference_zh: str
    reference_en: str
    version: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check says of one document. `missing` names the facts that a cannot_tell lacked."""

    check: str
    status: Status
    severity: Severity
    message_zh: str
    message_en: str
    evidence: tuple[Span, ...]
    rules: tuple[RuleRef, ...]
    trace: tuple[Step, ...] = ()
    missing: tuple[str, ...] = ()
    confidence: float = 1.0
    sanction: int | None = None  # index of the sanction it speaks of
    parameters: Mapping[str, str] | None = None  # what filled the message, for tables
