"""An OFD package: members under safe names, XML parts within limits, paths that stay inside."""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from pathlib import PurePosixPath

from lxml import etree

from checker.errors import CheckerError, DocumentError
from checker.parse.expand import MEMBERS, RATIO, RATIO_FROM, UNPACKED, shown

PART = 20 * 2**20  # bytes of one XML part; a page of writing has some 100 KB
PARTS = 200 * 2**20  # bytes of all XML parts read for one document, a part read twice counted twice
ENTRY = "OFD.xml"
SEALED = frozenset({"encryptions.xml", "decryptseed.dat"})  # GM/T 0099: the parts are ciphertext
UNREADABLE = (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError, zlib.error, KeyError)
DECLARED = re.compile(r"^\s*<\?xml\b[^>]*?\?>")
ENCODING = re.compile(rb"""^\s*<\?xml\b[^>]*?encoding\s*=\s*["']([\w.-]+)["']""")


class PartError(CheckerError):
    """One part of a package is missing (`missing`) or cannot be read, for `reason`; the others may be sound."""

    def __init__(self, name: str, reason: str, *, missing: bool = False) -> None:
        self.name, self.reason, self.missing = name, reason, missing
        super().__init__(f"{name}: {reason}")


class Package:
    """The members of one OFD file.

    Raises DocumentError: ofd-damaged, ofd-encrypted, ofd-unsafe-path, ofd-bomb, ofd-too-many-parts.
    """

    def __init__(self, data: bytes, label: str) -> None:
        self.label = label
        self._left = PARTS
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except UNREADABLE as error:
            raise DocumentError("ofd-damaged", label, reason=str(error)) from error
        listed = self._zip.infolist()
        if len(listed) > MEMBERS:
            raise DocumentError("ofd-too-many-parts", label, limit=MEMBERS)
        if (total := sum(info.file_size for info in listed)) > UNPACKED:
            raise DocumentError("ofd-bomb", label, reason=f"{total >> 20} MB")
        self._members: dict[str, zipfile.ZipInfo] = {}
        for info in listed:
            self._list(info)
        self._folded = {name.casefold(): name for name in self._members}
        if any(name in SEALED for name in self._folded):
            raise DocumentError("ofd-encrypted", label)

    def _list(self, info: zipfile.ZipInfo) -> None:
        name = shown(info).replace("\\", "/")
        if unsafe(name) or ".." in name.split("/") or stat.S_ISLNK(info.external_attr >> 16):
            raise DocumentError("ofd-unsafe-path", self.label, path=name)
        if info.is_dir():
            return
        if info.flag_bits & 1:
            raise DocumentError("ofd-encrypted", self.label)
        if info.file_size > RATIO_FROM and info.file_size > RATIO * max(info.compress_size, 1):
            grown = f"{name}: {info.file_size >> 20} MB / {info.compress_size >> 10} KB"
            raise DocumentError("ofd-bomb", self.label, reason=grown)
        if name in self._members:  # readers differ in which of the two they show
            raise DocumentError("ofd-damaged", self.label, reason=f"{name} stands twice")
        self._members[name] = info

    def find(self, path: str, base: str) -> str | None:
        """The member that an ST_Loc in part `base` means, None when there is none.

        From the package's root with a slash, else from the part's folder; some writers leave the slash out, and some
        differ in case. Raises DocumentError ofd-unsafe-path for a path that leads out of the package.
        """
        written = path.strip().replace("\\", "/")
        if "://" in written or written[1:2] == ":" or written.startswith("//"):
            raise DocumentError("ofd-unsafe-path", self.label, path=path)
        rooted = self._inside(written.split("/"), path)
        if not written.startswith("/"):
            here = self._inside([*PurePosixPath(base).parent.parts, *written.split("/")], path)
            if found := self._folded.get(here.casefold()):
                return found
        return self._folded.get(rooted.casefold())

    def _inside(self, steps: list[str], path: str) -> str:
        kept: list[str] = []
        for step in steps:
            if step == "..":
                if not kept:
                    raise DocumentError("ofd-unsafe-path", self.label, path=path)
                kept.pop()
            elif step not in ("", "."):
                kept.append(step)
        return "/".join(kept)

    def xml(self, name: str) -> etree._Element:
        """The root of a part. Raises PartError, and DocumentError: ofd-entities, ofd-bomb, ofd-encrypted."""
        text = DECLARED.sub("", self._text(name), count=1)
        if "<!DOCTYPE" in text or "<!ENTITY" in text:
            raise DocumentError("ofd-entities", self.label, path=name)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            return etree.fromstring(text.encode(), parser)
        except (etree.LxmlError, ValueError) as error:
            raise PartError(name, str(error)) from error

    def _text(self, name: str) -> str:
        return _decoded(self.member(name), name)

    def member(self, name: str) -> bytes:
        """A member as it is. Raises PartError, and DocumentError: ofd-bomb, ofd-encrypted."""
        info = self._members.get(name)
        if info is None:
            raise PartError(name, "is not in the package", missing=True)
        try:
            with self._zip.open(info) as stream:
                data = stream.read(min(PART, self._left) + 1)
        except RuntimeError as error:  # zipfile's way to ask for a password
            raise DocumentError("ofd-encrypted", self.label) from error
        except UNREADABLE as error:
            raise PartError(name, str(error) or type(error).__name__) from error
        self._left -= len(data)
        if len(data) > PART or self._left < 0:
            raise DocumentError("ofd-bomb", self.label, reason=f"{name}: > {len(data) >> 20} MB")
        return data


def unsafe(name: str) -> bool:
    """Whether a member's name is absolute or names a drive."""
    return name.startswith("/") or name[1:2] == ":" or "\0" in name


def _decoded(data: bytes, name: str) -> str:
    """The part's text; what is declared is tried first, then UTF-8 and GB18030, which Chinese writers mix up."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        declared = ENCODING.match(data[:200].removeprefix(b"\xef\xbb\xbf"))
        said = declared.group(1).decode("ascii").lower() if declared else "utf-8"
        chinese = said in ("gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk", "cp936")
        encodings = ["gb18030", "utf-8-sig"] if chinese else ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise PartError(name, "is neither UTF-8 nor GB18030")
