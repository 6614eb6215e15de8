"""Word 97-2003, WPS and RTF: read through LibreOffice where it is installed, and a clear sentence where it is not."""

from __future__ import annotations

import base64
import http.server
import io
import os
import shutil
import stat
import struct
import subprocess
import sys
import threading
import zipfile
from pathlib import Path

import pytest
from docx import Document as Word
from lxml import etree

from checker.errors import DocumentError
from checker.parse import libreoffice, ole, parse, problem_of
from checker.parse.detect import detect
from tests.making_office import saved_as

LINES = ["行政处罚决定书", "当事人：某某超市，罚款52000元（伍万贰仟元整）。"]
DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
RTF = rb"{\rtf1\ansi\ansicpg936 \u-26860?\u25919?\u22788?\u32602? 52000}"
posix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for LibreOffice is a shell script")


def code_of(data: bytes) -> str:
    with pytest.raises(DocumentError) as raised:
        parse(data, "旧文书.doc")
    said = problem_of(raised.value)
    assert said.message_zh.startswith("旧文书.doc：") and said.message_en.startswith("旧文书.doc: ")
    return raised.value.code


def ole_file(*names: str, content: bytes = b"") -> bytes:
    """A smallest OLE file with these streams, all beginning where `content` lies."""
    entries = [("Root Entry", 5), *((name, 2) for name in names)]
    listed = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0")
        + struct.pack("<HBB", 2 * len(name) + 2, kind, 1)
        + struct.pack("<3I", *[0xFFFFFFFF] * 3)
        + bytes(36)
        + struct.pack("<III", 0xFFFFFFFE if kind == 5 else 3, 0 if kind == 5 else 8192, 0)
        for name, kind in entries
    )
    sectors = -(-len(listed) // 512)
    assert sectors <= 2
    table = [0xFFFFFFFD, 2 if sectors == 2 else 0xFFFFFFFE, 0xFFFFFFFE, 0xFFFFFFFE]
    head = ole.SIGNATURE + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += struct.pack("<I", 0) + b"\xff" * (4 * 108)
    fat = struct.pack("<4I", *table).ljust(512, b"\xff")
    return head + fat + listed.ljust(1024, b"\0") + content.ljust(8192, b"\0")


FIB = b"\xec\xa5\xc1\x00" + bytes(6)
KINDS = [
    ("Word 97", ole_file("WordDocument", "1Table", content=FIB + b"\0\0"), "doc"),
    ("a WPS file", ole_file("WordDocument", "WpsCustomData", content=FIB + b"\0\0"), "wps"),
    ("Works", ole_file("MatOST"), "wps"),
    ("Excel that holds a Word file", ole_file("Workbook", "WordDocument"), "xls"),
    ("Excel 5", ole_file("Book"), "xls"),
    ("PowerPoint", ole_file("PowerPoint Document"), "PPT"),
    ("an OLE file of another kind", ole_file("Contents"), "OLE"),
    ("RTF", RTF, "rtf"),
]


@pytest.mark.parametrize(("what", "data", "kind"), KINDS, ids=[what for what, _, _ in KINDS])
def test_old_office_files_are_told_by_their_streams(what: str, data: bytes, kind: str) -> None:
    assert detect(data, "x") == kind


def test_encrypted_files_are_told_before_anything_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: pytest.fail("was started"))
    assert code_of(ole_file("WordDocument", content=FIB + b"\0\1")) == "office-encrypted"
    assert code_of(ole_file("EncryptedPackage")) == "office-encrypted"


@pytest.mark.parametrize("cut", [40, 511, 600, 1100])
def test_a_truncated_directory_ends_in_a_name_or_in_none(cut: int) -> None:
    assert detect(ole_file("WordDocument", content=FIB)[:cut], "x") in ("doc", "OLE")


def test_a_directory_in_a_circle_ends() -> None:
    data = bytearray(ole_file("WordDocument", content=FIB))
    struct.pack_into("<I", data, 512 + 4, 1)  # the directory's sector follows itself
    assert ole.streams(bytes(data)) is None
    assert detect(bytes(data), "x") == "doc"


@pytest.mark.parametrize("data", [ole_file("WordDocument", content=FIB), RTF])
def test_without_libreoffice_a_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: None)
    assert code_of(data) == "needs-libreoffice"


def test_the_program_is_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(shutil, "which", lambda name: asked.append(name))
    monkeypatch.setattr(libreoffice, "PLACES", ())
    monkeypatch.setattr(libreoffice, "OPT", (os.devnull, "x"))
    libreoffice.program.cache_clear()
    try:
        assert [libreoffice.program() for _ in range(3)] == [None] * 3
        assert asked == list(libreoffice.NAMES)
    finally:
        libreoffice.program.cache_clear()


def test_a_place_off_the_path_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for version in ("7.4", "24.8"):
        place = tmp_path / f"libreoffice{version}" / "program" / "soffice"
        place.parent.mkdir(parents=True)
        place.touch()
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(libreoffice, "PLACES", ())
    monkeypatch.setattr(libreoffice, "OPT", (str(tmp_path), libreoffice.OPT[1]))
    libreoffice.program.cache_clear()
    try:
        assert (libreoffice.program() or "").endswith("soffice")
    finally:
        libreoffice.program.cache_clear()


def stand_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str) -> None:
    """A shell script in LibreOffice's place."""
    path = tmp_path / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(libreoffice, "program", lambda: str(path))


@posix
def test_what_libreoffice_cannot_load_has_its_own_code(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stand_in(monkeypatch, tmp_path, "echo Error: source file could not be loaded >&2; exit 0")
    with pytest.raises(DocumentError) as raised:
        parse(RTF, "x.rtf")
    assert raised.value.code == "office-not-converted"
    assert raised.value.detail["reason"] == "Error: source file could not be loaded"


@posix
def test_a_program_that_cannot_be_started(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: str(tmp_path))
    assert code_of(RTF) == "office-not-converted"


@posix
def test_a_hanging_conversion_is_killed_with_its_children(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stand_in(monkeypatch, tmp_path, f"sleep 600 & echo $! > {tmp_path}/child; wait")
    monkeypatch.setattr(libreoffice, "SECONDS", 2)
    assert code_of(RTF) == "office-timeout"
    child = int((tmp_path / "child").read_text())
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(child)], capture_output=True, text=True, check=False).stdout
    assert state.strip() in ("", "Z", "Z+", "ZN")  # gone, or dead and not yet collected


@posix
def test_nothing_is_left_behind(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(libreoffice.tempfile, "tempdir", str(scratch))
    stand_in(monkeypatch, tmp_path, "exit 1")
    assert code_of(RTF) == "office-not-converted"
    assert list(scratch.iterdir()) == []


@posix
def test_macros_and_active_content_are_off_in_the_profile(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    settings = "$(dirname $(echo $1 | sed 's#.*file://##'))/profile/user/registrymodifications.xcu"
    stand_in(monkeypatch, tmp_path, f"cp {settings} {tmp_path}/seen.xcu")
    assert code_of(RTF) == "office-not-converted"
    seen = etree.parse(tmp_path / "seen.xcu")
    space = "{http://openoffice.org/2001/registry}"
    chosen = {prop.get(f"{space}name"): prop.findtext("value") for prop in seen.iter("prop")}
    assert chosen["DisableMacrosExecution"] == "true" and chosen["MacroSecurityLevel"] == "3"


def word() -> bytes:
    made, out = Word(), io.BytesIO()
    for line in LINES:
        made.add_paragraph(line)
    grid = made.add_table(2, 2)
    for index, value in enumerate(("违法行为", "罚款", "经营过期食品", "5万元")):
        grid.cell(index // 2, index % 2).text = value
    made.add_paragraph("2023年5月11日")
    made.save(out)
    return out.getvalue()


@pytest.mark.libreoffice
@pytest.mark.parametrize(("suffix", "name"), [("doc", "MS Word 97"), ("rtf", "Rich Text Format")])
def test_old_files_read_as_the_new_ones_they_were_made_from(
    soffice: str, tmp_path: Path, suffix: str, name: str
) -> None:
    data = saved_as(soffice, word(), tmp_path, suffix, name)
    document = parse(data, f"决定书.{suffix}")
    assert (document.format, document.problems) == (suffix, ())
    assert document.text.strip() == "\n".join([*LINES, "违法行为\t罚款", "经营过期食品\t5万元", "2023年5月11日"])


@pytest.mark.libreoffice
def test_a_wps_file_is_read_as_the_word_file_it_is(soffice: str, tmp_path: Path) -> None:
    data = saved_as(soffice, word(), tmp_path, "doc", "MS Word 97")
    old, new = ("\5DocumentSummaryInformation".encode("utf-16-le"), "WpsCustomData".encode("utf-16-le"))
    at = data.index(old)
    named = data[:at] + new.ljust(64, b"\0") + struct.pack("<H", len(new) + 2) + data[at + 66 :]
    document = parse(named, "决定书.wps")
    assert (document.format, LINES[1] in document.text) == ("wps", True)


@pytest.mark.libreoffice
def test_a_damaged_word_file_is_told(soffice: str) -> None:
    assert code_of(ole_file("WordDocument", content=FIB + b"\0\0")) in ("office-not-converted", "no-text")


class _Asked(http.server.BaseHTTPRequestHandler):
    """A server that notes what it was asked and has one picture."""

    paths: list[str]

    def do_GET(self) -> None:
        self.paths.append(f"{self.command} {self.path}")
        self.send_response(200)
        self.send_header("Content-Type", "image/png")
        self.send_header("Content-Length", str(len(DOT)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(DOT)

    do_HEAD = do_OPTIONS = do_GET

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


def linking(address: str) -> bytes:
    """A Word file whose picture is a link."""
    plain = Word()
    plain.add_paragraph(LINES[1])
    plain.add_picture(io.BytesIO(DOT))
    out, linked = io.BytesIO(), io.BytesIO()
    plain.save(out)
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(linked, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                part = part.replace(b"r:embed=", b"r:link=")
            if name == "word/_rels/document.xml.rels":
                link = f'Target="{address}" TargetMode="External"'.encode()
                part = part.replace(b'Target="media/image1.png"', link)
            new.writestr(name, part)
    return linked.getvalue()


@pytest.mark.libreoffice
def test_a_linked_picture_is_not_fetched(soffice: str, tmp_path: Path) -> None:
    asked = type("Asked", (_Asked,), {"paths": []})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), asked)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        docx = linking(f"http://127.0.0.1:{server.server_port}/a.png")
        data = saved_as(soffice, docx, tmp_path, "doc", "MS Word 97")
        assert asked.paths  # with settings of its own LibreOffice does ask
        asked.paths.clear()
        assert LINES[1] in parse(data, "x.doc").text
    finally:
        server.shutdown()
        server.server_close()
    assert asked.paths == []


@pytest.mark.libreoffice
def test_a_field_does_not_bring_in_another_file(soffice: str, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("TOPSECRET")
    field = '{\\field{\\*\\fldinst INCLUDETEXT "%s"}{\\fldrslt x}}' % (tmp_path / "secret.txt")
    text = parse(b"{\\rtf1\\ansi 52000 " + field.encode() + b"}", "x.rtf").text
    assert "52000" in text and "TOPSECRET" not in text
