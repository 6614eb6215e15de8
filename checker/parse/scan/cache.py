"""Readings kept on disk by the content of the page and the engine's version; a damaged entry is read anew."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.parse.scan.engine import OcrError
from checker.parse.scan.lines import Difference, Line, Reading

if TYPE_CHECKING:
    from checker.parse.scan.pixels import Pixels

FORM = "3"  # raised when what an entry holds, or what is done to the page before reading, changes


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of readings. It holds the words of scanned pages, so only its owner may look into it."""

    folder: Path

    def find(self, key: str) -> Reading | None:
        """The reading of a key; None when there is none, or none that is whole."""
        try:
            digest, _, body = self._path(key).read_text(encoding="utf-8").partition("\n")
            return _reading(json.loads(body)) if digest == _digest(key + body) else None
        except (OSError, UnicodeDecodeError, ValueError, KeyError, TypeError):
            return None  # reading the page again writes a whole one over it

    def keep(self, key: str, reading: Reading) -> None:
        """Write a reading, whole or not at all. Raises OcrError when the folder cannot be written."""
        path, body = self._path(key), json.dumps(_plain(reading), ensure_ascii=False)
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.parent.mkdir(mode=0o700, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as stream:
                    stream.write(f"{_digest(key + body)}\n{body}")
                os.replace(name, path)
            except BaseException:
                with contextlib.suppress(OSError):
                    os.unlink(name)
                raise
        except OSError as error:
            raise OcrError(f"{self.folder}: {error.strerror or error}") from error

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key[2:]}.json"


def key_of(pixels: Pixels, engine: str) -> str:
    """What a reading is kept under: the picture's bytes and shape, the engine, and the form of the entries."""
    digest = hashlib.sha256(f"{FORM} {engine} {pixels.shape}".encode())
    digest.update(pixels.tobytes())
    return digest.hexdigest()


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(reading: Reading) -> dict[str, Any]:
    return {
        "lines": [[line.text, line.score, line.corners, line.cell] for line in reading.lines],
        "unread": reading.unread,
        "quarters": reading.quarters,
        "differences": [
            [reading.lines.index(each.line), each.clean, each.original, each.spans] for each in reading.differences
        ],
    }


def _reading(entry: dict[str, Any]) -> Reading:
    lines = tuple(
        Line(text, score, tuple(corners), tuple(cell) if cell else None)
        for text, score, corners, cell in entry["lines"]
    )
    differences = tuple(
        Difference(lines[at], clean, original, tuple((low, high) for low, high in spans))
        for at, clean, original, spans in entry["differences"]
    )
    return Reading(lines, entry["unread"], differences, entry["quarters"])
