"""Respondents, under any label or none, one or several."""

from __future__ import annotations

import pytest

from checker.extract.paper import Paper
from checker.extract.parties import read_parties
from tests.making import clean

FACTS = "\n经查，当事人于2023年实施了某一违法行为，" + "事实经过从略" * 10 + "。"
BLOCKS = [
    (
        "违法行为人蔡某伟，男，1989年出生。\n违法行为人吴某鹏，男，1996年出生。",
        [("蔡某伟", "citizen"), ("吴某鹏", "citizen")],
    ),
    ("当事人一　唐某　男　45岁\n当事人二　李某　女　40岁", [("唐某", "citizen"), ("李某", "citizen")]),
    ("被处罚人：1．才某，男，38岁；2．李某忠，男，45岁。", [("才某", "citizen"), ("李某忠", "citizen")]),
    (
        "被处罚当事人：\n单位名称：甲市某某银行股份有限公司　法定代表人姓名：黎某\n个人姓名：喻某（时任总经理）",
        [("甲市某某银行股份有限公司", "organisation"), ("喻某", "citizen")],
    ),
    ("当事人：☐个人 ☑单位\n单位名称：甲市丙物流有限公司\n地址：甲市丁路5号", [("甲市丙物流有限公司", "organisation")]),
    ("当事人为甲市乙区丙超市，经营者李某。", [("甲市乙区丙超市", "individual_business")]),
    ("当事人：甲市老曾猪肉铺、经营者曾某", [("甲市老曾猪肉铺", "individual_business")]),
    ("被处罚人赵某娃男71岁农民住甲县乙镇", [("赵某娃", "citizen")]),
    ("被处罚人刘**，女，汉族，住址甲市乙区。", [("刘**", "citizen")]),
    ("违法单位（人）：甲市某某酒店管理有限公司，负责人：丁某。", [("甲市某某酒店管理有限公司", "organisation")]),
    ("当事人：甲市民兴大药房（普通合伙）\n执行事务合伙人：黄某", [("甲市民兴大药房（普通合伙）", "organisation")]),
    ("当事人：甲公司\n当事人：石某，男，甲公司法定代表人", [("甲公司", "organisation"), ("石某", "citizen")]),
    ("当事人｜甲市乙有限公司\n法定代表人｜唐某", [("甲市乙有限公司", "organisation")]),
    ("【当事人】甲市乙医院（民办非企业单位）\n【负责人】佟某", [("甲市乙医院", "organisation")]),
    (
        "【当事人】\n（一）甲市乙建工有限公司（以下简称乙公司），法定代表人吴某；\n（二）冯某涛，男，乙公司项目经理。",
        [("甲市乙建工有限公司", "organisation"), ("冯某涛", "citizen")],
    ),
    ("甲市丙果业有限公司：（纳税人识别号：91652801MA77XXXX5C）\n", [("甲市丙果业有限公司", "organisation")]),
    ("甲县小满花店：（纳税人识别号 92532923MA6XXXXX0L）\n", [("甲县小满花店", "individual_business")]),
    ("符某全，男，身份证号：460003************，住甲市乙镇。", [("符某全", "citizen")]),
    ("被处罚人：姜成日，男，1968年生；李玉兰，女，1970年生，系夫妻。", [("姜成日", "citizen"), ("李玉兰", "citizen")]),
    ("当事人：姓名 包某福，性别 男，住甲旗。", [("包某福", "citizen")]),
    ("被处罚人：翟某峰　机动车驾驶证/居民身份证号码：412826********3015", [("翟某峰", "citizen")]),
    ("被处罚人：甲市乙口腔诊所；投资人：尹某；地址：甲市丙路", [("甲市乙口腔诊所", "organisation")]),
    ("本案当事人认为不应处罚。\n被处罚人签名：张某", []),
    ("当事人：□陈述申辩　☑不陈述申辩", []),
]


@pytest.mark.parametrize(("block", "due"), BLOCKS, ids=[block[:16] for block, _ in BLOCKS])
def test_names_and_kinds(block: str, due: list[tuple[str, str]]) -> None:
    found = read_parties(Paper.of(clean(f"某局\n行政处罚决定书\n{block}{FACTS}")))
    assert [(party.name.value, party.kind) for party in found if party.name] == due


def test_code_without_a_label_and_address_over_two_lines() -> None:
    block = "当事人：甲市乙有限公司（91310000MA1FL0AB2C），法定代表人：王某，住所：甲市丙镇长\n兴街7号。"
    (party,) = read_parties(Paper.of(clean(f"某局\n行政处罚决定书\n{block}{FACTS}")))
    assert party.uscc is not None and party.uscc.value == "91310000MA1FL0AB2C"
    assert party.address is not None and party.address.value == "甲市丙镇长兴街7号"


def test_a_line_of_addresses_names_nobody() -> None:
    block = "当事人（一）：甲公司\n当事人（二）：乙公司\n地址：当事人（一）：甲市子路；当事人（二）：甲市丑路"
    found = read_parties(Paper.of(clean(f"某局\n行政处罚决定书\n{block}{FACTS}")))
    assert [party.name.value for party in found if party.name] == ["甲公司", "乙公司"]


def test_who_signs_behind_the_decision_is_nobody_new() -> None:
    text = "某局\n行政处罚决定书\n当事人：甲公司\n经查属实。\n决定如下：\n罚款100元。\n当事人（签名）：仇某\n"
    assert [party.name.value for party in read_parties(Paper.of(clean(text))) if party.name] == ["甲公司"]
