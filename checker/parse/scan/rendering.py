"""Pages of a PDF as pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pypdfium2
import pypdfium2.raw as pdfium

from checker.parse.scan.engine import OcrError

if TYPE_CHECKING:
    from checker.parse.scan.pixels import Pixels

DPI = 200
LONGEST = 3500  # pixels of a page's longer side: A4 at 300 dpi; a page may claim to be metres long
LARGEST = 90_000_000  # pixels of one picture on the page


def picture(page: Any) -> Pixels:
    """The page at 200 dpi. Raises OcrError for a picture on it that is too large to unpack."""
    import numpy as np

    for width, height in (each.get_px_size() for each in _images(page)):
        if width * height > LARGEST:
            raise OcrError(f"{width} × {height}")
    scale = min(DPI / 72, LONGEST / max(*page.get_size(), 1))
    try:
        bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)
    except (pypdfium2.PdfiumError, ValueError, MemoryError) as error:
        raise OcrError(f"{type(error).__name__}: {error}") from error
    try:
        made = bitmap.to_numpy()
        made = np.repeat(made, 3, axis=2) if made.shape[2] == 1 else made[:, :, :3]
        return np.array(made, dtype=np.uint8, order="C")
    finally:
        bitmap.close()


def covered(page: Any) -> float:
    """The share of the page that its largest picture takes."""
    width, height = page.get_size()
    shares = [0.0]
    for image in _images(page):
        left, bottom, right, top = image.get_bounds()
        shares.append(max(right - left, 0) * max(top - bottom, 0) / max(width * height, 1))
    return min(max(shares), 1.0)


def _images(page: Any) -> list[Any]:
    return list(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4))
