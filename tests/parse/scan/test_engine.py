"""The engine itself, on real pictures: what it reads, offline and quietly."""

from __future__ import annotations

import socket
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from checker.contract import extract_json
from checker.extract import extract
from checker.parse import Cache, Scanner, installed, parse
from checker.parse.scan import engine as engines
from checker.parse.scan.engine import OcrError, RapidEngine
from checker.records.document import Document
from checker.text.repair import repair
from tests.conftest import lacking
from tests.parse.scan.making import DECISION, image, pdf, rendered, sealed

FIELDS = ("document_number", "agency", "decision_date", "filing_date", "notice_date", "fine_total", "claimed_effect")


@pytest.fixture(scope="session")
def ocr() -> RapidEngine:
    """The engine of the `ocr` extra."""
    engine = installed()
    if engine is None:
        lacking('the ocr extra is not installed (pip install ".[ocr]")')
    assert engine is not None
    return engine


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Readings of this session, so that a page is read once."""
    return tmp_path_factory.mktemp("ocr")


@pytest.fixture(scope="session")
def scanned(ocr: RapidEngine, folder: Path) -> Document:
    """The sample decision as a scan, with one seal on the amount and one on the date."""
    page = sealed(sealed(rendered(), 0.3, 0.56), 0.8, 0.7)
    return parse(pdf(page), "scan.pdf", Scanner(ocr, Cache(folder)))


def test_a_sealed_scan_reads_as_the_printed_decision_does(scanned: Document) -> None:
    original = extract_json(extract(repair(parse(DECISION.read_bytes(), "x.pdf"))))
    read = extract_json(extract(repair(scanned)))
    values = [{name: each[name] and each[name]["value"] for name in FIELDS} for each in (original, read)]
    assert values[0] == values[1]
    assert read["fine_total"] and Decimal(read["fine_total"]["value"]) == 52000
    assert [each["kind"] for each in read["sanctions"]] == [each["kind"] for each in original["sanctions"]]
    assert [each["article"] for each in read["penalty_basis"]] == [
        each["article"] for each in original["penalty_basis"]
    ]


def test_evidence_of_the_amount_stands_where_it_is_printed(scanned: Document) -> None:
    (page,) = scanned.pages
    assert page.scan is not None and page.scan.score > 0.95
    at = page.text.index("52000元")
    ((left, top, right, bottom),) = page.scan.boxes(page.text, at, at + 6)
    printed = (0.240, 0.549, 0.315, 0.566)  # as a person measures it on the page; a character is 0.02 wide
    assert (left, right) == pytest.approx(printed[0::2], abs=0.012)
    assert (top, bottom) == pytest.approx(printed[1::2], abs=0.008)


def test_nothing_is_fetched_and_nothing_said(
    ocr: RapidEngine, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked for")

    engines._loaded.cache_clear()
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    page = rendered().crop((200, 380, 900, 600))
    assert "图市监罚" in "".join(line.text for line in ocr.lines(np.array(page)))
    assert ocr.lines(np.full((300, 300, 3), 255, dtype=np.uint8)) == ()
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("quarters", [1, 2])
def test_pages_fed_sideways_or_upside_down_are_read(ocr: RapidEngine, quarters: int) -> None:
    page = rendered().crop((0, 200, 1656, 1000)).rotate(90 * quarters, expand=True)
    made = parse(image(page, "PNG"), "turned.png", Scanner(ocr))
    assert "统一社会信用代码：91222402MA1500N421" in made.pages[0].text


def test_a_fax_of_two_frames_is_read(ocr: RapidEngine) -> None:
    pages = [rendered().crop((200, top, 1500, top + 240)).convert("1") for top in (360, 780)]
    data = image(pages[0], "TIFF", save_all=True, append_images=pages[1:], compression="group4")
    made = parse(data, "fax.tiff", Scanner(ocr))
    assert "法定代表人" not in made.pages[0].text and "91222402MA1500N421" in made.pages[0].text
    assert "2019年12月20日" in made.pages[1].text


@pytest.mark.parametrize("size", [(1, 1), (3000, 4), (4, 3000), (17, 23)])
def test_odd_pictures_are_read_or_told(ocr: RapidEngine, size: tuple[int, int]) -> None:
    odd = Image.effect_noise(size, 90).convert("RGB")
    try:
        assert isinstance(ocr.lines(np.array(odd)), tuple)
    except OcrError as error:
        assert str(error)


def test_a_broken_installation_is_told(ocr: RapidEngine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import rapidocr

    engines._loaded.cache_clear()
    monkeypatch.setattr(rapidocr, "__file__", str(tmp_path / "__init__.py"))
    with pytest.raises(OcrError, match="no det model"):
        ocr.lines(np.zeros((40, 40, 3), dtype=np.uint8))
    engines._loaded.cache_clear()


def test_loading_the_engine_warns_of_nothing(ocr: RapidEngine) -> None:
    script = "from checker.parse.scan.engine import _loaded; _loaded()"
    done = subprocess.run([sys.executable, "-W", "error", "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_start_without_scans_loads_neither_engine_nor_arrays() -> None:
    heavy = ("rapidocr", "onnxruntime", "cv2", "PIL", "numpy")
    script = f"import sys, checker.pipeline; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "[]\n"
