"""Branches as people write them in law and benchmark files."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import field_validator, model_validator

from checker.datafiles import Entry
from checker.records.ranges import Bound, Branch
from checker.statutes.conditions import parse

SanctionKind = Literal[
    "warning",
    "criticism",
    "fine",
    "confiscate_gains",
    "confiscate_goods",
    "suspend_licence",
    "downgrade",
    "revoke_licence",
    "restrict_business",
    "stop_production",
    "close",
    "practice_ban",
    "detention",
    "other",
]


class BranchEntry(Entry):
    """One branch of docs/data-files.md; money is a string or an integer, never a float."""

    sanction: SanctionKind
    when: str | None = None
    obligation: Literal["must", "may"] = "must"
    choice: int = 0
    lower: Decimal | None = None
    upper: Decimal | None = None
    lower_inclusive: bool | None = None
    upper_inclusive: bool | None = None
    base: str = "yuan"
    unit: str = "total"
    subject: Literal["respondent", "responsible_person"] = "respondent"
    base_at_least: Decimal | None = None

    @field_validator("lower", "upper", "base_at_least", mode="before")
    @classmethod
    def _no_float(cls, value: object) -> object:
        if isinstance(value, float):
            return str(value)  # YAML's 0.05: its shortest decimal form is what the author wrote
        return value

    @field_validator("when")
    @classmethod
    def _is_expression(cls, value: str | None) -> str | None:
        if value is not None:
            parse(value)
        return value

    @model_validator(mode="after")
    def _in_order(self) -> BranchEntry:
        if self.lower is not None and self.upper is not None and self.lower > self.upper:
            raise ValueError(f"lower {self.lower} is above upper {self.upper}")
        if self.sanction != "fine" and (self.lower is not None or self.upper is not None):
            raise ValueError("only a fine has lower and upper")
        return self


def to_branch(entry: BranchEntry, *, below_excludes: bool = False) -> Branch:
    """The record; `below_excludes` makes upper ends exclusive where the entry does not say."""
    lower_in = True if entry.lower_inclusive is None else entry.lower_inclusive
    upper_in = not below_excludes if entry.upper_inclusive is None else entry.upper_inclusive
    return Branch(
        sanction=entry.sanction,
        condition=entry.when,
        obligation=entry.obligation,
        choice=entry.choice,
        lower=Bound(entry.lower, lower_in) if entry.lower is not None else None,
        upper=Bound(entry.upper, upper_in) if entry.upper is not None else None,
        base=entry.base,
        unit=entry.unit,
        subject=entry.subject,
        base_at_least=entry.base_at_least,
    )
