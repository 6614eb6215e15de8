"""A fine's size: sums, multiples and percentages with their ends."""

from __future__ import annotations

import re
from decimal import Decimal

from checker.records.ranges import Bound
from checker.text.numerals import CHINESE, parse_number

NUM = rf"(?:\d[\d,]*(?:\.\d+)?|[{CHINESE}]+)(?:\.\d+)?"
YUAN = rf"{NUM}(?:[百千]?万|[百千]|亿)?(?:元|圆)"
BARE = rf"{NUM}(?:[百千]?万|[百千]|亿)?"
PERCENT = rf"(?:百分之{NUM}|千分之{NUM}|\d+(?:\.\d+)?[%％])"
TIMES = rf"(?:{NUM}|半)倍"
TO = r"(?:至|到|-|—|～|~|－|–)+"
FROM = r"(?:及其)?(?:以上|及以上)"
UPTO = r"(?:及其)?(?:以下|以内|及以下)"

FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("sum", rf"(?P<a>{BARE}(?:元|圆)?){FROM}(?P<b>{YUAN}){UPTO}"),
        ("sum", rf"(?P<a>{BARE}(?:元|圆)?){TO}(?P<b>{YUAN})(?:{UPTO})?"),
        ("times", rf"(?P<a>{NUM}倍?){FROM}(?P<b>{TIMES}){UPTO}"),
        ("times", rf"(?P<a>{NUM}倍?){TO}(?P<b>{TIMES})(?:{UPTO})?"),
        ("times", rf"(?P<a>百分之{NUM}|\d+[%％]){FROM}(?P<b>{TIMES}){UPTO}"),
        ("percent", rf"(?P<a>{PERCENT}|百分之{NUM}){FROM}(?P<b>{PERCENT}){UPTO}"),
        ("percent", rf"(?P<a>{PERCENT}){TO}(?P<b>{PERCENT})(?:{UPTO})?"),
        ("upto", rf"(?:最高)?(?:不(?:得)?超过|不高于)(?P<b>{YUAN}|{TIMES}|{PERCENT})"),
        ("upto", rf"(?P<b>{YUAN}|{TIMES}|{PERCENT}){UPTO}"),
        ("from", rf"(?P<a>{YUAN}|{TIMES}|{PERCENT}){FROM}"),
        ("upto", r"(?P<b>等值)(?:以下)?"),
        ("exact", rf"(?P<a>{YUAN}|{TIMES}|{PERCENT})"),
    )
)


def read_size(text: str, *, below_excludes: bool) -> tuple[Bound | None, Bound | None, str, int, int] | None:
    """(lower, upper, "yuan" or "multiple", start, end) of the first size in the text; None without one."""
    best = None
    for name, pattern in FORMS:
        match = pattern.search(text)
        if match is not None and (best is None or match.start() < best[1].start()):
            best = (name, match)
    if best is None:
        return None
    name, match = best
    parts = match.groupdict()
    upper_text, lower_text = parts.get("b"), parts.get("a")
    unit = "multiple" if re.search(r"倍|百分之|千分之|[%％]|等值", match.group()) else "yuan"
    high = _value(upper_text, upper_text) if upper_text else None
    low = _value(lower_text, upper_text or lower_text) if lower_text else None
    if (upper_text and high is None) or (lower_text and low is None) or (low and high and low > high):
        return None
    lower = Bound(low) if low is not None else None
    upper = Bound(high, not (below_excludes and "以下" in match.group())) if high is not None else None
    if name == "exact":
        upper = lower
    if name == "upto" and lower is None:
        lower = Bound(Decimal(0))
    return lower, upper, unit, match.start(), match.end()


def _value(written: str | None, model: str | None) -> Decimal | None:
    """A number in the unit that its own words or those of the other end give."""
    if written is None or model is None:
        return None
    if written == "等值":
        return Decimal(1)
    text = written.replace("％", "%")
    if text.startswith(("百分之", "千分之")):
        number = parse_number(text[3:])
        return None if number is None else number / (100 if text[0] == "百" else 1000)
    if text.endswith("%"):
        return Decimal(text[:-1]) / 100
    bare = re.sub(r"[元圆倍]", "", text)
    if bare == "半":
        return Decimal("0.5")
    number = parse_number(bare)
    if number is None:
        return None
    if "元" not in text and "圆" not in text and "倍" not in text and not re.search(r"[万亿千百]$", bare):
        scale = re.search(r"([百千]?万|[百千]|亿)[元圆]$", model)  # 五至十万元, 一以上三万元以下
        if scale:
            number *= parse_number("一" + scale.group(1)) or 1
    return number
