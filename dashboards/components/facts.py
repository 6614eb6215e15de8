"""What was read from the document, as a table with the quote behind each value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd
import streamlit as st

from checker.messages import say
from checker.reports.wording import quote_of
from dashboards.words import named, side, word

SCALARS = (
    "document_number",
    "agency",
    "region",
    "cause",
    "filing_date",
    "notice_date",
    "decision_date",
    "act_start",
    "act_end",
    "illegal_gains",
    "goods_value",
    "benchmark_cited",
    "claimed_effect",
    "claimed_tier",
    "fine_total",
    "proposed_fine",
)
PARTY = (
    ("respondent", "name"),
    ("uscc", "uscc"),
    ("legal_representative", "legal_representative"),
    ("address", "address"),
)


def table(extracted: dict[str, Any], *, key: str) -> None:
    """Show the facts."""
    columns = [word(name) for name in ("element", "value", "confidence", "quote", "source")]
    rows = list(_rows(extracted))
    st.dataframe(pd.DataFrame(rows, columns=columns), hide_index=True, key=key)


def spans(extracted: dict[str, Any]) -> list[dict[str, Any]]:
    """Every span that proves a value, for faint highlighting."""
    found: list[dict[str, Any]] = []
    for value in extracted.values():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                found += each.get("evidence") or []
                found += [
                    span for part in each.values() if isinstance(part, dict) for span in part.get("evidence") or []
                ]
    return found


def _rows(extracted: dict[str, Any]) -> Iterator[tuple[str, str, str, str, str]]:
    yield _row("document_kind", {**extracted["document_kind_read"], "value": named("kind", extracted["document_kind"])})
    for name in SCALARS:
        field = extracted[name]
        if field is not None:
            shown = named("effect", field["value"]) if name == "claimed_effect" else field["value"]
            yield _row(name, {**field, "value": shown})
    for party in extracted["respondents"]:
        for label, name in PARTY:
            if party[name] is not None:
                yield _row(label, party[name])
    for label in ("violated", "penalty_basis"):
        for cited in extracted[label]:
            yield _row(label, {"value": _citation(cited), "evidence": cited["evidence"]})
    for each in extracted["sanctions"]:
        amount = f" {each['amount']['value']}" if each["amount"] else ""
        yield _row("sanction", {"value": named("sanction", each["kind"]) + amount, "evidence": each["evidence"]})
    for each in extracted["circumstances"]:
        value = f"{named('circumstance', each['kind'])} → {named('effect', each['effect'])}"
        yield _row("circumstance", {**each, "value": value})


def _row(name: str, field: dict[str, Any]) -> tuple[str, str, str, str, str]:
    confidence = f"{field['confidence'] * 100:.0f}%" if "confidence" in field else ""
    quotes = " … ".join(quote_of(span) for span in field["evidence"][:2])
    return say(f"fact:{name}")[side()], str(field["value"]), confidence, quotes, field.get("source", "")


def _citation(cited: dict[str, Any]) -> str:
    parts = (("article", "条"), ("sub", None), ("paragraph", "款"), ("item", "项"))
    shown = f"《{cited['law']}》"
    for name, unit in parts:
        if cited[name]:
            shown += f"之{cited[name]}" if unit is None else f"第{cited[name]}{unit}"
    return shown
