"""裁量权基准: dated tables that narrow a statutory range."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from checker.records.law import Citation
from checker.records.ranges import Branch


@dataclass(frozen=True, slots=True)
class TierCondition:
    """One alternative under which a tier applies: the table's words, and our expression (None: cannot be told)."""

    text: str
    when: str | None


@dataclass(frozen=True, slots=True)
class Tier:
    """裁量阶次. `effect` is none, reduced, lighter, ordinary or heavier; a severe tier is heavier too; unstated
    where the table names no degree, only conditions.

    `conditions` are alternatives (any one suffices). `branches` hold what the tier allows, conditions included.
    """

    name: str
    effect: str
    conditions: tuple[TierCondition, ...]
    branches: tuple[Branch, ...]
    text: str = ""  # 裁量幅度 as the table words it


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a factor: its words, its weight as a fraction (0.05 for 5 %), and when the facts choose it."""

    text: str
    weight: Decimal
    when: str | None = None


@dataclass(frozen=True, slots=True)
class Factor:
    """裁量要素: exactly one option applies, or, with `several`, any number of them add up."""

    name: str
    options: tuple[Option, ...]
    several: bool = False


@dataclass(frozen=True, slots=True)
class Scoring:
    """Multi-factor scoring, its formula as data.

    total = start + the weights chosen, then `corrections` (any number of them, their sum held within
    ±`correction_limit`): added, or multiplied as (1 + sum) with `multiply`. The total is raised to `floor` and cut
    to `cap`. The fine is total × `amount` × the fact `base` ("yuan": 1); with `combine` interpolate it is
    lower + (upper − lower) × total instead, in the same unit; then raised to `least` and cut to `most`.
    `when` says which of an item's scorings applies, `text` in the table's words.
    """

    factors: tuple[Factor, ...]
    start: Decimal = Decimal(0)
    amount: Decimal = Decimal(1)
    base: str = "yuan"
    combine: str = "sum"
    lower: Decimal | None = None
    upper: Decimal | None = None
    floor: Decimal | None = None
    cap: Decimal | None = None
    least: Decimal | None = None
    most: Decimal | None = None
    corrections: tuple[Option, ...] = ()
    correction_limit: Decimal | None = None
    multiply: bool = False
    when: str | None = None
    text: str = ""
    subject: str = "respondent"  # or responsible_person


@dataclass(frozen=True, slots=True)
class Item:
    """One violation of a benchmark: tiers from lightest to heaviest as the table lists them, or scorings, or both.

    `notes` are the table's remarks; `where` is its place in the source (page 16; sheet 食品, row 4).
    """

    id: str
    violation: str
    violated: tuple[Citation, ...]
    basis: tuple[Citation, ...]
    tiers: tuple[Tier, ...]
    keywords: tuple[str, ...] = ()
    scorings: tuple[Scoring, ...] = ()
    notes: tuple[str, ...] = ()
    where: str = ""


@dataclass(frozen=True, slots=True)
class PositionRule:
    """Tiers as parts of the statutory range, where no table fits.

    `cuts` maps an effect to (from, to) as fractions of minimum..maximum: lighter (0, 0.3). Lower-bound-free
    ranges count from 0 when `zero_minimum` is set; otherwise they are not covered and cannot be told.
    `maximum_cuts` and `multiple_cuts` stand in for `cuts` where the law sets a maximum only, or a multiple of a base,
    when the rule has points of its own for these.
    """

    cuts: tuple[tuple[str, str, str], ...]  # effect, from, to as decimal strings
    applies_to_multiples: bool = True
    zero_minimum: bool = True
    maximum_cuts: tuple[tuple[str, str, str], ...] = ()
    multiple_cuts: tuple[tuple[str, str, str], ...] = ()

    def of(self, *, multiple: bool, maximum: bool) -> tuple[tuple[str, str, str], ...]:
        """The cut points for a range of this form."""
        if multiple and self.multiple_cuts:
            return self.multiple_cuts
        return self.maximum_cuts if maximum and self.maximum_cuts else self.cuts


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A published benchmark. `in_force_to` is the last day, None while open; `covers` are agency-name prefixes.

    `level` is national, provincial, prefecture or county. `field` is one of checker.benchmarks fields data.
    """

    id: str
    title: str
    issuer: str
    region: str
    covers: tuple[str, ...]
    field: str
    level: str
    document_number: str
    in_force_from: date
    in_force_to: date | None
    source: str
    items: tuple[Item, ...] = ()
    position_rule: PositionRule | None = None
    below_excludes: bool = False  # the document says that 以下 excludes its number
    last_confirmed: date | None = None
    file: str = ""
    sha256: str = ""
