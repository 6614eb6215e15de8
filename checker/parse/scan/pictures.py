"""Image files: PNG, JPEG, TIFF of one or many frames, BMP. A frame is a page."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from checker.errors import DocumentError
from checker.records.document import Page
from checker.records.problem import Problem

if TYPE_CHECKING:
    from PIL.Image import Image

    from checker.parse.scan.pixels import Pixels

FORMATS = ("PNG", "JPEG", "TIFF", "BMP")
LARGEST = 90_000_000  # pixels of one frame: A3 at 600 dpi has 70 million
FRAMES = 2000
LONGEST = 3500  # pixels of the longer side that are read: A4 at 300 dpi; more is not seen any better
# Pillow's readers raise all of these on files that end early or lie about themselves.
BROKEN = (OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError)
DAMAGED = (*BROKEN, EOFError, struct.error, zlib.error, MemoryError, AssertionError, NotImplementedError)


def read(data: bytes, label: str) -> tuple[tuple[Page, ...], tuple[Problem, ...], str | None]:
    """A page a frame, without text: OCR fills it. Raises DocumentError: image-damaged, image-bomb, too-many-pages."""
    count = sum(1 for _ in _frames(data, label))
    return tuple(Page(number, "") for number in range(1, count + 1)), (), None


def frames(data: bytes, label: str) -> Iterator[Pixels]:
    """The frames as arrays, upright by their EXIF tag, on white, made smaller where larger than is any use."""
    import numpy as np

    for image in _frames(data, label):
        yield np.array(image)


def frame(data: bytes, label: str, number: int) -> Image:
    """One frame, numbered from 1, as it is read. Raises DocumentError."""
    return next(image for at, image in enumerate(_frames(data, label), start=1) if at == number)


def _frames(data: bytes, label: str) -> Iterator[Image]:
    from PIL import Image

    with _careful(label):
        opened = Image.open(io.BytesIO(data), formats=FORMATS)
        count = getattr(opened, "n_frames", 1) if opened.format == "TIFF" else 1
    if count > FRAMES:
        raise DocumentError("too-many-pages", label, pages=count, limit=FRAMES)
    with opened:
        for index in range(count):
            with _careful(label):
                opened.seek(index)
                width, height = opened.size
                if width * height > LARGEST:
                    raise DocumentError("image-bomb", label, size=f"{width} × {height}")
                opened.load()
                made = _plain(opened)
            yield made


@contextmanager
def _careful(label: str) -> Iterator[None]:
    """Whatever Pillow says of a broken file, in our words."""
    from PIL.Image import DecompressionBombError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of large pictures and odd tags: size is judged by us
            yield
    except DecompressionBombError as error:
        raise DocumentError("image-bomb", label, size=str(error)) from error
    except DAMAGED as error:
        raise DocumentError("image-damaged", label, reason=str(error) or type(error).__name__) from error


def _plain(image: Image) -> Image:
    """The picture in three channels of a byte each."""
    from PIL import Image as Images
    from PIL import ImageOps

    made = _bytes(ImageOps.exif_transpose(image))
    if "A" in made.getbands() or "transparency" in made.info:
        made = made.convert("RGBA")
        made = Images.alpha_composite(Images.new("RGBA", made.size, "white"), made)
    made = made.convert("RGB")
    made.thumbnail((LONGEST, LONGEST))
    return made


def _bytes(image: Image) -> Image:
    """A picture of 16 or 32 bits a channel with its darkest and lightest pixel at the ends of a byte."""
    if not image.mode.startswith(("I", "F")):
        return image
    import numpy as np
    from PIL import Image as Images

    levels = np.nan_to_num(np.asarray(image, dtype=np.float64), posinf=0, neginf=0)
    span = float(levels.max() - levels.min()) or 1.0
    return Images.fromarray(((levels - levels.min()) * (255 / span)).astype(np.uint8))
