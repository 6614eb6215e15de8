"""What a label is: a text, its kind, and the labelled spans in it; the names that labels may use."""

from __future__ import annotations

from dataclasses import dataclass

DOCUMENT_KINDS = (
    "decision",
    "simplified_decision",
    "no_penalty_decision",
    "penalty_notice",
    "hearing_notice",
    "filing_approval",
    "inspection_record",
    "interview_record",
    "legal_review",
    "discussion_record",
    "service_receipt",
    "rectification_order",
    "closing_report",
    "publicity_record",
    "benchmark",
    "law",
    "judgment",
    "reconsideration",
    "other",
)
MONEY_ROLES = (
    "fine",
    "fine_total",
    "proposed_fine",
    "unit_fine",
    "earlier_fine",
    "quoted_range",
    "illegal_gains",
    "goods_value",
    "confiscated",
    "price",
    "cost",
    "registered_capital",
    "late_fee",
    "payment",
    "other",
)
LIGHTER_KINDS = (
    "under_14",
    "aged_14_to_18",
    "mental_incapacity",
    "no_fault",
    "coerced_or_deceived",
    "removed_harm",
    "confessed_unknown",
    "meritorious_help",
    "first_offence",
    "minor_harm",
    "corrected_in_time",
    "cooperated",
    "small_amount",
    "short_duration",
    "hardship",
    "minor_role",
)
HEAVIER_KINDS = (
    "repeat_offence",
    "obstructed",
    "destroyed_evidence",
    "refused_correction",
    "harmed_vulnerable",
    "emergency_period",
    "large_amount",
    "long_duration",
    "instigated",
    "serious_result",
    "bad_social_effect",
)
CIRCUMSTANCE_KINDS = (*LIGHTER_KINDS, *HEAVIER_KINDS, "other")
POLARITIES = ("found", "denied", "supposed", "claimed")
SECTIONS = (
    "heading",
    "respondent",
    "procedure",
    "facts",
    "evidence",
    "plea",
    "reasoning",
    "decision",
    "payment",
    "remedies",
    "signature",
)
TASKS = ("money", "circumstance", "kind", "section", "item")
SPAN_LABELS = {"money": MONEY_ROLES, "circumstance": CIRCUMSTANCE_KINDS, "section": SECTIONS}


@dataclass(frozen=True, slots=True)
class SpanLabel:
    """Characters start:end of the text with their label; `polarity` is set for circumstances and only for them.

    `who` and `at` are set where another person or time than the text's gave this label; `note` is their remark.
    """

    task: str
    start: int
    end: int
    label: str
    polarity: str | None = None
    who: str | None = None
    at: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class LabelledText:
    """One text with its labels.

    `kind` is a document kind of the contract or None (not labelled). `source` is "generated:<grammar>",
    "handwritten:<writer>" or "reviewer". `template` and `agency` are what the splits keep together. `complete` names
    the tasks of which every mention in this text is labelled; others may be missing. `wording`, `basis` and `item` are
    the task item: a violation's wording, its citations and the id of the right benchmark item. `who` and `at` (ISO)
    say who labelled and when, `note` what they remarked on the text's kind.
    """

    id: str
    text: str
    kind: str | None
    spans: tuple[SpanLabel, ...]
    source: str
    template: str
    agency: str
    complete: tuple[str, ...] = ()
    wording: str | None = None
    basis: tuple[str, ...] = ()
    item: str | None = None
    who: str | None = None
    at: str | None = None
    note: str | None = None
