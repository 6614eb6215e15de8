"""Sums of money in text, as Decimal yuan with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from checker.text.numerals import CHINESE, DIGITS, SMALL, parse_number

CAPITALS = "零壹贰叁肆伍陆柒捌玖拾佰仟萬貳參陸億"
UNITS = {
    "十": 10,
    "百": 100,
    "千": 1000,
    "佰": 100,
    "仟": 1000,
    "拾": 10,
    "万": 10**4,
    "萬": 10**4,
    "亿": 10**8,
    "億": 10**8,
}
NUMBER = r"\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
FIGURES = re.compile(
    rf"(?P<sign>[￥¥]|人民币|RMB)?[\s:：]?(?P<number>{NUMBER})\s?(?P<unit>[十百千佰仟]?万|[百千佰仟萬]|亿|億)?\s?"
    r"(?P<yuan>元|圆|圓|块)?(?:(?P<jiao>\d)角)?(?:(?P<fen>\d)分(?!之|钟))?"
)
WORDS = re.compile(
    rf"(?P<number>[{CHINESE}]+(?:点[{''.join(DIGITS)}]+[百千]?[万亿]?)?)\s?(?:元|圆|圓)(?!旦|宵|月)(?:零?(?P<jiao>[{CHINESE}])角)?(?:零?(?P<fen>[{CHINESE}])分(?!之|钟))?整?正?"
)
PART = rf"(?:\d+(?:\.\d+)?)(?:[十百千佰仟]?[万萬亿億]|[{''.join(SMALL)}])"
SPOKEN = re.compile(rf"(?<![\d.])(?P<parts>(?:{PART}){{2,}})(?:元|圆|圓)(?!旦|宵)")  # 2万5千元
# 罚款金额（万元）：0.5: a form's heading has the unit, the number stands bare
HEADED = re.compile(
    rf"[（(](?:单位[:：]?)?(?P<unit>[百千]?万|亿|百|千)?元[)）]\s*[:：\t]?\s*(?P<number>{NUMBER})(?![\d.%％]|\s?[万亿元倍年月日])"
)
BARE = frozenset("百千万亿萬億佰仟")
LOST_FIRST = re.compile(r"0\d")
RANGE_MARK = re.compile(r"\s?(?:至|到|-|—|～|~|－|–)+\s?")


@dataclass(frozen=True, slots=True)
class MoneyToken:
    """One sum at `start:end`; `words` when it is written in capitals (壹贰…), `chinese` in 一二… or capitals."""

    start: int
    end: int
    amount: Decimal
    words: bool = False
    chinese: bool = False


def find_money(text: str) -> list[MoneyToken]:
    """Every sum in order. A bare number counts only behind ￥ or in front of 元; "3万至5万元" gives both ends."""
    found = [token for match in FIGURES.finditer(text) if (token := _figures(text, match)) is not None]
    found += [token for match in WORDS.finditer(text) if (token := _words(text, match)) is not None]
    found += [token for match in SPOKEN.finditer(text) if (token := _spoken(match)) is not None]
    known = {token.start for token in found}
    found += [token for match in HEADED.finditer(text) if (token := _headed(match)).start not in known]
    found.sort(key=lambda token: token.start)
    return _with_range_starts(text, found)


def scale(units: str) -> Decimal:
    """What the units behind a number multiply it by: 百万 is 10^6."""
    value = Decimal(1)
    for unit in units:
        value *= UNITS[unit]
    return value


def _figures(text: str, match: re.Match[str]) -> MoneyToken | None:
    if match["yuan"] is None and not (match["sign"] or "").strip():
        return None
    if match["yuan"] is None and match["sign"] == "人民币" and match["unit"] is None:
        return None
    before = text[match.start("number") - 1] if match.start("number") else ""
    if match["yuan"] is None and text[match.end() : match.end() + 1].isdigit():
        return None  # 人民币2万5千元: the head of a longer number
    if before.isdigit() or before == "." or text[match.end() : match.end() + 1] in ("旦", "宵"):
        return None
    if LOST_FIRST.match(match["number"]) or (before == "," and text[: match.start("number")][-2:-1].isdigit()):
        return None  # 000元, 50,00元: the rest of a number that was cut
    if before and (before in CAPITALS[1:] or before in UNITS):
        return None  # 贰佰壹8元, 两万5千元: the rest of a number in two scripts, or of 2万5千元
    number = Decimal(match["number"].replace(",", "").replace("，", ""))
    amount = number * scale(match["unit"] or "") + _cents(match)
    start = match.start("sign") if match["sign"] in ("￥", "¥") else match.start("number")
    return MoneyToken(start, match.end(), amount)


def _headed(match: re.Match[str]) -> MoneyToken:
    number = Decimal(match["number"].replace(",", "").replace("，", ""))
    return MoneyToken(match.start("number"), match.end("number"), number * scale(match["unit"] or ""))


def _spoken(match: re.Match[str]) -> MoneyToken | None:
    """Figures with a unit each, which must fall: 2万5千元; 5千2万元 is no number."""
    total, last = Decimal(0), None
    for number, units in re.findall(r"(\d+(?:\.\d+)?)(\D+)", match["parts"]):
        size = scale(units)
        if last is not None and Decimal(number) * size >= last:
            return None
        total, last = total + Decimal(number) * size, size
    return MoneyToken(match.start(), match.end(), total)


def _words(text: str, match: re.Match[str]) -> MoneyToken | None:
    number = match["number"]
    before = text[: match.start()][-1:]
    if before.isdigit() or before == ".":  # 1.5万元: read by the figures
        return None
    value = parse_number(number)
    while value is None and len(number) > 1:  # "第三五千元": keep the longest tail that is a number
        number = number[1:]
        value = parse_number(number)
    if value is None or not set(number) - BARE:  # （万元） is the unit of a column
        return None
    capitals = any(char in CAPITALS[1:] for char in number)
    return MoneyToken(match.end("number") - len(number), match.end(), value + _cents(match), capitals, True)


def _cents(match: re.Match[str]) -> Decimal:
    total = Decimal(0)
    for name, worth in (("jiao", Decimal("0.1")), ("fen", Decimal("0.01"))):
        value = parse_number(match[name]) if match[name] else None
        total += (value or 0) * worth
    return total


def _with_range_starts(text: str, found: list[MoneyToken]) -> list[MoneyToken]:
    """Add the first end of "3万至5万元", "三至五万元", whose unit stands only at the second."""
    extra = []
    for token in found:
        mark = None
        for match in RANGE_MARK.finditer(text, max(token.start - 3, 0), token.start):
            mark = match if match.end() == token.start else mark
        if mark is None:
            continue
        head = re.search(
            rf"(?:{NUMBER}|[{CHINESE}]+)(?:[百千]?万|[百千]|亿)?$", text[max(mark.start() - 14, 0) : mark.start()]
        )
        value = parse_number(head.group()) if head else None
        if head is not None and value is not None:
            unit = next((u for u in ("亿", "万", "千") if text[token.start : token.end].rstrip("元整").endswith(u)), "")
            start = mark.start() - len(head.group())
            if not re.search(r"[万亿千百]$", head.group()):
                value *= scale(unit)
            extra.append(MoneyToken(start, mark.start(), value, False, not head.group()[0].isdigit()))
    known = {token.start for token in found}
    return sorted([*found, *(token for token in extra if token.start not in known)], key=lambda token: token.start)
