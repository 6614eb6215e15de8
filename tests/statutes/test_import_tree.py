"""The tree of a law's text: odd forms are read, what is no law or out of order is refused with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import DocumentError
from checker.statutes.importing.tree import Article, Item, LawText, Paragraph, read_tree

LAWS = Path(__file__).parents[3] / "shared" / "data" / "laws"
CHINESE = "零一二三四五六七八九"


def shape(law: LawText) -> list[tuple[str, list[tuple[str, list[tuple[int, str]]]]]]:
    """Articles, paragraphs and items, as plain data."""
    return [
        (each.name, [(one.lead, [(item.number, item.words) for item in one.listed]) for one in each.paragraphs])
        for each in law.articles
    ]


PLAIN = "某某管理条例\n第一条 甲。\n第二条 乙：\n（一）丙；\n（二）丁。\n戊。\n"
WANTED = [("1", [("甲。", [])]), ("2", [("乙：", [(1, "丙；"), (2, "丁。")]), ("戊。", [])])]


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        PLAIN.replace("第一条 甲", "第1条 甲").replace("第二条", "第２条"),
        PLAIN.replace("第一条 甲。", "第一条\n甲。").replace("第二条 乙", "第二条\n\n乙"),
        PLAIN.replace(" ", "　").replace("\n", "\r\n"),
        PLAIN.replace("第一条 ", "第一条").replace("第二条 ", "第二条"),
        PLAIN.replace("第一条", "##### 第一条").replace("第二条", "**第二条**"),
        PLAIN.replace("（一）", "(一)").replace("（二）", "(2) "),
        "\ufeff# 某某管理条例\n\n目 录\n第一章 总则\n第二章 附则\n\n## 第一章 总则\n" + PLAIN[7:],
        "某某管理条例\n目录\n第一章 总则……1\n第二章 罚则……2\n第一章　总　则\n" + PLAIN[7:],
        "某某管理条例\n目录\n第一条 宗旨……1\n第二条 范围……1\n" + PLAIN[7:],
        "<!-- x -->\n" + PLAIN.replace("第二条", "<!-- INFO END -->\n第二条"),
        PLAIN + "附：某某表\n第九条 不是条文\n",
    ],
)
def test_the_same_law_in_many_forms(text: str) -> None:
    assert shape(read_tree(text, "f")) == WANTED


def test_parts_chapters_and_inserted_articles() -> None:
    text = (
        "某法\n第一编 通则\n第一章 总 则\n第一条 甲。\n第一条之一 乙。\n"
        "第二章 罚则\n第一节 细\n第二条 丙。\n第二编 分则\n第三条 丁。\n"
    )
    law = read_tree(text, "f")
    assert [each.name for each in law.articles] == ["1", "1-1", "2", "3"]
    assert law.articles[1].path == (("编", 1, "通则"), ("章", 1, "总则"))
    assert law.articles[2].path == (("编", 1, "通则"), ("章", 2, "罚则"), ("节", 1, "细"))
    assert law.articles[3].path == (("编", 2, "分则"),)


def test_points_hang_on_their_item() -> None:
    law = read_tree("某法\n第一条 甲：\n（一）乙：\n1.丙；\n2．丁；\n（二）戊。\n", "f")
    items = law.articles[0].paragraphs[0].listed
    assert items == [Item(1, "乙：", None, {1: "丙；", 2: "丁；"}), Item(2, "戊。")]


def test_a_sentence_about_an_article_is_no_article() -> None:
    law = read_tree("某法\n第一条 甲。\n第二条规定的行为，从其规定。\n第二条 乙。\n", "f")
    assert [len(each.paragraphs) for each in law.articles] == [2, 1]


def test_missing_numbers_are_told() -> None:
    assert read_tree("某法\n第一条 甲。\n第四条 乙。\n", "f").gaps == (2, 3)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("某法\n第一条 甲。\n第三条 乙。\n第二条 丙。\n", "law-order"),
        ("某法\n第一条 甲。\n第二条 乙。\n第二条 丙。\n", "law-twice"),
        ("某法\n没有条文。\n", "law-no-articles"),
        ("The Law of Nowhere\nArticle 1 Nobody shall.\n", "law-no-articles"),
        ("第一条 甲。\n第二条 乙。\n", "law-no-title"),
        ("全国人民代表大会常务委员会关于修改《某某法》的决定\n第一条 甲。\n", "law-amending"),
        ("中华人民共和国某法修正案（草案）\n第一条 甲。\n", "law-amending"),
        ("", "law-no-articles"),
    ],
)
def test_what_is_refused_and_why(text: str, code: str) -> None:
    with pytest.raises(DocumentError) as raised:
        read_tree(text, "f")
    assert raised.value.code == code


def numeral(number: int) -> str:
    """1 to 99 in Chinese."""
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else ("十" if tens == 1 else CHINESE[tens] + "十")) + (CHINESE[ones] if ones else "")


WORDS = st.text("甲乙丙丁戊己庚辛的为在", min_size=1, max_size=8).map(lambda each: f"{each}。")
ITEMS = st.lists(WORDS, max_size=3).map(lambda found: [Item(at, each) for at, each in enumerate(found, 1)])
PARAGRAPHS = st.lists(st.tuples(WORDS, ITEMS), min_size=1, max_size=3).map(
    lambda found: [Paragraph(at, lead, items) for at, (lead, items) in enumerate(found, 1)]
)
TREES = st.lists(st.tuples(PARAGRAPHS, st.booleans()), min_size=1, max_size=30)


def build(parts: list[tuple[list[Paragraph], bool]]) -> list[Article]:
    """Articles numbered on, some of them as 之 of the one before."""
    found: list[Article] = []
    for paragraphs, inserted in parts:
        last = found[-1] if found else None
        if inserted and last is not None:
            found.append(Article(last.number, (last.sub or 0) + 1, paragraphs))
        else:
            found.append(Article((last.number if last else 0) + 1, None, paragraphs))
    return found


def render(articles: list[Article], *, arabic: bool, mark: str, tight: bool, blank: bool) -> str:
    """The tree as a text in one of many habits."""
    write = str if arabic else numeral
    lines = ["中华人民共和国某法"]
    for each in articles:
        sub = f"之{write(each.sub)}" if each.sub else ""
        for paragraph in each.paragraphs:
            head = f"{mark}第{write(each.number)}条{sub}" + ("\n" if tight else "　") if paragraph.number == 1 else ""
            lines.append(head + paragraph.lead)
            lines += [f"（{write(item.number)}）{item.text}" for item in paragraph.listed]
    return ("\n\n" if blank else "\n").join(lines)


@given(TREES, st.booleans(), st.sampled_from(["", "#### ", "　　"]), st.booleans(), st.booleans())
def test_a_rendered_tree_is_read_back(
    parts: list[tuple[list[Paragraph], bool]], arabic: bool, mark: str, tight: bool, blank: bool
) -> None:
    wanted = build(parts)
    assert list(read_tree(render(wanted, arabic=arabic, mark=mark, tight=tight, blank=blank), "f").articles) == wanted


@pytest.mark.skipif(not LAWS.is_dir(), reason="the official law texts (../shared/data) are not on this machine")
def test_articles_of_the_real_laws_have_no_gaps_but_one() -> None:
    gaps = {}
    for path in LAWS.rglob("*.md"):
        law = read_tree(path.read_text(encoding="utf-8"), path.name)
        if law.gaps:
            gaps[path.stem] = law.gaps
    assert gaps == {"刑事诉讼法(2018-10-26)": (128,)}  # the file itself lacks it
