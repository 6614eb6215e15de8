"""Readings that no person has judged yet, each with its sentence and how doubtful it is."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from checker.review import Reading, readings
from checker.store import Store, corrections, queries
from checker.text.masking import mask
from models.labels.excerpt import HEAD, sentence


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading to be judged. `doubt` is 1 less the reading's confidence: a model's probability, or a rule's.

    `sentence` is masked; `at` is where the passage begins in it.
    """

    sha256: str
    file: str
    agency: str
    extractor: str
    reading: Reading
    sentence: str = ""
    at: int = 0

    @property
    def doubt(self) -> float:
        """From 0 (certain) to 1."""
        return 1 - self.reading.confidence


def candidates(store: Store, *, most: int, task: str | None = None) -> tuple[Candidate, ...]:
    """The `most` doubtful unlabelled readings of current results, most doubtful first, with their sentences."""
    found = heapq.nlargest(most, _all(store, task), key=_order)
    texts: dict[str, tuple[str, ...]] = {}
    return tuple(_with_sentence(store, each, texts) for each in found)


def _order(each: Candidate) -> tuple[float, str, int, int]:
    return each.doubt, each.sha256, -each.reading.page, -each.reading.start


def _all(store: Store, task: str | None) -> Iterator[Candidate]:
    judged: dict[str, list[tuple[str, int, int, int]]] = {}
    for kept in corrections.standing(store):
        made = kept.correction
        judged.setdefault(made.sha256, []).append((made.task, made.page, made.start, made.end))
    for row in queries.readings(store):
        for read in readings(row.extracted):
            if task in (None, read.task) and not _judged(read, judged.get(row.sha256, ())):
                yield Candidate(row.sha256, mask(row.file), row.agency or "", row.extracted["extractor"], read)


def _judged(read: Reading, places: Sequence[tuple[str, int, int, int]]) -> bool:
    for task, page, start, end in places:
        if task == read.task and (task == "kind" or (page == read.page and start < read.end and read.start < end)):
            return True
    return False


def _with_sentence(store: Store, each: Candidate, texts: dict[str, tuple[str, ...]]) -> Candidate:
    if each.sha256 not in texts:
        texts[each.sha256] = queries.source(store, each.sha256).shown
    pages, read = texts[each.sha256], each.reading
    if not pages:
        return each
    page = pages[read.page - 1]
    if read.task == "kind":
        return replace(each, sentence=page[:HEAD])
    start, end = sentence(page, read.start, read.end)
    return replace(each, sentence=page[start:end], at=read.start - start)
