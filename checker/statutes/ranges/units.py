"""每平方米, 每人, 按日: what a fine is counted by."""

from __future__ import annotations

import re

NAMES: tuple[tuple[str, str], ...] = (
    ("平方米", "per_square_metre"),
    ("立方米", "per_cubic_metre"),
    ("公顷", "per_hectare"),
    ("平方公里", "per_square_kilometre"),
    ("公里", "per_kilometre"),
    ("公斤", "per_kilogram"),
    ("千克", "per_kilogram"),
    ("斤", "per_jin"),
    ("吨", "per_tonne"),
    ("米", "per_metre"),
    ("亩", "per_mu"),
    ("株", "per_tree"),
    ("棵", "per_tree"),
    ("户", "per_household"),
    ("辆", "per_vehicle"),
    ("辆次", "per_vehicle"),
    ("次", "per_time"),
    ("起", "per_time"),
    ("日", "per_day"),
    ("天", "per_day"),
    ("月", "per_month"),
    ("年", "per_year"),
    ("人", "per_person"),
    ("名", "per_person"),
    ("位", "per_person"),
    ("人次", "per_person"),
)
ITEMS = "件台部头个只条张份枚套本瓶册匹架处项支把"
UNITS = dict(NAMES) | dict.fromkeys(ITEMS, "per_item")
EVERY = re.compile(
    r"每(?:(?:非法)?(?:逾期|延迟|超过|载运|增加|介绍|招用|使用|雇用|派遣|聘用|居留|超)|[^，。;每元\d以、一]{2,6}(?=一))?[一1]?"
    r"([^，。;每元\d以、]{1,14}?)(?=每|处|的|以?$|[一二三四五六七八九十百千万\d]|、)"
)
BY = re.compile(r"按(?:日|天|次|月|年|户|人|件|吨|株|辆|亩)")
WORD = re.compile("|".join(sorted(UNITS, key=len, reverse=True)))
VERB_FIRST = re.compile(r"^(?:招用|使用|雇用|介绍|派遣|载运|被派遣|擅自)")


def read_unit(words: str) -> tuple[str, int, int] | None:
    """(name, start, end) of the unit that these words name, None for none: 每平方米 is per_square_metre."""
    every = list(EVERY.finditer(words))
    if every:
        names = [_name(match.group(1)) for match in every]
        joined = names[0] + "".join("_" + name for name in names[1:])
        return joined, every[0].start(), every[-1].end()
    match = BY.search(words)
    return (UNITS[match.group()[1:]], match.start(), match.end()) if match else None


def _name(noun: str) -> str:
    """The unit for 平方米, 名童工, 位劳动者, 辆机动车; per_ and the noun itself for what has no name here."""
    for length in (3, 2, 1):
        head = noun[:length]
        if head in UNITS and (len(noun) == length or length > 1 or head in "名位辆人件台部头个只株棵户"):
            return UNITS[head]
    if noun in UNITS:
        return UNITS[noun]
    return f"per_{noun}"
