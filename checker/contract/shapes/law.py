"""What `caiheng range` and `caiheng statutes show` print."""

from __future__ import annotations

from typing_extensions import TypedDict

from checker.contract.shapes.checked import BoundJson


class PlaceJson(TypedDict):
    start: int
    end: int


class UnparsedJson(TypedDict):
    start: int
    end: int
    quote: str


class BranchJson(TypedDict):
    """One sanction a text allows; see checker.records.ranges.Branch."""

    condition: str | None
    sanction: str
    obligation: str
    choice: int
    lower: BoundJson | None
    upper: BoundJson | None
    base: str
    unit: str
    subject: str
    base_at_least: str | None  # yuan that the base counts as when it is less: 不足十万元的，按十万元计算
    evidence: PlaceJson


class RangesJson(TypedDict):
    """One text as `caiheng range --json` prints it."""

    branches: list[BranchJson]
    unparsed: list[UnparsedJson]


class ProvisionJson(TypedDict):
    """One dated provision as `caiheng statutes show --json` prints it; `item` lists the 项 that share it."""

    law: str
    article: int
    sub: int | None
    paragraph: int | None
    item: list[int] | None
    in_force_from: str
    in_force_to: str | None
    branches: list[BranchJson]
    summary: str
    source: str
