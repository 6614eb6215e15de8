"""Decisions as OFD (GB/T 33190-2016), as agencies publish them: head in a template, page numbers, a seal."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from itertools import count, groupby
from typing import Any
from xml.sax.saxutils import escape

from building.setting import HEIGHT, WIDTH, Box, Page, Setter, Text, advance, length

SPACE = "http://www.ofdspec.org/2016"
FONT, TEMPLATE = 2, 3
SMALL = 3.2
DAY = "2026-11-23"


def typeset(nodes: Sequence[Any], gold: dict[str, Any], lines: Callable[[Any], list[str]]) -> bytes:
    """The source's blocks as an OFD file; the same input gives the same bytes."""
    pages = Setter(lines).blocks(nodes)
    serial = count(10)
    members = {"OFD.xml": _entry(bool(gold.get("seal")))}
    listed, last = [], 0
    for index, page in enumerate(pages):
        last = next(serial)
        listed.append(f'<ofd:Page ID="{last}" BaseLoc="Pages/Page_{index}/Content.xml"/>')
        number = f"— {index + 1} —"
        page.texts.append(Text(number, (WIDTH - length(number) * SMALL) / 2, HEIGHT - 15, SMALL))
        members[f"Doc_0/Pages/Page_{index}/Content.xml"] = _page(page, serial, bool(gold.get("header")))
    if gold.get("header"):
        head = Text(gold["header"], (WIDTH - length(gold["header"]) * SMALL) / 2, 18, SMALL)
        members["Doc_0/Tpls/Tpl_0/Content.xml"] = _page(Page([head]), serial, False)
    if gold.get("seal"):
        members |= _seal(last)
    members["Doc_0/PublicRes.xml"] = (
        f'<ofd:Res xmlns:ofd="{SPACE}" BaseLoc="Res"><ofd:Fonts><ofd:Font ID="{FONT}" FontName="宋体" '
        'FamilyName="宋体" Charset="gb2312"/></ofd:Fonts></ofd:Res>'
    )
    members["Doc_0/Document.xml"] = _document(listed, next(serial), bool(gold.get("header")))
    return _zipped(members)


def _entry(sealed: bool) -> str:
    signatures = "<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>" if sealed else ""
    return (
        f'<ofd:OFD xmlns:ofd="{SPACE}" Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>'
        f"{'0' * 32}</ofd:DocID><ofd:Title>行政处罚决定书</ofd:Title><ofd:CreationDate>{DAY}</ofd:CreationDate>"
        f"<ofd:Creator>sample</ofd:Creator></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>{signatures}"
        "</ofd:DocBody></ofd:OFD>"
    )


def _document(pages: list[str], highest: int, headed: bool) -> str:
    template = f'<ofd:TemplatePage ID="{TEMPLATE}" BaseLoc="Tpls/Tpl_0/Content.xml"/>' if headed else ""
    return (
        f'<ofd:Document xmlns:ofd="{SPACE}"><ofd:CommonData><ofd:MaxUnitID>{highest}</ofd:MaxUnitID><ofd:PageArea>'
        f"<ofd:PhysicalBox>0 0 {WIDTH:g} {HEIGHT:g}</ofd:PhysicalBox></ofd:PageArea>"
        f"<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>{template}</ofd:CommonData>"
        f"<ofd:Pages>{''.join(pages)}</ofd:Pages></ofd:Document>"
    )


def _page(page: Page, serial: Iterator[int], headed: bool) -> str:
    used = f'<ofd:Template TemplateID="{TEMPLATE}" ZOrder="Background"/>' if headed else ""
    drawn = "".join([*(_box(box, next(serial)) for box in page.boxes), *(_text(t, next(serial)) for t in page.texts)])
    return (
        f'<ofd:Page xmlns:ofd="{SPACE}">{used}<ofd:Area><ofd:PhysicalBox>0 0 {WIDTH:g} {HEIGHT:g}</ofd:PhysicalBox>'
        f'</ofd:Area><ofd:Content><ofd:Layer ID="{next(serial)}" Type="Body">{drawn}</ofd:Layer></ofd:Content>'
        "</ofd:Page>"
    )


def _text(text: Text, number: int) -> str:
    size = text.size
    corner = f"{text.x:.3f} {text.y - size:.3f} {length(text.words) * size:.3f} {size * 1.3:.3f}"
    steps = [(advance(char) * size, 1) for char in text.words[:-1]]
    parts = [(step, len(list(run))) for step, run in groupby(step for step, _ in steps)]
    across = " ".join(f"g {times} {step:g}" if times > 1 else f"{step:g}" for step, times in parts)
    offsets = f' DeltaX="{across}"' if across else ""
    return (
        f'<ofd:TextObject ID="{number}" Boundary="{corner}" Font="{FONT}" Size="{size:g}">'
        f'<ofd:TextCode X="0" Y="{size:g}"{offsets}>{escape(text.words)}</ofd:TextCode></ofd:TextObject>'
    )


def _box(box: Box, number: int) -> str:
    wide, high = f"{box.x1 - box.x0:.3f}", f"{box.y1 - box.y0:.3f}"
    return (
        f'<ofd:PathObject ID="{number}" Boundary="{box.x0:.3f} {box.y0:.3f} {wide} {high}" LineWidth="0.25">'
        f"<ofd:AbbreviatedData>M 0 0 L {wide} 0 L {wide} {high} L 0 {high} C</ofd:AbbreviatedData></ofd:PathObject>"
    )


def _seal(page: int) -> dict[str, str]:
    """A seal's place on the last page; the sample has no signature value, as it is nobody's."""
    corner = f"{WIDTH - 75:g} {HEIGHT - 95:g} 40 40"
    return {
        "Doc_0/Signs/Signatures.xml": (
            f'<ofd:Signatures xmlns:ofd="{SPACE}"><ofd:MaxSignId>1</ofd:MaxSignId>'
            '<ofd:Signature ID="1" Type="Seal" BaseLoc="/Doc_0/Signs/Sign_0/Signature.xml"/></ofd:Signatures>'
        ),
        "Doc_0/Signs/Sign_0/Signature.xml": (
            f'<ofd:Signature xmlns:ofd="{SPACE}"><ofd:SignedInfo><ofd:Provider ProviderName="sample"/>'
            f'<ofd:StampAnnot ID="1" PageRef="{page}" Boundary="{corner}"/></ofd:SignedInfo></ofd:Signature>'
        ),
    }


def _zipped(members: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as opened:
        for name, xml in members.items():
            member = zipfile.ZipInfo(name, (2026, 11, 23, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            opened.writestr(member, f'<?xml version="1.0" encoding="UTF-8"?>\n{xml}'.encode())
    return out.getvalue()
