"""Periods as a text tells them: from one day to another, over night, on several days; and whose periods they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.extract.paper import Paper
from checker.text.dates import DateToken

CLOCK = r"(?:\d{1,2}[时点:：](?:\d{1,2}分?)?许?|(?:当)?[晚夜]间?|凌晨|清晨|上午|下午|中午)*"
TO = re.compile(rf"\s*{CLOCK}\s*(?:起|开始|始)?\s*(?:至|到|—|-|－|–|~|～){{1,2}}\s*")
AND = re.compile(r"\s*[、和及]\s*")  # 12月19日、21日、23日: an act on several days
# Whose period it is not: what the agency looked through, and how long it looked.
LOOKED_AT = re.compile(
    r"[^。；]{0,30}?(?:情况|数据|账[册目簿]?|报表|资料|凭证|票据)[^。；]{0,24}?(?:检查|核查|稽查|审计|比对|核对|调取|抽查)"
    r"|(?:期间)?[，,]?[^，。；]{0,12}?对[^。；]{2,60}?(?:检查|核查|稽查|审计|督查|调查|抽查)"
)
AWAY = re.compile(r"[^，。；]{0,6}(?:在[^，。；]{2,16}?)?(?:住院|出差|休假|请假|外出|探亲|隔离)")
# 2023年3月1日至4月30日，两个车间64名工人…: a period that opens its clause, unless it is the agency that acts then
OPENING = re.compile(r"(?:期间)?[，,](?![^，。；]{0,16}(?:[本我][局机支大]|执法|公示|公告))")
MARK = r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．]|[①-⑳])?\s*"


@dataclass(frozen=True, slots=True)
class Period:
    """Two dates of the facts with the words before the first (of its clause) and behind the last."""

    first: DateToken
    last: DateToken
    lead: str
    after: str
    listed: bool  # days told one by one

    @property
    def looked_through(self) -> bool:
        """Whether the words behind say that the agency looked through the period, or looked for so long."""
        return LOOKED_AT.match(self.after) is not None

    @property
    def away(self) -> bool:
        """Whether somebody was away then: an excuse."""
        return AWAY.match(self.after) is not None

    @property
    def opens(self) -> bool:
        """Whether the period stands alone at the head of its clause, and what was done then follows."""
        if re.fullmatch(r"\s*[于在自从]\s*", self.lead):
            return re.match(r"[将把未对]", self.after) is not None
        return re.fullmatch(MARK, self.lead) is not None and OPENING.match(self.after) is not None


def read_periods(paper: Paper, facts: Sequence[DateToken]) -> Iterator[Period]:
    """Every period of whole days, in the order of the text."""
    text = paper.text
    for index, one in enumerate(facts[:-1]):
        other = facts[index + 1]
        between = text[one.end : other.start]
        listed = AND.fullmatch(between) is not None
        if not (listed or TO.fullmatch(between)) or one.precision != "day" or other.precision != "day":
            continue
        if listed and index and AND.fullmatch(text[facts[index - 1].end : one.start]):
            continue  # counted with the day before
        last = _last(text, facts, index + 1) if listed else other
        lead = re.split(r"[，。；\n]", text[max(one.start - 14, 0) : one.start])[-1]
        yield Period(one, last, lead, text[last.end : last.end + 90], listed)


def _last(text: str, facts: Sequence[DateToken], index: int) -> DateToken:
    while index + 1 < len(facts) and AND.fullmatch(text[facts[index].end : facts[index + 1].start]):
        index += 1
    return facts[index]
