"""One change of a registry at a time, between processes; the system frees the lock of a process that died."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from checker.messages import say
from models.registry.state import RegistryError

FILE = "registry.lock"
PATIENCE, PAUSE = 20.0, 0.05  # seconds


@contextmanager
def locked(folder: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the registry's lock; RegistryError when the folder cannot be written or another process keeps it."""
    path = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        stream = path.open("a+")
    except OSError as error:
        raise RegistryError(str(path), say("registry:unwritable", reason=error.strerror)) from error
    with stream:
        deadline = time.monotonic() + patience
        while not _take(stream):
            if time.monotonic() > deadline:
                raise RegistryError(str(path), say("registry:locked"))
            time.sleep(PAUSE)
        yield  # closing the stream gives the lock back


def _take(stream: IO[str]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            stream.seek(0)
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
