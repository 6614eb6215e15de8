"""Conditions in three values, the range language, and what was law on a day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import DataFileError
from checker.records.law import Citation
from checker.records.truth import Facts, Truth
from checker.statutes import StatuteBook, evaluate, parse_ranges
from checker.statutes.conditions import describe, parse
from checker.statutes.draft import SIZE
from checker.statutes.lawtext import articles
from checker.statutes.ranges.amounts import _value

NAMES = ["goods_value", "illegal_gains"]
LAWS = Path(__file__).parents[3] / "shared" / "data" / "laws"
FOOD = "中华人民共和国食品安全法"


@pytest.mark.parametrize(
    ("expression", "facts", "truth"),
    [
        ("goods_value < 10000", {"goods_value": Decimal(10000)}, Truth.FAILS),
        ("goods_value <= 10000", {"goods_value": Decimal(10000)}, Truth.HOLDS),
        ("1000 <= goods_value < 5000", {"goods_value": Decimal(1000)}, Truth.HOLDS),
        ("goods_value < 1 or has(cooperated)", {"has:cooperated": True}, Truth.HOLDS),
        ("goods_value < 1 and has(cooperated)", {"has:cooperated": True}, Truth.UNKNOWN),
        ("goods_value < 1 and has(cooperated)", {"has:cooperated": False}, Truth.FAILS),
        ("not severe", {}, Truth.UNKNOWN),
        ('respondent_kind == "citizen"', {"respondent_kind": "citizen"}, Truth.HOLDS),
    ],
)
def test_conditions_in_three_values(expression: str, facts: dict[str, object], truth: Truth) -> None:
    assert evaluate(expression, Facts(facts)).truth is truth  # type: ignore[arg-type]


@given(st.dictionaries(st.sampled_from(NAMES), st.integers(0, 30000).map(Decimal)))
def test_knowing_more_never_turns_holds_into_fails(known: dict[str, Decimal]) -> None:
    expression = "goods_value < 10000 or illegal_gains >= 5000"
    before = evaluate(expression, Facts(known)).truth
    full = {name: Decimal(7000) for name in NAMES} | known
    after = evaluate(expression, Facts(full)).truth
    assert before is Truth.UNKNOWN or before is after


@pytest.mark.parametrize("bad", ["goods_value +", "open('x')", "goods_value in [1]", "a.b < 1", "1 if severe else 0"])
def test_what_is_not_in_the_language_is_refused(bad: str) -> None:
    with pytest.raises(ValueError):
        parse(bad)


def test_expressions_read_as_phrases() -> None:
    assert describe("goods_value < 10000")[0] == "货值金额（元）不足10000"


RANGES = [
    ("处五千元以上五万元以下罚款", "must", "5000", "50000", "yuan"),
    ("可以处5-10万元罚款", "may", "50000", "100000", "yuan"),
    ("并处货值金额十倍以上二十倍以下罚款", "must", "10", "20", "goods_value"),
    ("处上一年度销售额百分之一以上百分之十以下的罚款", "must", "0.01", "0.1", "annual_sales"),
    ("可以并处违法所得5倍以下的罚款", "may", "0", "5", "illegal_gains"),
    ("处五百元罚款", "must", "500", "500", "yuan"),
    ("处三至五万元罚款", "must", "30000", "50000", "yuan"),
]


@pytest.mark.parametrize(("text", "obligation", "low", "high", "base"), RANGES)
def test_the_language_of_ranges(text: str, obligation: str, low: str, high: str, base: str) -> None:
    (branch,) = parse_ranges(text).branches
    assert branch.lower is not None and branch.upper is not None
    found = (branch.obligation, branch.lower.value, branch.upper.value, branch.base)
    assert found == (obligation, Decimal(low), Decimal(high), base)


def test_branches_of_one_provision_keep_their_conditions() -> None:
    reading = parse_ranges(
        "货值金额不足一万元的，并处五万元以上十万元以下罚款；货值金额一万元以上的，并处货值金额十倍以上二十倍以下罚款"
    )
    assert [each.condition for each in reading.branches] == ["goods_value < 10000", "goods_value >= 10000"]


def test_below_may_exclude_its_number() -> None:
    (branch,) = parse_ranges("处一万元以下罚款", below_excludes=True).branches
    assert branch.upper is not None and not branch.upper.inclusive


def test_what_is_not_understood_is_listed() -> None:
    reading = parse_ranges("处应缴税款与滞纳金之和五分之一以上二倍多的罚款")
    assert reading.unparsed or not reading.branches


def test_a_citation_is_looked_up_on_its_day() -> None:
    book = StatuteBook.load()
    found = book.resolve(Citation("食品安全法", 124, 1, 5), date(2023, 5, 1))
    assert found.state == "known" and found.provisions[0].law == FOOD
    assert book.resolve(Citation(FOOD, 999), date(2023, 5, 1)).state == "article_missing"
    assert book.resolve(Citation(FOOD), date(2023, 5, 1)).state == "incomplete"
    assert book.resolve(Citation("某某法", 1), date(2023, 5, 1)).state == "law_unknown"
    assert book.resolve(Citation("噪声污染防治法", 77), date(2021, 1, 1)).state == "law_not_in_force"


@pytest.mark.parametrize(("day", "upper"), [(date(2022, 6, 1), "100000"), (date(2023, 8, 1), "10000")])
def test_versions_of_one_law_stand_side_by_side(day: date, upper: str) -> None:
    found = StatuteBook.load().resolve(Citation("道路运输条例", 63, None, 1), day)
    sums = [each.upper.value for p in found.provisions for each in p.branches if each.base == "yuan" and each.upper]
    assert Decimal(upper) in sums


def test_there_are_provisions_for_the_fields_of_the_issue() -> None:
    assert len(StatuteBook.load().provisions) >= 60


def test_a_law_file_with_a_mistake_is_refused_with_line_and_field(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(
        "law: 某法\nkind: law\nlast_confirmed: 2026-01-01\n"
        "versions:\n  - {in_force_from: 2020-01-01, articles: 9, source: s}\n"
        "provisions:\n  - article: 3\n    branches:\n      - {sanction: fine, lower: 9, upper: 1}\n",
        encoding="utf-8",
    )
    with pytest.raises(DataFileError) as raised:
        StatuteBook.load(tmp_path)
    assert raised.value.line == 9 and "branches" in str(raised.value.field)


@pytest.mark.skipif(not LAWS.is_dir(), reason="the official law texts (../shared/data) are not on this machine")
def test_every_number_in_the_statute_data_stands_in_the_law() -> None:
    texts = {path.stem: path for path in LAWS.rglob("*.md")}
    wrong, seen = [], 0
    for provision in StatuteBook.load().provisions:
        day = provision.source[:10]
        path = texts.get(f"{provision.law.removeprefix('中华人民共和国')}({day})")
        if path is None:
            continue
        seen += 1
        words = next(
            paragraph.lead + "".join(paragraph.items.values())
            for article in articles(path.read_text(encoding="utf-8"))
            if (article.number, article.sub) == (provision.article, provision.sub)
            for paragraph in article.paragraphs
            if paragraph.number == provision.paragraph
        )
        sizes = {_value(match.group(), match.group()) for match in SIZE.finditer(words)} | {Decimal(0), Decimal(1)}
        told = {bound.value for b in provision.branches for bound in (b.lower, b.upper) if bound is not None}
        wrong += [(provision.law, provision.article, value) for value in told - sizes if value not in _bare(words)]
    assert seen >= 60 and wrong == []


def _bare(words: str) -> set[Decimal | None]:
    """First ends written without their unit: 五至十万元, 一倍以上."""
    import re

    from checker.text.numerals import CHINESE, parse_number

    found: set[Decimal | None] = set()
    for match in re.finditer(rf"[{CHINESE}]+|\d+", words):
        number = parse_number(match.group())
        if number is not None:
            found |= {number, number * 10_000, number / 100}
    return found
