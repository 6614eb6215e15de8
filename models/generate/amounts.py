"""Every way in which these documents write a sum of money."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

SMALL, CAPITAL = ("零一二三四五六七八九", "十百千"), ("零壹贰叁肆伍陆柒捌玖", "拾佰仟")
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text before, the sum as a reader of money finds it, and text after."""

    before: str
    core: str
    after: str = ""


def chinese(number: int, signs: tuple[str, str] = SMALL) -> str:
    """A whole number below 10^12 in Chinese numerals; capitals with CAPITAL.

    >>> chinese(12005), chinese(15), chinese(310000, CAPITAL)
    ('一万二千零五', '十五', '叁拾壹万')
    """
    if number == 0:
        return signs[0][0]
    text, gap = "", False
    for scale, unit in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part, number = divmod(number, scale)
        if part == 0:
            gap = gap or bool(text)
            continue
        if text and (gap or part < 1000):
            text += signs[0][0]
        text += _below_ten_thousand(part, signs) + unit
        gap = False
    return text[1:] if signs is SMALL and text.startswith("一十") else text


def _below_ten_thousand(part: int, signs: tuple[str, str]) -> str:
    digits, units = signs
    text, zero = "", False
    for power in (3, 2, 1, 0):
        digit = part // 10**power % 10
        if digit == 0:
            zero = bool(text)
            continue
        text += (digits[0] if zero else "") + digits[digit] + (units[power - 1] if power else "")
        zero = False
    return text


def _spoken(amount: Decimal, signs: tuple[str, str], whole: str) -> str:
    yuan, cents = divmod(int(amount * 100), 100)
    text = chinese(yuan, signs) + "元"
    if cents == 0:
        return text + whole
    jiao, fen = divmod(cents, 10)
    text += (signs[0][jiao] + "角") if jiao else signs[0][0]
    return text + (signs[0][fen] + "分" if fen else "")


def plain(amount: Decimal) -> str:
    """Digits without needless zeros."""
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def capitals(amount: Decimal) -> str:
    """伍万贰仟元整."""
    return _spoken(amount, CAPITAL, "整")


def _ten_thousands(amount: Decimal) -> str | None:
    if amount < 1000 or amount != amount.quantize(Decimal(100)):
        return None
    return plain(amount / 10000)


def _wan(amount: Decimal) -> list[Piece]:
    short = _ten_thousands(amount)
    return [Piece("", f"{short}万元" if short else plain(amount) + "元")]


def _numerals(amount: Decimal) -> list[Piece]:
    spoken = _spoken(amount, SMALL, "")
    if spoken.startswith("二") and spoken[1:2] in ("千", "万") and amount < 30000:
        spoken = "两" + spoken[1:]
    return [Piece("", spoken)]


FORMATS: dict[str, Callable[[Decimal], list[Piece]]] = {
    "d": lambda amount: [Piece("", plain(amount) + "元")],
    "cents": lambda amount: [Piece("", f"{amount:.2f}元")],
    "comma": lambda amount: [Piece("", f"{amount:,.2f}元" if amount % 1 else f"{amount:,.0f}元")],
    "comma2": lambda amount: [Piece("", f"{amount:,.2f}元")],
    "wide": lambda amount: [Piece("", plain(amount).translate(WIDE) + "元")],
    "space": lambda amount: [Piece("", plain(amount) + " 元")],
    "whole": lambda amount: [Piece("", plain(amount) + "元", "整")],
    "wan": _wan,
    "zh": _numerals,
    "cap": lambda amount: [Piece("", capitals(amount))],
    "rmb": lambda amount: [Piece("人民币", plain(amount) + "元")],
    "rmbcap": lambda amount: [Piece("人民币", capitals(amount))],
    "yen": lambda amount: [Piece("", f"￥{plain(amount)}元")],
    "yen2": lambda amount: [Piece("", f"¥{amount:,.2f}")],
    "both": lambda amount: [Piece("", plain(amount) + "元", "（大写："), Piece("", capitals(amount), "）")],
    "both2": lambda amount: [Piece("", capitals(amount), "（"), Piece("", f"￥{amount:.2f}", "）")],
    "both3": lambda amount: [Piece("人民币", capitals(amount), "（"), Piece("", plain(amount) + "元", "）")],
    "both4": lambda amount: [Piece("人民币", f"{amount:,.2f}元", "，大写"), Piece("", capitals(amount))],
    "both5": lambda amount: [Piece("（小写）", f"￥{plain(amount)}元", "（大写）"), Piece("人民币", capitals(amount))],
}
