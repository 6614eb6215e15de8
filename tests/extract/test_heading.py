"""Agencies by heading, seal or signature, and their divisions."""

from __future__ import annotations

import pytest

from checker.extract.heading import read_agency, read_region
from checker.extract.paper import Paper
from tests.making import clean

REST = "\n当事人：某某公司\n经查，" + "事实经过从略" * 10 + "。\n决定罚款1000元。\n{signed}2023年5月6日"
AGENCIES = [
    ("甲市地方海事（港航）管理服务中心\n行政处罚决定书", "", "甲市地方海事（港航）管理服务中心", None),
    ("甲县林业和草原局草原行政处罚决定书", "", "甲县林业和草原局", "甲县"),
    ("行政处罚决定书\n（甲市消防救援支队乙区大队印）", "", "甲市消防救援支队乙区大队", None),
    ("行政处罚决定书", "（甲县自然资源和规划局印章）\n", "甲县自然资源和规划局", "甲县"),
    ("乙省甲自治州丙县水务局\n行政处罚决定书", "丙县水务局\n", "丙县水务局", "丙县"),
    ("中国人民银行甲市中心支行行政处罚决定书", "", "中国人民银行甲市中心支行", None),
    ("甲市交通运输综合行政执法队行政处罚决定书", "", "甲市交通运输综合行政执法队", None),
    ("国家税务总局甲市税务局稽查局税务行政处罚决定书", "", "国家税务总局甲市税务局稽查局", None),
    ("当场处罚决定书", "（盖章：甲市乙区市场监督管理局）\n", "甲市乙区市场监督管理局", None),
    ("甲市乙区某某街道办事处\n行政处罚决定书", "", "甲市乙区某某街道办事处", "甲市乙区"),
    ("甲乙市生态环境局丙分局  豫甲环丙罚〔2021〕11号", "", "甲乙市生态环境局丙分局", "甲乙市"),
    ("上海市浦东新区城市管理行政执法局\n行政处罚决定书", "", "上海市浦东新区城市管理行政执法局", "浦东新区"),
]


@pytest.mark.parametrize(("head", "signed", "name", "region"), AGENCIES, ids=[name for _, _, name, _ in AGENCIES])
def test_agency_and_region(head: str, signed: str, name: str, region: str | None) -> None:
    paper = Paper.of(clean(head + REST.format(signed=signed)))
    agency = read_agency(paper)
    assert agency is not None and agency.value == name
    if region is not None:
        found = read_region(paper, agency)
        assert found is not None and found.value == region


def test_a_hotel_is_no_agency() -> None:
    assert read_agency(Paper.of(clean("行政处罚决定书\n" + REST.format(signed="甲市某某酒店\n")))) is None
