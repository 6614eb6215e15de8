"""Numbers as Chinese documents write them: digits, Chinese numerals, capitals, and mixtures such as 1.5万."""

from __future__ import annotations

import re
from decimal import Decimal

DIGITS = {
    char: value
    for value, chars in enumerate(
        ("零〇○Ｏ", "一壹弌幺", "二贰弐两貳", "三叁叄弎參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
    )
    for char in chars
}
SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
TWENTIES = {"廿": "二十", "卅": "三十"}
CHINESE = "".join(DIGITS) + "".join(SMALL) + "".join(LARGE) + "".join(TWENTIES)
POINT = re.compile(
    rf"([{CHINESE}]+)点([{''.join(DIGITS)}]+)((?:[{''.join(SMALL)}]?[{''.join(LARGE)}])?)"
)  # 一点六, 两点五万
ARABIC = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|\.\d+")
MIXED = re.compile(rf"({ARABIC.pattern})((?:[{''.join(SMALL)}]?[{''.join(LARGE)}])?|[{''.join(SMALL)}])")
WIDE = str.maketrans("０１２３４５６７８９．，", "0123456789.,")


def parse_number(written: str) -> Decimal | None:
    """The number, or None for what is not one well-formed number ("五五" is digits read out only in years).

    >>> parse_number("两万五千"), parse_number("1.5万"), parse_number("万零五百"), parse_number("十九点五")
    (Decimal('25000'), Decimal('15000'), Decimal('10500'), Decimal('19.5'))
    """
    text = written.translate(WIDE).replace(" ", "")
    match = MIXED.fullmatch(text)
    if match:
        value = Decimal(match.group(1).replace(",", ""))
        for unit in match.group(2):
            value *= SMALL.get(unit) or LARGE[unit]
        return value
    point = POINT.fullmatch(text)
    return _pointed(*point.groups()) if point else _chinese(text)


def parse_digits(written: str) -> int | None:
    """Digits read one by one, as in years: 二〇二三 or 2023. None when anything else is among them."""
    text = written.translate(WIDE)
    if text.isascii() and text.isdigit():
        return int(text)
    if text and all(char in DIGITS or char in "O0o" for char in text):
        return int("".join(str(DIGITS.get(char, 0)) for char in text))
    return None


def _pointed(whole: str, after: str, units: str) -> Decimal | None:
    head = _chinese(whole)
    if head is None:
        return None
    value = head + Decimal("0." + "".join(str(DIGITS[char]) for char in after))
    for unit in units:
        value *= SMALL.get(unit) or LARGE[unit]
    return value


def _chinese(text: str) -> Decimal | None:
    for short, full in TWENTIES.items():
        text = text.replace(short, full)
    if not text or any(char not in CHINESE for char in text):
        return None
    total, rest = 0, text
    for unit in ("亿億", "万萬"):
        head, found, tail = _split_at_last(rest, unit)
        if found:
            # 万零五百 leaves out the one; 亿 may stand over a number that has 万 in it.
            front = _chinese(head) if any(char in LARGE for char in head) else _section(head) if head else Decimal(1)
            if front is None:
                return None
            scale = LARGE[found]
            if scale == 10**4 and any(char in "万萬" for char in head):
                return None
            total += int(front) * scale
            rest = tail
            if tail and len(tail) == 1 and tail in DIGITS and DIGITS[tail]:  # 三万五: the five counts thousands
                return Decimal(total + DIGITS[tail] * scale // 10)
    if rest:
        last = _section(rest)
        if last is None:
            return None
        total += int(last)
    return Decimal(total)


def _split_at_last(text: str, units: str) -> tuple[str, str, str]:
    index = max(text.rfind(unit) for unit in units)
    return (text[:index], text[index], text[index + 1 :]) if index >= 0 else (text, "", "")


def _section(text: str) -> Decimal | None:
    """A number below ten thousand: units fall, zeros only fill gaps, one digit before each unit."""
    total, digit, last, zero = 0, None, 10_000, False
    for char in text:
        if char in DIGITS:
            if DIGITS[char] == 0:
                if digit is not None:
                    return None
                zero = True
            elif digit is not None:
                return None
            else:
                digit = DIGITS[char]
        else:
            unit = SMALL.get(char)
            if unit is None or unit >= last or (digit is None and unit != 10):
                return None
            total += (digit or 1) * unit
            digit, last, zero = None, unit, False
    if digit is not None:
        # 二百五 reads 250 in speech and stays 250 here; 二百零五 is 205.
        total += digit * (last // 10 if not zero and 10 < last < 10_000 else 1)
    elif total == 0 and not zero:
        return None
    return Decimal(total)
