"""Word of scanned pages out of worker processes, while a file is still being read."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Lock

from checker.parse import Source, Told
from checker.pipeline import Options, check_sources
from checker.records.assessment import Result

Line = tuple[Connection, Lock]  # where to write, and whose turn it is

_line: Line | None = None  # of this worker, set when it starts


def begin(line: Line) -> None:
    """What a worker does first: remember whom to tell."""
    global _line
    _line = line


def check(sources: Sequence[Source], options: Options, known: Sequence[str | None]) -> list[Result | None]:
    """`check_sources` in a worker, telling of scanned pages."""
    return check_sources(sources, options, known, _tell)


def _tell(file: str, done: int, total: int) -> None:
    if _line is not None:
        writer, turn = _line
        with turn:
            writer.send((file, done, total))


@contextmanager
def listening(told: Told | None) -> Iterator[Line]:
    """A line for one pool of workers, whose words go to `told` from a thread; all that were said are heard."""
    context = multiprocessing.get_context("spawn")
    reader, writer = context.Pipe(duplex=False)
    over = threading.Event()

    def hear() -> None:
        try:
            while reader.poll(0.1) or not over.is_set():
                if reader.poll():
                    word = reader.recv()
                    if told is not None:
                        told(*word)
        except (EOFError, OSError):
            return  # half a word, said by a worker that was killed in the middle of it

    thread = threading.Thread(target=hear, daemon=True)
    thread.start()
    try:
        yield writer, context.Lock()
    finally:
        over.set()
        thread.join(timeout=1)
        writer.close()  # nobody can say the rest of a word any more
        thread.join(timeout=1)
        if not thread.is_alive():
            reader.close()
