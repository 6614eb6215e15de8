"""Two versions of a benchmark compared: what was added, removed and changed, and which way amounts moved."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from typer.testing import CliRunner

from checker.benchmarks.diff import compare
from checker.benchmarks.load import load_benchmark
from checker.cli.app import app
from checker.records.benchmark import Benchmark, Factor, Item, Option, Scoring, Tier, TierCondition
from checker.records.law import Citation
from checker.records.ranges import Bound, Branch
from checker.samples import sample_data
from checker.statutes import StatuteBook

HOME = sample_data() / "benchmarks"
ROAD = "中华人民共和国道路运输条例"


def sample(name: str) -> Benchmark:
    return load_benchmark(HOME / name, StatuteBook.load())


def item(key: str = "a", violation: str = "超限运输货物", *tiers: Tier, article: int = 63, **more: object) -> Item:
    return Item(key, violation, (), (Citation(ROAD, article),), tiers, **more)  # type: ignore[arg-type]


def tier(name: str, low: int | None, high: int | None, *conditions: TierCondition, **more: object) -> Tier:
    ends = [Bound(Decimal(each)) if each is not None else None for each in (low, high)]
    return Tier(name, "lighter", conditions, (Branch("fine", lower=ends[0], upper=ends[1], **more),))  # type: ignore[arg-type]


def table(*items: Item, **more: object) -> Benchmark:
    names = ("t", "某市道路运输裁量基准", "某局", "某市", ("某市",), "transport", "county", "某〔2022〕1号")
    made = Benchmark(*names, date(2022, 1, 1), None, "测试", items=items)
    return replace(made, **more)  # type: ignore[arg-type]


def test_a_version_does_not_differ_from_itself() -> None:
    for path in HOME.glob("*.yaml"):
        found = compare(sample(path.name), sample(path.name))
        assert found.empty and found.same == len(found.old.items)


def test_sample_food_versions_became_milder_with_numbers() -> None:
    found = compare(sample("food-yanbian-2022.yaml"), sample("food-yanbian-2024.yaml"))
    assert (found.count("harsher"), found.count("mixed")) == (0, 0)
    expired = next(each for each in found.changed if each.new.id == "food-124-1-5")
    ranges = [change for change in expired.changes if change.kind == "range" and change.place == "从轻"]
    assert "50000元以上65000元以下" in ranges[0].words[0] and "50000元以上62000元以下" in ranges[0].words[0]
    assert "-3000" in ranges[0].words[0] and ranges[0].direction == "milder" and "milder" in ranges[0].words[1]
    (condition,) = [change for change in expired.changes if change.kind == "condition"]
    assert "不足五百元" in condition.old[0] and "不足三百元" in condition.new[0]
    assert {each.id for each in found.removed} == {"food-124-1-1", "food-124-1-3"} and not found.added
    assert {each.kind for each in found.header} == {"title", "document_number", "in_force_from", "in_force_to"}


def test_items_follow_a_law_that_moved_its_articles_and_an_id_that_was_renamed() -> None:
    found = compare(sample("transport-yanbian-2022.yaml"), sample("transport-yanbian-2023.yaml"))
    assert [each.violation for each in found.added] == ["未取得道路运输经营许可擅自从事道路普通货物运输经营"]
    assert found.removed == ()
    moved = {each.old.id: each for each in found.changed}
    assert moved["road-licence"].new.id == "road-licence-passenger" and moved["road-licence"].score < 1
    assert [change.kind for change in moved["road-refit"].changes] == ["basis"]


def test_an_id_that_now_stands_for_another_violation_is_no_match() -> None:
    old = table(item("1", "超限运输货物", tier("轻", 1, 2)), item("2", "不按规定维护车辆", tier("轻", 1, 2)))
    new = table(item("1", "不按规定维护车辆", tier("轻", 1, 2)))
    found = compare(old, new)
    assert [each.id for each in found.removed] == ["1"] and found.same == 1


@pytest.mark.parametrize(
    ("old", "new", "direction"),
    [
        ((100, 200), (100, 300), "harsher"),
        ((100, 200), (50, 200), "milder"),
        ((100, 200), (50, 300), "mixed"),
        ((100, 200), (100, None), "harsher"),  # an open upper end is the highest there is
        ((None, 200), (10, 200), "harsher"),
        ((100, 200), (100, 200), None),
    ],
)
def test_direction_of_a_range(
    old: tuple[int | None, int | None], new: tuple[int | None, int | None], direction: str | None
) -> None:
    found = compare(table(item("a", "甲", tier("轻", *old))), table(item("a", "甲", tier("轻", *new))))
    told = [change.direction for each in found.changed for change in each.changes]
    assert told == ([direction] if direction else [])


def test_an_end_that_no_longer_includes_its_number_is_a_change() -> None:
    old, new = (
        table(item("a", "甲", Tier("轻", "lighter", (), (Branch("fine", upper=Bound(Decimal(9), inclusive)),))))
        for inclusive in (True, False)
    )
    ((change,),) = [each.changes for each in compare(old, new).changed]
    assert change.direction == "milder" and "不足9元" in change.words[0]


def test_a_moved_threshold_is_one_change() -> None:
    old, new = (table(item("a", "甲", tier("轻", 1, 2, condition=f"goods_value < {edge}"))) for edge in (10000, 5000))
    ((change,),) = [each.changes for each in compare(old, new).changed]
    assert change.kind == "branch" and "10000" in change.words[0] and "5000" in change.words[1]


def test_tiers_conditions_and_other_sanctions() -> None:
    kept, dropped = TierCondition("首次违法的", "has(first_offence)"), TierCondition("配合调查的", "has(cooperated)")
    old = table(item("a", "甲", tier("轻", 1, 2, kept, dropped)))
    closing = Branch("close")
    new_tier = replace(tier("轻", 1, 2, kept), branches=(*tier("轻", 1, 2).branches, closing))
    new = table(item("a", "甲", new_tier, replace(tier("重", 5, 9), effect="heavier")))
    ((first, second, third),) = [each.changes for each in compare(old, new).changed]
    assert (first.kind, second.kind, third.kind) == ("sanctions", "condition-removed", "tier-added")
    assert "责令关闭" in first.words[0] and "配合调查" in second.words[0] and "“重”" in third.words[0]


def test_scorings_tell_weights_factors_and_formula() -> None:
    time = Factor("持续时间", (Option("3个月以下", Decimal(0)), Option("3个月以上", Decimal("0.03"))))
    more = Factor("持续时间", (Option("3个月以下", Decimal(0)), Option("3个月以上", Decimal("0.05"))))
    place = Factor("区域", (Option("保护区", Decimal("0.1")),))
    old = Scoring((time,), cap=Decimal(1), amount=Decimal(1000000))
    new = replace(old, factors=(more, place), amount=Decimal(200000))
    tables = [table(item("a", "甲", scorings=(each,))) for each in (old, new)]
    changes = compare(*tables).changed[0].changes
    assert [(change.kind, change.direction) for change in changes] == [
        ("amount", "milder"),
        ("weight", "harsher"),
        ("factor-added", None),
    ]
    assert "3% → 5%" in changes[1].words[0] and "区域（保护区 10%）" in changes[2].words[0]


def test_every_sentence_exists_in_both_languages() -> None:
    names = ("transport-yanbian-2022.yaml", "transport-yanbian-2023.yaml", "product-jilin-2019.yaml")
    for old, new in zip(names, (names[1], names[0], "product-jilin-2022.yaml"), strict=True):
        for each in compare(sample(old), sample(new)).changed:
            assert all(all(change.words) for change in each.changes)


def test_command_prints_sentences_and_json() -> None:
    files = [str(HOME / f"food-yanbian-{year}.yaml") for year in (2022, 2024)]
    shown = CliRunner().invoke(app, ["benchmarks", "diff", *files])
    assert shown.exit_code == 0 and "删除2，修改" in shown.stdout and "62000元以下" in shown.stdout
    english = CliRunner().invoke(app, ["benchmarks", "diff", *files, "--lang", "en"])
    assert "milder" in english.stdout
    told = json.loads(CliRunner().invoke(app, ["benchmarks", "diff", *files, "--json"]).stdout)
    assert (told["milder"], told["harsher"]) == (27, 0) and len(told["removed"]) == 2


def test_command_refuses_a_file_that_is_not_there(tmp_path: Path) -> None:
    known = str(HOME / "food-yanbian-2022.yaml")
    assert CliRunner().invoke(app, ["benchmarks", "diff", known, str(tmp_path / "no.yaml")]).exit_code == 2
