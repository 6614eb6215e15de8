"""The findings to look at first, kept in bounded memory however many documents pass."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from checker.store.summary import SEVERITIES

STATUSES = ("violation", "lead", "cannot_tell")
KEPT = 20


@dataclass(frozen=True, slots=True)
class Row:
    """One finding with what its line needs; both are objects of the contract."""

    number: str
    finding: dict[str, Any]
    assessment: dict[str, Any] | None
    fine_total: str | None

    def order(self) -> tuple[int, int, float, str]:
        """Worst first: status, severity, confidence; then by case so that two runs print the same."""
        finding = self.finding
        return (
            STATUSES.index(finding["status"]),
            SEVERITIES.index(finding["severity"]),
            -finding["confidence"],
            self.number,
        )


@dataclass
class Ranking:
    """Takes checked documents, keeps the worst rows, counts the rest. Cannot-tells are counted, not listed."""

    counts: Counter[str] = field(default_factory=Counter)
    _rows: list[Row] = field(default_factory=list)

    def add(self, checked: dict[str, Any]) -> None:
        """Take the findings of one document."""
        measured = {each["sanction"]: each for each in checked["assessments"] if each["amount"] is not None}
        for finding in checked["findings"]:
            self.counts[finding["status"]] += 1
            if finding["status"] != "cannot_tell":
                number = checked["document_number"] or checked["file"]
                assessment = measured.get(finding["sanction"])
                self._rows.append(Row(number, finding, assessment, checked["fine_total"]))
        if len(self._rows) > KEPT * 20:
            self._rows = self.worst()

    def worst(self) -> list[Row]:
        """At most KEPT rows, worst first."""
        return sorted(self._rows, key=Row.order)[:KEPT]

    @property
    def total(self) -> int:
        """Violations and leads seen."""
        return self.counts["violation"] + self.counts["lead"]
