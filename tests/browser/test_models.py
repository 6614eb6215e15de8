"""Models and labels in a real Chromium: promote, label, drift, and a correction on the case page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from checker.batch import plan, run_batch
from checker.pipeline import Options
from checker.samples import sample_data
from checker.store import Store, corrections
from models.registry import Registry
from tests.browser.acting import open_page, settle
from tests.browser.conftest import serving
from tests.models.making import shelf

pytestmark = pytest.mark.browser
HEIGHT = 1400  # of the window
FILES = 30  # of the sample cases


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shelf with two candidates and a database of some sample cases."""
    made = tmp_path_factory.mktemp("models")
    shelf(made / "registry")
    files = sorted(path for path in (sample_data() / "cases").iterdir() if path.suffix in (".docx", ".txt", ".html"))
    with Store(str(made / "cases.db")) as store:
        for step in run_batch(plan(files[:FILES]), Options((sample_data() / "benchmarks",))):
            if step.result is not None:
                store.save(step.result)
    return made


@pytest.fixture(scope="module")
def server(home: Path, chromium: str) -> Iterator[str]:
    with serving("--db", str(home / "cases.db"), "--registry", str(home / "registry")) as address:
        yield address


def sign(page: Any, who: str) -> None:
    """Give a name, and wait until the page has taken it."""
    one = "document.querySelectorAll('input[aria-label=\"您的姓名\"]').length === 1"
    page.wait_for_function(one)  # what the page showed before fades out only when the rerun is over
    page.get_by_label("您的姓名").fill(who)
    page.keyboard.press("Enter")
    page.wait_for_timeout(1500)


def test_a_model_is_promoted_and_rolled_back(page: Any, server: str, home: Path) -> None:
    open_page(page, server, "models", "模型与标注")
    page.get_by_text("没有现用模型").wait_for()
    sign(page, "张三")
    page.get_by_role("button", name="启用候选").click()
    page.get_by_text("张三于").first.wait_for()
    settle(page, "models")
    assert Registry(home / "registry").current("kind")
    page.get_by_role("button", name="退回上一个").click()
    page.get_by_text("退回到仅规则").first.wait_for()
    page.get_by_text("English").click()
    page.get_by_role("heading", name="Models and labels").wait_for()
    settle(page, "models-en")
    assert page.get_by_role("radio", name="Models", exact=True).is_checked()


def test_a_sentence_of_the_queue_is_labelled(page: Any, server: str, home: Path) -> None:
    open_page(page, server, "models", "模型与标注")
    page.get_by_text("待标注", exact=True).click()
    page.get_by_text("本批还有20句").wait_for()
    sign(page, "李四")
    settle(page, "models-queue")
    page.get_by_role("button", name="保存").click()
    page.get_by_text("本批还有19句").wait_for()
    page.get_by_text("更正统计").click()
    page.locator(".st-key-tally_table").get_by_text("李四").wait_for()
    settle(page, "models-corrections")


def test_drift_is_drawn_and_what_cannot_be_told_is_said(page: Any, server: str) -> None:
    open_page(page, server, "models", "模型与标注")
    page.get_by_text("偏离", exact=True).click()
    page.get_by_test_id("stVegaLiteChart").first.wait_for()
    page.get_by_text("标为“太少”").wait_for()
    settle(page, "models-drift")


def test_a_reading_is_corrected_on_the_case_page(page: Any, server: str, home: Path) -> None:
    open_page(page, server, "queue", "待核队列")
    box = page.get_by_test_id("stDataFrame").first.bounding_box()
    page.mouse.click(box["x"] + 20, box["y"] + 55)
    page.get_by_role("button", name="打开案件").click()
    page.get_by_role("heading", name="文书原文").wait_for()
    page.get_by_role("tab", name="核对与更正").click()
    sign(page, "赵六")
    page.get_by_role("button", name="保存").click()
    page.get_by_text("已保存。").wait_for()
    page.locator(".st-key-case_readings_table").get_by_text("赵六").wait_for()
    settle(page, "case-correct")
    with Store(str(home / "cases.db")) as store:
        assert "赵六" in {each.correction.who for each in corrections.standing(store)}
