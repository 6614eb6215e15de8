"""What leaves the house: sentences and the sheet, with proof and without personal data."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pandas as pd
import pytest

from checker.contract import check_json, extract_json
from checker.records.decision import TextQuality
from checker.reports import explain, write_xlsx
from checker.store import Store
from tests.making_results import result, unreadable


def lines(language: str) -> list[str]:
    made = result()
    assert made.decision is not None
    return explain(dict(check_json(made)), dict(extract_json(made.decision)), language=language)


@pytest.mark.parametrize(("language", "amount"), [("zh", "10000元至30000元"), ("en", "10000 to 30000 yuan")])
def test_the_reasoning_names_paid_allowed_quote_and_rule(language: str, amount: str) -> None:
    told = "\n".join(lines(language))
    assert amount in told and "罚款50000元" in told and "50000 - 30000 = 20000元" in told and "124" in told


def test_personal_data_is_masked_in_the_reasoning() -> None:
    told = "\n".join(lines("zh"))
    assert "13812345678" not in told and "138******78" in told


@pytest.mark.parametrize(("language", "words"), [("zh", "金额缺少数字"), ("en", "amounts without numbers")])
def test_the_reasoning_says_that_the_text_is_damaged(language: str, words: str) -> None:
    made = result()
    assert made.decision is not None
    quality = TextQuality(True, ("amounts-without-numbers",))
    decision = dataclasses.replace(made.decision, text_quality=quality)
    told = explain(dict(check_json(made)), dict(extract_json(decision)), language=language)
    assert words in told[1]


def test_the_reasoning_of_an_unreadable_file_says_why() -> None:
    made = unreadable()
    assert "已加密" in "\n".join(explain(dict(check_json(made)), None))


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError):
        lines("fr")


def test_the_sheet_lists_findings_cases_and_problems_masked(tmp_path: Path) -> None:
    out = tmp_path / "findings.xlsx"
    with Store(str(tmp_path / "cases.db")) as store:
        store.save(result())
        store.save(unreadable())
        assert write_xlsx(store, out) == 1
    sheets = pd.read_excel(out, sheet_name=None, engine="calamine")
    finding = sheets["发现"].iloc[0]
    assert finding["罚款（元）"] == 50000 and finding["应在幅度"] == "10000元至30000元"
    assert "13812345678" not in finding.to_string()
    assert len(sheets["案件"]) == 2 and "已加密" in sheets["未能读取或检查"].iloc[0]["原因"]


def test_a_cell_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    out = tmp_path / "findings.xlsx"
    with Store(str(tmp_path / "cases.db")) as store:
        store.save(result(file="=HYPERLINK(1).txt"))
        write_xlsx(store, out)
    assert pd.read_excel(out, engine="calamine").iloc[0]["文件"] == "=HYPERLINK(1).txt"


def test_a_folder_that_does_not_exist_is_an_os_error(tmp_path: Path) -> None:
    with Store(str(tmp_path / "cases.db")) as store, pytest.raises(OSError, match="cannot be written"):
        write_xlsx(store, tmp_path / "nowhere" / "findings.xlsx")
