"""A benchmark file as people write it (docs/data-files.md)."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import Field, field_validator, model_validator

from checker.datafiles import Entry
from checker.statutes.branches import BranchEntry
from checker.statutes.conditions import parse

Effect = Literal["none", "reduced", "lighter", "ordinary", "heavier", "unstated"]
CITED = re.compile(
    r"(?P<law>\S+?)(?:\s+(?P<article>\d+)(?:-(?P<sub>\d+))?)?(?:\s+(?P<paragraph>\d+))?(?:\s+(?P<item>\d+))?"
)


def is_expression(value: str | None) -> str | None:
    """The expression, when it is one; ValueError otherwise."""
    if value is not None:
        parse(value)
    return value


def no_float(value: object) -> object:
    """YAML's 0.05 as its shortest decimal form, which is what the author wrote."""
    return str(value) if isinstance(value, float) else value


class ConditionEntry(Entry):
    """One alternative: the table's words and our expression of them."""

    text: str
    when: str | None = None

    _expression = field_validator("when")(is_expression)


class TierEntry(Entry):
    """One row-level of an item."""

    name: str
    effect: Effect
    conditions: list[ConditionEntry] = Field(default_factory=list)
    text: str = ""
    branches: list[BranchEntry] = Field(default_factory=list)


class OptionEntry(Entry):
    """One choice of a factor, or one correction; the weight is a fraction: "0.05" for 5 %."""

    text: str
    weight: Decimal
    when: str | None = None

    _exact = field_validator("weight", mode="before")(no_float)
    _expression = field_validator("when")(is_expression)


class FactorEntry(Entry):
    """裁量要素."""

    name: str
    options: list[OptionEntry] = Field(min_length=1)
    several: bool = False


class ScoringEntry(Entry):
    """Multi-factor scoring; see checker.records.benchmark.Scoring for the formula."""

    text: str = ""
    when: str | None = None
    combine: Literal["sum", "interpolate"] = "sum"
    start: Decimal = Decimal(0)
    amount: Decimal = Decimal(1)
    base: str = "yuan"
    lower: Decimal | None = None
    upper: Decimal | None = None
    floor: Decimal | None = None
    cap: Decimal | None = None
    least: Decimal | None = None
    most: Decimal | None = None
    factors: list[FactorEntry] = Field(min_length=1)
    corrections: list[OptionEntry] = Field(default_factory=list)
    correction_limit: Decimal | None = None
    multiply: bool = False
    subject: Literal["respondent", "responsible_person"] = "respondent"

    _exact = field_validator(
        "start", "amount", "lower", "upper", "floor", "cap", "least", "most", "correction_limit", mode="before"
    )(no_float)
    _expression = field_validator("when")(is_expression)

    @model_validator(mode="after")
    def _has_its_range(self) -> ScoringEntry:
        if self.combine == "interpolate" and (self.lower is None or self.upper is None or self.lower > self.upper):
            raise ValueError("interpolate needs lower and upper, in order")
        return self


class ItemEntry(Entry):
    """One violation."""

    id: str
    violation: str
    keywords: list[str] = Field(default_factory=list)
    violated: list[str] = Field(default_factory=list)
    basis: list[str] = Field(default_factory=list)
    tiers: list[TierEntry] = Field(default_factory=list)
    scorings: list[ScoringEntry] = Field(default_factory=list)
    notes: list[str] = Field(default_factory=list)
    where: str = ""

    @model_validator(mode="after")
    def _says_something(self) -> ItemEntry:
        if not self.tiers and not self.scorings:
            raise ValueError("needs tiers or scorings")
        # A list of acts that go unpunished rests on no penalty clause; every other item does.
        if not self.basis and (self.scorings or any(tier.effect != "none" for tier in self.tiers)):
            raise ValueError("basis: needs the penalty clause that the item narrows")
        return self

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
    maximum_cuts: list[CutEntry] = Field(default_factory=list)
    multiple_cuts: list[CutEntry] = Field(default_factory=list)


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
