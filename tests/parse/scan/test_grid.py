"""Ruled tables on a picture: cells stay whole, whatever the tilt; print and frames are no tables."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PIL import Image, ImageDraw

from checker.parse.scan.grid import with_cells
from checker.parse.scan.layout import laid_out
from checker.parse.scan.lines import Line, Reading
from checker.parse.scan.pixels import Pixels
from tests.parse.scan.making import line, rendered

LEFT, MIDDLE, RIGHT = 130, 360, 1500
ROWS = (200, 252, 420, 480)
FORM = (
    line("案由", 180, 210),
    line("违法事实", 160, 290),
    line("2022年7月12", 380, 262),
    line("日售出餐", 380, 302),
    line("食6240元。", 380, 342),
    line("没有异议", 380, 382),
    line("证据", 180, 440),
    line("照片8张", 380, 440),
)
READ = "案由\n违法事实\t2022年7月12日售出餐食6240元。\n没有异议\n证据\t照片8张"


def ruled(slope: float = 0.0, gaps: bool = False) -> Pixels:
    """A page with the rules of a form of three rows and two columns."""
    page = Image.new("RGB", (1654, 1200), "white")
    draw = ImageDraw.Draw(page)
    for y in ROWS:
        draw.line([LEFT, y + slope * LEFT, RIGHT, y + slope * RIGHT], fill="black", width=2)
    for x in (LEFT, MIDDLE, RIGHT):
        draw.line([x, ROWS[0] + slope * x, x, ROWS[-1] + slope * x], fill="black", width=2)
    pixels = np.array(page)
    if gaps:
        pixels[:, ::40] = pixels[::40] = 255
    return pixels


def moved(slope: float) -> list[Line]:
    return [Line(each.text, each.score, tuple(sloped(each.corners, slope))) for each in FORM]


def sloped(corners: tuple[float, ...], slope: float) -> Iterator[float]:
    for x, y in zip(corners[0::2], corners[1::2], strict=True):
        yield from (x, y + slope * x)


@pytest.mark.parametrize(("slope", "gaps"), [(0.0, False), (0.012, False), (-0.012, False), (0.0, True)])
def test_cells_stay_whole(slope: float, gaps: bool) -> None:
    outside = [line("行政处罚决定书", 600, 100), line("延吉市市场监督管理局", 1100, 560)]
    lines = with_cells([outside[0], *moved(slope), outside[1]], ruled(slope, gaps))
    text, placed = laid_out(Reading(lines), 1654, 1200)
    assert text == f"行政处罚决定书\n{READ}\n延吉市市场监督管理局"
    assert {each.text: text[spot.start : spot.end] for each, spot in placed.items()} == {t.text: t.text for t in lines}


def test_without_rules_the_same_lines_are_read_across() -> None:
    lines = with_cells(FORM, np.full((1200, 1654, 3), 255, dtype=np.uint8))
    assert all(each.cell is None for each in lines)


def test_print_has_no_rules() -> None:
    pixels = np.array(rendered())
    spots = [line("字", left, top) for top in range(150, 1700, 37) for left in range(250, 1400, 90)]
    assert all(each.cell is None for each in with_cells(spots, pixels))


def test_a_frame_round_the_page_is_no_table() -> None:
    page = Image.new("RGB", (1654, 1200), "white")
    ImageDraw.Draw(page).rectangle([60, 60, 1590, 1150], outline="black", width=3)
    lines = with_cells([line("甲", 200, 200), line("乙", 200, 300)], np.array(page))
    assert laid_out(Reading(lines), 1654, 1200)[0] == "甲\n乙"


@pytest.mark.parametrize("shape", [(1, 1, 3), (5, 900, 3), (900, 5, 3), (60, 60, 3)])
def test_odd_sizes(shape: tuple[int, int, int]) -> None:
    assert with_cells((line("甲", 0, 0, size=3),), np.zeros(shape, dtype=np.uint8))[0].text == "甲"
