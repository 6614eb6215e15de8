"""What happens to documents on their way: line ends, page heads, OCR, lost and traditional characters."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from random import Random

from opencc import OpenCC

from models.generate.edits import Edits, apply
from models.labels.record import LabelledText

ALIKE = (  # every second character is what OCR makes of the one before it
    "已己未末日曰人入大太千干处外令今土士市巿间问情清经轻候侯拔拨辩辨侍待持特货贷析折拆折贷货厉历治冶准淮住往晴睛栽裁"
    "戊戍刺剌亳毫汆氽免兔竞竟宜宣享亨密蜜底低复夏查杳责贵质盾局居款歉规现违连政攻品晶目且司可问间现规限根申甲由曲主王"
    "及乃征证证征锁销销锁厂广名各第弟办力元无天夫"
)
CONFUSED = dict(zip(ALIKE[::2], ALIKE[1::2], strict=True))
HALF = str.maketrans("，：；（）！？", ",:;()!?")
WIDE = {chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)}
LOST = ("年月日", "〔〕号", "0123456789", "年月日〔〕号")
PINYIN = {"关": "关(guān)", "处": "处(chù)", "当": "当(dāng)", "重": "重(zhòng)", "行": "行(xíng)"}
HEADS = (
    "— {n} —",
    "- {n} -",
    "第{n}页",
    "第 {n} 页 共 {all} 页",
    "{agency}",
    "{agency}　第{n}页",
    "行政处罚案卷　{n}",
    "{n}/{all}",
)


@cache
def _traditional() -> dict[str, str]:
    """Characters to their traditional form, one for one."""
    convert = OpenCC("s2t").convert
    every = "".join(map(chr, range(0x4E00, 0x9FA6)))
    return {char: new for char in every if (new := convert(char)) != char and len(new) == 1}


def _inside(text: LabelledText, *tasks: str) -> set[int]:
    return {place for span in text.spans if span.task in tasks for place in range(span.start, span.end)}


def _kept(text: LabelledText) -> set[int]:
    """Places that may be neither lost nor misread: sums, and the edges of circumstances."""
    edges = {at for span in text.spans if span.task == "circumstance" for at in (span.start, span.end - 1)}
    return _inside(text, "money") | edges


def wrapped(text: LabelledText, rng: Random) -> Edits:
    """Hard line ends every so many characters, through words and numbers."""
    width, column, edits = rng.randint(22, 46), 0, Edits()
    for place, char in enumerate(text.text):
        if char == "\n":
            column = 0
        elif column >= width + (rng.random() < 0.3):
            edits.before[place] = "\n"
            column = 1
        else:
            column += 1
    return edits


def paged(text: LabelledText, rng: Random) -> Edits:
    """Running heads and page numbers between lines."""
    edits, head, page, every = Edits(), rng.choice(HEADS), 1, rng.randint(6, 16)
    labelled = _inside(text, "money", "circumstance")
    lines = [place + 1 for place, char in enumerate(text.text) if char == "\n" and place + 1 < len(text.text)]
    pages = len(lines) // every + 1
    for place in lines[every - 1 :: every]:
        if place in labelled and place - 1 in labelled:  # a sum that runs over the line end
            continue
        edits.before[place] = head.format(n=page, all=pages, agency=text.agency) + "\n"
        page += 1
    return edits


def spaced(text: LabelledText, rng: Random) -> Edits:
    """Blanks between the characters of short lines (titles) and here and there elsewhere."""
    edits, place, money = Edits(), 0, _inside(text, "money")
    blank, share = rng.choice((" ", " ", "　")), rng.choice((0.0, 0.01, 0.04))
    for line in text.text.split("\n"):
        title = 3 < len(line) < 14 and rng.random() < 0.5
        for offset in range(1, len(line)):
            if (title or rng.random() < share) and place + offset not in money:
                edits.before[place + offset] = blank
        place += len(line) + 1
    return edits


def widened(text: LabelledText, rng: Random) -> Edits:
    """Digits and letters in their full-width form, sometimes only the digits."""
    chars = {char: wide for char, wide in WIDE.items() if char.isdigit() or (char.isalpha() and rng.random() < 0.5)}
    return Edits(instead={place: chars[char] for place, char in enumerate(text.text) if char in chars})


def halved(text: LabelledText, rng: Random) -> Edits:
    """Punctuation typed in its half-width form."""
    chars = {chr(one): chr(other) for one, other in HALF.items() if rng.random() < 0.8}
    money = _inside(text, "money")
    places = ((place, char) for place, char in enumerate(text.text) if char in chars and place not in money)
    return Edits(instead={place: chars[char] for place, char in places})


def misread(text: LabelledText, rng: Random) -> Edits:
    """One character taken for one that looks like it, as OCR does."""
    share, kept = rng.choice((0.02, 0.05, 0.1)), _kept(text)
    places = ((place, char) for place, char in enumerate(text.text) if char in CONFUSED and place not in kept)
    return Edits(instead={place: CONFUSED[char] for place, char in places if rng.random() < share})


def lost(text: LabelledText, rng: Random) -> Edits:
    """Characters that are gone: some anywhere, or all of one sort."""
    kept = _kept(text)
    gone = rng.choice(LOST) if rng.random() < 0.4 else ""
    share = rng.choice((0.002, 0.006, 0.012))
    places = (place for place, char in enumerate(text.text) if char != "\n" and place not in kept)
    return Edits(instead={place: "" for place in places if text.text[place] in gone or rng.random() < share})


def traditional(text: LabelledText, rng: Random) -> Edits:
    """Traditional characters throughout or here and there, a few with their reading left in brackets."""
    share, table = rng.choice((1.0, 1.0, 0.3)), _traditional()
    edits, money = Edits(), _inside(text, "money")
    for place, char in enumerate(text.text):
        if char in PINYIN and place not in money and rng.random() < 0.03:
            edits.instead[place] = PINYIN[char]
        elif char in table and rng.random() < share:
            edits.instead[place] = table[char]
    return edits


def indented(text: LabelledText, rng: Random) -> Edits:
    """Indents, and empty lines between paragraphs."""
    indent, empty = rng.choice(("　　", "    ", "")), rng.random() < 0.5
    lines = [place + 1 for place, char in enumerate(text.text) if char == "\n" and place + 1 < len(text.text)]
    inside = _inside(text, "money", "circumstance")
    gaps = {place: ("\n" if empty else "") + indent for place in lines if place not in inside}
    return Edits(before={place: gap for place, gap in gaps.items() if gap})


NOISES: tuple[tuple[float, Callable[[LabelledText, Random], Edits]], ...] = (
    (0.15, spaced),
    (0.10, halved),
    (0.08, widened),
    (0.08, misread),
    (0.08, lost),
    (0.04, traditional),
    (0.20, indented),
    (0.28, wrapped),
    (0.18, paged),
)


def dirty(text: LabelledText, rng: Random) -> LabelledText:
    """The text after some of the noises, none for about a fourth of the texts; labels stay on their words."""
    for share, noise in NOISES:
        if rng.random() < share:
            text = apply(text, noise(text, rng))
    return text
