"""Scans as a person meets them: `check` and `extract`, the cache beside the database, the pages left."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from rich.console import Console
from rich.progress import Progress

from checker.batch import plan, run_batch
from checker.cli.scanning import PagesLeft, cache_folder
from checker.parse import Scanner, installed
from checker.pipeline import Options, Pipeline
from tests.cli.test_commands import run
from tests.conftest import lacking
from tests.parse.scan.making import Reader, image, pdf, rendered


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    """Pipelines read scans by this engine."""
    engine, load = Reader(), Pipeline.load.__func__  # type: ignore[attr-defined]

    def loaded(kind: type[Pipeline], options: Options) -> Pipeline:
        made = load(kind, options)
        object.__setattr__(made, "scanner", Scanner(engine, made.scanner.cache))
        return made

    monkeypatch.setattr(Pipeline, "load", classmethod(loaded))
    return engine


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "scan.pdf"
    path.parent.mkdir()
    path.write_bytes(pdf(rendered(dpi=60)))
    return path


def entries(folder: Path) -> int:
    return len(list(folder.rglob("*.json")))


def test_check_keeps_readings_beside_the_database(reader: Reader, scan: Path, tmp_path: Path) -> None:
    (line,) = run("check", str(scan), "--json", "--db", str(tmp_path / "cases.db")).splitlines()
    assert "read-by-ocr" in [each["code"] for each in json.loads(line)["problems"]]
    assert entries(tmp_path / "ocr-cache") == 1


def test_readings_are_kept_where_asked(reader: Reader, scan: Path, tmp_path: Path) -> None:
    run("check", str(scan), "--ocr-cache", str(tmp_path / "here"))
    run("extract", str(scan), "--ocr-cache", str(tmp_path / "here"))
    assert entries(tmp_path / "here") == 1 and len(reader.pages) == 1


def test_a_file_is_no_cache_folder(scan: Path) -> None:
    run("check", str(scan), "--ocr-cache", str(scan), code=2)


def test_the_folder_without_a_database_is_the_users(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    assert cache_folder(None) == cache_folder(None, "postgresql://x") == tmp_path / "caiheng" / "ocr-cache"
    assert cache_folder(None, "a/cases.db") == Path("a/ocr-cache")
    assert cache_folder(tmp_path, "a/cases.db") == tmp_path


def test_the_line_tells_the_pages_left() -> None:
    out = io.StringIO()
    with Progress(console=Console(file=out, force_terminal=True, width=100)) as bar:
        told = PagesLeft(bar, 0)
        assert not bar.tasks
        for word in (("a", 0, 3), ("a", 1, 3), ("b", 0, 2), ("b", 1, 2)):
            told(*word)
        assert bar.tasks[0].description == "识别扫描页：还剩3页"
        assert (bar.tasks[0].completed, bar.tasks[0].total) == (2, 5)


def test_workers_tell_of_pages_while_they_read(tmp_path: Path) -> None:
    if installed() is None:
        lacking('the ocr extra is not installed (pip install ".[ocr]")')
    for number in range(26):  # more than run in one process
        (tmp_path / f"{number:02}.txt").write_text(f"第{number}份材料", encoding="utf-8")
    page = rendered().crop((200, 380, 900, 600))
    (tmp_path / "scan.png").write_bytes(image(page, "PNG"))
    heard: list[tuple[str, int, int]] = []
    steps = run_batch(plan([tmp_path]), Options(), workers=2, told=lambda *word: heard.append(word))
    results = {Path(step.file).name: step.result for step in steps}
    assert results["scan.png"] is not None and "统一社会信用代码" in results["scan.png"].pages[0].text
    assert [(Path(file).name, done, total) for file, done, total in heard] == [("scan.png", 0, 1), ("scan.png", 1, 1)]
