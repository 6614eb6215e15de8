"""What a lint must leave alone, and what it must say, table by table: written as a person writes them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from checker.benchmarks.lint import Lint, lint, lint_paths
from checker.benchmarks.load import load_benchmark
from checker.statutes import StatuteBook

BOOK = StatuteBook.load()
HEAD = """
id: t
title: 某市裁量基准
issuer: 某市城市管理行政执法局
region: 某市
covers: [某市]
field: city_management
level: county
document_number: 某城管规〔2022〕1号
in_force_from: 2022-08-01
source: 测试
"""


def table(tmp_path: Path, item: str, head: str = "") -> tuple[Lint, ...]:
    """What is said of a table with one item under 城镇燃气管理条例 48 (10000 to 100000 yuan)."""
    entry = {"id": "i", "violation": "未巡查", "basis": ["城镇燃气管理条例 48"], **yaml.safe_load(item)}
    data = {**yaml.safe_load(HEAD), **(yaml.safe_load(head) or {}), "items": [entry]}
    path = tmp_path / "t.yaml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    return lint_paths([path], BOOK)


def names(said: tuple[Lint, ...]) -> list[str]:
    return [each.lint for each in said]


def tier(name: str, effect: str, branches: str, conditions: str = "[]") -> str:
    return f"  - {{name: {name}, effect: {effect}, conditions: {conditions}, branches: [{branches}]}}\n"


def fine(low: object, high: object, more: str = "") -> str:
    return f"{{sanction: fine, lower: {low}, upper: {high}{more}}}"


SOUND = {
    "tiers share an end point": tier("轻", "lighter", fine(10000, 30000)) + tier("重", "heavier", fine(30000, 100000)),
    "a reduction below the minimum": tier("减轻", "reduced", fine(2000, 10000, ", upper_inclusive: false"))
    + tier("一般", "ordinary", fine(10000, 100000)),
    "no penalty": tier("不予", "none", "") + tier("一般", "ordinary", fine(10000, 100000)),
    "single sums": tier("甲", "ordinary", fine(10000, 10000)) + tier("乙", "heavier", fine(20000, 20000)),
    "circumstances that can meet": tier("轻", "lighter", fine(10000, 30000), '[{text: 一, when: "has(cooperated)"}]')
    + tier("重", "heavier", fine(30000, 100000), '[{text: 二, when: "has(repeat_offence)"}]'),
    "another person, another range": tier(
        "轻", "lighter", fine(10000, 30000) + ", " + fine(500, 900, ", subject: responsible_person")
    )
    + tier("重", "heavier", fine(30000, 100000)),
    "no words for the gap in numbers": tier("轻", "lighter", fine(10000, 30000), '[{text: 少, when: "days < 10"}]')
    + tier("重", "heavier", fine(30000, 100000), '[{text: 多, when: "days >= 20"}, {text: 情节恶劣}]'),
    "a matrix without degrees": tier("一般区域", "unstated", fine(10000, 50000), "[{text: 逾期}]")
    + tier("敏感区域", "unstated", fine(30000, 100000), "[{text: 逾期}]"),
    "whole days": tier("轻", "lighter", fine(10000, 30000), '[{text: 少, when: "days <= 29"}]')
    + tier("重", "heavier", fine(30000, 100000), '[{text: 多, when: "days >= 30"}]'),
}


@pytest.mark.parametrize("words", SOUND)
def test_left_alone(words: str, tmp_path: Path) -> None:
    assert [each for each in table(tmp_path, f"tiers:\n{SOUND[words]}") if each.counts] == []


def test_below_excludes_leaves_no_gap_while_the_next_tier_includes_its_start(tmp_path: Path) -> None:
    tiers = tier("轻", "lighter", fine(10000, 30000)) + tier("重", "heavier", fine(30000, 100000))
    assert "tier-gap" not in names(table(tmp_path, f"tiers:\n{tiers}", "below_excludes: true"))
    apart = tier("轻", "lighter", fine(10000, 30000))
    apart += tier("重", "heavier", fine(30000, 100000, ", lower_inclusive: false"))
    said = table(tmp_path, f"tiers:\n{apart}", "below_excludes: true")
    assert "恰好等于该数" in next(each.message_zh for each in said if each.lint == "tier-gap")


def test_words_of_a_gap(tmp_path: Path) -> None:
    tiers = tier("从轻", "lighter", fine(10000, 65000)) + tier("一般", "ordinary", fine(70000, 100000))
    (said,) = table(tmp_path, f"tiers:\n{tiers}")
    assert said.message_zh == "“从轻”上限为65000元，“一般”下限为70000元，两者之间的金额没有任何阶次可用。"
    assert said.message_en.startswith("“从轻” ends at 65000 yuan and “一般” starts at 70000 yuan")


def test_gap_is_judged_where_the_branches_hold(tmp_path: Path) -> None:
    both = fine(10000, 30000, ', when: "days < 9"') + ", " + fine(20000, 50000, ', when: "days >= 9"')
    more = fine(30000, 100000, ', when: "days < 9"') + ", " + fine(60000, 100000, ', when: "days >= 9"')
    said = table(tmp_path, f"tiers:\n{tier('轻', 'lighter', both)}{tier('重', 'heavier', more)}")
    assert names(said) == ["tier-gap"]
    assert "天数达到9" in said[0].message_zh and "50000元" in said[0].message_zh


def test_reduced_tier_that_is_none(tmp_path: Path) -> None:
    tiers = tier("减轻", "reduced", fine(10000, 20000)) + tier("一般", "ordinary", fine(20000, 100000))
    assert names(table(tmp_path, f"tiers:\n{tiers}")) == ["reduced-not-below-minimum"]


def test_gap_between_reduced_and_lighter_is_judged_too(tmp_path: Path) -> None:
    tiers = tier("减轻", "reduced", fine(2000, 5000)) + tier("一般", "ordinary", fine(10000, 100000))
    assert names(table(tmp_path, f"tiers:\n{tiers}")) == ["tier-gap"]


def test_a_law_that_nobody_has_is_a_note(tmp_path: Path) -> None:
    item = f"basis: [某某办法 3]\ntiers:\n{tier('一般', 'ordinary', fine(1, 2))}"
    (said,) = table(tmp_path, item)
    assert (said.lint, said.severity, said.counts) == ("statute-unknown", "提示", False)


def test_columns_of_a_scoring_reach_the_ceiling_together(tmp_path: Path) -> None:
    factors = "factors: [{name: 一, options: [{text: 甲, weight: 0}, {text: 乙, weight: '0.9'}]}]"
    column = "  - {text: %s, amount: 100000, start: '0.1', floor: '0.1', cap: '%s', when: %s, " + factors + "}\n"
    both = column % ("期限内", "0.6", "not has(refused_correction)") + column % ("逾期", "1", "has(refused_correction)")
    assert table(tmp_path, f"scorings:\n{both}") == ()
    alone = "  - {text: 一, amount: 100000, start: '0.1', cap: '0.6', " + factors + "}\n"
    assert names(table(tmp_path, f"scorings:\n{alone}")) == ["scoring-misses-ceiling"]


def test_versions_of_different_tables_are_no_versions_of_one(tmp_path: Path) -> None:
    path = tmp_path / "t.yaml"
    path.write_text(HEAD + "position_rule: {cuts: [{effect: lighter, from: '0', to: '1'}]}\n", encoding="utf-8")
    one = load_benchmark(path, BOOK)
    assert names(lint([one, replace(one, id="u", title="某市绿化裁量基准")], BOOK)) == []
    assert names(lint([one, replace(one, id="u", title="某市裁量基准（2023年版）")], BOOK)) == ["versions-overlap"]
