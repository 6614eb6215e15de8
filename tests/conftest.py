"""Shared fixtures, and the rule that CI may skip nothing that needs a browser, a database or LibreOffice."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from checker.parse import libreoffice

# No test is timed: a loaded machine is slow, not wrong. pytest-timeout ends what hangs.
settings.register_profile("caiheng", deadline=None)
settings.load_profile("caiheng")

REQUIRE_ALL = os.environ.get("CAIHENG_REQUIRE_ALL") == "1"


def lacking(reason: str) -> None:
    """Skip with the reason on a user's machine, fail on CI."""
    if REQUIRE_ALL:
        pytest.fail(f"CI must run this: {reason}")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of the system's Chromium."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    lacking("no Chromium on this machine (Debian: apt-get install chromium fonts-noto-cjk)")
    raise AssertionError


@pytest.fixture(scope="session")
def soffice() -> str:
    """Path of LibreOffice."""
    found = libreoffice.program()
    if found is None:
        lacking("no LibreOffice on this machine (Debian: apt-get install libreoffice-writer-nogui)")
        raise AssertionError
    return found


def _postgres_tool(name: str) -> str | None:
    homes = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((str(home / name) for home in homes if (home / name).exists()), shutil.which(name))


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """URL of a PostgreSQL server of our own, on loopback, gone after the session."""
    initdb, server = _postgres_tool("initdb"), _postgres_tool("postgres")
    if not initdb or not server:
        lacking("no PostgreSQL on this machine (Debian: apt-get install postgresql)")
    folder = Path(tempfile.mkdtemp(prefix="caiheng-pg-"))
    prefix: list[str] = []
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        shutil.chown(folder, "postgres", "postgres")
        prefix = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
    subprocess.run(
        [*prefix, str(initdb), "-D", str(folder / "data"), "-U", "caiheng", "-A", "trust", "-E", "UTF8", "--no-sync"],
        check=True,
        capture_output=True,
        cwd=folder,
    )
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [*prefix, str(server), "-D", str(folder / "data"), "-p", str(port), "-k", str(folder), "-h", "127.0.0.1"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=folder) as process:
        try:
            _wait_for(port, process)
            yield f"postgresql://caiheng@127.0.0.1:{port}/postgres"
        finally:
            process.terminate()
    shutil.rmtree(folder, ignore_errors=True)


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    import time

    import psycopg

    for _ in range(100):
        if process.poll() is not None:
            raise RuntimeError(f"PostgreSQL did not start: {process.stderr.read().decode() if process.stderr else ''}")
        try:
            psycopg.connect(f"postgresql://caiheng@127.0.0.1:{port}/postgres", connect_timeout=2).close()
            return
        except psycopg.OperationalError:
            time.sleep(0.1)
    raise RuntimeError("PostgreSQL did not answer within ten seconds")
