"""Identity numbers and mobile phones: told by shape and check digit, unless a label says it is another number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum.cn import ric
from stdnum.exceptions import ValidationError

Place = tuple[str, int, int]
GAP = r"[ \t\n\u3000\-‐–—]?"  # people and line ends put these between the digits
DAY = rf"(?:0{GAP}[1-9]|1{GAP}[0-2]){GAP}(?:0{GAP}[1-9]|[12]{GAP}\d|3{GAP}[01])"
HEAD = rf"(?<![0-9A-Za-z])[1-9](?:{GAP}\d){{5}}{GAP}"
ID_18 = re.compile(
    rf"{HEAD}(?:1{GAP}[89]|2{GAP}0){GAP}\d{GAP}\d{GAP}{DAY}(?:{GAP}\d){{3}}{GAP}[\dXx](?![0-9A-Za-z]|\.\d)"
)
ID_15 = re.compile(rf"{HEAD}\d{GAP}\d{GAP}{DAY}(?:{GAP}\d){{3}}(?![0-9A-Za-z]|\.\d)")
MOBILE = re.compile(
    rf"(?<![0-9A-Za-z.])(?:\+?86{GAP})?1[3-9]\d{GAP}\d{{4}}{GAP}\d{{4}}(?!\d|\.\d|\s?(?:元|万|件|吨|％|%))"
)
PROVINCES = frozenset(
    map(
        str,
        (*range(11, 16), 21, 22, 23, *range(31, 38), *range(41, 47), *range(50, 55), *range(61, 66), 71, 81, 82, 83),
    )
)
IDENTITY = re.compile(r"(?:身份证|公民身份|证件|ID)[^，。；\n\d]{0,14}$", re.IGNORECASE)
PERSON = re.compile(r"身份|公民|证件|[男女]|出生|民族|汉族|朝鲜族|驾驶证")
OTHER = re.compile(
    r"(?:信用代码|注册号|登记号|许可证?|执照|订单|单号|批号|编号|文号|备案|条形?码|流水|合同|票号|发票|报告|凭证|识别码|序列号"
    r"|车架|发动机|设备|案号|货号|电表|缴款码|处罚决定书?)[^，。；\n\d]{0,10}$"
)


def numbers(text: str) -> Iterator[Place]:
    """Identity numbers and mobile phones; the text has its digits in half width."""
    for match in ID_18.finditer(text):
        if _is_identity(text, match):
            yield "id_number", match.start(), match.end()
    for match in ID_15.finditer(text):
        before = text[max(match.start() - 24, 0) : match.start()]
        if _bare(match)[:2] in PROVINCES and PERSON.search(before) and not OTHER.search(before):
            yield "id_number", match.start(), match.end()
    for match in MOBILE.finditer(text):
        if not OTHER.search(text[max(match.start() - 16, 0) : match.start()]):
            yield "phone", match.start(), match.end()


def _is_identity(text: str, match: re.Match[str]) -> bool:
    """By its label; else by its province, and its check digit where the label names another number."""
    before = text[max(match.start() - 20, 0) : match.start()]
    if IDENTITY.search(before):
        return True
    digits = _bare(match)
    if digits[:2] not in PROVINCES or "信用代码" in before:
        return False
    return checks_out(digits) if OTHER.search(before) else True


def checks_out(digits: str) -> bool:
    """Whether the last character follows from the seventeen before it."""
    try:
        return bool(ric.calc_check_digit(digits.upper()) == digits[-1].upper())
    except (ValidationError, ValueError):
        return False


def _bare(match: re.Match[str]) -> str:
    return re.sub(r"[^0-9Xx]", "", match.group())
