"""Seals go, print beneath and red letterheads stay."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image, ImageDraw

from checker.parse.scan.seals import without_seals
from tests.parse.scan.making import RED, image, rendered, sealed


def levels(page: Image.Image) -> np.ndarray:
    return np.array(page.convert("RGB"))


def reddish(pixels: np.ndarray) -> int:
    values = pixels.astype(int)
    return int((values[:, :, 0] - values[:, :, 1:].max(axis=2) > 40).sum())


def test_a_seal_goes_and_the_print_beneath_stays() -> None:
    page = rendered()
    clean, changed = without_seals(levels(sealed(page, 0.3, 0.56)))
    assert changed is not None and reddish(clean) == 0
    print_before, print_after = levels(page).min(axis=2) < 100, clean.max(axis=2) < 140
    assert (print_before & print_after).sum() > 0.97 * print_before.sum()
    assert (print_after & ~(levels(page).min(axis=2) < 200)).sum() < 0.01 * print_before.sum()


def test_a_seal_that_jpeg_has_smeared_leaves_no_outline() -> None:
    smeared = Image.open(io.BytesIO(image(sealed(rendered(), 0.6, 0.85), "JPEG", quality=75)))
    clean, _ = without_seals(levels(smeared))
    paper = levels(rendered())[1850:2150, 800:1200]  # nothing is printed there but the seal
    assert paper.min() == 255 and (clean[1850:2150, 800:1200] < 200).mean() < 0.001


def test_a_faint_seal_goes_too() -> None:
    faint = Image.blend(rendered(), sealed(rendered(), 0.3, 0.56), 0.4)
    clean, changed = without_seals(levels(faint))
    assert changed is not None and reddish(clean) == 0


def test_a_page_without_red_is_the_same_page() -> None:
    page = levels(rendered())
    clean, changed = without_seals(page)
    assert clean is page and changed is None


def test_a_red_letterhead_and_a_red_line_stay() -> None:
    page = rendered()
    draw = ImageDraw.Draw(page)
    for index in range(12):  # letters of a head
        draw.rectangle([200 + index * 100, 60, 270 + index * 100, 140], outline=RED, width=14)
    draw.line([150, 190, 1500, 190], fill=RED, width=6)
    assert without_seals(levels(page))[1] is None


def test_a_red_mark_is_no_seal() -> None:
    page = rendered()
    ImageDraw.Draw(page).ellipse([400, 400, 460, 460], outline=RED, width=6)
    assert without_seals(levels(page))[1] is None


def test_two_seals_go() -> None:
    clean, changed = without_seals(levels(sealed(sealed(rendered(), 0.25, 0.5), 0.7, 0.6)))
    assert changed is not None and reddish(clean) == 0


@pytest.mark.parametrize("shape", [(1, 1, 3), (7, 300, 3), (300, 5, 3), (64, 64, 3)])
def test_odd_sizes(shape: tuple[int, int, int]) -> None:
    red = np.zeros(shape, dtype=np.uint8)
    red[:, :, 0] = 255
    clean, _ = without_seals(red)
    assert clean.shape == shape
