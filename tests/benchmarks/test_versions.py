"""Which benchmark applies: by the day of the act, the nearer level first, the milder one at decision time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from checker.assess import AssessSettings, assess
from checker.benchmarks import field_of, in_force
from checker.extract import RuleExtractor
from checker.parse import parse
from checker.records.assessment import Assessment
from checker.records.benchmark import Benchmark
from checker.records.read import Read
from checker.statutes import StatuteBook
from checker.text.repair import repair
from tests.checks.measuring import _loaded

TEXT = """延吉市市场监督管理局
行政处罚决定书
延市监罚字〔2023〕15号
当事人：延吉市某某超市，个体工商户。
经查，当事人经营超过保质期的食品，货值金额1200元，没有违法所得。
上述行为违反了《中华人民共和国食品安全法》第三十四条第一款第十项的规定。
依据《中华人民共和国食品安全法》第一百二十四条第一款第五项，决定从轻处罚如下：罚款{fine}元。
延吉市市场监督管理局
{decided}
"""
BASE: dict[str, Any] = {
    "title": "食品裁量基准",
    "issuer": "某局",
    "region": "某地",
    "covers": ["延吉"],
    "field": "food",
    "document_number": "",
    "source": "测试",
}


def table(key: str, level: str, ends: tuple[int, int], *, start: str, end: str | None = None, **more: Any) -> Any:
    """A benchmark of one item whose tier 从轻 allows these fines."""
    tiers = [
        {"name": name, "effect": effect, "branches": [{"sanction": "fine", "lower": low, "upper": high}]}
        for name, effect, low, high in (("从轻", "lighter", *ends), ("从重", "heavier", ends[1], 100000))
    ]
    item = {"id": f"{key}-1", "violation": "经营超过保质期的食品", "basis": ["食品安全法 124 1 5"], "tiers": tiers}
    item.update(more)
    dates: dict[str, Any] = {"in_force_from": date.fromisoformat(start)}
    if end:
        dates["in_force_to"] = date.fromisoformat(end)
    return {**BASE, "id": key, "level": level, **dates, "items": [item]}


def loaded(*tables: Any) -> tuple[Benchmark, ...]:
    import yaml

    found: tuple[Benchmark, ...] = _loaded(yaml.safe_dump(list(tables), allow_unicode=True))
    return found


def measured(
    tables: Sequence[Any],
    *,
    act: date = date(2023, 3, 1),
    decided: str = "2023年9月6日",
    lenient: bool = True,
    fine: int = 52000,
) -> Assessment:
    text = repair(parse(TEXT.format(decided=decided, fine=fine).encode(), "case.txt"))
    done = Read(act, (), 0.9, "test")
    decision = replace(RuleExtractor().extract(text), act_end=done)
    case = assess(text, decision, StatuteBook.load(), loaded(*tables), AssessSettings(lenient_at_decision=lenient))
    return case.assessments[0]


OLD = table("old", "county", (50000, 65000), start="2022-01-01", end="2023-06-30")
MILDER = table("milder", "county", (50000, 55000), start="2023-07-01")
HARSHER = table("harsher", "county", (60000, 80000), start="2023-07-01")


def used(assessment: Assessment) -> str | None:
    return assessment.benchmark.id if assessment.benchmark else None


def test_version_of_the_day_of_the_act_applies() -> None:
    assert used(measured([OLD, HARSHER])) == "old"
    assert used(measured([OLD, HARSHER], act=date(2023, 7, 1))) == "harsher"
    assert used(measured([OLD, HARSHER], act=date(2023, 6, 30))) == "old"  # the last day counts


def test_milder_version_at_decision_time_replaces_it_and_says_so() -> None:
    found = measured([OLD, MILDER])
    assert used(found) == "milder" and found.expected is not None and found.expected.upper is not None
    assert found.expected.upper.value == 55000
    assert [step.source for step in found.trace if step.parameter == "从旧兼从轻"] == ["行政处罚法第三十七条"]


def test_milder_version_is_left_aside_where_the_setting_says_so() -> None:
    assert used(measured([OLD, MILDER], lenient=False)) == "old"


def test_milder_version_not_yet_in_force_at_decision_changes_nothing() -> None:
    assert used(measured([OLD, MILDER], decided="2023年6月20日")) == "old"


@pytest.mark.parametrize("order", [("county", "provincial"), ("provincial", "county")])
def test_nearer_level_goes_first_whatever_the_order_of_files(order: tuple[str, str]) -> None:
    tables = [table(level, level, (50000, 65000 + 100 * len(level)), start="2022-01-01") for level in order]
    assert used(measured(tables)) == "county"


def test_levels_are_sorted_nearest_first() -> None:
    levels = ("national", "provincial", "prefecture", "county")
    tables = loaded(*(table(level, level, (1, 2), start="2022-01-01") for level in levels))
    found = in_force(
        tables, on=date(2023, 3, 1), agency="延吉市市场监督管理局", region=None, field=field_of("延吉市市场监督管理局")
    )
    mine = [each.level for each in found if each.id in levels]
    assert mine == ["county", "prefecture", "provincial", "national"]


def test_nearer_level_is_kept_where_a_higher_one_words_the_violation_closer() -> None:
    far = table("province", "provincial", (50000, 70000), start="2022-01-01")
    near = table("county", "county", (50000, 65000), start="2022-01-01", violation="经营超过保质期的食品、食品添加剂")
    assert used(measured([far, near])) == "county"


def test_same_violation_at_another_level_is_no_rival() -> None:
    tables = [table(level, level, (50000, 65000), start="2022-01-01") for level in ("county", "provincial")]
    match = measured(tables).match
    assert match is not None and match.runner_up is None


def test_higher_level_applies_where_the_nearer_has_no_such_item() -> None:
    near = table("county", "county", (1, 2), start="2022-01-01", basis=["食品安全法 125 1 2"], violation="标签不符")
    far = table("province", "provincial", (50000, 70000), start="2022-01-01")
    assert used(measured([near, far])) == "province"
