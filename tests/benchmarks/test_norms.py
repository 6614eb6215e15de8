"""Every item that the facts fit, why, and with what range; and the fine under the lighter norm."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.assess.norms import Norm, fitting
from checker.records.assessment import Case
from tests.checks.measuring import measured

CASES = Path(__file__).parents[1] / "cases" / "benchmark-higher-norm-ignored.yaml"


@pytest.fixture(scope="module")
def sheet() -> dict[str, Any]:
    listed = yaml.safe_load(CASES.read_text(encoding="utf-8"))["cases"]
    return {each["name"]: each for each in listed}


def norms(entry: dict[str, Any]) -> dict[str, Norm]:
    case: Case = measured(entry["text"], entry["benchmarks"])
    fine = next(each for each in case.decision.sanctions if each.kind == "fine")
    found = fitting(case.text, case.decision, case.benchmarks, case.decision.violated, fine)
    return {each.item.id: each for each in found}


def test_every_cited_item_fits_with_its_range_in_yuan(sheet: dict[str, Any]) -> None:
    found = norms(sheet["fined-under-the-lighter-of-two-cited-norms"])
    assert set(found) == {"label", "expired"}
    assert all(each.cited is not None and "cited" in each.why for each in found.values())
    expired = found["expired"].whole
    assert expired is not None and expired.lower is not None and expired.upper is not None
    assert (expired.lower.value, expired.upper.value) == (50000, 100000)


def test_item_in_words_alone_says_so(sheet: dict[str, Any]) -> None:
    found = norms(sheet["only-one-norm-cited"])
    assert found["label"].why == "cited+wording"
    assert found["expired"].cited is None and found["expired"].why == "wording"


def test_range_that_the_facts_do_not_tell_is_none(sheet: dict[str, Any]) -> None:
    assert all(each.whole is None for each in norms(sheet["goods-value-unknown"]).values())


def test_tables_not_in_force_on_the_day_of_the_act_do_not_count(sheet: dict[str, Any]) -> None:
    assert norms(sheet["before-the-rule-came-into-the-law"]) == {}
