"""What `caiheng extract` prints of one document."""

from __future__ import annotations

from typing_extensions import TypedDict

from checker.contract.shapes.common import CitationJson, Field, SpanJson


class RespondentJson(TypedDict):
    name: Field[str] | None
    kind: str
    uscc: Field[str] | None
    legal_representative: Field[str] | None
    address: Field[str] | None


class CircumstanceJson(TypedDict):
    kind: str
    effect: str
    evidence: list[SpanJson]
    confidence: float
    place: str
    respondent: int | None


class WitnessJson(TypedDict):
    """One way in which the document tells the amount of a fine; kinds as in records.decision.Witness."""

    kind: str
    amount: Field[str]


class SanctionJson(TypedDict):
    """Money in yuan with two decimals; `respondent` is an index into respondents."""

    kind: str
    amount: Field[str] | None
    respondent: int | None
    evidence: list[SpanJson]
    basis: list[CitationJson]
    words: Field[str] | None
    unit_amount: Field[str] | None
    count: Field[str] | None
    charge: int
    witnesses: list[WitnessJson]


class MoneyJson(TypedDict):
    """A sum of money of the text with its role; `words` when written in capitals."""

    role: str
    amount: Field[str]
    words: bool


class EventJson(TypedDict):
    kind: str
    date: Field[str] | None
    evidence: list[SpanJson]


class DamagedPlaceJson(TypedDict):
    """A place of damage; `repaired` when it could have been one thing only."""

    reason: str
    repaired: bool
    evidence: list[SpanJson]


class TextQualityJson(TypedDict):
    damaged: bool
    reasons: list[str]
    places: list[DamagedPlaceJson]


class PersonalJson(TypedDict):
    """Where personal data stands on the original pages; the quote is starred, as everywhere."""

    kind: str
    page: int
    start: int
    end: int
    quote: str


class ExtractJson(TypedDict):
    """One document as `caiheng extract --json` prints it."""

    file: str
    sha256: str
    document_kind: str
    document_kind_read: Field[str]
    document_number: Field[str] | None
    agency: Field[str] | None
    region: Field[str] | None
    respondents: list[RespondentJson]
    cause: Field[str] | None
    filing_date: Field[str] | None
    notice_date: Field[str] | None
    decision_date: Field[str] | None
    act_start: Field[str] | None
    act_end: Field[str] | None
    illegal_gains: Field[str] | None
    goods_value: Field[str] | None
    violated: list[CitationJson]
    penalty_basis: list[CitationJson]
    benchmark_cited: Field[str] | None
    claimed_effect: Field[str] | None
    claimed_tier: Field[str] | None
    circumstances: list[CircumstanceJson]
    denied: list[CircumstanceJson]
    sanctions: list[SanctionJson]
    money: list[MoneyJson]
    fine_total: Field[str] | None
    proposed_fine: Field[str] | None
    events: list[EventJson]
    text_quality: TextQualityJson
    personal_data: list[PersonalJson]
    extractor: str
