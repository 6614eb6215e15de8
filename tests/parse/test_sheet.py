"""Publicity records as CSV or workbook read like other documents; other text with commas stays text."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
from openpyxl import Workbook

from checker.errors import DocumentError
from checker.extract import RuleExtractor
from checker.parse import parse
from checker.parse.detect import detect
from checker.text.money import find_money
from checker.text.repair import repair

HEAD = (
    "行政相对人名称,行政处罚决定书文号,违法行为类型,处罚类别,处罚内容,"
    "罚款金额（万元）,没收违法所得、没收非法财物的金额（万元）,处罚决定日期"
)
ROW = '延吉市顺达食品店,延市监处罚〔2023〕8号,经营过期食品,罚款,"罚款伍仟元,限期缴纳",0.5,0.03,2023/05/08'
CSV = f"{HEAD}\n{ROW}\n"


def workbook(rows: list[list[object]]) -> bytes:
    """An XLSX of one sheet."""
    book, out = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_csv_is_told_by_content_whatever_its_encoding(encoding: str) -> None:
    document = parse(CSV.encode(encoding), "a.csv")
    assert document.format == "csv"
    assert "罚款金额（万元）：0.5\n" in document.text and "处罚内容：罚款伍仟元,限期缴纳\n" in document.text


def test_a_record_is_a_publicity_record_with_its_sums_in_yuan() -> None:
    decision = RuleExtractor().extract(repair(parse(CSV.encode(), "a.csv")))
    assert decision.kind.value == "publicity_record"
    told = {(each.role, each.amount.value) for each in decision.money}
    assert ("fine", Decimal(5000)) in told and ("confiscated", Decimal(300)) in told


def test_a_workbook_with_a_title_above_its_headings() -> None:
    rows: list[list[object]] = [["行政处罚信息公示表"], [*HEAD.split(",")]]
    rows.append(["甲店", "延市监处罚〔2023〕8号", "经营过期食品", "罚款", "罚款5000元", 0.5, None, "2023年5月8日"])
    document = parse(workbook(rows), "a.xlsx")
    assert document.format == "xlsx" and document.text.startswith("行政处罚信息公示表\n\n行政相对人名称：甲店\n")
    assert "没收" not in document.text  # an empty cell tells nothing


def test_a_long_export_is_no_paper_of_one_case() -> None:
    with pytest.raises(DocumentError) as told:
        parse((CSV + f"{ROW}\n" * 300).encode(), "export.csv")
    assert told.value.code == "sheet-too-long"


@pytest.mark.parametrize(
    "text",
    [
        "行政处罚决定书,第一页\n当事人甲,乙,丙。\n",
        "经查,当事人甲,于2023年5月,销售过期食品。\n上述行为,违反了,食品安全法。\n",
        "罚款\t金额\n",
    ],
)
def test_prose_with_commas_stays_text(text: str) -> None:
    assert detect(text.encode(), "x") == "txt"


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("罚款金额（万元）：0.5", "5000"),
        ("罚款金额(元)：5,000.00", "5000"),
        ("罚款（单位：万元）\t12", "120000"),
    ],
)
def test_the_unit_in_the_heading(text: str, amount: str) -> None:
    (found,) = find_money(text)
    assert found.amount == Decimal(amount)


@pytest.mark.parametrize("text", ["（万元）2023年", "金额（元）：5%", "（元）3倍", "价格（元）：一"])
def test_no_sum_behind_a_unit(text: str) -> None:
    assert find_money(text) == []


def test_a_sum_with_its_own_unit_is_read_once() -> None:
    assert [each.amount for each in find_money("罚款金额（元）：5000元")] == [Decimal(5000)]
