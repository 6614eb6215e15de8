"""Charge files: the shipped sets hold, mistakes are refused by file and field."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from checker.errors import DataFileError
from models.data.charge_sets import HOME, charges, charges_from
from tests.models.charging import ENTRY, TABLE, written


@pytest.mark.parametrize(
    ("split", "count", "tables", "nothing", "doubted"), [("train", 328, 21, 56, 19), ("test", 156, 8, 22, 5)]
)
def test_the_shipped_sets_are_whole(split: str, count: int, tables: int, nothing: int, doubted: int) -> None:
    made = charges(split)
    assert len(made) == count and len({each.table for each in made}) == tables
    assert sum(each.due is None for each in made) == nothing and sum(not each.sure for each in made) == doubted
    told = f"| {split} | {'w13' if split == 'train' else 'w14'} | {tables} | {count} | {nothing} | {doubted} |"
    assert told in (HOME / "README.md").read_text(encoding="utf-8")


def test_train_and_test_share_neither_tables_nor_charges() -> None:
    train, test = charges("train"), charges("test")
    assert not {each.table for each in train} & {each.table for each in test}
    assert not {each.charge.facts for each in train} & {each.charge.facts for each in test}


def test_a_charge_becomes_what_the_ranking_sees(tmp_path: Path) -> None:
    (made,) = charges_from([written(tmp_path)])
    assert made.due == 0 and [item.id for item in made.items] == ["a", "b"]
    assert made.charge.basis[0].law == "中华人民共和国食品安全法" and made.charge.characterised == ""
    (nothing,) = charges_from([written(tmp_path, {**ENTRY, "item": None})])
    assert nothing.due is None


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"item": "c"}, "t-1: item: 'c' is not in some"),
        ({"table": "other"}, "t-1: table: 'other' is no table"),
        ({"facts": ""}, "0.facts"),
        ({"facts": None}, "0.facts"),
        ({"sure": "perhaps"}, "0.sure"),
        ({"basis": [{"law": "食品安全法", "article": "第一百二十四条"}]}, "0.basis.0.article"),
        ({"basis": [{"law": "食品安全法", "article": 0}]}, "0.basis.0.article"),
        ({"basis": [{"article": 124}]}, "0.basis.0.law"),
        ({"violated": [{"law": "食品安全法", "clause": 1}]}, "0.violated.0.clause"),
        ({"fact": "x"}, "0.fact"),
    ],
)
def test_mistakes_are_refused_with_file_and_field(tmp_path: Path, change: dict[str, Any], told: str) -> None:
    with pytest.raises(DataFileError) as refused:
        charges_from([written(tmp_path, {**ENTRY, **change})])
    assert "charges.yaml" in str(refused.value) and told in str(refused.value)


def test_a_name_that_stands_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match=r"charges\.yaml: t-1: stands twice"):
        charges_from([written(tmp_path, ENTRY, ENTRY)])
    with pytest.raises(DataFileError, match=r"some\.yaml: a: stands twice"):
        charges_from([written(tmp_path, table=[TABLE[0], TABLE[0]])])


@pytest.mark.parametrize("change", [{"basis": []}, {"violation": ""}, {"tiers": []}])
def test_a_table_that_is_none_is_refused(tmp_path: Path, change: dict[str, Any]) -> None:
    with pytest.raises(DataFileError, match=rf"some\.yaml:\d+: 0\.{next(iter(change))}"):
        charges_from([written(tmp_path, table=[{**TABLE[0], **change}])])


def test_what_is_no_list_or_no_yaml_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path)
    for text in ("id: t-1", "- [", "just words"):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(DataFileError, match=r"charges\.yaml"):
            charges_from([path])
    with pytest.raises(DataFileError, match="cannot be opened"):
        charges_from([tmp_path / "none.yaml"])
