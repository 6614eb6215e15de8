"""What holds of every text: the round trip of a range, no exception, and places that quote the text."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.records.ranges import Branch
from checker.statutes import parse_ranges
from checker.statutes.conditions import parse
from checker.statutes.ranges.amounts import find_sizes

DIGITS = "零一二三四五六七八九"
PIECES = """处 以 并处 可以 或者 单处 罚款 的 ， 。 ； 、 （ ） ( 含 不含 ) 以上 以下 不足 超过 至 — - ~ 倍 元 万元
百分之 分之 % ‰ 每 平方米 人 对 单位 个人 直接负责的主管人员 违法所得 货值金额 没有 按 计算 依照前款规定 处罚
情节严重的 拒不改正的 情节特别 造成损失 警告 没收 吊销 五千 十万 1 2.5 3,000 １ 〇 亿 半 一 两 最高 总额 等值
罚款数额 为 日 连续 第一百条 《某法》 \" \\"""
WORDS = st.sampled_from([*PIECES.split(), "\n", "\u3000", "\x00", "\ud7ff", "\U00020000"])
TEXTS = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=30).map("".join))


def chinese(number: int) -> str:
    """A number below 100,000 in Chinese numerals, as statutes write it: 25000 is 二万五千."""
    words, zero = "", False
    for unit, name in ((10000, "万"), (1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            words += ("零" if zero and words else "") + DIGITS[digit] + name
            zero = False
        else:
            zero = bool(words)
    return words or "零"


SUMS = st.integers(1, 99_999)
WRITTEN = st.sampled_from(
    [str, chinese, lambda n: f"{n:,}", lambda n: str(n).translate(str.maketrans("0123456789", "０１２３４５６７８９"))]
)


@given(
    st.tuples(SUMS, SUMS).map(sorted), WRITTEN, st.sampled_from(["以上{}以下", "至{}", "—{}", "～{}", "以上、{}以下"])
)
def test_a_range_of_money_comes_back(ends: list[int], written: object, form: str) -> None:
    low, high = (f"{written(each)}元" for each in ends)  # type: ignore[operator]
    (branch,) = parse_ranges(f"由主管部门责令改正，可以并处{low}{form.format(high)}的罚款。").branches
    assert branch.lower is not None and branch.upper is not None
    assert [branch.lower.value, branch.upper.value] == ends
    assert (branch.obligation, branch.base, branch.unit) == ("may", "yuan", "total")


@given(
    st.tuples(st.integers(1, 50), st.integers(1, 50)).map(sorted),
    st.sampled_from([("违法所得", "illegal_gains"), ("货值金额", "goods_value"), ("骗取金额", "骗取金额")]),
    st.sampled_from([("{}倍", 1), ("百分之{}", 100), ("{}%", 100), ("{}‰", 1000)]),
)
def test_a_range_of_multiples_comes_back(ends: list[int], base: tuple[str, str], form: tuple[str, int]) -> None:
    low, high = (form[0].format(chinese(each) if "百" in form[0] else each) for each in ends)
    (branch,) = parse_ranges(f"并处{base[0]}{low}以上{high}以下罚款").branches
    assert branch.lower is not None and branch.upper is not None and branch.base == base[1]
    assert [branch.lower.value, branch.upper.value] == [Decimal(each) / form[1] for each in ends]


@given(SUMS)
def test_an_end_alone_comes_back(number: int) -> None:
    for words, low, high in (
        (f"{number}元以下", 0, number),
        (f"{number}元以上", number, None),
        (f"{number}元", number, number),
    ):
        (branch,) = parse_ranges(f"处{words}的罚款").branches
        assert branch.lower is not None and branch.lower.value == low
        assert (branch.upper.value if branch.upper else None) == high


@given(TEXTS, st.booleans())
def test_any_text_is_read_and_every_place_quotes_it(text: str, excludes: bool) -> None:
    reading = parse_ranges(text, below_excludes=excludes)
    for branch in reading.branches:
        assert 0 <= branch.start < branch.end <= len(text)
        _sound(branch)
    for left in reading.unparsed:
        assert 0 <= left.start < left.end <= len(text) and left.quote == text[left.start : left.end]
        assert left.reason in ("reference", "size", "base", "verb")


def _sound(branch: Branch) -> None:
    """Ends in order, a condition that the language of conditions takes."""
    if branch.condition is not None:
        parse(branch.condition)
    if branch.lower is not None and branch.upper is not None:
        assert branch.lower.value <= branch.upper.value
    assert branch.sanction == "fine" or (branch.lower is None and branch.upper is None)


@given(TEXTS)
def test_sizes_of_any_text_lie_in_it_and_in_order(text: str) -> None:
    last = 0
    for size in find_sizes(text):
        assert last <= size.start < size.end <= len(text)
        last = size.end


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("责令改正，处 五千元 以上（含）一万元以下罚款。", "处 五千元 以上（含）一万元以下罚款"),
        ("给予警告，可以并处１万元以下的罚款", "可以并处１万元以下的罚款"),
        ("处警告或者二百元以下罚款", "二百元以下罚款"),
    ],
)
def test_the_place_of_a_fine_is_its_words(text: str, quote: str) -> None:
    (fine,) = [branch for branch in parse_ranges(text).branches if branch.sanction == "fine"]
    assert text[fine.start : fine.end] == quote
