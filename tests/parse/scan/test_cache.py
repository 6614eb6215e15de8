"""Readings kept by content: found again, and never believed when damaged."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from checker.parse import Cache, Scanner, parse
from checker.records.document import Document
from tests.parse.scan.making import Reader, line, pdf, rendered, sealed

DATA = pdf(sealed(rendered(), 0.2, 0.1))  # once: a PDF tells its second of birth
DIFFERING = (line("罚款50000元", 300, 200), line("看不清", 300, 400, score=0.2))


def read(folder: Path, engine: Reader) -> Document:
    return parse(DATA, "a.pdf", Scanner(engine, Cache(folder)))


def entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_a_page_is_read_once_and_given_back_the_same(tmp_path: Path) -> None:
    engine = Reader(found=DIFFERING, second="罚款60000元")
    first = read(tmp_path, engine)
    assert [each.code for each in first.problems] == ["lines-unread", "digits-differ", "read-by-ocr"]
    assert read(tmp_path, engine) == first
    assert len(engine.pages) == 1 and len(entries(tmp_path)) == 1


def test_another_engine_reads_anew(tmp_path: Path) -> None:
    read(tmp_path, Reader())
    later = Reader(name="reader-2")
    read(tmp_path, later)
    assert len(later.pages) == 1 and len(entries(tmp_path)) == 2


DAMAGE = {
    "empty": lambda whole: b"",
    "cut short": lambda whole: whole[: len(whole) // 2],
    "one figure changed": lambda whole: whole.replace(b"50000", b"60000"),
    "not text": lambda whole: b"\xff\xfe\x00" * 9,
    "another form": lambda whole: b"{}",
}


@pytest.mark.parametrize("what", DAMAGE)
def test_a_damaged_entry_is_read_anew_and_rewritten(tmp_path: Path, what: str) -> None:
    first = read(tmp_path, Reader())
    (path,) = entries(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(DAMAGE[what](whole))
    engine = Reader()
    assert read(tmp_path, engine) == first
    assert len(engine.pages) == 1 and path.read_bytes() == whole


def test_an_entry_under_another_pages_name_is_not_believed(tmp_path: Path) -> None:
    read(tmp_path, Reader())
    (path,) = entries(tmp_path)
    parse(pdf(rendered()), "b.pdf", Scanner(Reader(), Cache(tmp_path)))
    (second,) = set(entries(tmp_path)) - {path}
    second.write_bytes(path.read_bytes())
    engine = Reader()
    parse(pdf(rendered()), "b.pdf", Scanner(engine, Cache(tmp_path)))
    assert len(engine.pages) == 1


def test_a_folder_that_cannot_be_written_is_told_and_the_page_read(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("here already")
    made = read(blocked, Reader())
    assert made.pages[0].text and [each.code for each in made.problems] == ["ocr-cache-failed", "read-by-ocr"]
    assert str(blocked) in made.problems[0].message_zh


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX systems")
def test_the_folder_is_its_owners_alone(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    read(folder, Reader())
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert not [path for path in entries(folder) if path.suffix == ".part"]
