"""Numbers, money and dates as documents write them, odd ones first."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.text.dates import find_dates
from checker.text.money import find_money
from checker.text.numerals import parse_digits, parse_number

NUMBERS = [
    ("陆拾陆", "66"),
    ("贰佰万零伍", "2000005"),
    ("万零五百", "10500"),
    ("两万五千", "25000"),
    ("三万五", "35000"),
    ("十九点五", "19.5"),
    ("两点五万", "25000"),
    ("零点零三", "0.03"),
    ("廿", "20"),
    ("1.5万", "15000"),
    ("3,000.00", "3000"),
    ("３００", "300"),
    ("壹拾贰万叁仟肆佰伍拾陆", "123456"),
    ("一亿二千万", "120000000"),
]


@pytest.mark.parametrize(("written", "value"), NUMBERS)
def test_numbers_of_every_style(written: str, value: str) -> None:
    assert parse_number(written) == Decimal(value)


@pytest.mark.parametrize("written", ["五五", "万万", "十百", "元", "", "二〇二三", "百万千", "点五", "五点", "一点十"])
def test_what_is_no_number_is_never_a_wrong_one(written: str) -> None:
    assert parse_number(written) is None


def chinese(number: int) -> str:
    """A number below 10^8 in Chinese, written independently of the reader."""
    digits = "零一二三四五六七八九"

    def section(value: int) -> str:
        out, gap = "", False
        for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
            digit = value // unit % 10
            if digit:
                out += ("零" if gap and out else "") + digits[digit] + name
                gap = False
            else:
                gap = True
        return out

    high, low = divmod(number, 10_000)
    if not high:
        return section(low) or "零"
    joint = "零" if low and low < 1000 else ""
    return f"{section(high)}万{joint}{section(low)}"


@given(st.integers(0, 10**8 - 1))
def test_chinese_numbers_read_back(number: int) -> None:
    assert parse_number(chinese(number)) == number


def test_years_are_read_digit_by_digit() -> None:
    assert parse_digits("二〇二三") == parse_digits("二○二三") == parse_digits("二O二三") == 2023


MONEY = [
    ("罚款50000元（大写：伍万元整）", [("50000", False), ("50000", True)]),
    ("罚款5.5万元", [("55000", False)]),
    ("五万至十万元", [("50000", False), ("100000", False)]),
    ("处5-10万元", [("50000", False), ("100000", False)]),
    ("￥3,000.00", [("3000", False)]),
    ("陆拾陆元捌角", [("66.8", True)]),
    ("贰佰万零伍元叁分", [("2000005.03", True)]),
    ("12元5角", [("12.5", False)]),
    ("公元2023年元旦，多元化", []),
]


@pytest.mark.parametrize(("text", "found"), MONEY)
def test_sums_with_their_capitals(text: str, found: list[tuple[str, bool]]) -> None:
    assert [(token.amount, token.words) for token in find_money(text)] == [(Decimal(v), w) for v, w in found]


def test_eight_hundred_yuan_is_eight_hundred_yuan() -> None:
    assert [token.amount for token in find_money("罚款800元")] == [Decimal(800)]


DATES = [
    ("二〇二三年五月六日", [date(2023, 5, 6)]),
    ("二○二四年十二月三十一日", [date(2024, 12, 31)]),
    ("2023-05-06", [date(2023, 5, 6)]),
    ("2023年5月6日至同年6月1日", [date(2023, 5, 6), date(2023, 6, 1)]),
    ("2022年11月1日立案，2月15日决定", [date(2022, 11, 1), date(2023, 2, 15)]),
    ("2023年2月30日", []),
    ("2024年2月29日，次日", [date(2024, 2, 29), date(2024, 3, 1)]),
    ("同月3日", []),
    ("2021年7月19日至23日", [date(2021, 7, 19), date(2021, 7, 23)]),
    ("2023年5月9日（有效期至2022年3月1日），次日", [date(2023, 5, 9), date(2022, 3, 1), date(2023, 5, 10)]),
    ("2023年5月9日，生产日期2022年5月20日，当日", [date(2023, 5, 9), date(2022, 5, 20), date(2023, 5, 9)]),
    (
        "2024年5月21日检查。曾于2023年10月1日受罚。6月5日告知。",
        [date(2024, 5, 21), date(2023, 10, 1), date(2024, 6, 5)],
    ),
]


@pytest.mark.parametrize(("text", "found"), DATES)
def test_dates_and_references_to_dates(text: str, found: list[date]) -> None:
    assert [token.value for token in find_dates(text)] == found


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)))
def test_every_day_reads_back(day: date) -> None:
    assert [token.value for token in find_dates(f"于{day.year}年{day.month}月{day.day}日作出")] == [day]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("罚款2万5千元", [25000]),
        ("1万2千5百元", [12500]),
        ("2亿5千万元", [250_000_000]),
        ("5万3仟元", [53000]),
        ("5千2万元", []),  # no number, and the rest of one is none either
        ("两万5千元", []),
        ("12佰万元", [12_000_000]),
        ("1万元、2千元", [10000, 2000]),
    ],
)
def test_figures_with_a_unit_each_are_one_sum_or_none(text: str, amounts: list[int]) -> None:
    assert [token.amount for token in find_money(text)] == amounts
