"""Word of scanned pages out of worker processes, while a file is still being read."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.queues import Queue
from typing import TypeAlias

from checker.parse import Source, Told
from checker.pipeline import Options, check_source
from checker.records.assessment import Result

Word: TypeAlias = tuple[str, int, int]

_queue: Queue[Word | None] | None = None  # of this worker, set when it starts


def begin(queue: Queue[Word | None]) -> None:
    """What a worker does first: remember whom to tell. It never waits for the words to be heard."""
    global _queue
    queue.cancel_join_thread()
    _queue = queue


def check(source: Source, options: Options, known: str | None) -> Result | None:
    """`check_source` in a worker, telling of scanned pages."""
    return check_source(source, options, known, _tell)


def _tell(file: str, done: int, total: int) -> None:
    if _queue is not None:
        _queue.put((file, done, total))


@contextmanager
def listening(told: Told | None) -> Iterator[Queue[Word | None]]:
    """A queue for one pool of workers, whose words go to `told` from a thread of this process."""
    queue: Queue[Word | None] = multiprocessing.get_context("spawn").Queue()

    def hear() -> None:
        while (word := queue.get()) is not None:
            if told is not None:
                told(*word)

    thread = threading.Thread(target=hear, daemon=True)
    thread.start()
    try:
        yield queue
    finally:
        queue.put(None)
        thread.join(timeout=1)  # a worker that died while it spoke may have left half a word
        queue.close()
        queue.cancel_join_thread()
