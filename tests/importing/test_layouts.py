"""Layouts that offices publish, each invented here before the code: what the columns mean decides, not their place."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.importing.making import FORMATS, Table, imported

BASIS = "《食品安全法》第一百二十四条第一款第五项"
PLAIN: Table = [
    ["序号", "违法行为", "违反条款", "处罚依据", "裁量阶次", "适用情形", "裁量幅度"],
    [
        ("1", 3, 1),
        ("经营超过保质期的食品", 3, 1),
        ("《食品安全法》第三十四条第十项", 3, 1),
        (BASIS, 3, 1),
        "从轻",
        "货值金额不足五百元，且积极配合调查的",
        "处5万元以上6.5万元以下罚款",
    ],
    ["一般", "货值金额五百元以上不足三千元的", "处6.5万元以上8.5万元以下罚款"],
    ["从重", "有下列情形之一的：1.货值金额三千元以上；2.二年内因同类行为受过处罚", "处8.5万元以上10万元以下罚款"],
    [
        "2",
        "未查验供货者许可证",
        "食品安全法第五十三条",
        "《食品安全法》第一百二十六条第一款第三项",
        "一般",
        "拒不改正的",
        "处五千元以上五万元以下罚款",
    ],
]


def fines(item: dict[str, Any]) -> list[tuple[str, str, Decimal, Decimal]]:
    """(tier, effect, lower, upper) of an item's fines in yuan or multiples."""
    return [
        (tier["name"], tier["effect"], Decimal(str(branch["lower"])), Decimal(str(branch["upper"])))
        for tier in item["tiers"]
        for branch in tier["branches"]
        if branch["sanction"] == "fine"
    ]


@pytest.mark.parametrize("kind", FORMATS)
def test_one_table_reads_the_same_in_every_format(kind: str) -> None:
    made = imported(PLAIN, kind)
    assert [item["id"] for item in made.items] == ["1", "2"]
    first = made.items[0]
    assert first["basis"] == ["食品安全法 124 1 5"] and first["violated"] == ["食品安全法 34 1 10"]
    assert fines(first) == [
        ("从轻", "lighter", 50000, 65000),
        ("一般", "ordinary", 65000, 85000),
        ("从重", "heavier", 85000, 100000),
    ]
    whens = [[each.get("when") for each in tier["conditions"]] for tier in first["tiers"]]
    assert whens == [
        ["goods_value < 500 and has(cooperated)"],
        ["goods_value >= 500 and goods_value < 3000"],
        ["goods_value >= 3000", "has(repeat_offence)"],
    ]
    assert made.rows_read == made.rows_used + made.rows_listed == 5


def test_columns_in_any_order_with_other_names() -> None:
    made = imported(
        [
            ["处罚标准", "情节和后果", "违法程度", "罚则", "违法事项名称"],
            ["罚款2000元以下", "初次违法", "轻微", BASIS, ("无照经营", 2, 1)],
            ["罚款2000元以上5000元以下", "再次违法被查处", "严重", BASIS],
        ]
    )
    assert len(made.items) == 1 and made.items[0]["violation"] == "无照经营"
    assert fines(made.items[0]) == [("轻微", "lighter", 0, 2000), ("严重", "heavier", 2000, 5000)]


def test_two_header_lines_name_the_columns_together() -> None:
    made = imported(
        [
            [("序号", 2, 1), ("违法行为", 2, 1), ("处罚依据", 2, 1), ("裁量标准", 1, 3)],
            ["违法程度", "违法情节", "处罚幅度"],
            ["1", "销售劣质种子", BASIS, "较轻", "货值金额不足1万元", "处2万元以上4万元以下罚款"],
        ]
    )
    assert fines(made.items[0]) == [("较轻", "lighter", 20000, 40000)]
    assert made.items[0]["tiers"][0]["conditions"][0]["when"] == "goods_value < 10000"


def test_degrees_stand_across_the_head() -> None:
    made = imported(
        [
            ["违法行为", "法律依据", "轻微", "一般", "严重"],
            [
                "占道经营",
                BASIS,
                "面积不足3平方米的，处500元以下罚款",
                "面积3平方米以上10平方米以下的，处500元以上2000元以下罚款",
                "面积10平方米以上的，处2000元以上5000元以下罚款",
            ],
        ]
    )
    assert [(name, effect, high) for name, effect, _, high in fines(made.items[0])] == [
        ("轻微", "lighter", 500),
        ("一般", "ordinary", 2000),
        ("严重", "heavier", 5000),
    ]
    assert made.items[0]["tiers"][0]["conditions"][0]["when"] == "count.area < 3"


def test_tiers_numbered_inside_one_cell() -> None:
    made = imported(
        [
            ["违法行为", "处罚依据", "处罚裁量标准"],
            [
                "未戴安全帽",
                BASIS,
                "1.情节轻微的，处警告；2.情节一般的，处1000元以上3000元以下罚款；3.情节严重的，处3000元以上1万元以下罚款。",
            ],
        ]
    )
    assert [tier["effect"] for tier in made.items[0]["tiers"]] == ["lighter", "ordinary", "heavier"]
    assert fines(made.items[0])[-1][2:] == (3000, 10000)


def test_unknown_columns_between_violation_and_range_are_conditions_by_their_heading() -> None:
    made = imported(
        [
            ["违法行为", "处罚依据", "所在区域", "违法行为持续时间", "罚款"],
            [("擅自排污", 2, 1), (BASIS, 2, 1), ("一般区域", 2, 1), "3个月以下", "2万元以上5万元以下"],
            ["3个月以上", "5万元以上8万元以下"],
        ]
    )
    tiers = made.items[0]["tiers"]
    assert [tier["name"] for tier in tiers] == ["一般区域，3个月以下", "一般区域，3个月以上"]
    assert "when" not in tiers[0]["conditions"][0]  # 一般区域 is not understood, so nobody may say that it holds
    assert len(made.open_conditions) == 2


def test_a_form_with_labels_above_its_columns() -> None:
    made = imported(
        [
            [("违反条款", 1, 1), ("《产品质量法》第三十九条", 1, 3)],
            [("处罚依据", 1, 1), ("《产品质量法》第五十条 在产品中掺杂、掺假的，处…罚款", 1, 3)],
            ["违法行为", "裁量要素", "违法程度", "裁量权重"],
            [("裁量起点", 1, 3), "20%"],
            [("掺杂掺假", 4, 1), ("持续时间", 2, 1), "3个月以下", "0%"],
            ["3个月以上", "40%"],
            [("配合调查情况", 2, 1), "配合调查", "0%"],
            ["不配合调查", "40%"],
            [("备注", 1, 1), ("罚款金额＝裁量百分值总和×货值金额×3倍。裁量百分值总和不足30%的，按30%计算。", 1, 3)],
        ]
    )
    item = made.items[0]
    assert item["basis"] == ["产品质量法 50"] and item["violation"] == "掺杂掺假"
    scoring = item["scorings"][0]
    assert {key: scoring[key] for key in ("start", "amount", "base", "floor")} == {
        "start": "0.2",
        "amount": 3,
        "base": "goods_value",
        "floor": "0.3",
    }
    assert [len(factor["options"]) for factor in scoring["factors"]] == [2, 2]
    assert made.factors == 2


def test_two_columns_of_weights_are_two_scorings_with_formulas_of_their_own() -> None:
    made = imported(
        [
            [("处罚依据", 1, 1), (BASIS, 1, 4)],
            ["违法行为", "裁量因素", "违法程度", ("裁量权重", 1, 2)],
            [("擅自开工", 6, 1), ("裁量起点", 2, 2), "限期内改正", "逾期未改正"],
            ["25%", "20%"],
            [("规模", 2, 1), "小", ("0%", 1, 2)],
            ["大", ("50%", 1, 2)],
            [("次数", 2, 1), "1次", ("0%", 1, 2)],
            ["2次以上", "25%", "30%"],
            [
                ("备注", 1, 1),
                (
                    "（1）限期内改正的罚款金额=限期内改正的裁量百分值总和×20万；（2）逾期未改正的罚款金额=逾期未改正的裁量百分值总和×100万。"
                    "2.限期内改正裁量百分值总和超过100%的，按100%计算。",
                    1,
                    4,
                ),
            ],
        ]
    )
    one, two = made.items[0]["scorings"]
    assert (one["amount"], one["start"], one["cap"], one["when"]) == (200000, "0.25", 1, "has(corrected_in_time)")
    assert (two["amount"], two["start"], two.get("cap"), two["when"]) == (
        1000000,
        "0.2",
        None,
        "has(refused_correction)",
    )
    assert [option["weight"] for option in two["factors"][1]["options"]] == [0, "0.3"]


def test_a_list_of_acts_that_go_unpunished() -> None:
    made = imported(
        [
            ["序号", "违法行为", "违反条款", "不予处罚的情形"],
            [
                "1",
                "未明码标价",
                "《价格法》第十三条第一款",
                "同时满足下列情形：（1）首次违法；（2）及时改正，危害后果轻微。",
            ],
        ]
    )
    tier = made.items[0]["tiers"][0]
    assert tier["effect"] == "none" and "branches" not in tier
    assert tier["conditions"][0]["when"] == "has(first_offence) and has(corrected_in_time) and has(minor_harm)"


def test_a_column_for_persons_is_theirs() -> None:
    made = imported(
        [
            ["违法行为", "处罚依据", "情形", "对单位罚款", "对直接负责的主管人员罚款"],
            ["出具虚假报告", BASIS, "出具一份", "50万元以上60万元以下", "5万元以上12万元以下"],
        ]
    )
    subjects = [branch.get("subject", "respondent") for branch in made.items[0]["tiers"][0]["branches"]]
    assert subjects == ["respondent", "responsible_person"]


def test_below_may_exclude_its_number() -> None:
    table: Table = [["违法行为", "处罚依据", "持续时间", "罚款"], ["甲", BASIS, "3个月以下", "1万元以上3万元以下"]]
    branch = imported(table, below_excludes="true").items[0]["tiers"][0]["branches"][0]
    assert branch["upper_inclusive"] is False
    assert "upper_inclusive" not in imported(table).items[0]["tiers"][0]["branches"][0]


def test_columns_can_be_told() -> None:
    table: Table = [["甲", "乙", "丙", "丁"], ["无证经营", BASIS, "初次违法", "罚款1000元以下"]]
    assert not imported(table).items
    made = imported(table, columns="violation,basis,condition,range")
    assert made.items[0]["violation"] == "无证经营"
    assert [each.where for each in made.unparsed] == ["table 1, row 1"]  # the strange header itself is listed
