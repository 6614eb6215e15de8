"""Reading order, cells, tilt, and pages that lie on their side."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from checker.parse.scan.layer import state
from checker.parse.scan.layout import laid_out
from checker.parse.scan.lines import Line, Reading
from checker.parse.scan.pixels import turned, turned_back
from checker.parse.scan.reading import read_page
from tests.parse.scan.making import Reader, line


def text(*lines: Line) -> str:
    return laid_out(Reading(lines), 1654, 2339)[0]


def test_lines_come_from_the_top_and_cells_from_the_left() -> None:
    assert text(line("乙", 900, 302), line("丙", 100, 400), line("甲", 100, 300)) == "甲\t乙\n丙"


def test_pieces_of_one_line_are_joined() -> None:
    assert text(line("罚款", 100, 300), line("50000元", 165, 303)) == "罚款50000元"


def tilted(words: str, left: float, top: float, slope: float) -> Line:
    straight = line(words, left, top).corners
    moved = tuple(value + slope * straight[at - 1] if at % 2 else value for at, value in enumerate(straight))
    return Line(words, 0.9, moved)


def test_a_tilted_page_keeps_its_rows() -> None:
    rows = [
        (tilted("当事人名称" * 3, 100, 300 + 50 * at, 0.04), tilted(f"{at}元整整整", 1300, 300 + 50 * at, 0.04))
        for at in range(5)
    ]
    assert text(*(piece for row in reversed(rows) for piece in row)).split("\n") == [
        "当事人名称" * 3 + f"\t{at}元整整整" for at in range(5)
    ]


@given(
    st.lists(
        st.tuples(st.text("甲乙丙1a", min_size=1, max_size=9), st.integers(0, 1500), st.integers(0, 2200)), max_size=12
    )
)
def test_every_line_stands_where_its_span_says(found: list[tuple[str, int, int]]) -> None:
    lines = tuple(dict.fromkeys(line(words, left, top) for words, left, top in found))
    made, placed = laid_out(Reading(lines), 1654, 2339)
    assert {each: made[spot.start : spot.end] for each, spot in placed.items()} == {each: each.text for each in lines}


def column(left: float, top: float, words: str, count: int) -> list[Line]:
    return [line(f"{words}{at:02}" + "字" * 16, left, top + 50 * at) for at in range(count)]


def test_two_columns_are_read_one_after_the_other_between_what_runs_over_both() -> None:
    left, right = column(100, 300, "左", 8), column(740, 303, "右", 6)
    title, foot = line("行政处罚决定书" * 3, 500, 100), line("第一页共一页" * 2, 650, 900)
    expected = [title, *left, *right, foot]
    assert text(*reversed(expected)).split("\n") == [each.text for each in expected]


def test_cells_of_a_table_are_read_across() -> None:
    names = [line("名称" + "的" * (at % 4), 100, 300 + 50 * at) for at in range(8)]
    values = [line("内容" * 9, 820, 300 + 50 * at) for at in range(8)]
    assert text(*names, *values).split("\n") == [f"{a.text}\t{b.text}" for a, b in zip(names, values, strict=True)]


def test_no_lines_give_no_text() -> None:
    assert text() == ""


@given(st.integers(0, 7), st.integers(1, 9), st.integers(1, 9), st.data())
def test_a_point_of_a_turned_page_is_found_again(quarters: int, width: int, height: int, data: st.DataObject) -> None:
    page = np.zeros((height, width, 3), dtype=np.uint8)
    x, y = data.draw(st.integers(0, width - 1)), data.draw(st.integers(0, height - 1))
    page[y, x] = 255
    (row,), (column,), _ = (np.unique(each) for each in np.nonzero(turned(page, quarters)))
    left, top, right, bottom = turned_back((column, row, column + 1, row + 1), quarters, width, height)
    assert (min(left, right), min(top, bottom)) == (x, y)


class Upright(Reader):
    """Reads well only where the page's mark (a white corner) is at the top left."""

    def lines(self, pixels: np.ndarray) -> tuple[Line, ...]:
        self.pages.append(pixels.shape)
        if pixels.shape[0] < pixels.shape[1]:  # on its side: lines run down
            return (Line("？？", 0.4, (10, 10, 40, 10, 40, 400, 10, 400)),)
        return (line("行政处罚决定书", 5, 5, score=0.99 if pixels[0, 0, 0] else 0.4),)


def test_a_page_is_read_with_its_head_up() -> None:
    page = np.zeros((600, 400, 3), dtype=np.uint8)
    page[:9, :9] = 255
    for quarters in range(4):
        found = read_page(turned(page, quarters), Upright())
        assert [each.text for each in found.lines] == ["行政处罚决定书"] and (quarters + found.quarters) % 4 == 0
        height, width = turned(page, quarters).shape[:2]
        (spot,) = laid_out(found, width, height)[1].values()
        assert all(0 <= value <= 1 for value in spot.corners)


def full() -> float:
    return 1.0


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=30))
def test_chinese_text_is_sound(words: str) -> None:
    assert state(words, full) == "sound"


def test_lost_text_is_known() -> None:
    assert state(" \n", full) == "empty"
    assert state("\ue123\ue124处罚", full) == "damaged"
    assert state("(cid:12)(cid:13)", full) == "damaged"
    assert state("ÐÐÕþ´¦·£¾ö¶¨Êé", full) == "damaged"
    assert state("CamScanner", full) == "covered"
    assert state("CamScanner", lambda: 0.2) == "sound"
    assert state("Café à la carte, naïve résumé", lambda: 0.0) == "sound"
    assert state("行政处罚决定书" * 20 + "\ufffd", full) == "sound"
