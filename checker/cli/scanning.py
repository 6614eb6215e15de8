"""Where readings of scanned pages are kept, and the line that tells how many pages are left."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress, TaskID

from checker.messages import say

FOLDER = "ocr-cache"
OcrCache = Annotated[
    Path | None,
    typer.Option(
        "--ocr-cache",
        file_okay=False,
        help="扫描页识别结果的缓存目录，默认在数据库旁 · where readings of scanned pages are kept",
    ),
]


def cache_folder(given: Path | None, db: str | None = None) -> Path:
    """The folder asked for, else one beside the database file, else one in the user's cache."""
    if given is not None:
        return given
    return Path(db).parent / FOLDER if db and "://" not in db else _home() / "caiheng" / FOLDER


def _home() -> Path:
    """Where this system keeps what a user can do without."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


class PagesLeft:
    """A second line under a progress bar, shown once there is a scan; call it with file, pages done, pages to read."""

    def __init__(self, bar: Progress, side: int) -> None:
        self._bar, self._side = bar, side
        self._files: dict[str, tuple[int, int]] = {}
        self._task: TaskID | None = None

    def __call__(self, file: str, done: int, total: int) -> None:
        """A page of a scan was read, or (done 0) a scan was begun."""
        self._files[file] = done, total
        read, whole = (sum(each) for each in zip(*self._files.values(), strict=True))
        told = say("cli:reading-scans", left=whole - read)[self._side]
        if self._task is None:
            self._task = self._bar.add_task(told, total=whole)
        self._bar.update(self._task, description=told, completed=read, total=whole)
