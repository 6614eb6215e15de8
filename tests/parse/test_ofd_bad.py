"""OFD files that are broken or mean harm: each has a code and a sentence, and what can be read is read."""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Callable

import pytest

from checker.errors import DocumentError
from checker.parse import parse, problem_of
from checker.parse.ofd import package as packages
from tests.making_ofd import SPACE, Style, line_objects, ofd, package, page, text, zipped

GOOD = page(line_objects(["行政处罚决定书", "罚款五万元"]))
Members = dict[str, bytes]


def refused(data: bytes) -> str:
    with pytest.raises(DocumentError) as raised:
        parse(data, "案卷.ofd")
    said = problem_of(raised.value)
    assert said.message_zh.startswith("案卷.ofd：") and said.message_en.startswith("案卷.ofd: ")
    return raised.value.code


def noted(data: bytes) -> list[tuple[str, int | None]]:
    return [(each.code, each.page) for each in parse(data, "案卷.ofd").problems]


def members(**options: object) -> Members:
    return package([[GOOD]], **options)  # type: ignore[arg-type]


def with_page(xml: str | bytes) -> bytes:
    return zipped(members(extra={"Doc_0/Pages/Page_0/Content.xml": xml}))


def linked() -> bytes:
    out = io.BytesIO(zipped(members()))
    with zipfile.ZipFile(out, "a") as opened:
        link = zipfile.ZipInfo("Doc_0/Res/a.xml")
        link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        opened.writestr(link, "/etc/passwd")
    return out.getvalue()


def doubled() -> bytes:
    out = io.BytesIO(zipped(members()))
    with zipfile.ZipFile(out, "a") as opened, pytest.warns(UserWarning, match="Duplicate"):
        opened.writestr("Doc_0/Document.xml", "<x/>")
    return out.getvalue()


def locked() -> bytes:
    raw = bytearray(zipped(members(), zipfile.ZIP_STORED))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.find(mark)
        while at >= 0:
            raw[at + flags] |= 1
            at = raw.find(mark, at + 4)
    return bytes(raw)


ENTITY = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
LAUGHS = '<!DOCTYPE x [<!ENTITY a "哈"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
OUTSIDE = page(text("&a;", 30, 40)).replace("&amp;", "&")


def page_at(path: str) -> bytes:
    made = members()
    document = made.pop("Doc_0/Document.xml").replace(b"Pages/Page_0/Content.xml", path.encode())
    return zipped({**made, "Doc_0/Document.xml": document})


REFUSED: list[tuple[str, Callable[[], bytes], str]] = [
    ("an entity from outside, in a page", lambda: with_page(ENTITY + OUTSIDE), "ofd-entities"),
    ("a billion laughs", lambda: with_page(LAUGHS + OUTSIDE.replace("&a;", "&c;")), "ofd-entities"),
    ("an entity in UTF-16", lambda: with_page((ENTITY + OUTSIDE).encode("utf-16")), "ofd-entities"),
    ("a document type without entities", lambda: with_page(f"<!DOCTYPE Page>{GOOD}"), "ofd-entities"),
    ("an entity in the entry", lambda: zipped({**members(), "OFD.xml": (ENTITY + "<a/>").encode()}), "ofd-entities"),
    ("a member above the root", lambda: zipped({**members(), "../x.xml": b"<a/>"}), "ofd-unsafe-path"),
    ("a member above, the Windows way", lambda: zipped({**members(), "..\\x.xml": b"<a/>"}), "ofd-unsafe-path"),
    ("an absolute member", lambda: zipped({**members(), "/etc/x.xml": b"<a/>"}), "ofd-unsafe-path"),
    ("a member on a drive", lambda: zipped({**members(), "C:/x.xml": b"<a/>"}), "ofd-unsafe-path"),
    ("a symbolic link", linked, "ofd-unsafe-path"),
    ("a page above the root", lambda: page_at("../../../etc/passwd"), "ofd-unsafe-path"),
    ("a page above the root, absolute", lambda: page_at("/../etc/passwd"), "ofd-unsafe-path"),
    ("a page in a file of the machine", lambda: page_at("file:///etc/passwd"), "ofd-unsafe-path"),
    ("a page on the network", lambda: page_at("http://127.0.0.1/x.xml"), "ofd-unsafe-path"),
    ("a page on a share", lambda: page_at("\\\\server\\x.xml"), "ofd-unsafe-path"),
    ("a page on a drive", lambda: page_at("C:\\x.xml"), "ofd-unsafe-path"),
    ("a part with two contents", doubled, "ofd-damaged"),
    ("encrypted parts", lambda: zipped(members(extra={"Encryptions.xml": "<a/>"})), "ofd-encrypted"),
    ("an encrypted ZIP", locked, "ofd-encrypted"),
    ("half a file", lambda: zipped(members())[:900], "ofd-damaged"),
    ("no document", lambda: zipped(members(without=["Doc_0/Document.xml"])), "ofd-damaged"),
    ("an entry that is no XML", lambda: zipped({**members(), "OFD.xml": b"<ofd:OFD"}), "ofd-damaged"),
    ("an entry without documents", lambda: zipped({**members(), "OFD.xml": b"<OFD/>"}), "ofd-no-pages"),
    ("a document without pages", lambda: zipped(package([[]])), "ofd-no-pages"),
    ("all pages missing", lambda: zipped(members(without=["Doc_0/Pages/Page_0/Content.xml"])), "ofd-damaged"),
    ("the only page damaged", lambda: with_page("<Page><Content>"), "ofd-damaged"),
    ("bytes of no encoding", lambda: with_page(b"<Page>\xff\xff\x80\x00</Page>"), "ofd-damaged"),
    ("pages without words", lambda: ofd(page("")), "no-text"),
    ("a member that grows 1000 times", lambda: zipped(members(extra={"x": b"0" * (20 << 20)})), "ofd-bomb"),
    ("a part above the limit", lambda: with_page(b" " * (21 << 20) + b"<a/>"), "ofd-bomb"),
]


@pytest.mark.parametrize(("what", "make", "code"), REFUSED, ids=[what for what, _, _ in REFUSED])
def test_what_is_refused(what: str, make: Callable[[], bytes], code: str) -> None:
    assert refused(make()) == code


def test_too_many_parts_and_pages() -> None:
    many = {f"r/{n}": b"" for n in range(packages.MEMBERS)}
    assert refused(zipped({**members(), **many}, zipfile.ZIP_STORED)) == "ofd-too-many-parts"
    made = members()
    entry = b'<ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/>'
    made["Doc_0/Document.xml"] = made["Doc_0/Document.xml"].replace(b"</ofd:Pages>", entry * 2000 + b"</ofd:Pages>")
    assert refused(zipped(made)) == "too-many-pages"


def test_one_page_read_again_and_again_comes_to_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "PARTS", 50_000)
    made = members()
    entry = b'<ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/>'
    made["Doc_0/Document.xml"] = made["Doc_0/Document.xml"].replace(b"</ofd:Pages>", entry * 90 + b"</ofd:Pages>")
    assert refused(zipped(made)) == "ofd-bomb"


def test_composite_units_that_hold_each_other_come_to_an_end() -> None:
    inner = "".join(f'<ofd:CompositeObject ID="3" ResourceID="5" Boundary="{n} 0 9 9"/>' for n in range(60))
    unit = f'<ofd:CompositeGraphicUnit ID="5"><ofd:Content>{inner}</ofd:Content></ofd:CompositeGraphicUnit>'
    resource = f'<ofd:Res xmlns:ofd="{SPACE}"><ofd:CompositeGraphicUnits>{unit}</ofd:CompositeGraphicUnits></ofd:Res>'
    made = package([[page(inner)]], extra={"Doc_0/DocumentRes.xml": resource})
    common = b"<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes></ofd:CommonData>"
    made["Doc_0/Document.xml"] = made["Doc_0/Document.xml"].replace(b"</ofd:CommonData>", common)
    assert refused(zipped(made)) == "ofd-bomb"


def test_more_characters_than_a_page_holds_are_refused() -> None:
    assert refused(ofd(page(text("罚" * 250_000, 0, 40)))) == "ofd-bomb"


def test_a_missing_and_a_damaged_page_are_told_and_the_others_read() -> None:
    made = package([[GOOD, GOOD, GOOD]], without=["Doc_0/Pages/Page_2/Content.xml"])
    made["Doc_0/Pages/Page_0/Content.xml"] = b"<Page><Content>"
    document = parse(zipped(made), "案卷.ofd")
    assert [bool(each.text) for each in document.pages] == [False, True, False]
    told = [(each.code, each.page, each.fatal) for each in document.problems]
    assert told == [("ofd-page-missing", 1, False), ("ofd-page-damaged", 3, False)]


def test_a_page_without_words_and_a_missing_template_are_told() -> None:
    assert noted(ofd(GOOD, page(""))) == [("page-without-text", 2)]
    assert noted(ofd(page(text("罚款", 30, 40), template="7"))) == [("ofd-part-missing", 1)]


def test_stamps_annotations_and_attachments_are_told_and_not_read() -> None:
    signatures = f'<ofd:Signatures xmlns:ofd="{SPACE}"><ofd:Signature ID="1" BaseLoc="x"/></ofd:Signatures>'
    of_page = '<ofd:Page PageID="100"><ofd:FileLoc>Page_0/A.xml</ofd:FileLoc></ofd:Page>'
    listed = f'<ofd:Annotations xmlns:ofd="{SPACE}">{of_page}</ofd:Annotations>'
    words = text("样本作废", 60, 60)
    annotation = (
        f'<ofd:PageAnnot xmlns:ofd="{SPACE}"><ofd:Annot ID="2" Type="Watermark"><ofd:Appearance Boundary="0 0 9 9">'
        f"{words}</ofd:Appearance></ofd:Annot></ofd:PageAnnot>"
    )
    attachments = f'<ofd:Attachments xmlns:ofd="{SPACE}"><ofd:Attachment ID="3" Name="a"/></ofd:Attachments>'
    data = zipped(
        members(
            entry="<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>",
            root="<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations><ofd:Attachments>Att.xml</ofd:Attachments>",
            extra={
                "Doc_0/Signs/Signatures.xml": signatures,
                "Doc_0/Annots/Annotations.xml": listed,
                "Doc_0/Annots/Page_0/A.xml": annotation,
                "Doc_0/Att.xml": attachments,
            },
        )
    )
    assert noted(data) == [("ofd-stamps", None), ("ofd-annotations", None), ("ofd-attachments", None)]
    assert "作废" not in parse(data, "x").text


def test_signatures_that_are_missing_or_damaged_do_not_hide_the_text() -> None:
    entry = "<ofd:Signatures>Doc_0/S.xml</ofd:Signatures>"
    assert noted(zipped(members(entry=entry))) == [("ofd-part-missing", None)]
    assert noted(zipped(members(entry=entry, extra={"Doc_0/S.xml": "<a"}))) == [("ofd-part-missing", None)]


@pytest.mark.parametrize("data", ["", "S", "M 1", "X 1 2", "M a b L 3 4", "B 1 2 3 4 5 6", "A 1 1 0 1 1 40 40 C C"])
def test_paths_that_make_no_sense_hide_no_words(data: str) -> None:
    path = f'<ofd:PathObject Boundary="0 0 9 9"><ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>'
    assert parse(ofd(page(path + text("罚款", 30, 40))), "x").text == "罚款"


def test_an_ofd_inside_an_archive_is_a_document_and_a_folder_with_one_is_walked(tmp_path: object) -> None:
    from pathlib import Path

    from checker.parse import Source, expand

    home = Path(str(tmp_path))
    (home / "a.ofd").write_bytes(ofd(GOOD))
    (home / "b.zip").write_bytes(zipped({"内/c.ofd": ofd(GOOD, style=Style(prefix=""))}))
    found = list(expand([home]))
    assert all(isinstance(each, Source) for each in found)
    assert [each.label.removeprefix(f"{home}/") for each in found if isinstance(each, Source)] == [
        "a.ofd",
        "b.zip!内/c.ofd",
    ]
    assert all("罚款五万元" in parse(each.read(), each.label).text for each in found if isinstance(each, Source))
