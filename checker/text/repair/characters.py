"""One character for another: widths, compatibility forms, traditional script; readings in brackets go."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from checker.text.repair.working import Working


@cache
def table() -> dict[int, str | int]:
    """Width and compatibility forms whose normal form is one character."""
    found: dict[int, str | int] = {code: chr(code - 0xFEE0) for code in (*range(0xFF10, 0xFF1A), 0xFF05)}
    found |= {code: chr(code - 0xFEE0) for code in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
    found |= {ord("［"): "[", ord("］"): "]", ord("\u3000"): " ", ord("\r"): "\n"}
    found |= dict.fromkeys((0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F), " ")
    for code in (*range(0x2E80, 0x2FD6), *range(0xF900, 0xFB00), *range(0x3248, 0x3250), *range(0x2F800, 0x2FA1E)):
        normal = unicodedata.normalize("NFKC", chr(code))
        if len(normal) == 1 and normal != chr(code):
            found[code] = normal
    return found | {ord(radical): char for radical, char in zip(RADICALS, CHARACTERS, strict=True)}


# Radicals that PDF fonts give for whole characters and that Unicode does not decompose.
RADICALS = "⺠⻝⻋⻓⻔⻅⻛⻚⻢⻥⻦⻩⻘⻄⻆⻜⻰⻳⻬⻮⻉⻨⺟⺝⻑⻒⻙⻣⻤⻧⻪⺁⺎⺬⺩"
CHARACTERS = "民食车长门见风页马鱼鸟黄青西角飞龙龟齐齿贝麦母月長镸韦骨鬼卤黾厂兀示王"
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]+"
)
# What stands between these is shown in another order than it is stored: 00005 for 50000.
REORDERED = re.compile("[\u202b\u202e\u2067][^\u202c\u2069\n]*[\u202c\u2069]?")
CRLF = re.compile(r"\r\n")
POINT = re.compile(r"(?<=\d)．(?=\d)")
# Traditional forms that no simplified text has and every official document would.
TRADITIONAL = re.compile("[罰決書關國號為當處違規據條執經營產業務證額機構應實責開與發現場監督門區縣幹話傳統這個員]")
READING = re.compile("(?<=[\u4e00-\u9fff])[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}[)）]")
SEVERAL = 3  # readings in brackets; one or two may be the author's
ENOUGH = 8  # traditional characters before a text counts as traditional; names alone do not reach it


def normalise(work: Working) -> None:
    """Widths and compatibility forms; invisible characters go."""
    if "\r" in work.text:
        work.remove(CRLF, "\n")
    if not work.text.isascii():
        work.translate(table())
        if "．" in work.text:
            work.cut([(match.start(), match.end(), ".") for match in POINT.finditer(work.text)])
        for match in REORDERED.finditer(work.text):
            work.note("bidi-controls", match.start(), match.end())
    work.remove(INVISIBLE)


def simplify(work: Working) -> None:
    """Traditional to simplified, character by character so that offsets hold."""
    marks = TRADITIONAL.findall(work.text)
    if len(marks) < ENOUGH or len(set(marks)) < ENOUGH // 2:
        return
    characters = sorted(set(work.text) - {"\n"})
    simple = _converter().convert("\n".join(characters)).split("\n")
    if len(simple) == len(characters):
        pairs = zip(characters, simple, strict=True)
        work.translate({ord(old): new for old, new in pairs if len(new) == 1 and new != old})


@cache
def _converter():  # type: ignore[no-untyped-def]  # opencc ships no types
    import opencc  # loading its tables is slow and rarely needed

    return opencc.OpenCC("t2s")


def drop_readings(work: Working) -> None:
    """關(guān) loses its bracket, if the text has several: a converter's leftovers, never the agency's words."""
    found = list(READING.finditer(work.text))
    if len(found) >= SEVERAL:
        for match in found:
            work.note("pinyin-readings", match.start() - 1, match.end(), repaired=True)
        work.remove(READING)
