"""Image files: a page a frame; damaged ones and bombs are refused with a sentence that names the file."""

from __future__ import annotations

import struct
import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from checker.errors import DocumentError
from checker.parse import Scanner, parse, problem_of
from checker.parse.scan import pictures
from tests.parse.scan.making import Reader, image, rendered

PAGE = rendered(dpi=60)
FILES = {
    "PNG": image(PAGE, "PNG"),
    "JPEG": image(PAGE, "JPEG"),
    "TIFF": image(PAGE, "TIFF", save_all=True, append_images=[PAGE, PAGE.convert("1")], compression="tiff_lzw"),
    "fax": image(PAGE.convert("1"), "TIFF", compression="group4"),
    "BMP": image(PAGE, "BMP"),
}


@pytest.mark.parametrize("kind", FILES)
def test_images_are_read_a_page_a_frame(kind: str) -> None:
    engine = Reader()
    made = parse(FILES[kind], "扫描.bin", Scanner(engine))
    assert made.format == "image" and len(made.pages) == len(engine.pages) == (3 if kind == "TIFF" else 1)
    assert all(page.text.startswith("行政处罚决定书") for page in made.pages)


@pytest.mark.parametrize("kind", FILES)
@pytest.mark.parametrize("share", [0.02, 0.5, 0.97])
def test_truncated_images_are_refused(kind: str, share: float) -> None:
    data = FILES[kind]
    with pytest.raises(DocumentError) as raised:
        parse(data[: int(len(data) * share)], "半张.png", Scanner(Reader()))
    assert raised.value.code == "image-damaged"
    assert "半张.png" in problem_of(raised.value).message_zh


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


@pytest.mark.parametrize("side", [12_000, 60_000, 2**31 - 1])
def test_bombs_are_refused_before_they_are_unpacked(side: int) -> None:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0))
    data = b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 9)) + chunk(b"IEND", b"")
    with pytest.raises(DocumentError) as raised:
        parse(data, "bomb.png", Scanner(Reader()))
    assert raised.value.code == "image-bomb"
    assert "bomb.png" in problem_of(raised.value).message_en


def test_too_many_frames_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "FRAMES", 2)
    with pytest.raises(DocumentError) as raised:
        parse(FILES["TIFF"], "x.tiff", Scanner(Reader()))
    assert raised.value.code == "too-many-pages"


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16", "I", "F"])
def test_pictures_of_every_kind_become_black_on_white(mode: str) -> None:
    if mode.startswith(("I", "F")):
        kinds = {"I;16": np.uint16, "I": np.int32, "F": np.float32}
        made = Image.fromarray((np.array(PAGE.convert("L")).astype(kinds[mode]) * 200).astype(kinds[mode]))
    else:
        made = PAGE.convert(mode)
    kind = "PNG" if mode in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16") else "TIFF"
    (pixels,) = pictures.frames(image(made, kind), "x")
    assert pixels.shape == (PAGE.height, PAGE.width, 3) and pixels.dtype == np.uint8
    assert pixels.mean() > 200 and pixels.min() < 60


def test_what_is_transparent_is_paper() -> None:
    clear = Image.new("RGBA", (50, 50), (0, 0, 0, 0))
    (pixels,) = pictures.frames(image(clear, "PNG"), "x")
    assert pixels.min() == 255


def test_a_photograph_is_turned_as_its_tag_says() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was held upright
    (pixels,) = pictures.frames(image(PAGE, "JPEG", exif=exif), "x")
    assert pixels.shape[:2] == (PAGE.width, PAGE.height)


def test_a_large_photograph_is_made_smaller() -> None:
    (pixels,) = pictures.frames(image(Image.new("L", (7000, 1000)), "PNG"), "x")
    assert pixels.shape == (500, 3500, 3)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(sorted(FILES)), st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=6)
)
def test_mangled_images_are_read_or_refused(kind: str, changes: list[tuple[float, int]]) -> None:
    data = bytearray(FILES[kind])
    for at, value in changes:
        data[int(at * min(len(data) - 1, 400))] = value
    try:
        list(pictures.frames(bytes(data), "x"))
    except DocumentError as error:
        assert problem_of(error).message_zh
