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
from checker.casefile import case_files
from checker.parse import Source, Told, problem
from checker.pipeline import Options, check_sources, failed_source, pipeline
from checker.records.assessment import Result

SMALL = 24  # files below which starting workers costs more than it saves
AHEAD = 4  # tasks in flight a worker: enough to keep it busy, few enough to keep memory flat


@dataclass(frozen=True, slots=True)
class Progress:
    """One step of a batch: a result, or None for a file that stood checked already."""

    file: str
    result: Result | None


Task = tuple[tuple[Source, ...], Options, tuple[str | None, ...]]  # the documents of one case file


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
    tasks: list[Task] = [
        (sources, options, tuple(seen.get(each.label) for each in sources))
        for sources in case_files(planned.sources, lambda each: each.label)
    ]
    if workers <= 1 or len(planned.sources) <= SMALL:
        for task in tasks:
            yield from _progress(task, check_sources(*task, told))
        return
    yield from _pooled(tasks, workers, told)


def _pooled(tasks: Sequence[Task], workers: int, told: Told | None) -> Iterator[Progress]:
    waiting = deque(tasks)
    while waiting:
        flying: dict[Future[list[Result | None]], Task] = {}
        with listening(told) as line, _pool(workers, line) as pool:
            try:
                while waiting or flying:
                    while waiting and len(flying) < workers * AHEAD:
                        future = pool.submit(check, *waiting[0])  # a broken pool leaves the task waiting
                        flying[future] = waiting.popleft()
                    done, _ = wait(flying, return_when=FIRST_COMPLETED)
                    for finished in done:
                        results = finished.result()
                        yield from _progress(flying.pop(finished), results)
            except BrokenProcessPool:
                pass
            finally:
                pool.shutdown(wait=False, cancel_futures=True)
        for task in flying.values():  # one of these killed its worker: each gets a process of its own
            yield from _alone(task)


def _pool(workers: int, line: Line) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), begin, (line,))


def _alone(task: Task) -> Iterator[Progress]:
    sources, options, known = task
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        try:
            results = pool.submit(check_sources, *task).result()
        except BrokenProcessPool:
            results = None
    if results is not None:
        yield from _progress(task, results)
    elif len(sources) > 1:  # one document of the case file kills its reader: the others are read without it
        for source, was in zip(sources, known, strict=True):
            yield from _alone(((source,), options, (was,)))
    else:
        trouble = problem("worker-died", sources[0].label)
        yield Progress(sources[0].label, failed_source(sources[0].label, pipeline(options).versions, trouble))


def _progress(task: Task, results: Sequence[Result | None]) -> Iterator[Progress]:
    for source, result in zip(task[0], results, strict=True):
        yield Progress(source.label, result)
