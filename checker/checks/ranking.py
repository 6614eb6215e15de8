"""Order findings worst first: what is proved before what is likely, grave before slight, far before near."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from checker.records.finding import Finding

STATUSES = ("violation", "lead", "cannot_tell")
SEVERITIES = ("重大", "较重", "一般", "提示")


def rank(findings: Iterable[Finding]) -> list[Finding]:
    """Worst first: status, severity, confidence, relative distance, then name, so that equal input orders equally."""
    return sorted(findings, key=_key)


def _key(finding: Finding) -> tuple[int, int, float, Decimal, str, int]:
    return (
        STATUSES.index(finding.status),
        SEVERITIES.index(finding.severity),
        -finding.confidence,
        -relative_distance(finding),
        finding.check,
        -1 if finding.sanction is None else finding.sanction,
    )


def relative_distance(finding: Finding) -> Decimal:
    """Yuan out of line as a part of the bound: 0.2 for 60000 against 50000; 0 where the finding measures no money."""
    values = finding.parameters or {}
    try:
        distance, bound = Decimal(values["distance"]), Decimal(values["bound"])
    except (KeyError, InvalidOperation):
        return Decimal(0)
    return abs(distance) / bound if bound else abs(distance)
