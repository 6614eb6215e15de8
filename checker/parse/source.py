"""Where bytes come from: a file, or a member of an archive, read only when asked."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from checker.errors import DocumentError

LARGEST = 200 * 2**20  # bytes of one document; case files of 500 scanned pages stay below


@dataclass(frozen=True, slots=True)
class Source:
    """One input. `label` is what people see ("a.zip!sub/b.pdf"); `members` lead through archives, as raw names."""

    label: str
    path: Path
    members: tuple[str, ...] = ()

    def read(self) -> bytes:
        """The bytes. Raises DocumentError: vanished, unreadable, empty, too-large, zip-…"""
        try:
            size = self.path.stat().st_size
            if not self.members and size > LARGEST:
                raise DocumentError("too-large", self.label, size=size >> 20, limit=LARGEST >> 20)
            data = self.path.read_bytes()
        except FileNotFoundError as error:
            raise DocumentError("vanished", self.label) from error
        except OSError as error:
            raise DocumentError("unreadable", self.label, reason=error.strerror or str(error)) from error
        for name in self.members:
            data = member(data, name, self.label)
        if not data:
            raise DocumentError("empty", self.label)
        return data


def member(archive: bytes, name: str, label: str) -> bytes:
    """One member unpacked, never more than LARGEST bytes whatever its directory claims."""
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as opened, opened.open(name) as stream:
            data = stream.read(LARGEST + 1)
    except RuntimeError as error:  # zipfile's way to ask for a password
        raise DocumentError("zip-encrypted", label) from error
    except (zipfile.BadZipFile, KeyError, NotImplementedError, EOFError, OSError, ValueError, zlib.error) as error:
        raise DocumentError("zip-damaged", label, reason=str(error)) from error
    if len(data) > LARGEST:
        raise DocumentError("zip-bomb", label, reason=f"> {LARGEST >> 20} MB")
    return data
