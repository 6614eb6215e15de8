"""Which pages are read by OCR, what they become, and what is told when they cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import DocumentError
from checker.extract.paper import Paper
from checker.parse import Cache, Scanner, parse, problem_of
from checker.records.document import Document
from checker.text.repair import repair
from tests.making_ofd import SPACE, package, page, zipped
from tests.parse.scan.making import DECISION, Reader, image, joined, line, pdf, rendered, sealed, written

SCAN = pdf(rendered(dpi=60))


def read(data: bytes, engine: Reader | None, cache: Path | None = None) -> Document:
    return parse(data, "case.pdf", Scanner(engine, Cache(cache) if cache else None))


def codes(document: Document) -> list[tuple[str, int | None]]:
    return [(each.code, each.page) for each in document.problems]


def test_only_the_page_without_text_is_read() -> None:
    engine = Reader()
    made = read(joined(DECISION.read_bytes(), SCAN), engine)
    assert len(engine.pages) == 1
    assert made.pages[0].scan is None and "图们市日光山家居有限公司" in made.pages[0].text
    assert made.pages[1].text == "行政处罚决定书\n罚款50000元"
    assert made.pages[1].scan is not None and made.pages[1].scan.engine == "reader-1"
    assert codes(made) == [("read-by-ocr", None)]
    assert "第2页" in made.problems[0].message_zh and "99%" in made.problems[0].message_en


def test_a_good_text_layer_is_never_read_by_ocr() -> None:
    engine = Reader()
    assert read(DECISION.read_bytes(), engine).problems == ()
    assert engine.pages == []


def test_without_the_extra_the_page_is_told_with_how_to_install_it() -> None:
    made = read(joined(DECISION.read_bytes(), SCAN), None)
    assert codes(made) == [("page-without-text", 2)]
    for message in (made.problems[0].message_zh, made.problems[0].message_en):
        assert 'pip install ".[ocr]"' in message


def test_without_the_extra_a_scan_is_refused_with_how_to_install_it() -> None:
    for data in (SCAN, image(rendered(dpi=60), "PNG")):
        with pytest.raises(DocumentError) as raised:
            read(data, None)
        assert raised.value.code == "no-text"
        assert 'pip install ".[ocr]"' in problem_of(raised.value).message_zh


def test_an_empty_back_of_a_sheet_is_no_problem() -> None:
    blank = rendered(dpi=60)
    blank.paste("white", (0, 0, *blank.size))
    for engine in (None, Reader()):
        assert read(joined(DECISION.read_bytes(), pdf(blank)), engine).problems == ()


def test_a_picture_without_words_is_told() -> None:
    made = read(joined(DECISION.read_bytes(), SCAN), Reader(found=()))
    assert codes(made) == [("page-nothing-read", 2)]


MOJIBAKE = "ÐÐÕþ´¦·£¾ö¶¨Êéµ±ÊÂÈË".encode("latin-1")


def test_a_damaged_text_layer_is_read_off_the_page() -> None:
    assert read(written(MOJIBAKE), Reader()).pages[0].text.startswith("行政处罚决定书")


def test_a_damaged_text_layer_is_told_without_the_extra() -> None:
    made = read(written(MOJIBAKE), None)
    assert codes(made) == [("page-text-damaged", 1)]
    assert made.pages[0].scan is None and made.pages[0].text.strip()


def test_a_scanners_mark_is_not_the_pages_text() -> None:
    assert read(written(b"Scanned with X", picture=True), Reader()).pages[0].text.startswith("行政处罚决定书")
    engine = Reader()
    assert "Scanned with X" in read(written(b"Scanned with X"), engine).pages[0].text
    assert engine.pages == []


def test_text_over_a_picture_stays_when_ocr_finds_no_more() -> None:
    made = read(written(b"Dear Sir or Madam", picture=True), Reader(found=(line("Dear Sir", 10, 10),)))
    assert made.pages[0].scan is None and made.problems == ()


def test_lines_that_are_not_legible_are_counted_and_left_out() -> None:
    made = read(SCAN, Reader(found=(line("行政处罚决定书", 9, 9), line("罚欶", 9, 80, score=0.3))))
    assert made.pages[0].text == "行政处罚决定书"
    assert ("lines-unread", 1) in codes(made)


def test_digits_that_read_otherwise_under_the_seal_are_told_and_doubted() -> None:
    page = sealed(rendered(), 0.2, 0.1)
    engine = Reader(found=(line("当事人：某某超市", 300, 60), line("罚款50000元", 300, 200)), second="罚款60000元")
    made = read(pdf(page), engine)
    (told,) = [each for each in made.problems if each.code == "digits-differ"]
    assert told.page == 1 and "“50000”" in told.message_zh and "“60000”" in told.message_zh
    scan = made.pages[0].scan
    assert scan is not None
    assert [made.pages[0].text[low:high] for low, high in scan.doubtful] == ["50000"]
    paper = Paper.of(repair(made))
    at = paper.text.index("50000")
    assert paper.read(1, at, at + 5, 0.9, "x").confidence < 0.5
    assert paper.read(1, 0, 3, 0.9, "x").confidence > 0.85


def test_the_same_digits_twice_are_no_doubt() -> None:
    made = read(
        pdf(sealed(rendered(), 0.2, 0.1)), Reader(found=(line("罚款50,000元", 300, 200),), second="罚款50000元")
    )
    assert [code for code, _ in codes(made)] == ["read-by-ocr"]


def test_a_page_without_a_seal_is_read_once() -> None:
    engine = Reader(second="罚款60000元")
    assert [code for code, _ in codes(read(SCAN, engine))] == ["read-by-ocr"]


def test_an_unsure_page_lowers_the_quality_of_the_text() -> None:
    assert repair(read(SCAN, Reader(found=(line("行政处罚决定书", 9, 9, score=0.7),)))).damage == ("ocr-unsure",)
    assert repair(read(SCAN, Reader())).damage == ()


def test_an_engine_that_fails_on_a_page_goes_on_with_the_next() -> None:
    made = read(joined(SCAN, SCAN), Reader(failing=1))
    assert ("ocr-failed", 1) in codes(made) and made.pages[1].text
    assert "out of memory" in made.problems[0].message_zh


def test_an_engine_that_fails_on_all_pages_is_the_documents_problem() -> None:
    with pytest.raises(DocumentError) as raised:
        read(SCAN, Reader(failing=9))
    assert raised.value.code == "ocr-failed"
    assert "case.pdf" in problem_of(raised.value).message_en


def test_a_page_that_claims_to_be_metres_long_is_drawn_small() -> None:
    engine = Reader()
    long = written(b"x", picture=True).replace(b"842]", b"14400]").replace(b"842 0 0 cm", b"14400 0 0 cm")
    read(long, engine)
    assert all(max(shape) <= 3501 for shape in engine.pages) and engine.pages


def test_pages_are_told_as_they_are_read() -> None:
    heard: list[tuple[str, int, int]] = []
    parse(joined(SCAN, SCAN), "a.pdf", Scanner(Reader()), lambda *word: heard.append(word))
    assert heard == [("a.pdf", 0, 2), ("a.pdf", 1, 2), ("a.pdf", 2, 2)]


def test_quotes_and_boxes_of_a_scan() -> None:
    made = read(SCAN, Reader(found=(line("罚款", 100, 50), line("50000元", 300, 52))))
    (page,) = made.pages
    assert page.text == "罚款\t50000元"
    assert page.scan is not None
    (box,) = page.scan.boxes(page.text, 3, 5)
    whole = next(each for each in page.scan.lines if each.start == 3).corners
    assert box[0] == pytest.approx(whole[0]) and whole[0] < box[2] < whole[2]


def scanned_ofd(picture: bytes, boundary: str = "0 0 210 297", *, listed: bool = True) -> bytes:
    """An OFD of one page that is a picture, as scanners write it."""
    drawn = f'<ofd:ImageObject ID="5" Boundary="{boundary}" ResourceID="7" CTM="210 0 0 297 0 0"/>'
    media = (
        '<ofd:MultiMedia ID="7" Type="Image"><ofd:MediaFile>p.png</ofd:MediaFile></ofd:MultiMedia>' if listed else ""
    )
    res = f'<ofd:Res xmlns:ofd="{SPACE}" BaseLoc="Res"><ofd:MultiMedias>{media}</ofd:MultiMedias></ofd:Res>'
    members = package(
        [[page(drawn)]], extra={"Doc_0/DocumentRes.xml": res, "Doc_0/Res/p.png": picture},
    )  # fmt: skip
    whole = members["Doc_0/Document.xml"].decode()
    members["Doc_0/Document.xml"] = whole.replace(
        "</ofd:CommonData>", "<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes></ofd:CommonData>"
    ).encode()
    return zipped(members)


def test_an_ofd_page_that_is_a_picture_is_read_like_any_scan() -> None:
    engine = Reader()
    made = read(scanned_ofd(image(rendered(dpi=60), "PNG")), engine)
    assert made.format == "ofd" and made.pages[0].text == "行政处罚决定书\n罚款50000元"
    assert codes(made) == [("read-by-ocr", None)]


@pytest.mark.parametrize("how", ["a logo", "not listed", "no image"])
def test_an_ofd_page_without_a_picture_of_the_page_has_no_text(how: str) -> None:
    picture = b"nothing" if how == "no image" else image(rendered(dpi=60), "PNG")
    boundary = "10 10 30 30" if how == "a logo" else "0 0 210 297"
    with pytest.raises(DocumentError) as raised:
        read(scanned_ofd(picture, boundary, listed=how != "not listed"), Reader())
    assert raised.value.code == "no-text"
