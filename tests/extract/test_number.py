"""Document numbers as agencies write them, and numbers that belong to other papers."""

from __future__ import annotations

import pytest

from checker.extract.number import read_number
from checker.extract.paper import Paper
from tests.making import clean

OWN = [
    ("浏市监罚〔2024〕特-018号\n\n行政处罚决定书", "浏市监罚〔2024〕特-018号"),
    ("行政处罚决定书（甲市监罚〔2022〕3-41号）\n案由：某某", "甲市监罚〔2022〕3-41号"),
    ("当场行政处罚决定书\n（丙）市监简罚〔2022〕谭坊37号", "（丙）市监简罚〔2022〕谭坊37号"),
    ("决定书文号：甲城综执罚字（2023）第 05-112 号", "甲城综执罚字（2023）第05-112号"),
    ("甲公（河）行罚决字〔2023〕1234号", "甲公（河）行罚决字〔2023〕1234号"),
    ("乙卫医罚〔2023〕A007号", "乙卫医罚〔2023〕A007号"),
    ("文号｜丁环罚字〔2022〕第118号", "丁环罚字〔2022〕第118号"),
    ("某委员会行政处罚决定书〔2023〕5号", "〔2023〕5号"),
    ("行政处罚决定书\n\n〔2023〕5号", "〔2023〕5号"),
    ("行政处罚决定书\n通07环罚字〔2023〕112号", "通07环罚字〔2023〕112号"),
    ("行政处罚决定书\n佛环0605罚〔2023〕38号", "佛环0605罚〔2023〕38号"),
    ("行政处罚决定书\n第2523010417号", "第2523010417号"),
    ("当场处罚决定书\n编号：4401132300012345", "4401132300012345"),
    ("行政处罚决定书\n吴水罚〔2021〕第〇九号", "吴水罚〔2021〕第〇九号"),
    ("行政处罚决定书\n吴水罚〔2021〕二十三号", "吴水罚〔2021〕二十三号"),
    ("海事行政处罚决定书\n海事罚字〔2023〕150301004216", "海事罚字〔2023〕150301004216"),
    ("甲乙市生态环境局丙分局  豫甲环丙罚〔2021〕11号", "豫甲环丙罚〔2021〕11号"),
    ("甲县综合行政执法大队 甲综执罚决字〔2022〕4号", "甲综执罚决字〔2022〕4号"),
    ("甲市城管局罚字〔2022〕4号", "甲市城管局罚字〔2022〕4号"),
]
OTHERS = [
    "根据《关于印发裁量基准的通知》（某市监法字〔2022〕33号）",
    "行政处罚决定书\n我局收到某市监移字〔2023〕5号移送函",
    "行政处罚决定书\n送达某市监罚告〔2023〕5号告知书",
    "行政处罚决定书\n编号：见附件",
    "行政处罚决定书\n合同第2523010417号",
]


@pytest.mark.parametrize(("text", "number"), OWN)
def test_the_number_as_written(text: str, number: str) -> None:
    read = read_number(Paper.of(clean(f"{text}\n当事人：某某公司\n")))
    assert read is not None and read.value == number
    assert "".join(span.quote for span in read.evidence).replace(" ", "") == number


@pytest.mark.parametrize("text", OTHERS)
def test_the_number_of_another_paper_is_not_the_decisions(text: str) -> None:
    assert read_number(Paper.of(clean(f"{text}\n当事人：某某公司\n"))) is None
