"""A batch killed at any point and run again ends with the database of an undisturbed run."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from checker.batch import plan, run_batch
from checker.pipeline import Options, pipeline
from checker.samples import sample_data
from checker.store import Store, queries
from tests.store.test_store import dump

KILLS = 10


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the readable text and web samples, so that a run is short."""
    home = tmp_path_factory.mktemp("cases")
    for path in sorted((sample_data() / "cases").iterdir()):
        if path.suffix in (".txt", ".html"):
            shutil.copy(path, home / path.name)
    return home


def command(folder: Path, database: Path) -> list[str]:
    code = "from checker.cli import main; main()"
    benchmarks = str(sample_data() / "benchmarks")
    words = ["check", str(folder), "--db", str(database), "--benchmarks", benchmarks, "--workers", "1"]
    return [sys.executable, "-c", code, *words]


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is POSIX")
def test_killed_at_ten_points_and_resumed_is_the_same_as_undisturbed(folder: Path, tmp_path: Path) -> None:
    whole, killed = tmp_path / "whole.db", tmp_path / "killed.db"
    began = time.perf_counter()
    assert subprocess.run(command(folder, whole), capture_output=True).returncode in (0, 3)
    length = time.perf_counter() - began
    for point in range(KILLS):
        process = subprocess.Popen(command(folder, killed), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(length * (0.35 + 0.6 * point / KILLS))
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert subprocess.run(command(folder, killed), capture_output=True).returncode in (0, 3)
    with Store(str(whole)) as one, Store(str(killed)) as other:
        assert dump(one) == dump(other)


def test_a_second_run_repeats_nothing(folder: Path, tmp_path: Path) -> None:
    options = Options((sample_data() / "benchmarks",))
    with Store(str(tmp_path / "cases.db")) as store:
        for step in run_batch(plan([folder]), options):
            assert step.result is not None
            store.save(step.result)
        known = store.known(pipeline(options).versions)
        again = [step.result for step in run_batch(plan([folder]), options, known=known)]
        assert [each for each in again if each is not None and each.sha256] == []
        (folder / "new.txt").write_text("行政处罚决定书", encoding="utf-8")
        fresh = [step.file for step in run_batch(plan([folder]), options, known=known) if step.result is not None]
        assert [Path(file).name for file in fresh if file.endswith("new.txt")] == ["new.txt"]
        (folder / "new.txt").unlink()
        assert len(queries.results(store)) == len(plan([folder]))


def test_many_workers_give_what_one_gives(folder: Path) -> None:
    from checker.contract import check_json

    options = Options((sample_data() / "benchmarks",))
    paths = [folder, sample_data() / "cases"]
    one = {s.file: check_json(s.result) for s in run_batch(plan(paths), options, workers=1) if s.result}
    two = {s.file: check_json(s.result) for s in run_batch(plan(paths), options, workers=2) if s.result}
    assert one == two
