"""Evidence on the picture of a page: of a scan, of an image file, of a printed PDF."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from checker.parse import Scanner, parse
from checker.records.assessment import Result
from checker.store import Store, queries
from dashboards import services
from tests.making_results import VERSIONS
from tests.parse.scan.making import DECISION, Reader, image, pdf, rendered

SCANS = {"pdf": pdf(rendered()), "image": image(rendered(), "PNG")}


def stored(tmp_path: Path, data: bytes) -> queries.StoredCase:
    document = parse(data, "case", Scanner(Reader()))
    with Store(str(tmp_path / "cases.db")) as store:
        made = Result("case", document.sha256, VERSIONS, document.format, document.pages)
        found = queries.case(store, store.save(made))
    assert found is not None and services.has_picture(found)
    return found


def picture(tmp_path: Path, found: queries.StoredCase, data: bytes, span: dict[str, object]) -> bytes:
    with Store(str(tmp_path / "cases.db")) as store:
        made = services.case_picture(store, found, data, 1, [span])
    assert made is not None
    return made


def marked(picture: bytes) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of what is marked, as shares of the page."""
    pixels = np.array(Image.open(io.BytesIO(picture)).convert("RGB")).astype(int)
    rows, columns = np.nonzero(pixels[:, :, 0] - pixels[:, :, 2] > 60)
    height, width = pixels.shape[:2]
    return columns.min() / width, rows.min() / height, columns.max() / width, rows.max() / height


@pytest.mark.parametrize("kind", SCANS)
def test_a_span_of_a_scan_is_marked_where_it_stands(tmp_path: Path, kind: str) -> None:
    found = stored(tmp_path, SCANS[kind])
    start = found.pages[0].index("50000")
    span = {"page": 1, "start": start, "end": start + 5, "quote": "50000"}
    box = marked(picture(tmp_path, found, SCANS[kind], span))
    line = (160 / 1656, 160 / 2342, 310 / 1656, 190 / 2342)  # within the line that the reader found
    assert line[0] - 0.01 <= box[0] < box[2] <= line[2] + 0.01
    assert box[1] == pytest.approx(line[1], abs=0.005) and box[3] == pytest.approx(line[3], abs=0.005)


def test_a_page_with_a_text_layer_is_marked_by_it(tmp_path: Path) -> None:
    data = DECISION.read_bytes()
    found = stored(tmp_path, data)
    start = found.pages[0].index("52000元")
    span = {"page": 1, "start": start, "end": start + 6, "quote": "52000元"}
    left, top, right, bottom = marked(picture(tmp_path, found, data, span))
    assert 0.2 < left < right < 0.35 and 0.5 < top < bottom < 0.6
