"""Spaces that Chinese text does not have: between characters, inside numbers; wide gaps become tabs."""

from __future__ import annotations

import re

from checker.text.repair.working import Working

CJK = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3001-\u303f“”‘’〇○"
SPACED_WORD = re.compile(rf"(?<![^\s])[{CJK}](?: +[{CJK}]){{2,}}(?![^\s])")
SPACED_NUMBER = re.compile(r"(?<![\d.])\d(?: \d){2,}(?![\d.])")
GROUPED = re.compile(r"(?<=\d,) (?=\d{3}(?!\d))|(?<=\d) (?=,\d{3}(?!\d))|(?<=\d\.) (?=\d)")
WIDE = re.compile(r"(?<=[^\s]) {3,}(?=[^\s])")
BETWEEN = re.compile(rf"(?<=[{CJK}]) {{1,2}}(?=[{CJK}0-9A-Za-z￥¥(\[])|(?<=[0-9A-Za-z%)\]]) {{1,2}}(?=[{CJK}])")
EDGES = re.compile(r"(?m)^[ ]+|[ ]+$")


# A blank before the next "label：" of a line divides two entries of a form: 法定代表人：张某 职务：经理.
# So do the words that forms always use as labels, and the blank behind 当事人, even without a colon.
LABELLED = re.compile(
    rf"(?<=当事人) +(?=[{CJK}])|(?<=[{CJK}0-9A-Za-z)）*]) +(?=(?:身份证号|联系电话|住址|地址|住所|性别|法定代表人)|"
    rf"(?:统一社会信用代码|证件号码|车牌号))|(?<=[{CJK}0-9A-Za-z)）*]) +(?=[\u4e00-\u9fff（）()]{{2,10}}[:：])"
)


STROKES = "|｜│┃"
RULES = re.compile(rf"[ ]*[{STROKES}][ ]*")


def _columns(work: Working) -> None:
    """Strokes that stand for the rules of a table, "当事人｜某某公司": a tab between cells, nothing at the edges."""
    if any(stroke in work.text for stroke in STROKES):
        found = RULES.finditer(work.text)
        work.cut([(each.start(), each.end(), "" if _at_edge(work.text, each) else "\t") for each in found])


def _at_edge(text: str, match: re.Match[str]) -> bool:
    return text[match.start() - 1 : match.start()] in ("", "\n") or text[match.end() : match.end() + 1] in ("", "\n")


def close_up(work: Working) -> None:
    """Remove or turn into tabs what is not a word gap of Latin text."""
    _columns(work)
    if " " not in work.text:
        return
    for pattern in (SPACED_WORD, SPACED_NUMBER):
        pieces = [
            (match.start() + offset, match.start() + offset + 1, "")
            for match in pattern.finditer(work.text)
            for offset, char in enumerate(match.group())
            if char == " "
        ]
        work.cut(pieces)
    work.remove(GROUPED)
    work.remove(WIDE, "\t")
    work.remove(LABELLED, "\t")
    work.remove(BETWEEN)
    work.remove(EDGES)
