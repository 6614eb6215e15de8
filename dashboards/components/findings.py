"""One finding: the sentence, its proof, its rule, its arithmetic."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from checker.reports.wording import facts_in_words, quote_of
from dashboards.words import literal, named, side, word

COLOURS = {"violation": "red", "lead": "orange", "cannot_tell": "gray"}


def card(ordinal: int, finding: dict[str, Any], *, key: str) -> None:
    """Show one finding of the contract."""
    index = side()
    with st.container(border=True, key=key):
        status, severity = named("status", finding["status"]), named("severity", finding["severity"])
        st.markdown(
            f":{COLOURS[finding['status']]}[**{ordinal}. {status} · {severity}**] · `{finding['check']}` · "
            f"{word('confidence')} {finding['confidence'] * 100:.0f}%"
        )
        st.write(literal(finding[("message_zh", "message_en")[index]]))
        if finding["missing"]:
            st.caption(word("missing", facts=facts_in_words(finding["missing"], index)))
        for span in finding["evidence"]:
            st.caption(f"{word('quote')}（{word('page', page=span['page'])}）：“{literal(quote_of(span))}”")
        for rule in finding["rules"]:
            version = f"（{rule['version']}）" if rule["version"] else ""
            st.caption(f"{word('rule')}：{rule[('reference_zh', 'reference_en')[index]]}{version}")
        if finding["trace"]:
            with st.expander(word("arithmetic"), key=f"{key}_arithmetic"):
                steps(finding["trace"])


def steps(trace: list[dict[str, Any]]) -> None:
    """A computation as a small table."""
    columns = {"parameter": word("parameter"), "value": word("value"), "source": word("source")}
    st.table(pd.DataFrame([{columns[name]: step[name] for name in columns} for step in trace]))
