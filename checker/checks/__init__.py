"""The catalogue of checks: one file a check, listed by hand."""

from __future__ import annotations

from collections.abc import Sequence

from checker.checks.arithmetic import ARITHMETIC
from checker.checks.benchmark import BENCHMARK
from checker.checks.check import Check
from checker.checks.document import DOCUMENT
from checker.checks.procedure import PROCEDURE
from checker.checks.ranking import rank
from checker.checks.running import run_each
from checker.checks.statute import STATUTE
from checker.records.assessment import Case
from checker.records.finding import Finding
from checker.records.problem import Problem

CHECKS: tuple[Check, ...] = (*STATUTE, *BENCHMARK, *ARITHMETIC, *DOCUMENT, *PROCEDURE)


def run_checks(case: Case, checks: Sequence[Check] = CHECKS) -> tuple[list[Finding], list[Problem], tuple[str, ...]]:
    """Findings ranked worst first, problems of checks that failed, and the names of the checks that ran."""
    return run_each(case, checks)


__all__ = ["CHECKS", "Check", "rank", "run_checks"]
