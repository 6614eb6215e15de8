"""Citations and dated provisions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from checker.records.ranges import Branch
from checker.records.read import Span


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference to a provision: 第十七条之一 is article 17, sub 1; 款 paragraph, 项 item, 目 point.

    `law` is the full name where it can be resolved, else as written. None means "not stated".
    """

    law: str
    article: int | None = None
    paragraph: int | None = None
    item: int | None = None
    sub: int | None = None
    point: int | None = None
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Provision:
    """A penalty provision in force from one day to another (`in_force_to` is the last day, None while open).

    `items` lists the 项 that share its branches, empty when it has none. `summary` is ours, not the law's words.
    """

    law: str
    article: int
    paragraph: int | None
    in_force_from: date
    in_force_to: date | None
    branches: tuple[Branch, ...]
    source: str
    sub: int | None = None
    items: tuple[int, ...] = ()
    summary: str = ""
    last_confirmed: date | None = None


@dataclass(frozen=True, slots=True)
class LawVersion:
    """One version of a law: in force from/to (last day, None while open), with its highest article number."""

    law: str
    in_force_from: date
    in_force_to: date | None
    articles: int
    source: str
