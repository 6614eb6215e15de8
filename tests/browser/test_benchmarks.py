"""The benchmarks page in a real Chromium: sample tables, and one imported from a PDF that stands beside it."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from checker.samples import sample_data
from tests.browser.acting import open_page, settle
from tests.browser.conftest import serving

pytestmark = pytest.mark.browser
HEIGHT = 1700  # of the window
IMPORTED = """id: imported-2023
title: 某市城管裁量基准
issuer: 某局
region: 某市
covers: [某市]
field: city_management
level: county
document_number: 某〔2023〕1号
in_force_from: 2023-01-01
source: 导入
items:
  - id: '1'
    violation: 未经批准占道经营
    basis: [城市绿化条例 26]
    where: page 1, table 1, row 2
    tiers:
      - {name: 轻微, effect: lighter, conditions: [{text: 首次占道的}], branches: [{sanction: fine, upper: 500}]}
"""


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An imported benchmark with its record and, beside it, the PDF that it says it came from."""
    home = tmp_path_factory.mktemp("imported")
    pdf = sample_data() / "cases" / "延市监处罚〔2023〕112号.pdf"
    shutil.copy(pdf, home / "table.pdf")
    (home / "imported-2023.yaml").write_text(IMPORTED, encoding="utf-8")
    record = {
        "source": "table.pdf",
        "sha256": hashlib.sha256((home / "table.pdf").read_bytes()).hexdigest(),
        "mapping": {"in_force_from": "2023-01-01"},
        "rows": {"in": 5, "out": 3, "listed": 2},
        "unparsed": [
            {"where": "page 1, table 1, row 3", "text": "2.5元万以上", "reason": "幅度没有认出 · range not understood"},
            {"where": "page 9, table 1, row 1", "text": "别的页", "reason": "幅度没有认出 · range not understood"},
        ],
    }
    (home / "imported-2023.import.json").write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    return home


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, tables: Path, chromium: str) -> Iterator[str]:
    """A dashboard on loopback with sample and imported benchmarks; its database is empty."""
    from checker.store import Store

    database = tmp_path_factory.mktemp("db") / "cases.db"
    Store(str(database)).close()
    with serving(
        "--db", str(database), "--benchmarks", str(sample_data() / "benchmarks"), "--benchmarks", str(tables)
    ) as address:
        yield address


def test_item_shows_bands_in_the_frame_of_the_law_and_conditions(page: Any, server: str) -> None:
    open_page(page, server, "benchmarks?benchmark=food-yanbian-2024&item=food-124-1-5", "裁量基准")
    page.get_by_role("heading", name="经营超过保质期的食品").wait_for()
    page.locator(".st-key-bench_item_shown_bands_0 canvas, [data-testid=stVegaLiteChart]").first.wait_for()
    page.get_by_text("法定幅度（灰框）：50000元以上100000元以下").wait_for()
    conditions = page.locator(".st-key-bench_item_shown_tiers")
    conditions.get_by_text("货值金额不足三百元，且积极配合调查的").wait_for()
    conditions.get_by_text("无法判断（仅有文字）").first.wait_for()
    conditions.get_by_text("其他阶次均不适用时").wait_for()
    settle(page, "benchmarks-item")


def test_scoring_shows_factors_and_what_any_choice_can_reach(page: Any, server: str) -> None:
    open_page(page, server, "benchmarks?benchmark=yanbian-ecology-scoring-2023&item=water-82-1-1", "裁量基准")
    page.get_by_text("任意选项组合能得出的罚款").first.wait_for()
    page.locator(".st-key-bench_item_shown_scoring_1").get_by_text("排污管理类别").wait_for()
    settle(page, "benchmarks-scoring")


def test_versions_stand_on_a_time_line_with_their_differences_in_both_languages(page: Any, server: str) -> None:
    open_page(page, server, "benchmarks?benchmark=food-yanbian-2024", "裁量基准")
    page.get_by_role("tab", name="版本（2）").click()
    page.get_by_text("减轻27处").wait_for()
    settle(page, "benchmarks-versions")
    page.get_by_text("English").click()
    page.get_by_role("heading", name="Benchmarks").wait_for()
    page.get_by_role("tab", name="Versions (2)").click()
    page.get_by_text("27 milder").wait_for()
    settle(page, "benchmarks-versions-en")


def test_search_and_day_narrow_the_list(page: Any, server: str) -> None:
    open_page(page, server, "benchmarks", "裁量基准")
    page.get_by_label("搜索", exact=False).fill("道路运输")
    page.keyboard.press("Enter")
    page.get_by_text("列出3部").wait_for()
    page.get_by_test_id("stDateInput").get_by_role("spinbutton").first.click()
    page.keyboard.type("20220801", delay=40)
    page.keyboard.press("Escape")  # the calendar closes, and the day counts
    page.get_by_role("heading", name="裁量基准").first.click()
    page.get_by_text("列出1部").wait_for()
    page.get_by_role("heading", name="延边州道路运输行政处罚裁量基准（2022年版）", exact=False).wait_for()
    settle(page, "benchmarks-search")


def test_import_shows_what_was_not_understood_beside_the_item_and_the_page(page: Any, server: str) -> None:
    open_page(page, server, "benchmarks?benchmark=imported-2023", "裁量基准")
    page.get_by_text("本页（第1页）没有读懂的内容").wait_for()
    near = page.locator(".st-key-bench_item_unread")
    near.get_by_text("2.5元万以上").wait_for()
    assert near.get_by_text("别的页").count() == 0
    page.get_by_text("原件页面").first.click()
    page.get_by_test_id("stImage").locator("img").first.wait_for()
    settle(page, "benchmarks-import")
    page.get_by_role("tab", name="导入与原件（2）").click()
    page.get_by_text("读入5，成为数据3，列出待看2").wait_for()
    page.locator(".st-key-bench_unread_unparsed").get_by_text("别的页").wait_for()
    page.get_by_role("tab", name="审查", exact=False).click()
    settle(page, "benchmarks-lint")
