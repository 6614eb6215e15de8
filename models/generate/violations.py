"""Violations to write about: wordings, citations, ranges and facts, one YAML file a field."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import Field

from checker.datafiles import Entry, load
from models.generate.amounts import chinese

FOLDER = Path(__file__).parent / "violations"
FIELDS = (
    "food",
    "drug",
    "market",
    "advertising",
    "price",
    "ecology",
    "transport",
    "city_management",
    "work_safety",
    "fire",
    "health",
    "agriculture",
    "construction",
    "labour",
    "tax",
    "culture",
    "water",
    "natural_resources",
)
STATE = (
    "道路运输条例",
    "市场主体登记管理条例",
    "工业产品生产许可证管理条例",
)  # regulations whose name begins with the state's


class Violation(Entry):
    """One violation. `facts` empty: only its wordings are used, for the ranking of benchmark items.

    `item` is the id of the benchmark item it belongs to, None where no shipped benchmark has one; the citations are
    written "law article paragraph item"; `low` and `high` are the statutory range of the fine in yuan.
    """

    item: str | None = None
    violated: tuple[str, ...] = Field(min_length=1)
    basis: tuple[str, ...] = Field(min_length=1)
    wordings: tuple[str, ...] = Field(min_length=1)
    low: int = 1000
    high: int = 10000
    quote: tuple[str, ...] = ()
    goods: tuple[str, ...] = ()
    unit: str = "件"
    facts: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


class Sheet(Entry):
    """One file: the violations of a field."""

    field: str
    violations: list[Violation]


@cache
def violations(field: str) -> tuple[Violation, ...]:
    """All violations of a field; DataFileError for a file that is wrong."""
    return tuple(load(FOLDER / f"{field}.yaml", Sheet).violations)


@cache
def told(field: str) -> tuple[Violation, ...]:
    """The violations of a field that have facts to tell."""
    return tuple(each for each in violations(field) if each.facts)


def law_name(short: str) -> str:
    """The full name that a document writes: 食品安全法 → 中华人民共和国食品安全法."""
    return f"中华人民共和国{short}" if short.endswith("法") or short in STATE else short


def cite(citation: str, *, digits: bool = False, short: bool = False) -> str:
    """The citation in words: "食品安全法 124 1 5" → 《中华人民共和国食品安全法》第一百二十四条第一款第（五）项."""
    law, *numbers = citation.split()
    written = "《" + (law if short else law_name(law)) + "》"
    for number, (before, after) in zip(numbers, (("第", "条"), ("第", "款"), ("第（", "）项")), strict=False):
        written += before + (number if digits else chinese(int(number))) + after
    return written
