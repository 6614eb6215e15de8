"""Word of pages comes out of worker processes whole, and a worker that dies holds nobody up."""

from __future__ import annotations

import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

import pytest

from checker.batch import telling


def talk(file: str, pages: int) -> int:
    """Tell of every page, in a worker."""
    for done in range(pages + 1):
        telling._tell(file, done, pages)
    return pages


def die(file: str) -> None:
    """Say half a word and be killed while it is this worker's turn."""
    assert telling._line is not None
    writer, turn = telling._line
    with turn:
        os.write(writer.fileno(), b"\x00\x00\x00\x40half")
        os.kill(os.getpid(), signal.SIGKILL)


def pool(line: telling.Line) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(2, multiprocessing.get_context("spawn"), telling.begin, (line,))


def test_every_word_is_heard() -> None:
    heard: list[tuple[str, int, int]] = []
    with telling.listening(lambda *word: heard.append(word)) as line, pool(line) as workers:
        assert list(workers.map(talk, "ab", (40, 60))) == [40, 60]
    assert [word for word in heard if word[0] == "a"] == [("a", done, 40) for done in range(41)]
    assert [word for word in heard if word[0] == "b"] == [("b", done, 60) for done in range(61)]


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is POSIX")
def test_half_a_word_of_a_killed_worker_holds_nobody_up() -> None:
    with telling.listening(lambda *word: None) as line, pool(line) as workers, pytest.raises(BrokenProcessPool):
        workers.submit(die, "a").result(timeout=60)


def test_nobody_need_listen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telling, "_line", None)
    telling._tell("a", 0, 1)
    with telling.listening(None) as line:
        telling.begin(line)
        telling._tell("a", 0, 1)
