"""The three pages in a real Chromium, on a database of the sample cases."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from checker.batch import plan, run_batch
from checker.pipeline import Options
from checker.samples import sample_data
from checker.store import Store

pytestmark = pytest.mark.browser
SHOTS = os.environ.get("CAIHENG_SCREENSHOTS")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, chromium: str) -> Iterator[str]:
    """A dashboard on loopback over the sample cases."""
    database = tmp_path_factory.mktemp("db") / "cases.db"
    with Store(str(database)) as store:
        for step in run_batch(plan([sample_data() / "cases"]), Options((sample_data() / "benchmarks",))):
            if step.result is not None:
                store.save(step.result)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    words = ["dashboard", "--db", str(database), "--port", str(port), "--no-browser"]
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
def page(browser: Any, server: str) -> Iterator[Any]:
    """A fresh page of 1500 × 1100; requests that leave the machine fail the test."""
    tab = browser.new_page(viewport={"width": 1500, "height": 1100}, locale="zh-CN")
    tab.set_default_timeout(45_000)
    strangers: list[str] = []
    tab.on("request", lambda request: strangers.append(request.url) if _outside(request.url) else None)
    yield tab
    tab.close()
    assert strangers == []


def _outside(url: str) -> bool:
    return url.startswith(("http", "ws")) and "127.0.0.1" not in url


def open_page(page: Any, server: str, path: str, heading: str) -> None:
    page.goto(f"{server}/{path}")
    page.get_by_role("heading", name=heading).first.wait_for()
    page.get_by_test_id("stStatusWidget").wait_for(state="detached")


def settle(page: Any, name: str) -> None:
    """No exception on the page; a picture of it when pictures are asked for."""
    page.wait_for_timeout(800)
    assert page.get_by_test_id("stException").count() == 0
    if SHOTS:
        page.screenshot(path=str(Path(SHOTS) / f"{name}.png"))


def test_overview_shows_counts_money_and_shares_in_chinese(page: Any, server: str) -> None:
    open_page(page, server, "", "总览")
    page.get_by_text("已检查决定书").wait_for()
    page.locator("canvas, svg.marks").first.wait_for()
    settle(page, "overview")


def test_the_switch_turns_the_page_to_english(page: Any, server: str) -> None:
    open_page(page, server, "", "总览")
    page.get_by_text("English").click()
    page.get_by_text("Decisions checked").wait_for()
    settle(page, "overview-en")


def test_queue_searches_and_keeps_the_choice_when_it_is_filtered_away(page: Any, server: str) -> None:
    open_page(page, server, "queue", "待核队列")
    page.get_by_text("列出").wait_for()
    settle(page, "queue")
    table = page.get_by_test_id("stDataFrame").first
    box = table.bounding_box()
    page.mouse.click(box["x"] + 20, box["y"] + 55)  # the selection box of the first row
    page.get_by_text("已选：").wait_for()
    page.get_by_label("搜索", exact=False).fill("没有这样的案件")
    page.keyboard.press("Enter")
    page.get_by_text("没有符合筛选条件的案件").wait_for()
    page.get_by_text("被当前筛选隐藏").wait_for()
    settle(page, "queue-filtered")


def test_case_shows_document_evidence_facts_tiers_and_findings(page: Any, server: str) -> None:
    open_page(page, server, "queue", "待核队列")
    box = page.get_by_test_id("stDataFrame").first.bounding_box()
    page.mouse.click(box["x"] + 20, box["y"] + 55)
    page.get_by_role("button", name="打开案件").click()
    page.get_by_role("heading", name="文书原文").wait_for()
    page.locator("mark.strong").first.wait_for()
    settle(page, "case")
    page.get_by_role("tab", name="罚款与幅度").click()
    page.locator(".st-key-case_measured_1 [data-testid=stVegaLiteChart]").first.wait_for()
    settle(page, "case-tiers")
    page.get_by_role("tab", name="抽取的要素").click()
    settle(page, "case-facts")
