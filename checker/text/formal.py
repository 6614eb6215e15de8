"""Numbers as official documents spell them; a number spelled otherwise has probably lost a character."""

from __future__ import annotations

from checker.text.numerals import CHINESE, parse_number

PLAIN, UNITS = "零一二三四五六七八九", ("", "十", "百", "千")
CAPITAL = dict(
    zip("壹贰叁肆伍陆柒捌玖拾佰仟貳參陸萬億弍弎弐叄", "一二三四五六七八九十百千二三六万亿二三二三", strict=True)
)
SAME = str.maketrans({**CAPITAL, "〇": "零", "○": "零", "两": "二"})


def well_formed(written: str) -> bool:
    """Whether a whole number in Chinese numerals is spelled out in full: 一百二 (for 120 or 102?) is not.

    >>> well_formed("一百二十四"), well_formed("十五"), well_formed("万叁仟"), well_formed("一百二")
    (True, True, False, False)
    """
    if not written or any(char not in CHINESE for char in written):
        return False
    value = parse_number(written)
    if value is None or value != int(value):
        return False
    plain = written.translate(SAME)
    full = spelled(int(value))
    gaps = plain.count("零") in (0, full.count("零"))  # 伍万叁佰 is written without 零 as often as with it
    return (
        gaps and plain.replace("零", "") in (full.replace("零", ""), _short(full).replace("零", ""))
    ) or plain == full


def spelled(value: int) -> str:
    """A whole number below 10^12 in full: 一万零五十."""
    if value == 0:
        return "零"
    text = ""
    for scale, unit in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part, value = divmod(value, scale)
        if part:
            text += ("零" if text and part < 1000 else "") + _section(part) + unit
    return text


def _section(part: int) -> str:
    text, gap = "", False
    for power in (3, 2, 1, 0):
        digit = part // 10**power % 10
        if digit:
            text += ("零" if gap and text else "") + PLAIN[digit] + UNITS[power]
        gap = digit == 0
    return text


def _short(full: str) -> str:
    """十五 for 一十五, at the beginning only."""
    return full[1:] if full.startswith("一十") else full
