"""The shapes of the output, typed; the JSON Schemas that ship with the package are generated from them."""

from __future__ import annotations

from typing import Generic, TypeVar

from typing_extensions import TypedDict

V = TypeVar("V")


class SpanJson(TypedDict):
    """Characters start:end of the page's original text; quote is that slice."""

    page: int
    start: int
    end: int
    quote: str


class Field(TypedDict, Generic[V]):
    """An extracted value (F of the contract); null stands for "not stated"."""

    value: V
    evidence: list[SpanJson]
    confidence: float
    source: str


class CitationJson(TypedDict):
    """C of the contract; `point` is the 目."""

    law: str
    article: int | None
    paragraph: int | None
    item: int | None
    sub: int | None
    point: int | None
    evidence: list[SpanJson]


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


class BoundJson(TypedDict):
    value: str
    inclusive: bool


class RangeJson(TypedDict):
    lower: BoundJson | None
    upper: BoundJson | None


class AmountsJson(TypedDict):
    """A range in yuan; null means no limit on that side."""

    lower: str | None
    upper: str | None


class StepJson(TypedDict):
    parameter: str
    value: str
    source: str
    evidence: list[SpanJson]


class RuleJson(TypedDict):
    reference_zh: str
    reference_en: str
    version: str


class FindingJson(TypedDict):
    check: str
    status: str
    severity: str
    message_zh: str
    message_en: str
    evidence: list[SpanJson]
    rules: list[RuleJson]
    missing: list[str]
    trace: list[StepJson]
    confidence: float
    sanction: int | None


class TierChoiceJson(TypedDict):
    claimed: str | None
    supported: list[str]
    amount_matches: list[str]


class TierJson(TypedDict):
    """One tier of the matched item: its words, whether the facts meet it, and the yuan it allows here."""

    name: str
    effect: str
    conditions: list[str]
    text: str
    truth: str
    missing: list[str]
    range: RangeJson | None


class MatchJson(TypedDict):
    """The item a fine falls under. Not `sure`: a proposal for a person; `nothing`: probability that no item fits."""

    benchmark: str
    item: str
    violation: str
    score: float
    how: str
    runner_up: str | None
    runner_up_score: float
    sure: bool
    nothing: float


class AssessmentJson(TypedDict):
    """One fine (or charge) measured; see checker.records.assessment."""

    sanction: int | None
    charge: int
    amount: str | None
    basis: list[str]
    statutory: RangeJson | None
    match: MatchJson | None
    tiers: list[TierJson]
    claimed: str | None
    supported: list[str]
    amount_matches: list[str]
    expected: RangeJson | None
    expected_from: str | None
    missing: list[str]
    trace: list[StepJson]


class ErrorJson(TypedDict):
    code: str
    message_zh: str
    message_en: str


class ProblemJson(TypedDict):
    code: str
    stage: str
    page: int | None
    fatal: bool
    message_zh: str
    message_en: str


class CheckJson(TypedDict):
    """One document as `caiheng check --json` prints it."""

    file: str
    sha256: str
    document_kind: str | None
    document_number: str | None
    agency: str | None
    benchmark: str | None
    tier: TierChoiceJson | None
    expected: AmountsJson | None
    fine_total: str | None
    findings: list[FindingJson]
    assessments: list[AssessmentJson]
    checks_run: list[str]
    problems: list[ProblemJson]
    versions: dict[str, str]
    error: ErrorJson | None


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
