"""What `caiheng check` prints of one document."""

from __future__ import annotations

from typing_extensions import TypedDict

from checker.contract.shapes.common import SpanJson


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
    nothing: float | None


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
