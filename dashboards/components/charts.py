"""Charts: outcome shares, and an amount against the ranges it should lie in."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from dashboards.words import named, word

COLOURS = {"violation": "#c0392b", "lead": "#e6a23c", "cannot_tell": "#95a5a6", "in_line": "#3c8d6b"}
ROW, FRAME = 34, 96  # pixels a bar; pixels of axis, legend and padding, which Streamlit counts in the height


def outcomes(table: pd.DataFrame, title: str, *, key: str) -> None:
    """Stacked bars of statuses by group, worst share first."""
    shown = table.assign(name=table["status"].map(lambda status: named("status", status)))
    order = table.sort_values(["share", "size"], ascending=False)["group"].drop_duplicates().tolist()
    chart = (
        alt.Chart(shown)
        .mark_bar()
        .encode(
            x=alt.X("count:Q", title=word("count"), axis=alt.Axis(format="d", tickMinStep=1)),
            y=alt.Y("group:N", sort=order, title=None, axis=alt.Axis(labelLimit=260)),
            color=alt.Color(
                "name:N",
                title=None,
                scale=alt.Scale(domain=[named("status", status) for status in COLOURS], range=list(COLOURS.values())),
                legend=alt.Legend(orient="top"),
            ),
            order=alt.Order("status:N"),
            tooltip=[
                alt.Tooltip("group:N", title=title),
                alt.Tooltip("name:N", title=word("status")),
                alt.Tooltip("count:Q", title=word("count")),
                alt.Tooltip("share:Q", title=word("share-axis"), format=".1%"),
                alt.Tooltip("fines:Q", title=word("fines"), format=",.2f"),
            ],
        )
        .properties(height=len(order) * ROW + FRAME)
    )
    st.altair_chart(chart, key=key)


def bands(rows: list[dict[str, Any]], paid: float, *, key: str) -> None:
    """Ranges as horizontal bands on one axis of yuan, and the amount paid as a line through them.

    A row has name, lower, upper (None: open) and kind: statutory, tier, supported or expected.
    """
    ends = [value for row in rows for value in (row["lower"], row["upper"]) if value is not None]
    limit = max([paid, *ends]) * 1.08 or 1.0
    frame = pd.DataFrame(
        {
            "name": row["name"],
            "kind": row["kind"],
            "lower": row["lower"] or 0.0,
            "upper": limit if row["upper"] is None else row["upper"],
        }
        for row in rows
    )
    # A range of one amount has no width and would not be seen.
    frame["upper"] = frame[["lower", "upper"]].apply(
        lambda ends: max(ends["upper"], ends["lower"] + limit / 300), axis=1
    )
    names = [row["name"] for row in rows]
    kinds = {"statutory": "#b9c7d6", "tier": "#d9e2ea", "supported": "#9cc9b3", "expected": "#3c8d6b"}
    base = alt.Chart(frame).encode(y=alt.Y("name:N", sort=names, title=None, axis=alt.Axis(labelLimit=220)))
    axis = alt.X("lower:Q", title=word("yuan"), scale=alt.Scale(domain=[0, limit]), axis=alt.Axis(format=",.0f"))
    colour = alt.Color("kind:N", scale=alt.Scale(domain=list(kinds), range=list(kinds.values())), legend=None)
    tips = [
        alt.Tooltip("name:N", title=" "),
        alt.Tooltip("lower:Q", title=word("lower"), format=",.2f"),
        alt.Tooltip("upper:Q", title=word("upper"), format=",.2f"),
    ]
    bars = base.mark_bar(height=18).encode(x=axis, x2="upper:Q", color=colour, tooltip=tips)
    line = alt.Chart(pd.DataFrame({"paid": [paid]})).mark_rule(color="#c0392b", strokeWidth=3).encode(x="paid:Q")
    label = (
        alt.Chart(pd.DataFrame({"paid": [paid], "text": [f"{word('paid')} {paid:,.0f}"]}))
        .mark_text(color="#c0392b", align="left", dx=5, y=0, dy=-6, fontWeight="bold")
        .encode(x="paid:Q", text="text:N")
    )
    chart = (bars + line + label).properties(height=len(rows) * ROW + FRAME, padding={"top": 16, "right": 60})
    st.altair_chart(chart, key=key)
