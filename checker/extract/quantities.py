"""Counted and measured facts that tiers ask for."""

from __future__ import annotations

import re
from decimal import Decimal

from checker.extract.paper import Paper
from checker.records.decision import Quantity
from checker.text.numerals import CHINESE, parse_number

UNITS = {
    "area": "平方米|㎡|平米|亩|公顷",
    "weight": "公斤|千克|吨|斤",
    "count": "盒|袋|瓶|件|个|台|支|箱|包|只|辆|株|套|块|桶|头|部|张|把|双|条",
    "people": "名|人",
    "distance": "公里|千米|米(?!/)",
    "times": "次",
}
NUMBER = rf"(?P<n>\d+(?:\.\d+)?|[{CHINESE}]+)"
PATTERN = re.compile(NUMBER + r"\s?(?P<unit>" + "|".join(UNITS.values()) + ")")
SCALE = {
    unit: Decimal(factor)
    for unit, factor in (
        ("吨", "1000"),
        ("斤", "0.5"),
        ("亩", "666.67"),
        ("公顷", "10000"),
        ("公里", "1000"),
        ("千米", "1000"),
    )
}


def read_quantities(paper: Paper) -> tuple[Quantity, ...]:
    """Quantities told once in the facts, in kilograms, metres and square metres; of several of a kind, none is meant."""
    found: dict[str, list[Quantity]] = {}
    for match in PATTERN.finditer(paper.text, paper.parts.body, max(paper.parts.legal, paper.parts.body)):
        before = paper.text[max(match.start() - 1, 0) : match.start()]
        value = parse_number(match["n"])
        if (
            value is None
            or before in ("每", "第", "/")
            or (match["n"] == "一" and match["unit"] in ("次", "个", "名", "人"))
        ):
            continue
        name = next(
            key
            for key, units in UNITS.items()
            if re.fullmatch(units, match["unit"]) or match["unit"] in units.split("|")
        )
        factor = SCALE.get(match["unit"])
        value = value * factor if factor is not None else value
        read = paper.read(value, match.start(), match.end(), 0.6, f"quantity-{name}")
        found.setdefault(name, []).append(Quantity(name, read, match["unit"]))
    return tuple(each[0] for each in found.values() if len({one.value.value for one in each}) == 1)
