"""The page of models and labels, and the tab of a case, run by AppTest."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from checker.store import Store, corrections
from models.registry import Registry
from tests.making_corrections import correction, saved
from tests.models.making import shelf

VIEWS = {
    "models": "from dashboards.views import models; models.show()",
    "case": "from dashboards.views import case; case.show()",
}
Shelf = tuple[Registry, str, str]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return shelf(tmp_path_factory.mktemp("shelf") / "registry")


@pytest.fixture
def home(tmp_path: Path, made: Shelf, monkeypatch: pytest.MonkeyPatch) -> Path:
    with Store(str(tmp_path / "cases.db")) as store:
        saved(store)
    shutil.copytree(made[0].folder, tmp_path / "registry")
    words = ["app.py", "--db", str(tmp_path / "cases.db"), "--registry", str(tmp_path / "registry")]
    monkeypatch.setattr(sys, "argv", words)
    return tmp_path


def page(view: str, section: str = "models", language: str = "zh") -> AppTest:
    made = AppTest.from_string(VIEWS[view], default_timeout=60)
    made.session_state["models_section_kept"] = section
    made.session_state["language"] = language
    return made.run()


def click(made: AppTest, key: str) -> AppTest:
    next(each for each in made.button if each.key and key in each.key).click()
    made.run()
    assert not made.exception
    return made


def test_promotion_is_refused_without_a_name_then_recorded_then_undone(home: Path, made: Shelf) -> None:
    registry, good, bad = Registry(home / "registry"), made[1], made[2]
    shown = page("models")
    assert not shown.exception and "没有现用模型" in shown.info[0].value
    shown.selectbox(key="models_pick_kind").select(good).run()
    assert "请写明是谁" in click(shown, "models_promote").error[-1].value
    shown.text_input(key="models_who").input("张三").run()
    assert "张三" in click(shown, "models_promote").success[0].value
    assert registry.current("kind") == good
    refused = click(shown, "models_promote")
    assert any("未启用" in each.value for each in refused.error) and registry.current("kind") == good
    shown.checkbox(key="models_force").check()
    shown.text_input(key="models_reason").input("试用")
    click(shown.run(), "models_promote")
    assert registry.current("kind") == bad
    click(shown, "models_rollback")
    assert registry.current("kind") == good and registry.history()[-1].who == "张三"


@pytest.mark.parametrize(("language", "told"), [("zh", "理由与权重"), ("en", "Reasons with weights")])
def test_the_surest_mistakes_of_a_model_are_shown_when_asked_for(
    home: Path, made: Shelf, language: str, told: str
) -> None:
    Registry(home / "registry").promote("kind", made[2], who="张三", at="2026")
    assert not _told(page("models", language=language), told)
    shown = AppTest.from_string(VIEWS["models"], default_timeout=60)
    shown.session_state["language"] = language
    shown.session_state["models_current_worst"] = True
    (table,) = _told(shown.run(), told)
    assert not shown.exception and "w1-0" in table and "某" in table


def _told(shown: AppTest, words: str) -> list[str]:
    """The tables that say these words."""
    return [each.proto.body for each in shown.get("html") if words in each.proto.body]


def test_a_broken_registry_is_told_and_the_page_stands(home: Path) -> None:
    (home / "registry" / "registry.json").write_text("{", encoding="utf-8")
    shown = page("models")
    assert not shown.exception and "registry.json" in shown.error[0].value


def test_an_empty_registry_says_how_to_train(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["app.py", "--db", str(home / "no.db"), "--registry", str(home / "none")])
    shown = page("models")
    assert not shown.exception and any("caiheng models train" in each.value for each in shown.caption)
    assert "no.db" in page("models", "queue").warning[0].value


def test_sentences_are_labelled_one_after_the_other(home: Path) -> None:
    shown = page("models", "queue")
    left = shown.session_state["label_list_all"]
    first, before = left[0], len(left)
    shown.text_input(key="label_who").input("李四").run()
    click(shown, "_save")
    assert len(shown.session_state["label_list_all"]) == before - 1
    with Store(str(home / "cases.db")) as store:
        (kept,) = corrections.standing(store)
    assert kept.correction.who == "李四" and kept.correction.quote == first.reading.quote
    click(shown, "label_skip")
    assert len(shown.session_state["label_list_all"]) == before - 2


def test_a_label_without_a_name_is_refused(home: Path) -> None:
    shown = click(page("models", "queue"), "_save")
    assert "请写明是谁" in shown.error[0].value


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("section", ["models", "queue", "drift", "corrections"])
def test_every_section_stands_in_both_languages(home: Path, section: str, language: str) -> None:
    with Store(str(home / "cases.db")) as store:
        corrections.add(store, [correction()])
    assert not page("models", section, language).exception


def test_a_reading_is_corrected_and_a_missed_one_marked_on_the_case(home: Path) -> None:
    shown = page("case")
    shown.selectbox(key="case_pick_None").select_index(0).run()
    assert not shown.exception
    shown.text_input(key="case_readings_who").input("赵六").run()
    pick = next(each for each in shown.selectbox if each.key and each.key.startswith("case_readings_pick"))
    pick.select_index(next(at for at, name in enumerate(pick.options) if "【300元】" in name)).run()
    label = next(each for each in shown.selectbox if each.key and each.key.endswith("_label"))
    label.select("price")
    assert "已保存" in click(shown, "_save").success[0].value
    pick = next(each for each in shown.selectbox if each.key and each.key.startswith("case_readings_pick"))
    pick.select_index(len(pick.options) - 1).run()
    shown.text_input(key="case_readings_missed_words").input("第三十四条").run()
    click(shown, "_save")
    with Store(str(home / "cases.db")) as store:
        kept = {each.correction.quote: each.correction for each in corrections.standing(store)}
    assert (kept["300元"].label, kept["300元"].machine_label) == ("price", "goods_value")
    assert kept["第三十四条"].machine_label is None and kept["第三十四条"].who == "赵六"
