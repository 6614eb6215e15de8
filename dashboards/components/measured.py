"""Each fine against the statutory range, the tiers and the range it should lie in."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from checker.reports.wording import facts_in_words, plain, range_words, witness_words
from dashboards.components import charts
from dashboards.components.findings import steps
from dashboards.words import named, side, word


def show(checked: dict[str, Any], extracted: dict[str, Any] | None, *, key: str) -> None:
    """Draw every assessment of a case."""
    for ordinal, assessment in enumerate(checked["assessments"], start=1):
        with st.container(border=True, key=f"{key}_{ordinal}"):
            _one(ordinal, assessment, extracted, key=f"{key}_{ordinal}")


def _one(ordinal: int, assessment: dict[str, Any], extracted: dict[str, Any] | None, *, key: str) -> None:
    amount = assessment["amount"]
    title = word("fine-n", ordinal=ordinal, amount=plain(amount)) if amount is not None else word("no-fine")
    st.markdown(f"**{title}** · {'、'.join(dict.fromkeys(assessment['basis']))}")
    witnesses = witness_words(extracted, assessment["sanction"], side())
    if witnesses is not None:
        (st.caption if witnesses[1] else st.warning)(witnesses[0])
    _match(assessment["match"])
    rows = ranges(assessment)
    if amount is not None and rows:
        charts.bands(rows, float(amount), key=f"{key}_bands")
    else:
        st.caption(word("no-chart"))
    if assessment["missing"]:
        st.caption(word("missing", facts=facts_in_words(assessment["missing"], side())))
    if assessment["tiers"]:
        _tiers(assessment, key=f"{key}_tiers")
    if assessment["trace"]:
        with st.expander(word("arithmetic"), key=f"{key}_trace"):
            steps(assessment["trace"])


def _match(match: dict[str, Any] | None) -> None:
    if match is None:
        st.caption(word("no-match"))
        return
    shown = {name: match[name] for name in ("benchmark", "score", "how")}
    st.caption(word("matched", item=match["violation"], **shown))
    if not match.get("sure", True):  # results stored by earlier releases do not say
        st.warning(word("unsure", share=f"{match['score']:.0%}", nothing=f"{match['nothing']:.0%}"))
    if match["runner_up"]:
        st.warning(word("runner-up", item=match["runner_up"], score=match["runner_up_score"]))


def ranges(assessment: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of the chart: statute first, then the tiers, then what the amount should lie in."""
    rows = [_range(word("statutory"), "statutory", assessment["statutory"])]
    for tier in assessment["tiers"]:
        kind = "supported" if tier["name"] in assessment["supported"] else "tier"
        rows.append(_range(word("tier-row", name=tier["name"]), kind, tier["range"]))
    rows.append(_range(word("expected"), "expected", assessment["expected"]))
    return [row for row in rows if row is not None]


def _range(name: str, kind: str, band: dict[str, Any] | None) -> dict[str, Any] | None:
    if band is None:
        return None
    lower, upper = (float(band[end]["value"]) if band[end] else None for end in ("lower", "upper"))
    return {"name": name, "kind": kind, "lower": lower, "upper": upper}


def heading(key: str, **blank: str) -> str:
    """A label as the heading of a column: without the colon that a value would follow."""
    return word(key, **blank).rstrip("：: ")


def _tiers(assessment: dict[str, Any], *, key: str) -> None:
    rows = [
        {
            heading("tier-row", name=""): ("▶ " if tier["name"] == assessment["claimed"] else "") + tier["name"],
            named("column", "allowed"): range_words(tier["range"], side()),
            word("truth"): named("truth", tier["truth"]),
            heading("missing", facts=""): facts_in_words(tier["missing"], side()),
            named("column", "message"): " / ".join(tier["conditions"]),
        }
        for tier in assessment["tiers"]
    ]
    st.dataframe(pd.DataFrame(rows), hide_index=True, key=key)
