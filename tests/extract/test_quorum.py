"""Several tellings of one amount: agreement, a slip in one place, and what a lone figure is."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.extract import RuleExtractor
from checker.extract.quorum import one_digit_off, ten_fold
from checker.records.decision import Decision, Sanction
from models.labels.cleaned import cleaned

HEAD = "延吉市市场监督管理局\n行政处罚决定书\n延市监处罚〔2023〕8号\n当事人：延吉市顺达食品店\n"
TAIL = "\n请自收到本决定书之日起十五日内缴纳罚款。\n延吉市市场监督管理局\n2023年5月8日"


def decided(facts: str, operative: str) -> Decision:
    """The decision with these facts and this operative part."""
    text = f"{HEAD}经查，{facts}\n依据《中华人民共和国食品安全法》第一百二十四条，本局决定：{operative}{TAIL}"
    return RuleExtractor().extract(cleaned("made.txt", text))


def fine(decision: Decision) -> Sanction:
    """Its only fine."""
    (found,) = (each for each in decision.sanctions if each.kind == "fine")
    return found


def kinds(sanction: Sanction) -> list[str]:
    return [each.kind for each in sanction.witnesses]


def test_a_lone_figure_is_its_only_witness() -> None:
    found = fine(decided("当事人销售过期食品。", "罚款5000元。"))
    assert kinds(found) == ["figure"]
    assert found.amount == found.written


def test_capitals_that_agree_make_it_surer() -> None:
    alone = fine(decided("当事人销售过期食品。", "罚款5000元。"))
    both = fine(decided("当事人销售过期食品。", "罚款人民币5000元（大写：伍仟元整）。"))
    assert kinds(both) == ["figure", "capitals"]
    assert both.amount and alone.amount and both.amount.confidence > alone.amount.confidence


def test_two_that_differ_are_not_sure_and_the_figure_stays() -> None:
    found = fine(decided("当事人销售过期食品。", "罚款人民币50000元（大写：伍仟元整）。"))
    assert found.amount is not None
    assert found.amount.value == Decimal(50000)
    assert found.amount.confidence <= 0.5


def test_capitals_and_total_outvote_a_ten_fold_figure() -> None:
    found = fine(decided("拟罚款5000元的告知书已送达当事人。", "罚款人民币50000元（大写：伍仟元整）。"))
    assert found.amount is not None and found.written is not None
    assert (found.amount.value, found.written.value) == (Decimal(5000), Decimal(50000))
    assert found.amount.confidence <= 0.75  # most tell it, one does not: still for a person
    assert found.amount.source.startswith("rule:quorum")
    assert {"figure", "capitals", "notice"} <= set(kinds(found))


@pytest.mark.parametrize(("written", "agrees"), [("48000元", True), ("4800元", False)])
def test_multiple_of_the_goods_value(written: str, agrees: bool) -> None:
    decision = decided("涉案食品货值金额3200元。", f"处货值金额十五倍罚款{written}。")
    found = fine(decision)
    assert "multiple" in kinds(found)
    assert found.amount is not None and (found.amount.confidence > 0.9) is agrees
    assert decision.goods_value is not None and (decision.goods_value.confidence > 0.9) is agrees


def test_multiple_of_the_base_that_the_law_puts_in_its_place() -> None:
    found = fine(decided("涉案药品货值金额66元，不足十万元的，按十万元计算。", "处货值金额十五倍罚款1500000元。"))
    assert found.amount is not None and found.amount.confidence > 0.9


def test_a_total_that_does_not_add_up_leaves_both_fines_unsure() -> None:
    decision = decided(
        "当事人有两项违法行为。",
        "\n1.对广告违法行为，罚款6000元；\n2.对未明码标价行为，罚款1000元。\n以上罚款合计8000元。",
    )
    assert [each.amount.confidence for each in decision.sanctions if each.amount] == [0.5, 0.5]


def test_a_total_with_the_confiscation_agrees() -> None:
    decision = decided("违法所得800元。", "\n1.没收违法所得800元；\n2.罚款5000元。\n罚没款合计5800元。")
    found = fine(decision)
    assert found.amount is not None and found.amount.confidence >= 0.9


def test_a_proposal_that_was_lowered_after_the_plea_is_no_dissent() -> None:
    found = fine(decided("拟罚款8000元，当事人提出申辩，本局予以采纳。", "罚款5000元。"))
    assert kinds(found) == ["figure"]


def test_an_amount_that_the_reasoning_rejects_is_no_witness() -> None:
    found = fine(decided("处以五万元罚款明显过罚不当。", "罚款5000元（伍仟元整）。"))
    assert kinds(found) == ["figure", "capitals"]


def test_gains_and_confiscation_that_differ_are_both_unsure() -> None:
    decision = decided("违法所得1260元。", "没收违法所得260元，罚款5000元。")
    (taken,) = (each for each in decision.sanctions if each.kind == "confiscate_gains")
    assert decision.illegal_gains is not None and decision.illegal_gains.confidence <= 0.5
    assert taken.amount is not None and taken.amount.confidence <= 0.5


def test_stated_total_in_capitals_is_read() -> None:
    decision = decided("当事人有两项违法行为。", "\n1.罚款6000元；\n2.罚款1000元。\n以上罚款合计7000元（柒仟元整）。")
    assert decision.fine_total_words is not None and decision.fine_total_words.value == Decimal(7000)


@given(st.integers(1, 10**7), st.integers(1, 4))
def test_ten_fold_is_the_same_digits_elsewhere(amount: int, places: int) -> None:
    assert ten_fold(Decimal(amount), Decimal(amount) * 10**places)
    assert not ten_fold(Decimal(amount), Decimal(amount))


@given(st.integers(10, 10**7), st.data())
def test_one_digit_lost_is_one_digit_off(amount: int, data: st.DataObject) -> None:
    digits = str(amount)
    at = data.draw(st.integers(0, len(digits) - 1))
    left = int(digits[:at] + digits[at + 1 :])
    if len(str(left)) == len(digits) - 1:  # no 0 came to stand in front
        assert one_digit_off(Decimal(amount), Decimal(left))
        assert one_digit_off(Decimal(left), Decimal(amount))


@pytest.mark.parametrize(("one", "other"), [(12, 21), (5000, 8000), (3450, 3540), (160, 1600)])
def test_slips_of_copying(one: int, other: int) -> None:
    assert one_digit_off(Decimal(one), Decimal(other))


@pytest.mark.parametrize(("one", "other"), [(5000, 5000), (1200, 2500), (100, 10000), (123, 321)])
def test_other_differences_are_none(one: int, other: int) -> None:
    assert not one_digit_off(Decimal(one), Decimal(other))
