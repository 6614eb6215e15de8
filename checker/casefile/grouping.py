"""A case file is a folder, or a folder inside an archive, that holds few documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")
MOST = 40  # documents; a folder with more is a pile of many cases, not the file of one


def folder_of(label: str) -> str:
    """Where a document lies: "a.zip!x/b.pdf" → "a.zip!x"; an archive counts as a folder."""
    at = max(label.rfind(mark) for mark in "/\\!")
    return label[:at] if at >= 0 else ""


def case_files(listed: Iterable[T], label: Callable[[T], str]) -> list[tuple[T, ...]]:
    """The inputs, put together by the folder they lie in, in the order of the first of each.

    What lies in a folder with more than MOST documents stands alone: cases are then told apart only by file.
    """
    folders: dict[str, list[T]] = {}
    for each in listed:
        folders.setdefault(folder_of(label(each)), []).append(each)
    files: list[tuple[T, ...]] = []
    for inside in folders.values():
        files += [tuple(inside)] if len(inside) <= MOST else [(each,) for each in inside]
    return files
