"""Fines, their total, gains and goods in wordings of all kinds: what is imposed, and what only looks like it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checker.extract.equations import is_term, without
from checker.text.money import find_money
from checker.text.quotes import inside, quoted
from tests.extract.decided import HEAD, TAIL, decided, value
from tests.extract.told import ONE, TOLD, TWO, Told

NOTICE = "2023年4月3日送达告知书，当事人未申辩。\n"
END = TAIL[TAIL.index("\n自收到") :]


@pytest.mark.parametrize("told", TOLD, ids=lambda told: told.name)
def test_amounts(told: Told) -> None:
    middle = f"经查，{told.facts}{NOTICE}{told.operative}"
    decision = decided(middle, head=HEAD, party=told.parties, tail=END)
    fines = [(each.amount and each.amount.value, each.respondent) for each in decision.sanctions if each.kind == "fine"]
    assert fines == [(Decimal(amount), who) for amount, who in told.fines]
    due = [each and Decimal(each) for each in (told.total, told.gains, told.goods)]
    assert [value(each) for each in (decision.fine_total, decision.illegal_gains, decision.goods_value)] == due


def kinds(operative: str, *, party: str = ONE) -> list[tuple[str, int | None]]:
    decision = decided(f"经查属实。{NOTICE}{operative}", party=party, tail=END)
    return [(each.kind, each.respondent) for each in decision.sanctions]


@pytest.mark.parametrize(
    ("operative", "due"),
    [
        ("决定：一、罚款500元；二、扣押的假酒20瓶予以没收。", ["fine", "confiscate_goods"]),
        ("决定罚款500元。扣押的烤箱系自用，不予没收。", ["fine"]),
        ("决定罚款500元。因已停业，不再责令停产停业。", ["fine"]),
        ("决定罚款500元。当事人请求给予警告，不予采纳。", ["fine"]),
        ("依据《条例》第五条（没收工具，并处警告），决定罚款500元。", ["fine"]),
        ("依据《条例》第五条“处警告；拒不改正的，责令停产整治”的规定，决定罚款500元。", ["fine"]),
        ("决定：\n一、关闭该屠宰场所；\n二、罚款500元。", ["close", "fine"]),
        ("决定对当事人不予行政处罚（免予罚款、没收违法所得），没收粉丝13公斤。", ["confiscate_goods"]),
    ],
)
def test_what_else_is_imposed(operative: str, due: list[str]) -> None:
    assert [kind for kind, _ in kinds(operative)] == due


def test_gains_of_each_respondent() -> None:
    found = kinds("决定：\n一、没收甲乙公司违法所得3620元、赵某强违法所得335元；\n二、对赵某强罚款800元。", party=TWO)
    assert found == [("confiscate_gains", 0), ("confiscate_gains", 1), ("fine", 1)]


def test_a_total_that_was_missed_is_read_from_further_up() -> None:
    operative = (
        "依据《条例》第五条，对甲乙公司处合同价款1%的罚款，即人民币138650元。\n"
        "依据《条例》第六条，对赵某强处1万元罚款（该条的幅度为3万元以下）。\n以上两项罚款共计148650元。"
    )
    assert kinds(operative, party=TWO) == [("fine", 0), ("fine", 1)]


def test_a_wrong_total_moves_nothing() -> None:
    decision = decided(
        f"此前罚款2000元的告知已送达。{NOTICE}决定：1.罚款3000元；2.罚款500元。以上罚款合计4500元。", tail=END
    )
    assert [value(each.amount) for each in decision.sanctions] == [Decimal(3000), Decimal(500)]
    assert value(decision.fine_total) == Decimal(4500)


@pytest.mark.parametrize(
    ("before", "after", "due"),
    [("6人×", "=4800元", True), ("（", "×2个月", True), ("6人×800元=", "。", False), ("罚款", "。", False)],
)
def test_terms_of_a_reckoning(before: str, after: str, due: bool) -> None:
    assert is_term(before, after) is due


def test_a_result_is_what_stands_before_its_reckoning() -> None:
    assert without("货值金额为186×3+75+515=") == "货值金额为"
    assert without("货值金额为") == "货值金额为"


def test_quotes() -> None:
    text = "依第三条第（二）项（处五千元（含）罚款），没收“云烟”，罚款"
    spans = quoted(text)
    assert [text[start:end] for start, end in spans] == ["（处五千元（含）罚款）", "“云烟”"]
    assert inside(spans, text.index("五千"))
    assert not inside(spans, text.index("，罚款") + 1)
    assert not inside((), 3)


def test_the_head_of_a_longer_number_is_no_sum() -> None:
    assert [each.amount for each in find_money("处人民币2万5千元罚款")] == [Decimal(25000)]
    assert [each.amount for each in find_money("处人民币2万罚款")] == [Decimal(20000)]


def test_remedies_announced_before_the_decision_end_nothing() -> None:
    operative = "五、权利告知\n已告知陈述申辩权。\n六、处罚决定\n（一）没收违法所得42元；\n（二）罚款人民币2,000元。"
    assert kinds(operative) == [("confiscate_gains", 0), ("fine", 0)]


def test_receiving_this_decision_decides_nothing() -> None:
    assert kinds("本局决定对经营者处罚款800元。\n自收到本决定起15日内缴至财政专户，逾期每日加处3%。") == [("fine", 0)]
