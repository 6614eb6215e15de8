"""Run a plan: in this process when small, else in a pool that survives the death of a worker."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

from checker.batch.plan import Plan
from checker.batch.telling import Line, begin, check, listening
from checker.parse import Source, Told, problem
from checker.pipeline import Options, check_source, failed_source, pipeline
from checker.records.assessment import Result

SMALL = 24  # files below which starting workers costs more than it saves
AHEAD = 4  # tasks in flight a worker: enough to keep it busy, few enough to keep memory flat


@dataclass(frozen=True, slots=True)
class Progress:
    """One step of a batch: a result, or None for a file that stood checked already."""

    file: str
    result: Result | None


Task = tuple[Source, Options, str | None]


def run_batch(
    planned: Plan,
    options: Options,
    *,
    known: Mapping[str, str] | None = None,
    workers: int = 1,
    told: Told | None = None,
) -> Iterator[Progress]:
    """Check every file, yielding each as it is done (in any order when `workers` > 1).

    `known` maps labels to content hashes that need no second run. `told` hears of every scanned page as it is read
    (file, pages done, pages to read), from another thread when `workers` > 1. Raises DataFileError before the first
    file when benchmark or statute files are wrong; nothing is raised for what a document holds.
    """
    versions = pipeline(options).versions
    for trouble in planned.problems:
        yield Progress(trouble.file, failed_source(trouble.file, versions, trouble))
    seen = known or {}
    tasks: list[Task] = [(source, options, seen.get(source.label)) for source in planned.sources]
    if workers <= 1 or len(tasks) <= SMALL:
        for task in tasks:
            yield _progress(task, check_source(*task, told))
        return
    yield from _pooled(tasks, workers, told)


def _pooled(tasks: Sequence[Task], workers: int, told: Told | None) -> Iterator[Progress]:
    waiting = deque(tasks)
    while waiting:
        flying: dict[Future[Result | None], Task] = {}
        with listening(told) as line, _pool(workers, line) as pool:
            try:
                while waiting or flying:
                    while waiting and len(flying) < workers * AHEAD:
                        future = pool.submit(check, *waiting[0])  # a broken pool leaves the task waiting
                        flying[future] = waiting.popleft()
                    done, _ = wait(flying, return_when=FIRST_COMPLETED)
                    for finished in done:
                        result = finished.result()
                        yield _progress(flying.pop(finished), result)
            except BrokenProcessPool:
                pass
            finally:
                pool.shutdown(wait=False, cancel_futures=True)
        for task in flying.values():  # one of these killed its worker: each gets a process of its own
            yield _alone(task)


def _pool(workers: int, line: Line) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), begin, (line,))


def _alone(task: Task) -> Progress:
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        try:
            return _progress(task, pool.submit(check_source, *task).result())
        except BrokenProcessPool:
            source, options, _ = task
            trouble = problem("worker-died", source.label)
            return Progress(source.label, failed_source(source.label, pipeline(options).versions, trouble))


def _progress(task: Task, result: Result | None) -> Progress:
    return Progress(task[0].label, result)
