"""Run checks on a case; a check that fails is a Problem, never a pass."""

from __future__ import annotations

from collections.abc import Sequence

from checker.checks.check import Check
from checker.checks.ranking import rank
from checker.messages import say
from checker.records.assessment import Case
from checker.records.finding import Finding
from checker.records.problem import Problem


def run_each(case: Case, checks: Sequence[Check]) -> tuple[list[Finding], list[Problem], tuple[str, ...]]:
    """Findings ranked worst first, problems, and the names of the checks that ran to their end."""
    findings: list[Finding] = []
    problems: list[Problem] = []
    run: list[str] = []
    for check in checks:
        try:
            found = list(check.run(case))
        except Exception as error:  # noqa: BLE001 - one defective check must not hide what the others find
            problems.append(_failed(check, case.decision.file, error))
            continue
        findings += found
        run.append(check.name)
    return rank(findings), problems, tuple(run)


def _failed(check: Check, file: str, error: Exception) -> Problem:
    reason = f"{type(error).__name__}: {error}"
    zh, en = say("problem:check-failed", file=file, check=check.name, reason=reason)
    return Problem("check-failed", "check", file, zh, en)
