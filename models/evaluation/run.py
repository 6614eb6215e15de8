"""Run the pipeline over labelled files and count."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from checker.batch import plan, run_batch
from checker.contract import extract_json
from checker.pipeline import Options
from checker.records.assessment import Result
from models.evaluation.counts import Count
from models.evaluation.fields import compared
from models.evaluation.gold import Gold, load_gold


@dataclass(frozen=True, slots=True)
class Mistake:
    """One disagreement with the gold, to be read by a person."""

    id: str
    what: str
    said: str
    due: str


@dataclass
class Evaluation:
    """The figures over one folder of labelled files."""

    documents: int = 0
    clean: int = 0  # decisions where nothing must fire
    clean_silent: int = 0  # of these, those where nothing fired
    fields: defaultdict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    checks: defaultdict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    errors: Count = field(default_factory=Count)
    mistakes: list[Mistake] = field(default_factory=list)


def evaluate(home: Path) -> Evaluation:
    """Figures over `home`/gold against `home`/cases, measured with `home`/benchmarks. Raises DataFileError."""
    outcome, options = Evaluation(), Options((home / "benchmarks",))
    for gold in load_gold(home / "gold"):
        steps = list(run_batch(plan([home / "cases" / gold.file]), options))
        results = [step.result for step in steps if step.result is not None]
        outcome.documents += 1
        if gold.error is not None:
            codes = [problem.code for result in results for problem in result.problems]
            _note(outcome, gold, "error", outcome.errors, set(codes) & {gold.error.code}, {gold.error.code})
        elif gold.fields is not None and len(results) == 1:
            _fields(outcome, gold, results[0])
            _checks(outcome, gold, results[0])
    return outcome


def _fields(outcome: Evaluation, gold: Gold, result: Result) -> None:
    if result.decision is None:
        outcome.mistakes.append(Mistake(gold.id, "(file)", str([each.code for each in result.problems]), "readable"))
        return
    extracted: dict[str, Any] = dict(extract_json(result.decision, masked=False))
    for name, said, due in compared(extracted, gold.fields or {}):
        _note(outcome, gold, name, outcome.fields[name], said, due)


def _checks(outcome: Evaluation, gold: Gold, result: Result) -> None:
    fired = {finding.check for finding in result.findings if finding.status != "cannot_tell"}
    must, may = set(gold.checks.must), set(gold.checks.may)
    for name in sorted(fired | must):
        if name in must or name not in may:
            _note(outcome, gold, f"check {name}", outcome.checks[name], fired & {name}, must & {name})
    if result.case is not None and not must:
        outcome.clean += 1
        outcome.clean_silent += not (fired - may)


def _note(outcome: Evaluation, gold: Gold, what: str, count: Count, said: Any, due: Any) -> None:
    if not count.add(said, due):
        outcome.mistakes.append(Mistake(gold.id, what, str(sorted(map(str, said))), str(sorted(map(str, due)))))
