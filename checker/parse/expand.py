"""Files, folders and archives to single sources; what cannot be listed becomes a Problem."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from checker.errors import DocumentError
from checker.parse.detect import is_archive
from checker.parse.problems import problem
from checker.parse.source import Source, member
from checker.records.problem import Problem

MEMBERS = 20_000  # files in one archive
UNPACKED = 4 * 2**30  # bytes of all members together, as the directory claims
RATIO, RATIO_FROM = 200, 10 * 2**20  # a member that claims to grow so much, from this size on, is a bomb
HEAD = 4096
SKIPPED = ("~$", ".", "Thumbs.db", "desktop.ini", "__MACOSX")


def expand(paths: Sequence[Path]) -> Iterator[Source | Problem]:
    """Every document under the paths: folders in name order, archives opened, those inside them opened once more."""
    for path in paths:
        label = str(path)
        if path.is_dir():
            yield from _folder(path, label)
        elif not path.exists():
            yield problem("vanished", label)
        elif not path.is_file():
            yield problem("not-a-file", label)
        else:
            yield from _file(path, label)


def _folder(path: Path, label: str) -> Iterator[Source | Problem]:
    found = False
    failed: list[OSError] = []
    for home, folders, files in os.walk(path, onerror=failed.append):
        folders[:] = sorted(name for name in folders if not name.startswith(SKIPPED))
        for name in sorted(files):
            if name.startswith(SKIPPED):
                continue
            found = True
            yield from _file(Path(home, name), str(Path(home, name)))
    for error in failed:
        found = True
        yield problem("unreadable", str(error.filename or label), reason=error.strerror or str(error))
    if not found:
        yield problem("empty-folder", label)


def _file(path: Path, label: str) -> Iterator[Source | Problem]:
    try:
        with path.open("rb") as stream:
            head = stream.read(HEAD)
            if not is_archive(head, stream):
                yield Source(label, path)
                return
        data = path.read_bytes()
    except FileNotFoundError:
        yield problem("vanished", label)
        return
    except OSError as error:
        yield problem("unreadable", label, reason=error.strerror or str(error))
        return
    yield from _archive(data, Source(label, path), deep=False)


def _archive(data: bytes, source: Source, *, deep: bool) -> Iterator[Source | Problem]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            listed = [info for info in opened.infolist() if not info.is_dir()]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        yield problem("zip-damaged", source.label, reason=str(error))
        return
    total = sum(info.file_size for info in listed)
    if len(listed) > MEMBERS:
        yield problem("zip-too-many", source.label, limit=MEMBERS)
    elif total > UNPACKED:
        yield problem("zip-bomb", source.label, reason=f"{total >> 20} MB")
    elif not listed:
        yield problem("empty-folder", source.label)
    else:
        for info in sorted(listed, key=shown):
            yield from _member(data, info, source, deep=deep)


def _member(data: bytes, info: zipfile.ZipInfo, source: Source, *, deep: bool) -> Iterator[Source | Problem]:
    name = shown(info)
    inside = Source(f"{source.label}!{name}", source.path, (*source.members, info.filename))
    if PurePosixPath(name).name.startswith(SKIPPED) or name.startswith(SKIPPED[-1]):
        return
    if name.startswith(("/", "\\")) or ".." in PurePosixPath(name.replace("\\", "/")).parts or name[1:2] == ":":
        yield problem("zip-unsafe-path", inside.label)
    elif info.flag_bits & 1:
        yield problem("zip-encrypted", inside.label)
    elif info.file_size > RATIO_FROM and info.file_size > RATIO * max(info.compress_size, 1):
        yield problem("zip-bomb", inside.label, reason=f"{info.file_size >> 20} MB / {info.compress_size >> 10} KB")
    else:
        yield from _opened(data, info, inside, deep=deep)


def _opened(data: bytes, info: zipfile.ZipInfo, inside: Source, *, deep: bool) -> Iterator[Source | Problem]:
    """The member as a source, or its own members when it is an archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened, opened.open(info) as stream:
            head = stream.read(4)
        nested = member(data, info.filename, inside.label) if head == b"PK\x03\x04" else b""
    except (DocumentError, zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        yield inside  # reading it will tell what is wrong, once
        return
    if nested and is_archive(nested[:HEAD], io.BytesIO(nested)):
        if deep:
            yield problem("zip-too-deep", inside.label)
        else:
            yield from _archive(nested, inside, deep=True)
        return
    yield inside


def shown(info: zipfile.ZipInfo) -> str:
    """The member's name; without the UTF-8 flag Chinese archives mean GBK, which zipfile reads as cp437."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename
