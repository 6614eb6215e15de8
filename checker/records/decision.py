"""What one decision says, each value with its evidence. Field names follow contract.md."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from checker.records.law import Citation
from checker.records.read import Read, Span


@dataclass(frozen=True, slots=True)
class Respondent:
    """当事人. `kind` is citizen, individual_business or organisation."""

    name: Read[str] | None
    kind: str
    uscc: Read[str] | None = None
    legal_representative: Read[str] | None = None
    address: Read[str] | None = None
    birth_date: Read[date] | None = None  # for the age rules of art. 30


@dataclass(frozen=True, slots=True)
class Circumstance:
    """裁量情节, a kind and effect of contract.md. `place` is facts, reasoning or other: where the text states it."""

    kind: str
    effect: str
    evidence: tuple[Span, ...]
    confidence: float
    place: str = "other"
    respondent: int | None = None


@dataclass(frozen=True, slots=True)
class Witness:
    """One way in which the case tells an amount.

    Kinds: figure and capitals (the sanction's own words), product (price a unit times count), multiple (multiple times
    base), total (a stated total less the other fines), repeated (the fine told again elsewhere), notice (the proposal
    as this document quotes it). `value` is the amount that follows, as read there.
    """

    kind: str
    value: Read[Decimal]


@dataclass(frozen=True, slots=True)
class Sanction:
    """One penalty of the operative part. `basis` are the citations it rests on, `respondent` an index or None.

    `words` is the amount in capitals where the text gives it beside the figure; `unit_amount` and `count` are set
    for a fine per head or unit, whose product must be `amount`. `item` is the number it has in the decision's list.
    `charge` counts the violations from 0 where the decision punishes several, each under its own basis. `witnesses`
    are all that tell the amount of a fine, its own words first; `amount` is what most of them say, so it may be
    another than the figure, and its confidence says how far they agree.
    """

    kind: str
    amount: Read[Decimal] | None
    respondent: int | None
    evidence: tuple[Span, ...]
    basis: tuple[Citation, ...] = ()
    words: Read[Decimal] | None = None
    unit_amount: Read[Decimal] | None = None
    count: Read[Decimal] | None = None
    multiple: Read[Decimal] | None = None  # "处货值金额十倍的罚款": 10
    multiple_base: str | None = None  # goods_value, illegal_gains …
    item: int | None = None
    charge: int = 0
    witnesses: tuple[Witness, ...] = ()

    @property
    def written(self) -> Read[Decimal] | None:
        """The amount as the sanction's own words have it, before it was held against the others."""
        return self.witnesses[0].value if self.witnesses else self.amount


@dataclass(frozen=True, slots=True)
class MoneyMention:
    """Every sum of money in the text with its role.

    Roles: fine, fine_total, illegal_gains, goods_value, confiscated, proposed_fine, earlier_fine, quoted_range,
    price, cost, registered_capital, late_fee, payment, other. `words` when written in capitals.
    """

    role: str
    amount: Read[Decimal]
    words: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """A dated step of the procedure.

    Kinds: report, inspection, filing, seizure, investigation_end, notice, notice_served, defence, hearing_notice,
    hearing, legal_review, discussion, decision, served, extension. `date` None: the step is told without a date.
    """

    kind: str
    date: Read[date] | None
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A counted or measured fact that tiers ask for: name is count, area, weight, days, times, distance …"""

    name: str
    value: Read[Decimal]
    unit: str  # as written: 件, 平方米, 日 …


@dataclass(frozen=True, slots=True)
class EarlierPenalty:
    """A penalty that the text quotes as history; its amount is never this decision's fine."""

    evidence: tuple[Span, ...]
    date: Read[date] | None = None
    document_number: Read[str] | None = None
    amount: Read[Decimal] | None = None


@dataclass(frozen=True, slots=True)
class Remedies:
    """救济途径 as the text tells it; None where it does not say."""

    evidence: tuple[Span, ...]
    reconsideration_days: Read[int] | None = None
    lawsuit_months: Read[int] | None = None
    lawsuit_days: Read[int] | None = None
    reconsideration_body: Read[str] | None = None
    reconsideration_first: Read[bool] | None = None  # the text says: reconsideration before any lawsuit


@dataclass(frozen=True, slots=True)
class PersonalDatum:
    """Personal data as it stands in the text. `kind` is of text.privacy, `shown` the quote as outputs have it."""

    kind: str
    span: Span
    shown: str


@dataclass(frozen=True, slots=True)
class DamagedPlace:
    """One place where characters were lost or changed; `repaired` when it could have been one thing only."""

    reason: str
    evidence: tuple[Span, ...]
    repaired: bool


@dataclass(frozen=True, slots=True)
class TextQuality:
    """Whether the text lost characters, how one can tell (names of docs/damage.md), and where."""

    damaged: bool
    reasons: tuple[str, ...] = ()
    places: tuple[DamagedPlace, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """Everything read from one document; `kind` is a document_kind of contract.md."""

    file: str
    sha256: str
    kind: Read[str]
    document_number: Read[str] | None = None
    agency: Read[str] | None = None
    region: Read[str] | None = None
    respondents: tuple[Respondent, ...] = ()
    cause: Read[str] | None = None
    filing_date: Read[date] | None = None
    notice_date: Read[date] | None = None
    decision_date: Read[date] | None = None
    act_start: Read[date] | None = None
    act_end: Read[date] | None = None
    illegal_gains: Read[Decimal] | None = None  # a stated "no illegal gains" reads as 0
    goods_value: Read[Decimal] | None = None
    violated: tuple[Citation, ...] = ()
    penalty_basis: tuple[Citation, ...] = ()
    benchmark_cited: Read[str] | None = None
    claimed_effect: Read[str] | None = None
    claimed_tier: Read[str] | None = None
    circumstances: tuple[Circumstance, ...] = ()
    denied: tuple[Circumstance, ...] = ()  # circumstances the text expressly rules out
    sanctions: tuple[Sanction, ...] = ()
    fine_total: Read[Decimal] | None = None  # as stated, else the sum of the fines
    fine_total_stated: Read[Decimal] | None = None  # only as stated (合计, 共计)
    fine_total_words: Read[Decimal] | None = None
    proposed_fine: Read[Decimal] | None = None  # of the notice of proposed penalty, as quoted here
    new_facts: Read[bool] | None = None  # the text says facts were added after the notice
    money: tuple[MoneyMention, ...] = ()
    events: tuple[Event, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    earlier: tuple[EarlierPenalty, ...] = ()
    remedies: Remedies | None = None
    payment_days: Read[int] | None = None
    payment_place: Read[str] | None = None
    elements: tuple[tuple[str, tuple[Span, ...]], ...] = ()  # art. 59's six that were found; see extract.elements
    discretion: tuple[Span, ...] = ()  # the passage that reasons about discretion
    benchmark_applied: Read[bool] | None = None  # the text tells how the benchmark led to the amount
    personal_data: tuple[PersonalDatum, ...] = ()  # what the text shows of persons, left unmasked
    text_quality: TextQuality = field(default_factory=lambda: TextQuality(False))
    extractor: str = ""  # name@version
