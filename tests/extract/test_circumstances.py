"""Which words of a decision the rules take for a circumstance, and which only look like one."""

from __future__ import annotations

import pytest

from tests.extract.decided import decided

TOLD = [
    ("鉴于当事人取水时间短，取水量不大，从轻处罚。", {"short_duration", "small_amount"}),
    ("鉴于涉案货值金额极小，从轻处罚。", {"small_amount"}),
    ("鉴于弃渣量较大，从重处罚。", {"large_amount"}),
    ("鉴于违法行为持续时间长，从重处罚。", {"long_duration"}),
    ("鉴于当事人两年内未因特种设备违法受处罚，从轻处罚。", {"first_offence"}),
    ("鉴于当事人系未成年人，从轻处罚。", {"aged_14_to_18"}),
    ("当事人对上述事实供认不讳，从轻处罚。", {"cooperated"}),
    ("该行屡查屡犯，从重处罚。", {"repeat_offence"}),
]
UNTOLD = [
    "执法人员当场责令改正并出具告诫书。",
    "系案发后被动停止，不予从轻。",
    "当事人接纳未成年人，违反了《某某条例》第二十三条。",
    "所接纳者中有不满14周岁的儿童，行为已经查实。",
    "当事人：好又来烟酒店\t经营者：杜某侠",
    "该店发送的时间短信已经调取在案。",
]


@pytest.mark.parametrize(("sentence", "kinds"), TOLD)
def test_the_rules_find(sentence: str, kinds: set[str]) -> None:
    assert {each.kind for each in decided(sentence).circumstances} == kinds


@pytest.mark.parametrize("sentence", UNTOLD)
def test_words_that_only_look_like_a_circumstance(sentence: str) -> None:
    assert decided(sentence).circumstances == ()
