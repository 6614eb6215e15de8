"""Stored cases measured again with other benchmarks, from the pages that the store keeps."""

from __future__ import annotations

import hashlib
import multiprocessing
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import chain, groupby, zip_longest
from pathlib import Path
from typing import Any, Literal

from checker.batch.run import AHEAD, SMALL
from checker.casefile import case_files, folder_of
from checker.contract import check_json
from checker.errors import DocumentError
from checker.parse import Source, expand
from checker.pipeline import Options, check_source, pipeline
from checker.records.assessment import Result
from checker.records.document import Document, Page
from checker.records.problem import Problem
from checker.store import Store, queries
from checker.store.queries import StoredCase
from checker.store.summary import status_of

Outcome = Literal["flipped", "moved", "same", "unread", "gone"]


@dataclass(frozen=True, slots=True)
class Move:
    """What one fine is measured against, before and after; ranges and matches in the contract's form."""

    sanction: int | None
    benchmarks: tuple[str | None, str | None]
    items: tuple[str | None, str | None]
    expected: tuple[dict[str, Any] | None, dict[str, Any] | None]


@dataclass(frozen=True, slots=True)
class Rechecked:
    """One stored case after the second measurement.

    flipped: its status or findings would change; moved: only what it is measured against; same: neither; unread: it
    could not be read when it was stored, which no benchmark changes; gone: its text is not stored and its file is no
    longer there. `result` is None for the last two. `versions` names what else than the benchmarks has changed since.
    """

    file: str
    document_number: str | None
    outcome: Outcome
    statuses: tuple[str, str | None]
    appeared: tuple[dict[str, Any], ...] = ()
    disappeared: tuple[dict[str, Any], ...] = ()
    moves: tuple[Move, ...] = ()
    versions: tuple[str, ...] = ()
    result: Result | None = None


def recheck(store: Store, options: Options, *, workers: int = 1) -> Iterator[Rechecked]:
    """Every current case measured again; nothing is written. Raises DataFileError for wrong benchmark files."""
    pipeline(options)  # a mistake in the benchmarks shows before the first case
    for case, result in _results(queries.unmasked(store), options, workers):
        if result is None:
            outcome: Outcome = "unread" if _never_read(case) else "gone"
            yield Rechecked(case.file, case.checked["document_number"], outcome, (case.status, None))
        else:
            yield compared(case, result)


def compared(case: StoredCase, result: Result) -> Rechecked:
    """A stored case beside its new result."""
    old, status = case.checked, status_of(result)
    new: dict[str, Any] = dict(check_json(result))
    gone, come = _only_in(old["findings"], new["findings"]), _only_in(new["findings"], old["findings"])
    moves = tuple(_moves(old, new))
    flipped = bool(gone or come or status != case.status)
    changed = tuple(name for name, value in new["versions"].items() if value != old["versions"].get(name))
    return Rechecked(
        case.file,
        old["document_number"],
        "flipped" if flipped else "moved" if moves else "same",
        (case.status, status),
        come,
        gone,
        moves,
        tuple(name for name in changed if name != "benchmarks"),
        result,
    )


def _only_in(mine: list[dict[str, Any]], others: list[dict[str, Any]]) -> tuple[dict[str, Any], ...]:
    """Findings without a counterpart of the same check, status and fine on the other side."""
    left = Counter(map(_key, others))
    found = []
    for each in mine:
        if left[_key(each)]:
            left[_key(each)] -= 1
        else:
            found.append(each)
    return tuple(found)


def _key(finding: dict[str, Any]) -> tuple[str, str, int | None]:
    return finding["check"], finding["status"], finding["sanction"]


def _moves(old: dict[str, Any], new: dict[str, Any]) -> Iterator[Move]:
    before = {each["sanction"]: each for each in old["assessments"]}
    after = {each["sanction"]: each for each in new["assessments"]}
    for sanction in dict.fromkeys((*before, *after)):
        pair = (before.get(sanction), after.get(sanction))
        benchmarks = (_benchmark(pair[0], old), _benchmark(pair[1], new))
        items = tuple(each["match"]["item"] if each and each["match"] else None for each in pair)
        expected = tuple(each["expected"] if each else None for each in pair)
        if benchmarks[0] != benchmarks[1] or items[0] != items[1] or expected[0] != expected[1]:
            yield Move(sanction, benchmarks, (items[0], items[1]), (expected[0], expected[1]))


def _benchmark(assessment: dict[str, Any] | None, checked: dict[str, Any]) -> str | None:
    if assessment is None:
        return None
    found = assessment["match"]["benchmark"] if assessment["match"] else checked["benchmark"]
    return str(found) if found else None


def _results(cases: Iterable[StoredCase], options: Options, workers: int) -> Iterator[tuple[StoredCase, Result | None]]:
    """Each case with its new result, in order; in a pool when there are many."""
    listed = _case_files(cases)
    first = [file for _, file in zip(range(SMALL + 1), listed, strict=False)]
    if workers <= 1 or len(first) <= SMALL:
        for file in chain(first, listed):
            yield from zip(file, again(file, options), strict=True)
        return
    waiting: deque[tuple[tuple[StoredCase, ...], Future[list[Result | None]]]] = deque()
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        for file in chain(first, listed):
            waiting.append((file, pool.submit(again, file, options)))
            if len(waiting) >= workers * AHEAD:
                done, future = waiting.popleft()
                yield from zip(done, future.result(), strict=True)
        for done, future in waiting:
            yield from zip(done, future.result(), strict=True)


def _case_files(cases: Iterable[StoredCase]) -> Iterator[tuple[StoredCase, ...]]:
    """The cases, sorted by file, put together by case file, one folder in memory at a time."""
    for _, inside in groupby(cases, lambda case: folder_of(case.file)):
        yield from case_files(inside, lambda case: case.file)


def again(cases: Sequence[StoredCase], options: Options) -> list[Result | None]:
    """A case file measured anew: from the stored pages, else from each file; None when neither can be had."""
    stored = [case for case in cases if case.pages and case.format]
    measured = iter(pipeline(options).recheck([_document(case) for case in stored]))
    return [next(measured) if case.pages and case.format else _from_file(case, options) for case in cases]


def _document(case: StoredCase) -> Document:
    read = zip_longest(case.pages, case.scans)
    pages = tuple(Page(number, text or "", scan) for number, (text, scan) in enumerate(read, start=1))
    problems = tuple(_problem(each, case.file) for each in case.checked["problems"] if each["stage"] == "parse")
    return Document(case.file, case.sha256, case.format or "", pages, problems)


def _from_file(case: StoredCase, options: Options) -> Result | None:
    source = None if _never_read(case) else source_of(case)
    return check_source(source, options) if source is not None else None


def _never_read(case: StoredCase) -> bool:
    """Whether the file gave no text when it was stored; other benchmarks give it none either."""
    return not case.pages and any(each["fatal"] and each["stage"] == "parse" for each in case.checked["problems"])


def _problem(entry: dict[str, Any], file: str) -> Problem:
    words = entry["message_zh"], entry["message_en"]
    return Problem(entry["code"], entry["stage"], file, *words, page=entry["page"], fatal=entry["fatal"])


def source_of(case: StoredCase) -> Source | None:
    """Where the case's bytes still lie unchanged; labels inside archives are "a.zip!member"."""
    path = Path(case.file.split("!", 1)[0])
    for found in expand([path]) if path.exists() else ():
        if isinstance(found, Source) and found.label == case.file:
            try:
                same = hashlib.sha256(found.read()).hexdigest() == case.sha256
            except DocumentError:
                return None
            return found if same else None
    return None
