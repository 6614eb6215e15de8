"""Personal data planted in a decision turns up in none of the outputs. All of it is invented."""

from __future__ import annotations

import dataclasses
import io
import json
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner

from checker.samples import sample_data
from checker.store import Store, queries
from dashboards import services
from dashboards.components import document, facts
from models.cli import application, main

BENCHMARKS = str(sample_data() / "benchmarks")
PLANTED = {  # what the decision says → what may be shown nowhere
    "identity number of 18 digits": ("身份证号：222401200905061235", "222401200905061235"),
    "identity number with blanks": ("公民身份号码：222401 20090506 1235", "20090506 1235"),
    "identity number in full width": ("身份证号：２２２４０１２００９０５０６１２３５", "２００９０５０６"),
    "identity number of 15 digits": ("身份证号码：222401090506123", "222401090506123"),
    "mobile": ("手机：13812345678", "13812345678"),
    "mobile with hyphens": ("联系电话：138-1234-5678", "1234-5678"),
    "landline": ("联系电话：0433-2512345", "2512345"),
    "bank account": ("银行账号：6222021234567890123", "6222021234567890123"),
    "bank card by its check digit": ("持卡6222021234567890128支付货款", "6222021234567890128"),
    "passport": ("护照号码：E12345678", "E12345678"),
    "permit to the mainland": ("港澳居民来往内地通行证号：H0123456701", "H0123456701"),
    "home": ("家庭住址：延吉市北山街道丹春路12号3单元401室", "丹春路12号3单元401室"),
    "e-mail": ("电子邮箱：zhangsan1990@163.com", "zhangsan1990"),
    "WeChat": ("微信号：wxid_zs19900506", "wxid_zs19900506"),
    "birth date": ("出生日期：2009年5月6日", "5月6日"),
    "plate": ("驾驶吉H·A1234号摩托车", "A1234"),
}
TEXT = """延吉市市场监督管理局
行政处罚决定书
延市监处罚〔2023〕15号
当事人：张某，男，汉族，{first}，住延吉市新兴街道民旺胡同7号楼201室
经查，2023年3月6日，当事人{again}销售超过保质期的食品，货值金额500元，违法所得100元。本局于2023年3月10日立案。
上述行为违反了《中华人民共和国食品安全法》第三十四条第十项的规定。
依据《中华人民共和国食品安全法》第一百二十四条第一款第五项，决定处罚如下：
1.没收违法所得100元；
2.罚款200000元。
当事人应当自收到本决定书之日起15日内到中国农业银行延吉支行（户名：延吉市财政局，账号：0760010104000888）缴纳罚款。
如不服本决定，可以在60日内向延吉市人民政府申请行政复议，或者在6个月内向延吉市人民法院起诉。
联系人：金某　联系电话：0433-2911111
延吉市市场监督管理局
2023年5月16日
"""
SECOND = "民旺胡同7号楼201室"
SURVIVE = ("0433-2911111", "0760010104000888", "延市监处罚〔2023〕15号", "2023年5月16日")


def written(folder: Path, planted: str) -> Path:
    """The decision as a file; what is planted stands in the respondent's block and again in the facts."""
    folder.mkdir(exist_ok=True)
    path = folder / "decision.txt"
    path.write_text(TEXT.format(first=planted, again=f"（{planted}）"), encoding="utf-8")
    return path


def run(*words: str) -> str:
    """What a command prints, to either stream."""
    result = CliRunner().invoke(application, list(words), env={"COLUMNS": "400"})
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.output


def on_the_command_line(path: Path, database: str) -> str:
    out = run("extract", str(path), "--json")
    out += run("check", str(path), "--json", "--benchmarks", BENCHMARKS, "--db", database)
    out += run("check", str(path), "--json", "--benchmarks", BENCHMARKS, "--db", database)  # skipped, told again
    out += run("check", str(path), "--benchmarks", BENCHMARKS)
    out += run("check", str(path), "--benchmarks", BENCHMARKS, "--lang", "en")
    for language in ("zh", "en"):
        out += run("explain", "decision.txt", "--db", database, "--lang", language)
        out += run("recheck", "--what-if", "--db", database, "--benchmarks", BENCHMARKS, "--lang", language)
    return out + run("recheck", "--what-if", "--json", "--db", database, "--benchmarks", BENCHMARKS)


def in_the_sheet(path: Path, database: str) -> str:
    run("check", str(path), "--benchmarks", BENCHMARKS, "--db", database)
    sheet = path.with_name("findings.xlsx")
    run("report", "--db", database, "--out", str(sheet))
    return "\n".join(
        frame.to_csv() for frame in pd.read_excel(sheet, sheet_name=None, engine="calamine", header=None).values()
    )


def in_the_dashboard(path: Path, database: str) -> str:
    run("check", str(path), "--benchmarks", BENCHMARKS, "--db", database)
    with Store(database) as store:
        frames = [services.cases(store), services.findings(store), services.problems(store)]
        found = services.case(store, frames[0].iloc[0]["id"])
        assert found is not None and found.extracted is not None
        strong = [span for finding in found.checked["findings"] for span in finding["evidence"]]
        page = document.html(found.pages, facts.spans(found.extracted), strong)
        rows = list(facts._rows(found.extracted))
    parts = [frame.to_csv() for frame in frames] + ["".join(found.pages), page, str(rows)]
    return "\n".join([*parts, json.dumps([found.extracted, found.checked], ensure_ascii=False)])


def on_the_page(path: Path, database: str) -> str:
    """The case page itself, as Streamlit would draw it."""
    from streamlit.testing.v1 import AppTest

    run("check", str(path), "--benchmarks", BENCHMARKS, "--db", database)
    with Store(database) as store:
        (row,) = queries.results(store)
    before, sys.argv = sys.argv, ["app", "--db", database]
    started = sys.modules["__main__"]  # AppTest puts its script there, and spawned workers would run it
    try:
        test = AppTest.from_string("from dashboards.views import case, queue\nqueue.show()\ncase.show()")
        test.query_params["case"] = row["id"]
        test.session_state["case"] = row["id"]
        test.run(timeout=60)
    finally:
        sys.argv, sys.modules["__main__"] = before, started
    assert not test.exception
    tree = [str(element.proto) if hasattr(element, "proto") else "" for element in test.main]
    values = [str(getattr(element, "value", "")) for element in test.main]
    drawn = "\n".join([*tree, *values])
    assert "延市监处罚" in drawn and "caiheng-doc" in drawn
    return drawn


def in_the_database(path: Path, database: str) -> str:
    """Every column but the pages, which are kept to find evidence in them."""
    run("check", str(path), "--benchmarks", BENCHMARKS, "--db", database)
    with sqlite3.connect(database) as opened:
        return "\n".join(
            str(row) for name in ("results", "findings", "problems") for row in opened.execute(f"select * from {name}")
        )


OUTPUTS: dict[str, Callable[[Path, str], str]] = {
    "command line": on_the_command_line,
    "sheet": in_the_sheet,
    "dashboard": in_the_dashboard,
    "page": on_the_page,
    "database": in_the_database,
}


@pytest.mark.parametrize("output", OUTPUTS)
def test_what_is_planted_is_shown_nowhere(output: str, tmp_path: Path) -> None:
    everything = "，".join(words for words, _ in PLANTED.values())
    told = OUTPUTS[output](written(tmp_path, everything), str(tmp_path / "cases.db"))
    assert "延市监处罚〔2023〕15号" in told
    assert [name for name, (_, secret) in PLANTED.items() if secret in told] == []
    assert SECOND not in told and "2009-05-06" not in told and "222401200905061235" not in told


@pytest.mark.parametrize("name", PLANTED)
def test_each_kind_alone_is_starred_on_the_command_line(name: str, tmp_path: Path) -> None:
    words, secret = PLANTED[name]
    path = written(tmp_path, words)
    told = run("extract", str(path)) + run("check", str(path), "--json", "--benchmarks", BENCHMARKS)
    assert secret not in told and SECOND not in told


def test_what_is_not_personal_survives(tmp_path: Path) -> None:
    path = written(tmp_path, "手机：13812345678")
    told = OUTPUTS["dashboard"](path, str(tmp_path / "cases.db"))
    assert [words for words in SURVIVE if words not in told] == []


def test_the_check_still_reads_before_the_mask(tmp_path: Path) -> None:
    path = written(tmp_path, "身份证号：222401200905061235，手机：13812345678")
    lines = run("check", str(path), "--json", "--benchmarks", BENCHMARKS).splitlines()
    checked = next(json.loads(line) for line in lines if line.startswith("{"))
    (found,) = [each for each in checked["findings"] if each["check"] == "unmasked-personal-data"]
    assert "222*************35" in found["message_zh"] and "138******78" in found["message_en"]


def test_offsets_of_starred_quotes_are_those_of_the_page(tmp_path: Path) -> None:
    path = written(tmp_path, "身份证号：222401200905061235，家庭住址：延吉市北山街道丹春路12号3单元401室")
    (found,) = map(json.loads, run("extract", str(path)).splitlines())
    text = path.read_text(encoding="utf-8")
    assert found["personal_data"]
    for each in found["personal_data"]:
        assert len(each["quote"]) == each["end"] - each["start"]
        assert all(
            shown in ("*", raw) for shown, raw in zip(each["quote"], text[each["start"] : each["end"]], strict=True)
        )


def test_a_file_named_by_personal_data_is_starred_in_problems(tmp_path: Path) -> None:
    path = tmp_path / "张某222401200905061235电话13812345678.pdf"
    path.write_bytes(b"%PDF-1.4 broken")
    database = str(tmp_path / "cases.db")
    told = run("extract", str(path)) + run("check", str(path), "--db", database) + in_the_sheet(path, database)
    with Store(database) as store:
        told += services.cases(store).to_csv() + services.problems(store).to_csv()
    assert "13812345678" not in told and "20090506" not in told and "138******78" in told


def test_an_error_that_quotes_personal_data_is_starred(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["caiheng", "check", "x.txt", "--benchmarks", "/no/13912345678.yaml"])
    with pytest.raises(SystemExit):
        main()
    told = capsys.readouterr()
    assert "139******78" in told.err and "13912345678" not in told.out + told.err


def test_rows_written_before_are_starred_when_they_are_read(tmp_path: Path) -> None:
    database = str(tmp_path / "cases.db")
    run("check", str(written(tmp_path, "手机：13812345678")), "--benchmarks", BENCHMARKS, "--db", database)
    with sqlite3.connect(database) as opened:  # as an earlier release left them
        opened.execute(
            "update results set extracted = json_remove(extracted, '$.personal_data'), cause = '电话13812345678'"
        )
        opened.execute("update results set checked = replace(checked, '138******78', '13812345678')")
        opened.execute("update findings set message_zh = replace(message_zh, '138******78', '13812345678')")
    told = _shown(database)
    assert "13812345678" not in told and "138******78" in told


def _shown(database: str) -> str:
    with Store(database) as store:
        frames = [services.cases(store), services.findings(store)]
        found = services.case(store, frames[0].iloc[0]["id"])
    assert found is not None
    return "\n".join(
        [*(frame.to_csv() for frame in frames), *found.pages, json.dumps(found.checked, ensure_ascii=False)]
    )


def test_the_picture_of_a_page_has_personal_data_under_black_boxes(tmp_path: Path) -> None:
    from PIL import Image

    path, database = sample_data() / "cases" / "汪清消防个人处罚.pdf", str(tmp_path / "cases.db")
    run("check", str(path), "--benchmarks", BENCHMARKS, "--db", database)
    with Store(database) as store:
        found = services.case(store, services.cases(store).iloc[0]["id"])
        assert found is not None and "和平社区" not in "".join(found.pages)
        data = path.read_bytes()
        page = found.private[0]["page"]
        covered = services.case_picture(store, found, data, page, [])
        bare = services.page_picture(data, page, [])
        lost = dataclasses.replace(found, private=({"page": page, "start": 0, "end": 0, "quote": ""},))
        assert services.case_picture(store, lost, data, page, []) is None  # a place that is not found: no picture
    assert covered is not None

    def dark(picture: bytes) -> int:
        colours = Image.open(io.BytesIO(picture)).getcolors(1 << 24)
        return sum(count for count, colour in colours or () if colour == services.COVER[:3])

    assert dark(covered) > dark(bare) + 500


def test_an_empty_database_gives_an_empty_list(tmp_path: Path) -> None:
    with Store(str(tmp_path / "cases.db")) as store:
        assert services.cases(store).empty
