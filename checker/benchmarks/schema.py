"""A benchmark file as people write it (docs/data-files.md)."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from pydantic import Field, field_validator, model_validator

from checker.datafiles import Entry
from checker.statutes.branches import BranchEntry
from checker.statutes.conditions import parse

Effect = Literal["none", "reduced", "lighter", "ordinary", "heavier"]
CITED = re.compile(
    r"(?P<law>\S+?)(?:\s+(?P<article>\d+)(?:-(?P<sub>\d+))?)?(?:\s+(?P<paragraph>\d+))?(?:\s+(?P<item>\d+))?"
)


class ConditionEntry(Entry):
    """One alternative: the table's words and our expression of them."""

    text: str
    when: str | None = None

    @field_validator("when")
    @classmethod
    def _is_expression(cls, value: str | None) -> str | None:
        if value is not None:
            parse(value)
        return value


class TierEntry(Entry):
    """One row-level of an item."""

    name: str
    effect: Effect
    conditions: list[ConditionEntry] = Field(default_factory=list)
    text: str = ""
    branches: list[BranchEntry] = Field(default_factory=list)


class ItemEntry(Entry):
    """One violation."""

    id: str
    violation: str
    keywords: list[str] = Field(default_factory=list)
    violated: list[str] = Field(default_factory=list)
    basis: list[str] = Field(min_length=1)
    tiers: list[TierEntry] = Field(min_length=1)

    @field_validator("violated", "basis")
    @classmethod
    def _are_citations(cls, value: list[str]) -> list[str]:
        for each in value:
            if not CITED.fullmatch(each.strip()):
                raise ValueError(f"{each!r}: write law, article, paragraph, item, as in 食品安全法 124 1 5")
        return value


class CutEntry(Entry):
    """The part of the statutory range that an effect has, as fractions of minimum..maximum."""

    effect: Effect
    from_: str = Field(alias="from")
    to: str


class PositionEntry(Entry):
    """Tiers as parts of the statutory range."""

    cuts: list[CutEntry] = Field(min_length=1)
    applies_to_multiples: bool = True
    zero_minimum: bool = True


class BenchmarkFile(Entry):
    """One benchmark."""

    id: str
    title: str
    issuer: str
    region: str
    covers: list[str] = Field(min_length=1)
    field: str
    level: Literal["national", "provincial", "prefecture", "county"]
    document_number: str
    in_force_from: date
    in_force_to: date | None = None
    last_confirmed: date | None = None
    below_excludes: bool = False
    source: str
    items: list[ItemEntry] = Field(default_factory=list)
    position_rule: PositionEntry | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> BenchmarkFile:
        if self.in_force_to is not None and self.in_force_to < self.in_force_from:
            raise ValueError("in_force_to is before in_force_from")
        ids = [item.id for item in self.items]
        if len(ids) != len(set(ids)):
            raise ValueError("two items have the same id")
        if not self.items and self.position_rule is None:
            raise ValueError("needs items or a position_rule")
        return self
