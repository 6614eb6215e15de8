"""What the import cannot read is named with its place; rows in are rows out and rows listed."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.benchmarks.importing import assemble, open_source, remembered, write
from checker.errors import CheckerError, DataFileError, DocumentError
from tests.importing.making import FORMATS, HEAD, Table, as_xlsx, imported

BASIS = "《食品安全法》第一百二十四条"
WORDS = st.sampled_from(
    [
        "",
        "违法行为",
        "处罚依据",
        "裁量幅度",
        "权重",
        "备注",
        "甲行为",
        BASIS,
        "处1万元以下罚款",
        "1万元",
        "20%",
        "从轻",
        "裁量起点",
        "——",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=6), min_size=1, max_size=9))
def test_no_row_is_lost_whatever_the_table_holds(table: list[list[str]]) -> None:
    made = imported(table)
    assert made.rows_read == made.rows_used + made.rows_listed


def test_a_range_that_is_not_understood_is_listed_with_its_row() -> None:
    table: Table = [
        ["违法行为", "处罚依据", "情形", "裁量幅度"],
        ["甲", BASIS, "一般", "处1000元以2000元以下罚款"],
        ["乙", BASIS, "一般", "处1000元以上2000元以下罚款"],
    ]
    made = imported(table, "xlsx")
    assert [item["violation"] for item in made.items] == ["乙"]
    assert [(each.where, "1000元以2000元" in each.text) for each in made.unparsed] == [("sheet 基准, row 2", True)]


def test_hidden_rows_formulas_and_dates_are_named() -> None:
    import openpyxl

    book = openpyxl.load_workbook(
        io.BytesIO(
            as_xlsx(
                [
                    ["违法行为", "处罚依据", "情形", "裁量幅度"],
                    ["甲", BASIS, "一般", "处1万元以下罚款"],
                    ["乙", BASIS, "一般", "处2万元以下罚款"],
                    ["丙", BASIS, "一般", "x"],
                ]
            )
        )
    )
    sheet = book.active
    sheet.row_dimensions[3].hidden = True
    sheet["D4"] = "=A1&B1"
    import datetime

    sheet["C2"] = datetime.date(2023, 3, 5)
    out = io.BytesIO()
    book.save(out)
    made = assemble(open_source(out.getvalue(), "样表.xlsx"), HEAD)
    told = {each.where: each.reason for each in made.unparsed}
    assert "隐藏" in told["sheet 基准, row 3"] and "日期" in told["sheet 基准, row 2, column 3"]
    assert "公式" in told["sheet 基准, row 4, column 4"]
    assert [item["violation"] for item in made.items] == ["甲"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        ("第一条 为了规范行政处罚裁量权，制定本规定。\n".encode(), "no-table"),
        (b"%PDF-1.4\ntruncated", "pdf-damaged"),
        (b"PK\x03\x04 half a workbook", "zip-damaged"),
        (b"\x89PNG\r\n\x1a\n....", "unsupported-format"),
    ],
)
def test_files_without_a_table_are_refused_by_name(data: bytes, code: str) -> None:
    with pytest.raises(DocumentError) as raised:
        open_source(data, "某表")
    assert raised.value.code == code and raised.value.file == "某表"


def test_half_a_workbook_is_refused() -> None:
    whole = as_xlsx([["违法行为", "处罚依据", "裁量幅度"], ["甲", BASIS, "处1万元以下罚款"]])
    with pytest.raises(DocumentError):
        open_source(whole[: len(whole) // 2], "半张.xlsx")


@pytest.mark.parametrize("kind", FORMATS)
def test_a_table_of_something_else_gives_no_item(kind: str) -> None:
    made = imported([["姓名", "部门", "电话"], ["张某", "法规科", "0433-000000"]], kind)
    assert not made.items and made.rows_listed == 2


def test_what_nobody_told_keeps_the_table_out_of_force() -> None:
    source = open_source(
        FORMATS["html"]([["违法行为", "处罚依据", "裁量幅度"], ["甲", BASIS, "处1万元以下罚款"]]), "x.html"
    )
    made = assemble(source, {})
    assert made.head["in_force_from"] == "9999-12-31"
    assert "in_force_from" in {each.text for each in made.unparsed if each.where == "metadata"}


def test_unknown_settings_are_refused() -> None:
    table: Table = [["违法行为", "处罚依据", "裁量幅度"], ["甲", BASIS, "处1万元以下罚款"]]
    with pytest.raises(CheckerError, match="colour"):
        imported(table, colour="red")
    with pytest.raises(CheckerError, match="ISO"):
        imported(table, in_force_from="明年")
    with pytest.raises(CheckerError, match="columns"):
        imported(table, columns="violation,wisdom")


def test_settings_are_remembered_and_corrections_kept(tmp_path: Path) -> None:
    made = imported([["违法行为", "处罚依据", "裁量幅度"], ["甲", BASIS, "处1万元以下罚款"]])
    path = write(made, tmp_path)
    assert remembered(tmp_path, made.source.sha256, "another name")["document_number"] == HEAD["document_number"]
    write(made, tmp_path)  # nobody touched it: it may be written again
    path.write_text(path.read_text(encoding="utf-8") + "# 已核对\n", encoding="utf-8")
    with pytest.raises(DataFileError, match="force"):
        write(made, tmp_path)
    write(made, tmp_path, force=True)
