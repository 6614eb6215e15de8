"""Scans for tests: pages rendered from a sample PDF, seals drawn over them, and an engine that reads from a list."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pypdfium2
from PIL import Image, ImageChops, ImageDraw

from checker.parse.scan.engine import OcrError
from checker.parse.scan.lines import Line
from checker.parse.scan.pixels import Pixels
from checker.samples import sample_data

RED = (215, 20, 30)
DECISION = sample_data() / "cases" / "图市监罚〔2022〕97号.pdf"


def rendered(number: int = 1, dpi: int = 200) -> Image.Image:
    """A page of the sample decision as a picture."""
    opened = pypdfium2.PdfDocument(DECISION.read_bytes())
    try:
        return opened[number - 1].render(scale=dpi / 72).to_pil().convert("RGB")
    finally:
        opened.close()


def sealed(page: Image.Image, x: float, y: float, radius: int = 170) -> Image.Image:
    """The page with a red seal printed over it, its middle at these shares of width and height."""
    ink = Image.new("RGB", page.size, "white")
    draw = ImageDraw.Draw(ink)
    middle, down = int(x * page.width), int(y * page.height)
    draw.ellipse([middle - radius, down - radius, middle + radius, down + radius], outline=RED, width=12)
    draw.regular_polygon((middle, down, radius // 4), 5, fill=RED)
    for step in range(-5, 6):  # letters round the rim
        across, above = middle + step * radius // 7, down - int((1 - (step / 7) ** 2) ** 0.5 * radius * 0.75)
        draw.rectangle([across - 9, above - 14, across + 9, above + 14], outline=RED, width=5)
    return ImageChops.multiply(page, ink)


def pdf(*pages: Image.Image) -> bytes:
    """A PDF of pictures, as a scanner makes it."""
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=200)
    return out.getvalue()


def joined(*parts: bytes) -> bytes:
    """One PDF of the pages of several."""
    made = pypdfium2.PdfDocument.new()
    for part in parts:
        made.import_pages(pypdfium2.PdfDocument(part))
    out = io.BytesIO()
    made.save(out)
    made.close()
    return out.getvalue()


def written(text: bytes, picture: bool = False) -> bytes:
    """A PDF of one page with this Latin-1 text, over a picture of the whole page when asked."""
    drawing = b"q 595 0 0 842 0 0 cm /P Do Q " if picture else b""
    drawing += b"BT /F 12 Tf 40 700 Td (" + text + b") Tj ET"
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</XObject<</P 5 0 R>>/Font<</F 6 0 R>>>>>>endobj\n"
        + b"4 0 obj<</Length %d>>stream\n" % len(drawing)
        + drawing
        + b"\nendstream endobj\n5 0 obj<</Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray"
        b"/BitsPerComponent 8/Length 4>>stream\n\xc0\xff\xff\xc0\nendstream endobj\n"
        b"6 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF"
    )


def image(page: Image.Image, kind: str, **options: object) -> bytes:
    """The picture as a file of this format."""
    out = io.BytesIO()
    page.save(out, kind, **options)
    return out.getvalue()


def line(text: str, left: float, top: float, score: float = 0.99, size: float = 30) -> Line:
    """A straight line of writing."""
    right, bottom = left + size * len(text), top + size
    return Line(text, score, (left, top, right, top, right, bottom, left, bottom))


@dataclass
class Reader:
    """An engine that finds the same lines on every page, and reads `second` of any single line."""

    found: Sequence[Line] = (line("行政处罚决定书", 100, 100), line("罚款50000元", 100, 160))
    second: str = "罚款50000元"
    name: str = "reader-1"
    failing: int = 0  # pages on which it fails first
    pages: list[tuple[int, ...]] = field(default_factory=list)

    def lines(self, pixels: Pixels) -> tuple[Line, ...]:
        """See Engine."""
        assert pixels.dtype == np.uint8 and pixels.shape[2] == 3
        self.pages.append(pixels.shape)
        if len(self.pages) <= self.failing:
            raise OcrError("out of memory")
        return tuple(self.found)

    def words(self, pixels: Pixels) -> tuple[str, float]:
        """See Engine."""
        return self.second, 0.9
