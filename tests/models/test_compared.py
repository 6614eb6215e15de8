"""What counts as the same value when readings are held against labels."""

from __future__ import annotations

import pytest

from models.evaluation.fields import compared

CAUSES = [
    ("涉嫌发布虚假广告案", "发布虚假广告", True),
    ("使用“最佳”用语的行为", "使用最佳用语", True),
    ("未按规定备案", "未按规定备", False),
    ("发布虚假广告", "发布违法广告", False),
    ("销售劣药", "使用劣药", False),
]


def _same(field: str, said: object, due: object) -> bool:
    ((_, one, other),) = [each for each in compared({field: {"value": said}}, {field: due}) if each[0] == field]
    return one == other


@pytest.mark.parametrize(("said", "due", "same"), CAUSES)
def test_a_short_name_without_what_surrounds_it(said: str, due: str, same: bool) -> None:
    assert _same("cause", said, due) is same


def test_one_form_of_digits_and_brackets() -> None:
    assert _same("document_number", "甲罚〔2022〕17号", "甲罚［２０２２］１７号")
    assert not _same("document_number", "甲罚〔2022〕17号", "甲罚〔2022〕71号")


def test_the_form_of_enterprise_behind_a_name_is_no_other_name() -> None:
    def names(said: str, due: str) -> bool:
        extracted = {"respondents": [{"name": {"value": said}}]}
        ((_, one, other),) = list(compared(extracted, {"respondents": [{"name": due}]}))
        return one == other

    assert names("甲药房（个人独资企业）", "甲药房")
    assert not names("甲药房（东门店）", "甲药房")
