"""Every bad input becomes a code and a sentence that names the file; the rest goes on."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest
from docx import Document as Word

from checker.errors import DocumentError
from checker.parse import Source, expand, parse
from checker.records.problem import Problem

MINIMAL = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj\n"
)
ENCRYPT = (
    b"4 0 obj<</Filter/Standard/V 1/R 2/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">/P -4>>endobj\n"
    b"trailer<</Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>\n%%EOF"
)


def code_of(data: bytes) -> str:
    with pytest.raises(DocumentError) as raised:
        parse(data, "x.pdf")
    return raised.value.code


def zipped(members: dict[str, bytes], **options: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", **options) as opened:
        for name, data in members.items():
            opened.writestr(name, data)
    return out.getvalue()


def word(*paragraphs: str) -> bytes:
    made, out = Word(), io.BytesIO()
    for each in paragraphs:
        made.add_paragraph(each)
    made.save(out)
    return out.getvalue()


PAGELESS = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF"
)
LEAF = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 600 0 R/Resources<</Font<</F 601 0 R>>>>>>"
BAD = [
    ("encrypted", MINIMAL + ENCRYPT, "pdf-encrypted"),
    ("truncated", b"%PDF-1.7\n1 0 obj<</Type/Cat", "pdf-damaged"),
    ("empty", b"", "empty"),
    (
        "without pages",
        PAGELESS,
        "pdf-no-pages",
    ),
    ("a scan", MINIMAL + b"trailer<</Root 1 0 R>>\n%%EOF", "no-text"),
    ("bytes of no kind", bytes(range(256)) * 40, "binary"),
    ("a picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "image-damaged"),
    ("a picture of a kind that is not read", b"GIF89a" + b"\0" * 40, "unsupported-format"),
    ("white space", b" \n\t\n", "no-text"),
    ("half a Word file", word("行政处罚决定书")[:900], "docx-damaged"),
    ("a Word file without its text", zipped({"[Content_Types].xml": b"<Types/>"}), "docx-damaged"),
]


@pytest.mark.parametrize(("what", "data", "code"), BAD, ids=[what for what, _, _ in BAD])
def test_unreadable_inputs_have_their_own_code(what: str, data: bytes, code: str) -> None:
    assert code_of(data) == code


def test_an_entity_in_a_word_file_reads_no_other_file() -> None:
    space = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xml = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document xmlns:w="' + space
    xml += b'"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>'
    data = zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": xml})
    with pytest.raises(DocumentError):
        parse(data, "x.docx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
def test_text_is_read_in_whatever_encoding_it_is(encoding: str) -> None:
    text = "行政处罚决定书\n当事人：某某超市。处罚款五万元。" * 3
    assert text in parse(text.encode(encoding), "x.txt").pages[0].text


def test_a_wrong_suffix_does_not_matter() -> None:
    assert parse(word("行政处罚决定书"), "决定书.pdf").format == "docx"
    assert parse("行政处罚决定书".encode(), "决定书.pdf").format == "txt"


def listed(*paths: Path) -> tuple[list[str], list[str]]:
    found = list(expand(paths))
    return [each.label for each in found if isinstance(each, Source)], [
        each.code for each in found if isinstance(each, Problem)
    ]


def archive(tmp_path: Path, members: dict[str, bytes], **options: int) -> Path:
    path = tmp_path / "cases.zip"
    path.write_bytes(zipped(members, **options))
    return path


def test_archives_are_opened_and_those_inside_once_more(tmp_path: Path) -> None:
    inner = zipped({"b.txt": b"b"})
    labels, codes = listed(archive(tmp_path, {"a.txt": b"a", "in.zip": inner}))
    assert [label.rsplit("!", 2)[1:] for label in labels] == [["a.txt"], ["in.zip", "b.txt"]] or len(labels) == 2
    assert codes == []


def test_a_third_level_is_refused(tmp_path: Path) -> None:
    deepest = zipped({"in2.zip": zipped({"c.txt": b"c"})})
    assert listed(archive(tmp_path, {"in.zip": deepest}))[1] == ["zip-too-deep"]


def test_paths_out_of_the_archive_are_refused(tmp_path: Path) -> None:
    assert listed(archive(tmp_path, {"../out.txt": b"x", "ok.txt": b"y"}))[1] == ["zip-unsafe-path"]


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = archive(tmp_path, {"big.txt": b"0" * (20 * 2**20)}, compression=zipfile.ZIP_DEFLATED)
    assert listed(path)[1] == ["zip-bomb"]


def test_gbk_names_are_readable(tmp_path: Path) -> None:
    path = tmp_path / "gbk.zip"
    raw = zipped({"abcd.txt": b"x"}).replace(b"abcd.txt", "决定".encode("gb18030") + b".txt")
    path.write_bytes(raw)
    assert listed(path)[0] == [f"{path}!决定.txt"]


def test_word_files_are_documents_not_archives(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(word("行政处罚决定书"))
    assert listed(path)[0] == [str(path)]


def test_missing_and_empty_places_are_said(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert listed(tmp_path / "gone.pdf", tmp_path / "empty")[1] == ["vanished", "empty-folder"]


def test_a_file_that_vanishes_between_listing_and_reading(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")
    (source,) = expand([path])
    assert isinstance(source, Source)
    path.unlink()
    with pytest.raises(DocumentError) as raised:
        source.read()
    assert raised.value.code == "vanished"


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(Path, "open", refuse)
    assert listed(path)[1] == ["unreadable"]


def test_a_long_pdf_is_read_whole(tmp_path: Path) -> None:
    kids = b"".join(b"%d 0 R " % (n + 3) for n in range(500))
    pages = b"".join(b"%d 0 obj%bendobj\n" % (n + 3, LEAF) for n in range(500))
    body = b"BT /F 5 Tf 1 1 Td (A) Tj ET"
    data = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids["
    data += kids + b"]/Count 500>>endobj\n" + pages
    data += b"600 0 obj<</Length %d>>stream\n%b\nendstream endobj\n" % (len(body), body)
    data += b"601 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    assert len(parse(data, "long.pdf").pages) == 500
