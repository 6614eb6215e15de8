"""A fine's size: sums, multiples, percentages and fractions with their ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from checker.records.ranges import Bound
from checker.text.numerals import CHINESE, DIGITS, parse_number

NUM = rf"(?:\d[\d,]*(?:\.\d+)?|[{CHINESE}]+(?:点[{''.join(DIGITS)}]+)?)(?:\.\d+)?"
SCALE = r"(?:[百千]?[万萬]|[百千佰仟]|[亿億])?"
YUAN = rf"{NUM}{SCALE}(?:元|圆|圓)"
BARE = rf"{NUM}{SCALE}"
PERCENT = rf"(?:[百千]分之{NUM}|\d+(?:\.\d+)?[%％‰])"
FRACTION = rf"(?:{NUM}分之{NUM})"
TIMES = rf"(?:{NUM}倍半?|半倍)"
EQUAL = r"(?:等值|等额|同等数额)"
ENDS = rf"(?:{PERCENT}|{FRACTION}|{TIMES}|(?:人民币)?{YUAN}(?:人民币)?|{EQUAL})"
FIRST = rf"(?:{ENDS}|(?:人民币)?{BARE})"
TEN_THOUSANDS = rf"(?:\d[\d,.]*[百千]?[万亿]|[{CHINESE}]{{0,8}}[万亿])"
LAST = rf"(?:{ENDS}|{TEN_THOUSANDS})"
INCLUDED = r"(?:\([^()]{1,8}\))?"
TO = r"(?:至|到|-|—|～|~|－|–)+"
FROM = r"(?:及|及其)?以上"
UPTO = r"(?:及|及其)?(?:以下|以内|之内)"
UNDER = r"(?:不足|不满|低于|未满|少于|不到)"
OVER = r"(?:超过|高于|多于)"
NOT_OVER = r"(?:(?:最高(?:额)?)?(?:不(?:得|能|应)?(?:超过|高于|多于|大于))|最高(?:额)?(?:为|可(?:达|处))?|至多(?:为)?|最多(?:为)?)"
NOT_UNDER = r"(?:(?:最低(?:额)?)?(?:不(?:得|能|应)?(?:低于|少于|小于))|最低(?:额)?(?:为)?|至少(?:为)?)"

# name, pattern; A is the lower end, B the upper one, I a bracket that says whether the number is included.
FORMS: tuple[tuple[str, str], ...] = (
    ("below", rf"(?:{OVER})?(?P<A>{FIRST})(?P<I>{INCLUDED})(?:{FROM})?(?P<J>{INCLUDED})[、,，]?{UNDER}(?P<B>{ENDS})"),
    (
        "range",
        rf"(?P<A>{FIRST})(?P<I>{INCLUDED}){FROM}(?P<J>{INCLUDED})[、,，]?(?P<B>{LAST})(?P<K>{INCLUDED}){UPTO}(?P<L>{INCLUDED})",
    ),
    (
        "over",
        rf"{OVER}(?P<A>{FIRST})(?P<I>{INCLUDED})(?:但|且)?[、,，]?(?:{TO}|不超过|不高于)(?P<B>{ENDS})(?P<K>{INCLUDED})(?:{UPTO})?(?P<L>{INCLUDED})",
    ),
    (
        "range",
        rf"(?P<A>{FIRST})(?P<I>{INCLUDED})(?:{FROM})?{TO}(?P<B>{ENDS})(?P<K>{INCLUDED})(?:{UPTO})?(?P<L>{INCLUDED})",
    ),
    ("range", rf"(?P<B>{ENDS})(?P<K>{INCLUDED}){UPTO}[、,，]?(?P<A>{ENDS})(?P<I>{INCLUDED}){FROM}"),
    ("upto", rf"{NOT_OVER}(?P<B>{ENDS})(?P<K>{INCLUDED})(?:{UPTO})?(?P<L>{INCLUDED})"),
    ("from", rf"{NOT_UNDER}(?P<A>{ENDS})(?P<I>{INCLUDED})(?:{FROM})?"),
    ("under", rf"{UNDER}(?P<B>{ENDS})"),
    ("over", rf"{OVER}(?P<A>{ENDS})(?P<I>{INCLUDED})(?:{FROM})?"),
    ("upto", rf"(?P<B>{LAST})(?P<K>{INCLUDED}){UPTO}(?P<L>{INCLUDED})"),
    ("from", rf"(?P<A>{ENDS})(?P<I>{INCLUDED}){FROM}(?P<J>{INCLUDED})"),
    ("exact", rf"(?P<A>{ENDS})"),
)
GROUP = re.compile(r"\(\?P<(\w)>")
SIZES = re.compile("|".join(GROUP.sub(rf"(?P<\g<1>{place}>", form) for place, (_, form) in enumerate(FORMS)))
OVERS = ("超过", "高于", "多于")
CONTRARY = "contrary"
KIND_OF = re.compile(r"(?:元|圆|圓)(?:人民币)?$")


@dataclass(frozen=True, slots=True)
class Size:
    """A size as written: bounds in yuan, or as multiples when `multiple`; `form` says how it was written."""

    lower: Bound | None
    upper: Bound | None
    multiple: bool
    form: str
    start: int
    end: int


def find_sizes(text: str, *, below_excludes: bool = False) -> Iterator[Size]:
    """Every size in the text, from left to right.

    One whose ends contradict each other (五万元以上三万元以下, 五万元以上三倍以下) or are no numbers has no bounds and the form
    CONTRARY: a number stands there, and nobody can say which.
    """
    for match in SIZES.finditer(text):
        yield _size(match, below_excludes)


def _size(match: re.Match[str], below_excludes: bool) -> Size:
    place = next(k for k in range(len(FORMS)) if match.groupdict().get(f"A{k}") or match.groupdict().get(f"B{k}"))
    parts = {key[0]: value for key, value in match.groupdict().items() if value and key[1:] == str(place)}
    name, low_text, high_text = FORMS[place][0], parts.get("A"), parts.get("B")
    model = high_text or low_text or ""
    low = _value(low_text, model) if low_text else None
    high = _value(high_text, model) if high_text else None
    kinds = {KIND_OF.search(each) is None for each in (low_text, high_text) if each and not _is_bare(each)}
    unread = (low_text and low is None) or (high_text and high is None)
    if unread or len(kinds) > 1 or (low is not None and high is not None and low > high):
        return Size(None, None, False, CONTRARY, match.start(), match.end())
    opened, closed = parts.get("I", "") + parts.get("J", ""), parts.get("K", "") + parts.get("L", "")
    tight = name in ("below", "under") or (below_excludes and "以下" in match.group() and name != "exact")
    lower = Bound(low, _included(opened, not match.group().startswith(OVERS))) if low is not None else None
    upper = Bound(high, _included(closed, not tight)) if high is not None else None
    if name == "exact":
        upper = lower
    if lower is None:
        lower = Bound(Decimal(0))
    return Size(lower, upper, kinds == {True}, name, match.start(), match.end())


def _included(bracket: str, default: bool) -> bool:
    return default if not bracket else "不" not in bracket


def _is_bare(written: str) -> bool:
    return re.fullmatch(rf"(?:人民币)?{BARE}", written) is not None


def _value(written: str | None, model: str | None) -> Decimal | None:
    """A number in the unit that its own words or those of the other end give; None for what is no number."""
    if written is None or model is None:
        return None
    text = written.replace("％", "%").replace("人民币", "")
    try:
        if re.fullmatch(EQUAL, text):
            return Decimal(1)
        if re.search(r"分之|[%‰]$", text):
            return _part(text)
        bare = re.sub(r"[元圆圓倍]", "", text)
        if bare.startswith("半"):
            return Decimal("0.5")
        half = Decimal("0.5") if bare.endswith("半") else Decimal(0)
        number = parse_number(bare.removesuffix("半"))
        return None if number is None else (number + half) * _scale(text, bare, model)
    except (InvalidOperation, ZeroDivisionError):
        return None


def _part(text: str) -> Decimal | None:
    """百分之五, 5%, 2‰, 三分之一 as a multiple."""
    if text[-1] in "%‰":
        return Decimal(text[:-1].replace(",", "")) / (100 if text[-1] == "%" else 1000)
    below, _, above = text.partition("分之")
    number = parse_number(above)
    divisor = Decimal({"百": 100, "千": 1000}[below]) if below in ("百", "千") else parse_number(below)
    if number is None or not divisor:
        return None
    return number / divisor


def _scale(text: str, bare: str, model: str) -> Decimal:
    """What a first end without its unit takes from the other end: 五至十万元, 1至5%."""
    if re.search(r"[元圆圓倍]|分之", text) or re.search(r"[万亿千百萬億]$", bare):
        return Decimal(1)
    if model.startswith("百分之") or model[-1] in "%％":
        return Decimal("0.01")
    if model.startswith("千分之") or model[-1] == "‰":
        return Decimal("0.001")
    scale = re.search(r"([百千]?[万萬]|[百千]|[亿億])[元圆圓]$", model)
    return (parse_number("一" + scale.group(1)) or Decimal(1)) if scale else Decimal(1)
