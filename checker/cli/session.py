"""Run one batch with a progress bar and save as it goes; shared by `check` and `demo`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from checker.batch import Plan, plan, run_batch
from checker.cli.ranking import Ranking
from checker.cli.scanning import PagesLeft
from checker.contract import check_json
from checker.messages import say
from checker.pipeline import Options, pipeline
from checker.records.assessment import Result
from checker.store import Store, queries
from checker.store.summary import status_of


@dataclass
class Tally:
    """How a batch went, in bounded memory: statuses, worst findings, and every input that could not be read."""

    total: int = 0
    skipped: int = 0
    statuses: Counter[str] = field(default_factory=Counter)
    ranking: Ranking = field(default_factory=Ranking)
    unreadable: list[tuple[str, str]] = field(default_factory=list)  # (zh, en)

    @property
    def checked(self) -> int:
        """Decisions measured in this run."""
        return sum(self.statuses[name] for name in ("violation", "lead", "cannot_tell", "in_line"))

    def take(self, checked: dict[str, Any]) -> None:
        """Count one document's findings, or why it could not be read."""
        error = checked["error"]
        if error is not None and error["code"] != "not-a-decision":
            self.unreadable.append((error["message_zh"], error["message_en"]))
        self.ranking.add(checked)


def run(
    paths: Sequence[Path],
    options: Options,
    *,
    store: Store | None,
    workers: int,
    side: int,
    seen: Callable[[dict[str, Any]], None] = lambda checked: None,
) -> Tally:
    """Check everything under `paths`; each result is saved, counted and given to `seen` as it comes.

    What stood checked already is not run again, but its findings are counted and given to `seen` all the same.
    Raises DataFileError for wrong benchmark or statute files. Ctrl-C leaves what was saved.
    """
    versions = pipeline(options).versions
    planned = plan(paths)
    known = store.known(versions) if store else {}
    number = store.start_run(versions, datetime.now(UTC)) if store else None
    tally, skipped = Tally(total=len(planned)), set[str]()
    for file, result in _with_bar(planned, options, known, workers, side):
        if result is None:
            skipped.add(file)
            continue
        tally.statuses[status_of(result)] += 1
        if store:
            store.save(result)
        _take(dict(check_json(result)), tally, seen)
    tally.skipped = len(skipped)
    if store and number is not None:
        counts = {"checked": tally.checked, "skipped": len(skipped), "unreadable": tally.statuses["unreadable"]}
        store.finish_run(number, datetime.now(UTC), **counts)
        for case in queries.full(store) if skipped else ():
            if case.file in skipped:
                _take(case.checked, tally, seen)
    return tally


def _take(checked: dict[str, Any], tally: Tally, seen: Callable[[dict[str, Any]], None]) -> None:
    tally.take(checked)
    seen(checked)


def _with_bar(
    planned: Plan, options: Options, known: dict[str, str], workers: int, side: int
) -> Iterator[tuple[str, Result | None]]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), redirect_stdout=False) as bar:  # stdout is for JSON
        task = bar.add_task(say("cli:checking")[side], total=len(planned))
        for step in run_batch(planned, options, known=known, workers=workers, told=PagesLeft(bar, side)):
            bar.advance(task)
            yield step.file, step.result
