"""From files to law files: a small invented law read to the last clause, two versions in one file, bad input named."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml

from checker.records.law import Citation
from checker.statutes import StatuteBook
from checker.statutes.importing import Report, import_laws, read_law_text

LAWS = Path(__file__).parents[3] / "shared" / "data" / "laws"
DAY = date(2026, 1, 1)
OLD = """某市路灯管理办法
（2010年3月1日某市人民政府令第5号公布）
第一章 总则
第一条 为了照亮道路，制定本办法。
第二条 任何人不得损坏路灯。
禁止下列行为：
（一）攀爬灯杆；
（二）在灯杆上晾晒。
第二章 法律责任
第三条 违反本办法第二条第一款规定，损坏路灯的，处一千元以上五千元以下罚款。
第四条 有本办法第二条第二款第（一）项、第（二）项行为之一的，给予警告，可以并处二百元以下罚款。
单位有前款行为的，依照前款规定处罚。
第五条 路灯经营者有下列行为之一的，处货值金额二倍以上五倍以下罚款；货值金额不足一万元的，按一万元计算：
（一）违反本办法第九十条规定的；
（二）被处以罚款后仍不改正的。
第六条 盗窃路灯的，依照《中华人民共和国治安管理处罚法》第四十九条的规定处罚。
第七条 管理部门的工作人员玩忽职守的，给予警告、记过处分。
第八条 罚款应当上缴国库。
第九条 违反本办法的，处应缴费用与利息之和若干成的罚款。
第十条 本办法自2010年5月1日起施行。
"""
NEW = (
    OLD.replace("公布）", "公布　2020年6月1日某市人民政府令第9号修订）")
    .replace("一千元以上五千元以下", "二千元以上一万元以下")
    .replace("2010年5月1日起", "2020年7月1日起")
)


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("乱扔的，处一百元罚款；有违法收入的予以没收。", {"fine", "confiscate_gains"}),
        ("乱扔的，处一百元罚款；情节严重的，予以撤销登记。", {"fine", "revoke_licence"}),
        ("有本办法规定的情形，有违法所得的，由城管部门予以没收；处一百元罚款。", {"fine", "confiscate_gains"}),
        ("乱建的，处一百元罚款；情节严重的，降低资质等级或者吊销资质证书。", {"fine", "downgrade", "revoke_licence"}),
        ("被吊销许可证后乱扔的，处一百元罚款。", {"fine"}),
        ("乱扔的，没收违法所得，处一百元罚款。", {"fine", "confiscate_gains"}),
    ],
)
def test_no_sanction_that_is_named_is_lost(words: str, kinds: set[str]) -> None:
    text = read_law_text(f"某市办法\n第一条 {words}\n第二条 本办法自2020年1月1日起施行。".encode(), "f.md")
    assert {each["sanction"] for clause in text.written for each in clause.branches} == kinds


def test_items_get_the_fines_that_the_next_paragraph_sets(tmp_path: Path) -> None:
    text = (
        "某市办法\n第一条 有下列行为之一的，由城管部门责令改正，处以罚款，没收违法所得：\n"
        "（一）甲；\n（二）乙；\n（三）丙。\n"
        "有前款第一项、第三项行为之一的，处一百元以上二百元以下的罚款；"
        "有前款第二项行为的，处三百元罚款，情节严重的，处五百元罚款。\n"
        "第二条 本办法自2020年1月1日起施行。"
    )
    run(tmp_path, ("f.md", text))
    first, second, whole = written(tmp_path)["provisions"]
    assert (first["items"], second["items"], whole["paragraph"]) == ([1, 3], [2], 2)
    gains = {"sanction": "confiscate_gains"}
    assert first["branches"] == [{"sanction": "fine", "lower": 100, "upper": 200}, gains]
    assert second["branches"] == [
        {"sanction": "fine", "lower": 300, "upper": 300},
        {"sanction": "fine", "when": "severe", "lower": 500, "upper": 500},
        gains,
    ]


def run(tmp_path: Path, *files: tuple[str, str | bytes], **options: Any) -> Report:
    """Import these files into tmp_path/out."""
    folder = tmp_path / "in"
    folder.mkdir(exist_ok=True)
    for name, content in files:
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return import_laws([folder / name for name, _ in files], tmp_path / "out", confirmed=DAY, **options)


def written(tmp_path: Path) -> dict[str, Any]:
    """The one file written."""
    (path,) = (tmp_path / "out").glob("*.yaml")
    return dict(yaml.safe_load(path.read_text(encoding="utf-8")))


def test_every_clause_of_a_small_law(tmp_path: Path) -> None:
    run(tmp_path, ("old.md", OLD))
    assert written(tmp_path) == {
        "law": "某市路灯管理办法",
        "kind": "local",
        "new_law": True,
        "last_confirmed": DAY,
        "history": ["2010-03-01公布，2010-05-01施行"],
        "versions": [{"in_force_from": date(2010, 5, 1), "articles": 10, "source": "2010-03-01公布，2010-05-01施行"}],
        "provisions": [
            {
                "article": 3,
                "paragraph": 1,
                "violates": ["2 1"],
                "branches": [{"sanction": "fine", "lower": 1000, "upper": 5000}],
            },
            {
                "article": 4,
                "paragraph": 1,
                "violates": ["2 2 1", "2 2 2"],
                "branches": [
                    {"sanction": "warning"},
                    {"sanction": "fine", "obligation": "may", "lower": 0, "upper": 200},
                ],
            },
            {
                "article": 4,
                "paragraph": 2,
                "violates": ["4 1"],
                "like": "4 1",
                "branches": [
                    {"sanction": "warning"},
                    {"sanction": "fine", "obligation": "may", "lower": 0, "upper": 200},
                ],
            },
            {
                "article": 5,
                "paragraph": 1,
                "items": [1, 2],
                "branches": [
                    {"sanction": "fine", "lower": 2, "upper": 5, "base_at_least": 10000, "base": "goods_value"},
                ],
            },
        ],
    }


def test_what_is_left_out_is_listed_with_its_reason() -> None:
    text = read_law_text(OLD.encode(), "old.md")
    assert {str(each.where): each.reason for each in text.left} == {
        "5 1 2": "mention",
        "6 1": "other-law",
        "7 1": "discipline",
        "8 1": "mention",
        "9 1": "not-understood",
    }
    assert len(text.clauses) == len(text.written) + len(text.left)
    assert [(str(each.where), each.unresolved) for each in text.clauses if each.unresolved] == [("5 1", ["90"])]


@pytest.mark.parametrize("together", [True, False])
def test_two_versions_stand_in_one_file(tmp_path: Path, together: bool) -> None:
    if together:
        run(tmp_path, ("new.md", NEW), ("old.md", OLD))
    else:
        run(tmp_path, ("old.md", OLD))
        run(tmp_path, ("new.md", NEW))
    book = StatuteBook.load(tmp_path / "out")
    upper = {}
    for day in (date(2020, 6, 30), date(2020, 7, 1)):
        found = book.resolve(Citation("某市路灯管理办法", 3), day)
        upper[day] = [end.value for p in found.provisions for b in p.branches if (end := b.upper) is not None]
    assert upper == {date(2020, 6, 30): [5000], date(2020, 7, 1): [10000]}
    same = [each for each in book.provisions if each.article == 4 and each.paragraph == 1]
    assert [(each.in_force_from, each.in_force_to) for each in same] == [(date(2010, 5, 1), None)]
    assert [each.in_force_to for each in book.versions["某市路灯管理办法"]] == [date(2020, 6, 30), None]


def test_an_act_without_its_text_ends_the_version_before_it(tmp_path: Path) -> None:
    newer = NEW.replace("公布　2020", "公布　2015年2月1日某市人民政府令第7号修订　2020")
    run(tmp_path, ("old.md", OLD), ("new.md", newer))
    assert [each.get("in_force_to") for each in written(tmp_path)["versions"]] == [date(2015, 1, 31), None]
    dated = [(each.get("in_force_from"), each.get("in_force_to")) for each in written(tmp_path)["provisions"]]
    assert (None, date(2015, 1, 31)) in dated and (None, None) not in dated


def test_a_day_of_entry_into_force_can_be_told(tmp_path: Path) -> None:
    text = OLD.replace("公布）", "公布　根据2012年1月1日《关于修改部分规章的决定》修正）")
    run(tmp_path, ("old.md", text), in_force={date(2012, 1, 1): date(2012, 3, 1)})
    (version,) = written(tmp_path)["versions"]
    assert version["in_force_from"] == date(2012, 3, 1) and "人工告知" in version["source"]


def test_a_file_that_a_person_changed_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "out" / "某市路灯管理办法.yaml"
    assert not run(tmp_path, ("old.md", OLD)).problems
    assert not run(tmp_path, ("old.md", OLD)).problems
    path.write_text(path.read_text(encoding="utf-8").replace("upper: 200}", "upper: 300}"), encoding="utf-8")
    before = path.read_bytes()
    report = run(tmp_path, ("old.md", OLD))
    assert [each.code for each in report.problems] == ["law-edited"] and path.read_bytes() == before
    assert not run(tmp_path, ("old.md", OLD), force=True).problems and path.read_bytes() != before


def word(text: str) -> bytes:
    """A DOCX of these lines."""
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


HTML = "<!DOCTYPE html><html><body>" + "".join(f"<p>{line}</p>" for line in OLD.splitlines()) + "</body></html>"


@pytest.mark.parametrize(
    ("name", "data"), [("a.docx", word(OLD)), ("a.html", HTML.encode()), ("a.txt", OLD.encode("gb18030"))]
)
def test_formats_say_the_same(tmp_path: Path, name: str, data: bytes) -> None:
    run(tmp_path, (name, data))
    assert [each["article"] for each in written(tmp_path)["provisions"]] == [3, 4, 4, 5]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"  \n", "no-text"),
        ("某法\n没有条文。".encode(), "law-no-articles"),
        (b"The Law\nArticle 1. Nobody shall.", "law-no-articles"),
        (word(OLD)[:2000], "docx-damaged"),
        (OLD.replace("第七条", "第二十条").encode(), "law-order"),
        (OLD.replace("第七条", "第六条").encode(), "law-twice"),
        ("某法\n第一条 甲。".encode(), "law-undated"),
        (b"%PDF-1.4 broken", "pdf-damaged"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 99, "image-damaged"),
    ],
)
def test_bad_input_is_named_and_the_rest_goes_on(tmp_path: Path, data: bytes, code: str) -> None:
    report = run(tmp_path, ("bad.md", data), ("good.md", OLD))
    assert [(each.code, Path(each.file).name) for each in report.problems] == [(code, "bad.md")]
    assert "bad.md" in report.problems[0].message_zh and "bad.md" in report.problems[0].message_en
    assert len(report.laws) == 1


def test_twins_are_named(tmp_path: Path) -> None:
    report = run(tmp_path, ("a.md", OLD), ("b.md", OLD), ("c.md", OLD.replace("五千元", "六千元")))
    assert len(report.same) == 1 and [each.code for each in report.problems] == ["law-two-texts"]


@pytest.mark.skipif(not LAWS.is_dir(), reason="the official law texts (../shared/data) are not on this machine")
def test_the_real_laws_load_and_nothing_is_lost(tmp_path: Path) -> None:
    report = import_laws([LAWS], tmp_path, confirmed=DAY)
    assert report.problems == []
    texts = [text for law in report.laws for text in law.texts]
    assert len(texts) + len(report.same) == 312
    assert all(len(each.clauses) == len(each.written) + len(each.left) for each in texts)
    assert sum(len(each.written) for each in texts) > 2000
    book = StatuteBook.load(tmp_path)
    for wanted in (124, 126):
        found = book.resolve(Citation("食品安全法", wanted, 1), date(2023, 5, 1))
        assert found.state == "known"
