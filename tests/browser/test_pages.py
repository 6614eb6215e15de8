"""The three pages in a real Chromium, on a database of the sample cases."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from checker.batch import plan, run_batch
from checker.pipeline import Options
from checker.samples import sample_data
from checker.store import Store
from tests.browser.acting import open_page, settle
from tests.browser.conftest import serving

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, chromium: str) -> Iterator[str]:
    """A dashboard on loopback over the sample cases."""
    database = tmp_path_factory.mktemp("db") / "cases.db"
    with Store(str(database)) as store:
        for step in run_batch(plan([sample_data() / "cases"]), Options((sample_data() / "benchmarks",))):
            if step.result is not None:
                store.save(step.result)
    with serving("--db", str(database)) as address:
        yield address


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
