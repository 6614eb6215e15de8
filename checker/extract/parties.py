"""Respondents: one block or several, each read on its own."""

from __future__ import annotations

import re

from checker.extract.naming import occurrences
from checker.extract.paper import Paper
from checker.extract.party import NAME_LABEL, read_party
from checker.records.decision import Respondent

END = 1600  # characters from the top in which respondent blocks stand
CALLED = (
    r"(?:被处罚(?:的)?)?(?:当事人|被处罚(?:人|单位|者)|(?:行政)?相对人|违法行为人|违法(?:单位|人)|处罚相对人|受处罚(?:人|单位)|被处罚(?:个体|企业|公民))"
    r"(?P<mark%s>[一二三四五六七八九甲乙丙丁\d]|[（(][一二三四五六七八九\d]{1,2}[)）])?"
)
ABOUT = r"(?:[，,]?\s*(?:经营者|统一社会|社会信用|住所|住址|地址|法定|负责人|类型|个体|身份|性别|[男女](?=[，,\s\d住汉族]|$)|住(?=[\u4e00-\u9fff]{2})|公民|出生))"
SHORT = re.compile(r"[（(](?:以下|下)?(?:简)?称(?:为)?[:：]?[“\"]?([^”\"）)\n]{2,20})[”\"]?[)）]")
SUBJECT = re.compile(
    r"(?:^|[\n\t。；，：:]|(?<=[号一二三四五]))\s*(?:[一二三四五六七八九十\d]+[、.．])?"
    + CALLED % ""
    + r"(?:名称|姓名|单位|基本情况|信息)?(?:[（(][^）)\n：:]{1,14}[)）])?\s*[:：\t]\s*"
    r"|(?:^|\n)\s*(?:[一二三四五六七八九十]+、)?当事人\s*\n\s*"
    r"|(?:^|\n)\s*【(?:当事人|被处罚(?:人|单位))】\s*(?=[\u4e00-\u9fff（(])"
    r"|(?:^|\n)\s*(?:[一二三四五六七八九十]+、)?"
    + CALLED % "2"
    + rf"\s*[为系]?\s*(?=[\u4e00-\u9fff某*×（）()]{{2,40}}?{ABOUT})"
)
# 单位名称：… 个人姓名：…; 1．才某，男；2．李某忠，男: several respondents under one label.
PARTS = re.compile(r"(?:^|[\n\t　 ])\s*(?:单位名称|个人姓名)\s*[:：\t]\s*(?=[\u4e00-\u9fff])")
# "延吉市某某有限公司：", also with its code in brackets before or behind the colon, on a line of its own.
ADDRESSED = re.compile(
    r"(?:^|\n)\s*(?:[^\n：:]{4,60}——)?([\u4e00-\u9fff某*×]{2,40}(?:[（(](?:普通合伙|有限合伙|个人独资|特殊普通合伙)[)）])?)(?:[（(][^\n]{0,160}[)）])?[:：]\s*(?:[（(][^\n）)]{4,60}[)）])?\s*(?=\n)"
)
ITEMS = re.compile(
    r"(?:^|[：:；;\n】])\s*(?:\d[.．、]|[（(][\d一二三四五][)）]|[①-⑨])\s*(?=[\u4e00-\u9fff某*]{2,40}[，,（(])"
    r"|(?:^|[：:；;])\s*(?=[\u4e00-\u9fff某*×]{2,6}(?:[·•][\u4e00-\u9fff某*×]{1,8}){0,2}[，,]\s*[男女][，,])"
)


def read_parties(paper: Paper) -> tuple[Respondent, ...]:
    """All respondents in the order of their blocks; the same name counts once."""
    text = paper.text
    limit = min(max(paper.parts.body + 700, 500), END, len(text))
    marks = [match for match in SUBJECT.finditer(text, 0, limit) if not _of_address(text, match.start())]
    decides = paper.parts.operative[0]  # 当事人（签名）：… behind the decision names nobody anew
    marks = [match for match in marks if match.start() < decides] or marks
    found: dict[str, Respondent] = {}
    for start, end in _blocks(text, marks, limit):
        party = read_party(paper, start, end)
        if party is not None and party.name is not None:
            found.setdefault(party.name.value, party)
    return tuple(found.values())


def called(paper: Paper, party: Respondent) -> tuple[str, ...]:
    """The names that a text uses for a respondent: its own, and the short one defined after it (以下简称…)."""
    if party.name is None:
        return ()
    name = party.name.value
    defined = (SHORT.match(paper.text, end) for _, end in occurrences(paper.text, (name,)))
    short = next((match for match in defined if match), None)
    return (name, short.group(1)) if short else (name,)


def _blocks(text: str, marks: list[re.Match[str]], limit: int) -> list[tuple[int, int]]:
    if not marks:
        match = NAME_LABEL.search(text, 0, limit)
        return [(match.start(), limit)] if match else _addressed(text)
    starts = [match.end() for match in marks]
    ends = [match.start() for match in marks[1:]] + [limit]
    return [part for start, end in zip(starts, ends, strict=True) for part in _parts(text, start, end)]


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A block, or the blocks of several respondents told under one label."""
    line = text.find("\n", start + 1, end)
    if text[start - 1] == "\n" and ITEMS.match(
        text, start - 1
    ):  # 【当事人】 on a line of its own, its items on the lines below
        line = min(start + 500, end)
    for pattern, reach in ((PARTS, min(start + 300, end)), (ITEMS, line if line > 0 else end)):
        inside = [match.end() for match in pattern.finditer(text[:reach], max(start - 1, 0))]
        if len(inside) > 1:
            return list(zip(inside, [*inside[1:], end], strict=True))
    return [(start, end)]


def _of_address(text: str, start: int) -> bool:
    """地址 当事人（一）：…；当事人（二）：…: a line of addresses names nobody anew."""
    line = text[text.rfind("\n", 0, start + 1) + 1 : start + 1]
    return re.match(r"\s*(?:地\s?址|住\s?所|住\s?址)\s*[:：\t]", line) is not None


def _addressed(text: str) -> list[tuple[int, int]]:
    """A decision that begins by addressing: "延吉市某某有限公司：" on a line of its own."""
    person = re.search(r"(?:^|\n)\s*(?=[\u4e00-\u9fff某*×]{2,4}[，,]\s*[男女][，,])", text[:400])
    if person:
        return [(person.end(), min(person.end() + 300, len(text)))]
    found = list(ADDRESSED.finditer(text, 0, 600))
    found = [
        each for index, each in enumerate(found) if not index or not text[found[index - 1].end() : each.start()].strip()
    ]
    ends = [each.start() for each in found[1:]] + [min(found[-1].end() + 300, len(text))] if found else []
    return [(each.start(1), end) for each, end in zip(found, ends, strict=True)]
