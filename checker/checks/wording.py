"""Provisions and ranges in words, in Chinese and English."""

from __future__ import annotations

from checker.checks.building import plain
from checker.messages import say
from checker.records.law import Citation, Provision
from checker.records.ranges import MoneyRange

DIGITS = "零一二三四五六七八九"
PLACES = ("", "十", "百", "千")


def chinese_number(number: int) -> str:
    """A whole number of 1 to 9999 as articles are numbered: 124 is 一百二十四, 10 is 十, 1003 is 一千零三."""
    words, gap = "", False
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            words += (DIGITS[0] if gap and words else "") + DIGITS[digit] + PLACES[place]
        gap = not digit
    return words[1:] if words.startswith("一十") else words


def citation_words(citation: Citation | Provision) -> tuple[str, str]:
    """《法》第…条第…款第…项, and in English the name of the law with "art. 124(1)(5)"."""
    item = citation.item if isinstance(citation, Citation) else None
    zh = f"《{citation.law}》"
    if citation.article is None:
        return zh, citation.law
    zh += f"第{chinese_number(citation.article)}条"
    en = f"art. {citation.article}"
    if citation.sub is not None:
        zh, en = f"{zh}之{chinese_number(citation.sub)}", f"{en}-{citation.sub}"
    for number, unit in ((citation.paragraph, "款"), (item, "项")):
        if number is not None:
            zh, en = f"{zh}第{chinese_number(number)}{unit}", f"{en}({number})"
    return zh, f"{en} of the {citation.law}"


def range_words(band: MoneyRange) -> tuple[str, str]:
    """A range in yuan; an end that is excluded is worded so (超过, 不足)."""
    low, high = band.lower, band.upper
    if low and high and low.value == high.value:
        return say("yuan:exact", value=plain(low.value))
    ends = []
    if low and (low.value or not high):
        ends.append(say("yuan:from" if low.inclusive else "yuan:over", value=plain(low.value)))
    if high:
        ends.append(say("yuan:to" if high.inclusive else "yuan:under", value=plain(high.value)))
    if not ends:
        return say("yuan:any")
    return "".join(zh for zh, _ in ends), " ".join(en for _, en in ends)
