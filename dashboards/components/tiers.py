"""A benchmark item drawn: tiers as bands on one axis in the frame of the law, position rules, versions in time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from checker.records.benchmark import Benchmark, PositionRule
from dashboards.bands import Axis, BandRow
from dashboards.components.charts import FRAME, ROW
from dashboards.words import named, side, word

EFFECTS = {"none": "#b5d6c6", "reduced": "#8cc3a8", "lighter": "#5fa98a", "ordinary": "#e0b354", "heavier": "#c8603f"}
EFFECTS |= {"unstated": "#8fa3b5"}  # tiers in order of weight that the table does not call lighter or heavier
LAW = "#5b6b7c"


def bands(axis: Axis, *, key: str) -> None:
    """The rows of one axis; an open end runs to the edge. The statutory range is a grey frame behind them."""
    index = side()
    frame = pd.DataFrame(
        {
            "row": f"{number:03d}",
            "name": row.name[index],
            "effect": named("effect", row.effect),
            "lower": row.lower,
            "upper": axis.limit if row.upper is None else max(row.upper, row.lower + axis.limit / 400),
            "words": row.words[index],
            "ends": _ends(row, axis.base),
        }
        for number, row in enumerate(axis.rows)
    )
    order = list(dict.fromkeys(frame["name"]))
    x = alt.X("lower:Q", title=axis.title[index], scale=alt.Scale(domain=[0, axis.limit]), axis=_numbers(axis.base))
    y = alt.Y("name:N", sort=order, title=None, axis=alt.Axis(labelLimit=320))
    layers = [_law(axis, x)] if axis.frame else []
    shown = {row.effect for row in axis.rows}
    colours = alt.Scale(
        domain=[named("effect", effect) for effect in EFFECTS if effect in shown],
        range=[colour for effect, colour in EFFECTS.items() if effect in shown],
    )
    base = alt.Chart(frame).encode(y=y)
    tips = [
        alt.Tooltip("name:N", title=word("bench-tier")),
        alt.Tooltip("effect:N", title=word("bench-effect")),
        alt.Tooltip("words:N", title=word("bench-words")),
    ]
    legend = alt.Legend(orient="top", title=None)
    bars = base.mark_bar(height=18).encode(
        x=x, x2="upper:Q", color=alt.Color("effect:N", scale=colours, legend=legend), tooltip=tips
    )
    label = base.mark_text(align="left", dx=5, color="#33414e").encode(x=alt.X("upper:Q"), text="ends:N")
    chart = alt.layer(*layers, bars, label).properties(height=len(order) * ROW + FRAME)
    st.altair_chart(chart, key=key)


def _ends(row: BandRow, base: str) -> str:
    """The ends as plain numbers, to stand beside the bar: 50,000 – 62,000."""
    shown = [f"{end:,.0f}" if base == "yuan" else f"{end:g}" for end in (row.lower, row.upper) if end is not None]
    return " – ".join(dict.fromkeys(shown)) + (" –" if row.upper is None else "")


def _numbers(base: str) -> alt.Axis:
    return alt.Axis(format=",.0f" if base == "yuan" else "~g")


def _law(axis: Axis, x: alt.X) -> Any:
    assert axis.frame is not None
    low, high = axis.frame
    data = pd.DataFrame([{"lower": low, "upper": axis.limit if high is None else high}])
    return alt.Chart(data).mark_rect(color=LAW, opacity=0.13, stroke=LAW, strokeWidth=1).encode(x=x, x2="upper:Q")


def cuts(rule: PositionRule, *, key: str) -> None:
    """A position rule as bars over 0 to 100 % of the statutory range."""
    frame = pd.DataFrame(
        {"name": named("effect", effect), "lower": float(low) * 100, "upper": float(high) * 100}
        for effect, low, high in rule.cuts
    )
    order = frame["name"].tolist()
    colours = [EFFECTS[effect] for effect, _, _ in rule.cuts]
    base = alt.Chart(frame).encode(y=alt.Y("name:N", sort=order, title=None, axis=alt.Axis(labelLimit=320)))
    x = alt.X("lower:Q", title=word("bench-cuts-axis"), scale=alt.Scale(domain=[0, 100]))
    bars = base.mark_bar(height=18).encode(
        x=x, x2="upper:Q", color=alt.Color("name:N", scale=alt.Scale(domain=order, range=colours), legend=None)
    )
    st.altair_chart(bars.properties(height=len(order) * ROW + FRAME / 2), key=key)


def time_line(versions: list[Benchmark], chosen: str, today: date, *, key: str) -> None:
    """Versions as bars in time, the chosen one darker; an open one runs on for half a year from today."""
    last = max([today, *(each.in_force_to or today for each in versions)])
    open_end = max(last, max(each.in_force_from for each in versions)) + timedelta(days=180)
    frame = pd.DataFrame(
        {
            "name": each.document_number or each.id,
            "title": each.title,
            "start": pd.Timestamp(each.in_force_from),
            "end": pd.Timestamp(each.in_force_to + timedelta(days=1) if each.in_force_to else open_end),
            "chosen": each.id == chosen,
        }
        for each in versions
    )
    bars = (
        alt.Chart(frame)
        .mark_bar(height=18)
        .encode(
            y=alt.Y("name:N", sort=frame["name"].tolist(), title=None, axis=alt.Axis(labelLimit=320)),
            x=alt.X("start:T", title=word("bench-line"), axis=alt.Axis(format="%Y-%m")),
            x2="end:T",
            color=alt.condition("datum.chosen", alt.value("#2f6f9f"), alt.value("#a9c4d8")),
            tooltip=[alt.Tooltip("title:N", title=" "), alt.Tooltip("start:T", format="%Y-%m-%d", title=" ")],
        )
    )
    st.altair_chart(bars.properties(height=len(versions) * ROW + FRAME), key=key)
