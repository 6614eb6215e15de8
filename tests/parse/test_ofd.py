"""OFD: whatever way a writer sets its text, the page reads as a person reads it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.parse import boxes, parse
from checker.parse.ofd.writing import deltas
from checker.records.document import Document
from checker.records.read import Span
from tests.making_ofd import (
    LEFT,
    PITCH,
    SIZE,
    SPACE,
    TOP,
    Style,
    advance,
    char_objects,
    frame,
    g_objects,
    line_objects,
    ofd,
    package,
    page,
    rule,
    scaled_objects,
    steps,
    text,
    zipped,
)

LINES = [
    "延吉市市场监督管理局",
    "行政处罚决定书",
    "当事人：某某超市，代码：92222401MA14HX2P24",
    "2023年3月6日，罚款52000元（伍万贰仟元整）。",
]
Layout = Callable[[Sequence[str]], str]
LAYOUTS: list[Layout] = [line_objects, g_objects, char_objects, scaled_objects]


def read(data: bytes) -> Document:
    return parse(data, "x.ofd")


def texts(data: bytes) -> list[str]:
    return [each.text for each in read(data).pages]


def codes(data: bytes) -> list[tuple[str, int | None]]:
    return [(each.code, each.page) for each in read(data).problems]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_same_lines(layout: Layout) -> None:
    document = read(ofd(page(layout(LINES))))
    assert (document.format, document.pages[0].text, document.problems) == ("ofd", "\n".join(LINES), ())


def test_drawing_order_does_not_matter() -> None:
    objects = [text(line, LEFT, TOP + n * PITCH, dx=steps(line)) for n, line in enumerate(LINES)]
    assert texts(ofd(page("".join(reversed(objects))))) == ["\n".join(LINES)]


@pytest.mark.parametrize("prefix", ["ofd", "", "o", "版式"])
@pytest.mark.parametrize("paths", ["relative", "absolute", "rootless"])
def test_prefixes_and_paths_of_any_kind(prefix: str, paths: str) -> None:
    style = Style(prefix=prefix, paths=paths)
    assert texts(ofd(page(line_objects(LINES)), style=style)) == ["\n".join(LINES)]


@pytest.mark.parametrize("encoding", ["UTF-8", "GB18030", "GBK", "UTF-16"])
def test_parts_in_any_chinese_encoding(encoding: str) -> None:
    assert texts(ofd(page(line_objects(LINES)), style=Style(encoding=encoding))) == ["\n".join(LINES)]


def test_gb18030_without_a_declaration_and_a_name_of_another_version() -> None:
    content = page(line_objects(LINES)).replace(SPACE, "http://www.ofdspec.org").encode("gb18030")
    made = package([["x"]], extra={"Doc_0/Pages/Page_0/Content.xml": content})
    assert texts(zipped(made)) == ["\n".join(LINES)]


def test_windows_separators_and_other_case_in_paths() -> None:
    made = package([[page(line_objects(LINES))]])
    document = made.pop("Doc_0/Document.xml").replace(b"Pages/Page_0/Content.xml", b"pages\\Page_0\\content.XML")
    assert texts(zipped({**made, "Doc_0/Document.xml": document})) == ["\n".join(LINES)]


def test_pages_stand_in_the_documents_order_not_in_that_of_their_names() -> None:
    pages = [page(line_objects([f"第{n}部分"])) for n in "一二三"]
    assert texts(ofd(*pages)) == ["第一部分", "第二部分", "第三部分"]


def test_two_documents_in_one_file_follow_each_other() -> None:
    made = package([[page(line_objects(["告知书"]))], [page(line_objects(["决定书"])), page(line_objects(["附页"]))]])
    assert texts(zipped(made)) == ["告知书", "决定书", "附页"]


def test_a_template_is_read_on_each_page_that_uses_it() -> None:
    templates = {"7": page(text("某某市市场监督管理局", 60, 15, dx="g 9 5"))}
    pages = [page(line_objects(LINES[:2]), template="7"), page(line_objects(LINES[2:]), template="7")]
    head = "某某市市场监督管理局"
    assert texts(ofd(*pages, templates=templates)) == [
        "\n".join([head, *LINES[:2]]),
        "\n".join([head, *LINES[2:]]),
    ]


def test_wrapped_lines_and_running_heads_are_mended_as_in_a_pdf() -> None:
    from checker.text.repair import repair

    words = "".join(
        f"第{n}项商品超过保质期，本机关决定处以罚款人民币伍万贰仟元整的行政处罚，并没收所得。" for n in range(18)
    )
    lines = [words[at : at + 30] for at in range(0, len(words), 30)]
    pages = [
        page(line_objects(lines[at : at + 8]) + text(f"- {at} -", 100, 285), template="7")
        for at in range(0, len(lines), 8)
    ]
    templates = {"7": page(text("某某市市场监督管理局", 60, 15, dx="g 9 5"))}
    clean = repair(read(ofd(*pages, templates=templates))).text
    assert "市场监督管理局" not in clean and "- 8 -" not in clean
    assert clean.replace("\n", "") == words and clean.count("\n") <= 4  # lines that end with a sentence


def test_a_ruled_table_reads_cell_by_cell() -> None:
    xs, ys = (30, 70, 130, 180), (40, 60, 80)
    rules = [rule(xs[0], y, xs[-1], y) for y in ys] + [rule(x, ys[0], x, ys[-1]) for x in xs]
    words = [
        text("违法行", 32, 47), text("为", 32, 54), text("经营过期食品、未", 72, 47), text("查验", 72, 54),
        text("罚款", 132, 47), text("依据", 32, 67), text("第一百二十四条", 72, 67), text("5万元", 132, 67),
        text("前言", 32, 30), text("后语", 32, 95),
    ]  # fmt: skip
    expected = "前言\n违法行为\t经营过期食品、未查验\t罚款\n依据\t第一百二十四条\t5万元\n后语"
    assert texts(ofd(page("".join(rules + words)))) == [expected]
    boxed = [frame(xs[i], ys[j], xs[i + 1], ys[j + 1]) for i in range(3) for j in range(2)]
    assert texts(ofd(page("".join(boxed + words)))) == [expected]


@pytest.mark.parametrize("layout", [g_objects, char_objects])
def test_a_code_that_runs_over_the_edge_of_its_cell_stays_whole(layout: Layout) -> None:
    rules = [rule(30, y, 150, y) for y in (40, 50, 60)] + [rule(x, 40, x, 60) for x in (30, 71, 150)]
    words = layout(["91222401MA4A676T0Q"], 47) + text("曲某", 80, 47) + text("金额", 32, 57) + text("5万元", 80, 57)
    assert texts(ofd(page("".join(rules) + words))) == ["91222401MA4A676T0Q\t曲某\n金额\t5万元"]


def test_more_rules_than_a_table_has_are_told_and_the_words_kept() -> None:
    grid = [rule(10, y / 2, 200, y / 2 + 0.0) for y in range(100, 400, 5)]
    grid += [rule(x, 50, x, 200) for x in range(10, 200, 4)]
    data = ofd(page("".join(grid) + text("罚款", 32, 60)))
    assert (texts(data), codes(data)) == (["罚款"], [("ofd-rules", 1)])


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [f"左栏第{n}行文字写到栏的边上" for n in "一二三四五六七八九十"]
    right = [f"右栏第{n}行文字写到栏的边上" for n in "一二三四五六七八九十"]
    objects = text("行政处罚决定书", 80, 25, dx="g 6 5")
    pairs = enumerate(zip(left, right, strict=True))
    objects += "".join(text(a, 20, 40 + 8 * n) + text(b, 110, 40 + 8 * n) for n, (a, b) in pairs)
    assert texts(ofd(page(objects))) == ["\n".join(["行政处罚决定书", *left, *right])]


def test_labels_and_values_are_no_columns() -> None:
    for label, gap in (("当事人", "\t"), ("统一社会信用代码", " ")):
        start = 110 - (SIZE * len(label) + (9 if gap == " " else 40))
        pairs = [text(label, start, 40 + 8 * n) + text("某某超市", 110, 40 + 8 * n) for n in range(12)]
        assert texts(ofd(page("".join(pairs))))[0].splitlines() == [f"{label}{gap}某某超市"] * 12


def test_turned_and_upright_writing_stays_whole_and_comes_after_the_text() -> None:
    turned = text("下载次数", 1.5, 0, ctm="0 1 -1 0 0.5 -2", boundary="200 60 20 20", dx="g 3 5")
    upright = text("处罚专用", 10, 50, dx="g 3 0", dy="g 3 6")
    assert texts(ofd(page(turned + upright + line_objects(LINES[:3])))) == [
        "\n".join([*LINES[:3], "处罚专用", "下载次数"])
    ]


def test_a_cell_holds_upright_writing() -> None:
    rules = [rule(30, y, 100, y) for y in (40, 80, 90)] + [rule(x, 40, x, 90) for x in (30, 50, 100)]
    words = text("当事人", 35, 48, dy="6 6") + text("某某超市", 55, 60) + text("罚款", 33, 87) + text("50元", 55, 87)
    assert texts(ofd(page("".join(rules) + words))) == ["当事人\t某某超市\n罚款\t50元"]


def test_hidden_objects_are_left_out_and_nested_blocks_read() -> None:
    hidden = text("不显示", 30, 40, more='Visible="false"')
    nested = f"<ofd:PageBlock><ofd:PageBlock>{text('显示', 30, 50)}</ofd:PageBlock></ofd:PageBlock>"
    assert texts(ofd(page(hidden + nested))) == ["显示"]


def test_words_inside_a_composite_unit_are_read_where_it_stands() -> None:
    inside = f"<ofd:Content>{text('罚款', 0, 5)}</ofd:Content>"
    unit = f'<ofd:CompositeGraphicUnit ID="5" Width="50" Height="10">{inside}</ofd:CompositeGraphicUnit>'
    resource = f'<ofd:Res xmlns:ofd="{SPACE}"><ofd:CompositeGraphicUnits>{unit}</ofd:CompositeGraphicUnits></ofd:Res>'
    objects = '<ofd:CompositeObject ID="3" ResourceID="5" Boundary="60 45 50 10"/>' + text("处以", 30, 50)
    made = package([[page(objects)]], extra={"Doc_0/DocumentRes.xml": resource})
    common = b"<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes></ofd:CommonData>"
    made["Doc_0/Document.xml"] = made["Doc_0/Document.xml"].replace(b"</ofd:CommonData>", common)
    assert texts(zipped(made)) == ["处以\t罚款"]


def test_bold_by_printing_twice_is_read_once() -> None:
    once = text("罚款11元", 30, 40, dx=steps("罚款11元"))
    assert texts(ofd(page(once + once.replace('Boundary="30 ', 'Boundary="30.2 ')))) == ["罚款11元"]


def test_gaps_read_as_blanks_and_tabs() -> None:
    assert texts(ofd(page(text("行政", 30, 40, dx="10") + text("张某", 70, 40) + text("李某", 120, 40)))) == [
        "行 政\t张某\t李某"
    ]


def test_escapes_and_pretty_printing_inside_a_text_code() -> None:
    assert texts(ofd(page(text("\n      罚款\\0020五万元\n     ", 30, 40)))) == ["罚款 五万元"]


def test_glyphs_without_a_character_are_told() -> None:
    data = ofd(page(text("罚款¤¤元", 30, 40)))
    assert codes(data) == [("ofd-glyphs", 1)]
    assert texts(data)[0].replace("\t", "").replace(" ", "") == "罚款元"


@pytest.mark.parametrize("wrong", ['Size="x"', 'Size="1e999"', 'CTM="1 0 0"', 'Boundary="NaN 0 1 1"'])
def test_positions_that_are_no_numbers_are_told_and_the_words_kept(wrong: str) -> None:
    name = wrong.split("=")[0]
    content = re.sub(rf'{name}="[^"]*"', wrong, text("罚款五万元", 30, 40, ctm="1 0 0 1 0 0", dx="g 4 5"), count=1)
    data = ofd(page(content))
    assert (texts(data), codes(data)) == (["罚款五万元"], [("ofd-positions", 1)])


@pytest.mark.parametrize("dx", ["g", "g 2", "g x 5", "g -1 5", "5 abc", "g 99999999999 5"])
def test_offsets_that_make_no_sense_are_told_and_the_words_kept(dx: str) -> None:
    data = ofd(page(text("罚款五万元", 30, 40, dx=dx)))
    assert (texts(data), codes(data)) == (["罚款五万元"], [("ofd-positions", 1)])


def test_offsets() -> None:
    assert deltas("1 g 2 3.5 2", 4) == ([1, 3.5, 3.5, 2], False)
    assert deltas("g 900000 3", 3) == ([3, 3, 3], False)
    assert deltas("4", 3) == ([4, 4, 4], False)
    assert deltas(None, 3) == (None, False)


@given(st.text(alphabet="g 0123456789.-exnaif", max_size=40), st.integers(0, 30))
def test_offsets_are_as_many_as_wanted_whatever_is_written(written: str, wanted: int) -> None:
    found, _ = deltas(written, wanted)
    assert found is None or len(found) == wanted


@given(st.lists(st.text(alphabet="罚款元整，。；0123456789Aa", min_size=1, max_size=20), min_size=1, max_size=8))
def test_what_is_written_is_read(lines: list[str]) -> None:
    for layout in LAYOUTS:
        assert texts(ofd(page(layout(lines)))) == ["\n".join(lines)]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_span_has_its_box_in_millimetres(layout: Layout) -> None:
    data = ofd(page(layout(LINES)))
    whole = texts(data)[0]
    start = whole.index("52000元")
    (box,) = boxes(data, [Span(1, start, start + 6, "52000元")])
    left = LEFT + sum(map(advance, LINES[3][: LINES[3].index("52000元")]))
    assert (box.page_width, box.page_height) == (210, 297)
    assert box.x0 == pytest.approx(left, abs=0.1) and box.x1 - box.x0 == pytest.approx(3.5 * SIZE, abs=0.1)
    assert box.y0 < TOP + 3 * PITCH < box.y1


def test_a_span_over_two_lines_has_two_boxes_and_a_wrong_one_none() -> None:
    data = ofd(page(line_objects(LINES)))
    whole = texts(data)[0]
    assert len(boxes(data, [Span(1, 0, 15, whole[:15])])) == 2
    assert boxes(data, [Span(1, 0, 4, "别的文字"), Span(9, 0, 1, "延")]) == []
