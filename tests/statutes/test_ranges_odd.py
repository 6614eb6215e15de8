"""Odd ways to write a fine, each with the reading that a person gave it; written before the grammar was."""

from __future__ import annotations

import pytest

from checker.records.ranges import Bound, Branch
from checker.statutes import parse_ranges


def shown(branch: Branch) -> str:
    """A fine on one line: must 5000..50000 base unit person #choice atleast if condition."""
    words = [branch.obligation, f"{_end(branch.lower)}..{_end(branch.upper)}"]
    words += [branch.base] if branch.base != "yuan" else []
    words += [branch.unit] if branch.unit != "total" else []
    words += ["person"] if branch.subject != "respondent" else []
    words += [f"#{branch.choice}"] if branch.choice else []
    words += [f"atleast {branch.base_at_least:f}"] if branch.base_at_least is not None else []
    words += [f"if {branch.condition}"] if branch.condition else []
    return " ".join(words)


def _end(bound: Bound | None) -> str:
    return "" if bound is None else f"{bound.value.normalize():f}" + ("" if bound.inclusive else "x")


def fines(text: str, *, below_excludes: bool = False) -> list[str]:
    """The fines of a text as lines, then the reasons of what was left over."""
    reading = parse_ranges(text, below_excludes=below_excludes)
    found = [shown(branch) for branch in reading.branches if branch.sanction == "fine"]
    return found + [f"!{each.reason}" for each in reading.unparsed]


SIZES = [
    ("处5000元罚款", ["must 5000..5000"]),
    ("处５０００元罚款", ["must 5000..5000"]),
    ("处5,000元罚款", ["must 5000..5000"]),
    ("处以伍仟元罚款", ["must 5000..5000"]),
    ("处贰万元以上伍万元以下罚款", ["must 20000..50000"]),
    ("处两万五千元罚款", ["must 25000..25000"]),
    ("处1.5万元以下罚款", ["must 0..15000"]),
    ("处 １ 万元以上 ３ 万元以下罚款", ["must 10000..30000"]),
    ("处三至五万元罚款", ["must 30000..50000"]),
    ("处3—5万元的罚款", ["must 30000..50000"]),
    ("处3万～5万元的罚款", ["must 30000..50000"]),
    ("处30000-50000元罚款", ["must 30000..50000"]),
    ("处二百元以上、一千元以下的罚款", ["must 200..1000"]),
    ("处一万元(不含)以上三万元以下罚款", ["must 10000x..30000"]),
    ("处1万元以上3万元以下（不含本数）罚款", ["must 10000..30000x"]),
    ("处1万元以上3万元（含）以下罚款", ["must 10000..30000"]),
    ("处一万元以上不足三万元的罚款", ["must 10000..30000x"]),
    ("处超过一万元不超过三万元的罚款", ["must 10000x..30000"]),
    ("处三万元以下一万元以上罚款", ["must 10000..30000"]),
    ("可以处最高不超过三万元的罚款", ["may 0..30000"]),
    ("处不超过三万元的罚款", ["must 0..30000"]),
    ("处不低于二千元的罚款", ["must 2000.."]),
    ("处二千元以上的罚款", ["must 2000.."]),
    ("处一亿元以下罚款", ["must 0..100000000"]),
    ("处人民币五万元以下的罚款", ["must 0..50000"]),
    ("罚款五千元以上一万元以下", ["must 5000..10000"]),
    ("处以罚款，罚款数额为五千元以上一万元以下", ["must 5000..10000"]),
    ("对个人的罚款金额，为人民币十万元以下", ['must 0..100000 if respondent_kind == "citizen"']),
    ("1 万元以上 3 万元以下", ["must 10000..30000"]),
    ("18 万以上 20 万元以下", ["must 180000..200000"]),
    ("5 万元", ["must 50000..50000"]),
    ("处5万元以上10万元以下", ["must 50000..100000"]),
    ("警告", []),
    ("不予处罚", []),
    ("", []),
]
BASES = [
    ("处违法所得一倍以下罚款", ["must 0..1 illegal_gains"]),
    ("处违法所得半倍以上一倍以下罚款", ["must 0.5..1 illegal_gains"]),
    ("没收违法所得，并处所收费用 3 倍以上 3.5 倍以下罚款", ["must 3..3.5 所收费用"]),
    ("并处货值金额等值以下的罚款", ["must 0..1 goods_value"]),
    ("并处货值金额等值以上三倍以下的罚款", ["must 1..3 goods_value"]),
    ("处销售金额等额的罚款", ["must 1..1 销售金额"]),
    ("处货值金额百分之五十以上等值以下的罚款", ["must 0.5..1 goods_value"]),
    ("处货值金额百分之五十以上三倍以下的罚款", ["must 0.5..3 goods_value"]),
    ("处骗取金额五分之一以上二分之一以下的罚款", ["must 0.2..0.5 骗取金额"]),
    ("可处应付价款三分之一以下的罚款", ["may 0..0.3333333333333333333333333333 应付价款"]),
    ("处项目总投资额1‰以上5‰以下的罚款", ["must 0.001..0.005 项目总投资额"]),
    ("处合同价款千分之五以上千分之十以下的罚款", ["must 0.005..0.01 contract_price"]),
    ("处上一年度销售额5%-10%的罚款", ["must 0.05..0.1 annual_sales"]),
    ("处违法所得一至三倍的罚款", ["must 1..3 illegal_gains"]),
    ("没收违法所得，并处一倍以上五倍以下的罚款", ["must 1..5 illegal_gains"]),
    ("处三倍以下的罚款", ["!base"]),
    ("并处不缴或者少缴的税款百分之五十以上五倍以下的罚款", ["must 0.5..5 tax"]),
    ("处应缴水土保持补偿费三倍以下的罚款", ["must 0..3 应缴水土保持补偿费"]),
    ("按照事故造成的直接损失的百分之二十计算罚款", ["must 0.2..0.2 事故造成的直接损失"]),
    ("按照原处罚数额按日连续处罚", ["must 1..1 原处罚数额 per_day"]),
    (
        "并处违法经营额一倍以上三倍以下罚款；违法经营额不足五万元的，按五万元计算",
        ["must 1..3 turnover atleast 50000"],
    ),
    (
        "处货值金额五倍罚款；违法生产的物品货值金额不足十万元的，以十万元计",
        ["must 5..5 goods_value atleast 100000"],
    ),
]
UNITS = [
    ("处每平方米十元以上五十元以下罚款", ["must 10..50 per_square_metre"]),
    ("处每立方米100元罚款", ["must 100..100 per_cubic_metre"]),
    ("按照倾倒数量处每吨二百元罚款", ["must 200..200 per_tonne"]),
    ("处每公斤50元罚款", ["must 50..50 per_kilogram"]),
    ("按每人五百元的标准处以罚款", ["must 500..500 per_person"]),
    ("处每株一千元以上一万元以下罚款", ["must 1000..10000 per_tree"]),
    ("每亩处三百元罚款", ["must 300..300 per_mu"]),
    ("每台处一百元罚款", ["must 100..100 per_item"]),
    ("每日处一千元罚款", ["must 1000..1000 per_day"]),
    ("每逾期一日处一千元罚款", ["must 1000..1000 per_day"]),
    ("按日处一百元以下罚款", ["must 0..100 per_day"]),
    ("按次处五百元罚款", ["must 500..500 per_time"]),
    ("处每载运一人五千元罚款", ["must 5000..5000 per_person"]),
    ("每户处二百元以下的罚款", ["must 0..200 per_household"]),
    ("每座坟处二百元以下的罚款", ["must 0..200 per_座坟"]),
    ("按照每雇用一人每月处五千元罚款的标准给予处罚", ["must 5000..5000 per_person_per_month"]),
    (
        "可以并处每件100元或者货值金额1倍以上5倍以下的罚款",
        ["may 100..100 per_item #1", "may 1..5 goods_value #1"],
    ),
]
CONNECTORS = [
    ("可以并处一万元以下罚款", ["may 0..10000"]),
    ("可处一万元以下罚款", ["may 0..10000"]),
    ("可以对直接责任人员处以五千元以下的罚款", ["may 0..5000 person"]),
    ("可以由公安机关处五百元以下罚款", ["may 0..500"]),
    ("给予警告，单处或者并处一万元以下罚款", ["may 0..10000"]),
    ("并处或者单处一万元以下罚款", ["may 0..10000"]),
    ("处警告或者二百元以下罚款", ["must 0..200 #1"]),
    ("处五日以下拘留或者五百元以下罚款", ["must 0..500 #1"]),
    ("给予警告，并处罚款", ["must .."]),
    ("可以并处罚款", ["may .."]),
    ("给予警告或者罚款", ["must .. #1"]),
    ("处违法所得一倍以下的罚款或者五万元以下的罚款", ["must 0..1 illegal_gains #1", "must 0..50000 #1"]),
    (
        "对单位处十万元以上罚款，对其直接负责的主管人员和其他直接责任人员处一万元罚款",
        ['must 100000.. if respondent_kind != "citizen"', "must 10000..10000 person"],
    ),
    (
        "对单位处一万元以下、对个人处五百元以下罚款",
        ['must 0..10000 if respondent_kind != "citizen"', 'must 0..500 if respondent_kind == "citizen"'],
    ),
    (
        "对建设单位处五万元罚款，对监理单位处一万元罚款",
        ['must 50000..50000 if text("建设单位")', 'must 10000..10000 if text("监理单位")'],
    ),
]
CONDITIONS = [
    ("违法所得不足一万元的，处一万元罚款", ["must 10000..10000 if illegal_gains < 10000"]),
    (
        "没有违法所得或者违法所得不足五万元的，并处五万元以上十万元以下罚款",
        ["must 50000..100000 if illegal_gains < 50000"],
    ),
    (
        "货值金额一万元以上不足五万元的，处三万元罚款",
        ["must 30000..30000 if goods_value >= 10000 and goods_value < 50000"],
    ),
    ("货值金额超过一万元的，处三万元罚款", ["must 30000..30000 if goods_value > 10000"]),
    ("没有违法所得的，处三万元以下罚款", ["must 0..30000 if illegal_gains == 0"]),
    (
        "责令限期改正；逾期不改正的，处二千元罚款；情节严重的，处一万元罚款",
        ["must 2000..2000 if has(refused_correction)", "must 10000..10000 if severe"],
    ),
    (
        "责令改正，拒不改正或者情节严重的，处一万元罚款",
        ["must 10000..10000 if has(refused_correction) or severe"],
    ),
    (
        "处二千元罚款；造成重大损失的，处一万元罚款",
        ["must 2000..2000", "must 10000..10000 if has(serious_result)"],
    ),
    (
        "处二千元罚款；构成违反治安管理行为的，处五千元罚款",
        ["must 2000..2000", 'must 5000..5000 if text("构成违反治安管理行为")'],
    ),
    (
        "处二千元罚款；未造成严重后果的，处一千元罚款",
        ["must 2000..2000", 'must 1000..1000 if text("未造成严重后果")'],
    ),
    ("处二千元罚款；情节较重的处五千元罚款", ["must 2000..2000", 'must 5000..5000 if text("情节较重")']),
    (
        "情节严重的，处一万元罚款；情节特别严重的，处五万元罚款",
        ["must 10000..10000 if severe", 'must 50000..50000 if text("情节特别严重")'],
    ),
]
LEFT = [
    ("处一万元以上三万元以下又五千元罚款", ["!size"]),
    ("处应缴税款与滞纳金之和五分之一以上二倍多的罚款", ["!size"]),
    ("处违法所得一倍罚款，但最高不超过三万元", ["!size"]),
    ("依照前款规定处罚", ["!reference"]),
    ("依照本法第九十一条的规定处以罚款", ["!reference"]),
    ("依照下列规定处以罚款", ["!reference"]),
    (
        "甲的，处一万元罚款。\n乙的，依照前款规定处罚。",
        ["must 10000..10000", 'must 10000..10000 if text("乙")'],
    ),
    ("每日按罚款数额的百分之三加处罚款", []),
    ("当事人应当到指定的银行缴纳罚款", []),
    ("对公民处以二百元以下罚款的，可以当场作出行政处罚决定", []),
]
ALL = SIZES + BASES + UNITS + CONNECTORS + CONDITIONS + LEFT


@pytest.mark.parametrize(("text", "expected"), ALL, ids=[text[:24] or "empty" for text, _ in ALL])
def test_odd_ways_to_write_a_fine(text: str, expected: list[str]) -> None:
    assert fines(text) == expected


def test_below_may_exclude_where_the_document_says_so() -> None:
    assert fines("处一万元以上三万元以下罚款", below_excludes=True) == ["must 10000..30000x"]
    assert fines("处一万元以上三万元(含)以下罚款", below_excludes=True) == ["must 10000..30000"]
