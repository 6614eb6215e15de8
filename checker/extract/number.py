"""The document number (文号) as agencies write it: word, year in brackets, serial."""

from __future__ import annotations

import re

from checker.extract.paper import Paper
from checker.records.read import Read

HAN = "\u4e00-\u9fff"
# 通07环罚字, 佛环0605罚: the code of a branch stands inside the word.
WORD = rf"(?:[（(][{HAN}]{{1,6}}[)）])?(?:[{HAN}]{{1,4}}\d{{2,4}}(?=[{HAN}]))?[{HAN}A-Z]{{1,20}}(?:[（(][{HAN}]{{1,5}}[)）][{HAN}]{{0,8}}){{0,2}}[{HAN}A-Z\d]{{0,4}}?"
# 特-018, 谭坊37, 3-41, 第2-065, 特（2）3: an office's word may stand in the serial, right at digits or a hyphen.
SERIAL = (
    rf"(?:第\s?)?(?:[{HAN}A-Za-z]{{1,5}}(?:[-－—]|(?=[\d（(])))?[（(]?[A-Za-z\d][A-Za-z\d\-－—.·]{{0,17}}[)）]?"
    rf"(?:[{HAN}]{{1,4}}[-－—]?\d{{1,6}}(?:[-－—]\d{{1,4}})?)?"
    r"|第?\s?[〇○零一二三四五六七八九十百]{1,8}"  # 第〇九
)
NUMBER = re.compile(
    rf"(?P<word>{WORD}|(?<=[书\n]))\s?(?:[〔\[【﹝(（{{〈]|(?<=[罚字]))\s?(?P<year>(?:19|20)\d{{2}})\s?年?[〕\]】﹞)）}}〉]\s?(?P<serial>{SERIAL})\s?(?:号|(?<=\d)(?=[ 　]*\n))"
)
LABELLED = re.compile(
    r"(?:(?:决定书?|文书)?(?:文号|编号|案号|字号)|决定书号|文书号)\s*[:：\t]\s*(?P<v>(?=[^\s。；，]{0,40}\d)[^\s。；，《]{6,40})"
)
# A serial alone on the line under the title.
BARE = re.compile(r"处罚[^\n]{0,6}决定书\s*\n\s*(?P<v>第\s?\d{6,20}\s?号)(?=\s*\n)")
# What stands before the number on its line and is no part of it.
PREFIX = re.compile(r"^.*(?:决定书|文书|告知书|文号|编号|案号|书号|字号|号码)(?:[（(](?=[^）)]*$))?")
# 某市生态环境局某分局豫某环罚〔2021〕11号: the agency on the same line; 某市城管局罚字 is a word of its own
AGENCY = re.compile(
    rf"^[{HAN}]*[省市县区州旗盟][{HAN}]{{2,}}(?:局|厅|委员会|大队|支队|总队|中心|办事处)(?=[{HAN}]{{3,}}$)(?![罚处行不当简决综执])"
)
QUOTED = re.compile(r"[《“]|依据|根据|收到|送达|印发|(?:告知书|通知书|指令书|报告)[（(]?$")
WHOLE_BEFORE = re.compile(r"^$|[\s：:书号（(】，。；]")  # else the number's first characters are missing
OF_PENALTY = re.compile(r"罚|处|决|字|执|当|简")


def read_number(paper: Paper) -> Read[str] | None:
    """文号 as written, spaces taken out; the one nearest the top that is not of another document quoted there."""
    text = paper.text
    reach = max(900, min(len(text), paper.parts.body + 200))
    labelled = LABELLED.search(text, 0, reach)
    for match in NUMBER.finditer(text, 0, reach):
        word = _own(match["word"])
        start = match.end("word") - len(word)
        own = bool(OF_PENALTY.search(word)) if word else _titled(text, start)
        if not own or QUOTED.search(text[max(start - 12, 0) : match.end("word")]):
            continue
        start += len(text[start : match.end()]) - len(text[start : match.end()].lstrip())
        value = re.sub(r"\s", "", text[start : match.end()])
        sure = 0.97 if WHOLE_BEFORE.search(text[:start][-1:]) and not _lost_before(paper, start) else 0.5
        return paper.read(value, start, match.end(), sure, "number-heading")
    if labelled is None:
        labelled = BARE.search(text, 0, reach)
    if labelled:
        return paper.read(labelled["v"], labelled.start("v"), labelled.end("v"), 0.85, "number-label")
    return None


def _own(word: str) -> str:
    """The word without the title or label before it, and without a bracket opened there: 决定书（盘州市监罚."""
    word = AGENCY.sub("", PREFIX.sub("", word))
    for opening, closing in ("（）", "()"):
        if word.count(opening) > word.count(closing):
            word = word[word.rindex(opening) + 1 :]
    return word


def _titled(text: str, start: int) -> bool:
    """Whether a number without any word stands right behind the title."""
    return re.search(r"处罚[^\n]{0,6}决定书\s*$", text[:start]) is not None


def _lost_before(paper: Paper, at: int) -> bool:
    """Whether a number that cannot be read stands above: the one found may be that of another document."""
    low = paper.clean.offsets[at]
    places = (each for each in paper.clean.places if each.reason == "document-number-damaged" and not each.repaired)
    return any(each.end <= low for each in places)
