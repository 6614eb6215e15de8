"""The directory of an OLE file (Word, Excel, PowerPoint 97-2003): which streams stand at its top."""

from __future__ import annotations

import struct
from dataclasses import dataclass

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
END = 0xFFFFFFFA  # from here on, sector numbers are marks
LONGEST = 100_000  # sectors of a directory; a chain that runs on is a loop
ENTRY = 128
STORAGE, STREAM, TOP = 1, 2, 5
ROOT = "Root Entry"
SMALL, MINI = 4096, 64


@dataclass(frozen=True, slots=True)
class Entry:
    """A storage or stream: the sector that it begins in, and its size in bytes."""

    sector: int
    size: int


def streams(data: bytes) -> dict[str, Entry] | None:
    """Storages and streams by name, the root as well; None when the directory cannot be read."""
    try:
        return _streams(data)
    except (struct.error, ValueError):
        return None


def head(data: bytes, found: dict[str, Entry], name: str, length: int) -> bytes:
    """The first bytes of a stream, at most 64; empty when they cannot be found."""
    entry = found.get(name)
    if entry is None:
        return b""
    try:
        size = _sector_size(data)
        start = (entry.sector + 1) * size
        if entry.size < SMALL:  # small streams lie in sectors of 64 bytes inside the root's own
            step, within = divmod(entry.sector * MINI, size)
            sector = found[ROOT].sector
            for _ in range(step):
                sector = _next(data, size, sector)
            start = (sector + 1) * size + within
    except (struct.error, ValueError, KeyError):
        return b""
    return data[start : start + min(length, entry.size, MINI)]


def _sector_size(data: bytes) -> int:
    shift = int(struct.unpack_from("<H", data, 30)[0])
    if shift not in (9, 12):
        raise ValueError("sector size")
    return 1 << shift


def _streams(data: bytes) -> dict[str, Entry]:
    size = _sector_size(data)
    sector = struct.unpack_from("<I", data, 48)[0]
    found: dict[str, Entry] = {}
    for _ in range(LONGEST):
        if sector >= END:
            return found
        start = (sector + 1) * size
        for at in range(start, start + size, ENTRY):
            entry = data[at : at + ENTRY]
            length, kind = struct.unpack_from("<HB", entry, 64)
            if kind in (STORAGE, STREAM, TOP) and 2 <= length <= 64:
                name = ROOT if kind == TOP else entry[: length - 2].decode("utf-16-le", "replace")
                found.setdefault(name, Entry(*struct.unpack_from("<II", entry, 116)))
        sector = _next(data, size, sector)
    raise ValueError("the directory runs in a circle")


def _next(data: bytes, size: int, sector: int) -> int:
    """The following sector by the allocation table, of which the header lists 109 sectors: enough for 7 MB."""
    which, within = divmod(sector, size // 4)
    if which >= 109:
        raise ValueError("the directory lies beyond the first part of the table")
    table = struct.unpack_from("<I", data, 76 + 4 * which)[0]
    if table >= END:
        raise ValueError("the table ends")
    return int(struct.unpack_from("<I", data, (table + 1) * size + 4 * within)[0])
