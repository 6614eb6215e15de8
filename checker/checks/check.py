"""What a check is: a name, a severity, its legal basis, and a function from a case to findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from checker.records.assessment import Case
from checker.records.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class Check:
    """One entry of the catalogue. `basis` gives both numberings of the Administrative Penalty Law where they differ.

    `run` yields nothing where nothing is wrong, and never raises for what a decision says.
    """

    name: str
    severity: Severity
    basis_zh: str
    basis_en: str
    run: Callable[[Case], Iterator[Finding]]
