"""A dashboard on loopback and a real Chromium, shared by the tests of every page."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@contextmanager
def serving(*options: str) -> Iterator[str]:
    """The address of a dashboard started with these options; it ends with the block."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    words = ["dashboard", *options, "--port", str(port), "--no-browser"]
    command = [sys.executable, "-c", "from checker.cli import main; main()", *words]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True) as run:
        try:
            _wait(f"http://127.0.0.1:{port}/_stcore/health")
            yield f"http://127.0.0.1:{port}"
        finally:
            os.killpg(run.pid, 15)


def _wait(url: str) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(url, timeout=2).close()
            return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("the dashboard did not start within a minute")


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=chromium, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def page(request: pytest.FixtureRequest, browser: Any) -> Iterator[Any]:
    """A fresh page as high as its module says in HEIGHT; requests that leave the machine fail the test."""
    height = getattr(request.module, "HEIGHT", 1100)
    tab = browser.new_page(viewport={"width": 1500, "height": height}, locale="zh-CN")
    tab.set_default_timeout(45_000)
    strangers: list[str] = []
    tab.on("request", lambda asked: strangers.append(asked.url) if _outside(asked.url) else None)
    yield tab
    tab.close()
    assert strangers == []


def _outside(url: str) -> bool:
    return url.startswith(("http", "ws")) and "127.0.0.1" not in url
