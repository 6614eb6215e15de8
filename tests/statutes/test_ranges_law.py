"""What reading the laws by hand brought to light, each in an invented short sentence; and the measure itself."""

from __future__ import annotations

import pytest

from checker.statutes import parse_ranges
from checker.statutes.conditions import parse
from tests.bench.ranges import LAWS, SETS, sentences, sets_a_fine, verdict
from tests.statutes.test_ranges_odd import fines

FOUND_BY_HAND = [
    # 可以 in the segment before governs both
    ("主管部门可以根据不同情节，给予警告或者处以罚款", ["may .. #1"]),
    ("还可以根据情形对经理或者其他直接责任人员，处二万元罚款", ["may 20000..20000 person"]),
    # words that describe the violation are no condition
    (
        "食品经营者在经营中造成严重浪费的，责令改正，拒不改正的，处一万元罚款",
        ["must 10000..10000 if has(refused_correction)"],
    ),
    ("由于用户的故意，物品不合规定的，不予收寄，处一万元罚款", ["must 10000..10000"]),
    # whom the fine is for
    ("对负责人给以处分，由主管部门处一万元罚款", ["must 10000..10000"]),
    (
        "对船舶负责人处五百元罚款；情节严重的，处一千元罚款",
        ["must 500..500 person", "must 1000..1000 person if severe"],
    ),
    ("对直接负责的董事和其他直接责任人员，处以一万元罚款", ["must 10000..10000 person"]),
    (
        "对直销企业，由主管部门处三万元罚款；情节严重的，处五万元罚款",
        ["must 30000..30000", "must 50000..50000 if severe"],
    ),
    ("处一万元罚款；对农户，并处一千元罚款", ["must 10000..10000", 'must 1000..1000 if text("农户")']),
    (
        "个人擅自举办的，没收违法所得；违法所得五万元以上的，处违法所得一倍罚款",
        ['must 1..1 illegal_gains if illegal_gains >= 50000 and respondent_kind == "citizen"'],
    ),
    # bases
    ("可处最高不超过所涉及外债金额3%的罚款", ["may 0..0.03 所涉及外债金额"]),
    ("处最高应价百分之十以下的罚款", ["must 0..0.1 最高应价"]),
    ("部门可以按照前款罚款数额的二倍以上五倍以下对负有责任的单位处以罚款", ["may 2..5 前款罚款数额"]),
    ("处单位罚款数额5%以上10%以下的罚款", ["must 0.05..0.1 单位罚款数额"]),
    ("处代为处置费用一倍罚款", ["must 1..1 代为处置费用"]),
    ("并处违法经营额1倍以下或者违法所得3倍以下的罚款", ["must 0..1 turnover #1", "must 0..3 illegal_gains #1"]),
    # conditions inside a clause
    (
        "拒不改正的，处价值一倍罚款，没有产品或者价值不足十万元的，处十万元罚款",
        [
            "must 1..1 价值 if has(refused_correction)",
            'must 100000..100000 if has(refused_correction) and text("没有产品或者价值不足十万元")',
        ],
    ),
    (
        "没有违法所得的，处五万元罚款，情节较重的处八万元罚款",
        ["must 50000..50000 if illegal_gains == 0", 'must 80000..80000 if illegal_gains == 0 and text("情节较重")'],
    ),
    (
        "责令改正，有违法所得的，没收违法所得，并处一万元罚款；拒不改正的，处五万元罚款",
        ["must 10000..10000", "must 50000..50000 if has(refused_correction)"],
    ),
    ("有违法所得的，没收违法所得，并处一万元罚款", ["must 10000..10000 if illegal_gains > 0"]),
    (
        "对造成一般事故的，按照损失的百分之二十计算罚款；对造成重大事故的，按照损失的百分之三十计算罚款",
        ['must 0.2..0.2 损失 if text("造成一般事故")', "must 0.3..0.3 损失 if has(serious_result)"],
    ),
    (
        "有前款第一项行为之一，处一万元罚款；有前款第(二)、(三)项行为，处二万元罚款",
        ['must 10000..10000 if text("有前款第一项行为之一")', 'must 20000..20000 if text("有前款第(二)、(三)项行为")'],
    ),
    # sizes away from their fine
    ("按照受侵害的劳动者每人100元以上500元以下的标准计算，处以罚款", ["must 100..500 per_person"]),
    ("依照某法第九条的规定处以罚款的，罚款额为占用土地每平方米100元以下", ["must 0..100 per_square_metre"]),
    ("依照某法第九条的规定处以罚款的，按照5000元以下的标准执行", ["must 0..5000"]),
    ("依照某法第九条的规定处以罚款的，按下列规定执行", ["!reference"]),
    (
        "规定的罚款数额，对单位为1万元以下，对个人为500元以下",
        ['must 0..10000 if respondent_kind != "citizen"', 'must 0..500 if respondent_kind == "citizen"'],
    ),
    ("处1万元以上，5万元以下的罚款", ["must 10000..50000"]),
    ("对授课人员，由主管部门处5万元以下的罚款，是培训员的，撤销资格", ["must 0..50000"]),
    ("并处5万元以上10万以下的罚款", ["must 50000..100000"]),
    # two numbers for one fine: nothing half right
    ("处每非法居留一日五百元，总额不超过一万元的罚款", ["!size"]),
    ("处税款一倍的罚款，但罚款不得低于二千元", ["!size"]),
    ("处以票面金额5%但不低于1000元的罚款", ["!size"]),
    ("并视情节处以下列罚款", ["!reference"]),
    ("依照本规定第六条规定的标准加一倍罚款", ["!reference"]),
    # ends that the statute sets
    ("处顶格罚款", ["must 1..1 法定最高额"]),
    ("按最低限处罚", ["must 1..1 法定最低额"]),
    ("处法定幅度的30%以下罚款", ["must 0..0.3 法定幅度"]),
    ("罚款：1万元以上3万元以下", ["must 10000..30000"]),
    # only spoken of
    ("对公民处一万元以上罚款的，应当告知有权要求听证", []),
    ("对违法行为人予以警告、二百元以下罚款，可以当场作出处罚决定", []),
    ("行政机关作出罚款决定的，应当出具罚款收据", []),
]


@pytest.mark.parametrize(("text", "expected"), FOUND_BY_HAND, ids=[text[:24] for text, _ in FOUND_BY_HAND])
def test_what_reading_by_hand_found(text: str, expected: list[str]) -> None:
    assert fines(text) == expected


def test_a_paragraph_of_the_same_text_is_looked_up() -> None:
    text = "第三十条 甲的，处一万元罚款。\n乙的，处二万元罚款。\n丙的，依照本条第一款的规定处罚。"
    assert fines(text)[-1] == 'must 10000..10000 if text("丙")'


def test_items_answer_a_lead_that_points_to_them() -> None:
    text = "依照下列规定处以罚款：\n（一）发生一般事故的，处三十万元罚款；\n（二）情节严重的，处一百万元罚款。"
    assert fines(text) == ['must 300000..300000 if text("发生一般事故")', "must 1000000..1000000 if severe"]


def test_a_pointer_to_items_stays_open_without_them() -> None:
    assert fines("依照下列规定处以罚款；对主管人员处一万元罚款") == ["must 10000..10000 person", "!reference"]


def test_alternatives_taken_over_stay_alternatives() -> None:
    text = "甲的，处警告或者二百元以下罚款。\n乙的，依照前款规定处罚。"
    told = [(each.sanction, each.choice, each.condition) for each in parse_ranges(text).branches]
    assert told[2:] == [("warning", 2, 'text("乙")'), ("fine", 2, 'text("乙")')]


def test_below_excludes_in_conditions_as_well() -> None:
    text = "货值金额一万元以下的，处三万元以下罚款"
    assert fines(text) == ["must 0..30000 if goods_value <= 10000"]
    assert fines(text, below_excludes=True) == ["must 0..30000x if goods_value < 10000"]


@pytest.mark.parametrize("stray", ["\x00", "\x1f", "\ud800", '"', "\\", "\u2028", "\r"])
def test_a_condition_in_words_is_an_expression_whatever_stands_in_it(stray: str) -> None:
    (_, branch) = parse_ranges(f"处一万元罚款；拖延{stray}不报的，处二万元罚款").branches
    assert branch.condition == 'text("拖延不报")' and parse(branch.condition)


def test_other_sanctions_keep_their_place() -> None:
    reading = parse_ranges("没收违法所得，并处一万元罚款，可以责令停业整顿；情节严重的，吊销许可证，或者通报批评")
    told = [(each.sanction, each.obligation, each.condition, each.choice) for each in reading.branches]
    assert told == [
        ("confiscate_gains", "must", None, 0),
        ("fine", "must", None, 0),
        ("stop_production", "may", None, 0),
        ("revoke_licence", "must", "severe", 1),
        ("criticism", "must", "severe", 1),
    ]


def test_the_set_leaves_out_what_only_speaks_of_fines() -> None:
    assert not sets_a_fine("当事人应当自收到决定书之日起十五日内缴纳罚款")
    assert not sets_a_fine("处五百元以下罚款的，可以当场作出处罚决定")
    assert sets_a_fine("逾期不改正的，处五百元以下罚款") and SETS.search("并处罚款")


@pytest.mark.skipif(not LAWS.is_dir(), reason="the official law texts (../shared/data) are not on this machine")
def test_the_laws_are_read() -> None:
    found = [verdict(text, parse_ranges(text)) for text in sentences(LAWS)]
    own = [each for each in found if each != "reference"]
    assert len(found) > 1900 and "silent" not in found
    assert own.count("read") / len(own) >= 0.99
