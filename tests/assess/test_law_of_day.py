"""The law of the day of the act, unless that of the decision is milder (art. 37 of the Administrative Penalty Law)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checker.assess import AssessSettings, assess
from checker.extract import extract
from checker.statutes import StatuteBook
from tests.making import clean

TEXT = (
    "延吉市交通运输局\n行政处罚决定书\n延市交罚决字〔2023〕第0451号\n当事人：延吉市双鹤搬家服务部（个体工商户）\n"
    "2023年7月11日，当事人未取得道路运输经营许可承揽货物运输，违法所得650元。\n"
    "依据《中华人民共和国道路运输条例》第六十三条第一项，决定罚款4000元。\n"
    "自收到本决定书之日起十五日内缴纳。\n延吉市交通运输局\n2023年{day}"
)


@pytest.mark.parametrize(
    ("day", "lenient", "ceiling"),
    [("9月18日", True, 10000), ("9月18日", False, 100000), ("7月18日", True, 100000)],
)
def test_the_milder_law(day: str, lenient: bool, ceiling: int) -> None:
    text = clean(TEXT.format(day=day))
    case = assess(text, extract(text), StatuteBook.load(), (), AssessSettings(lenient_at_decision=lenient))
    (found,) = case.assessments
    assert found.statutory.range is not None and found.statutory.range.upper is not None
    assert found.statutory.range.upper.value == Decimal(ceiling)
