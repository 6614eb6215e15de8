"""Drift drawn: doubt and words by month, an agency a line, with what cannot be told said."""

from __future__ import annotations

import altair as alt
import pandas as pd
import streamlit as st

from dashboards import modelling, source
from dashboards.components import cells
from dashboards.words import side, word
from models.drift import Group
from models.drift.command import names

COLOURS = {"drifted": "#c0392b", "steady": "#3c8d6b", "too_few": "#95a5a6", "no_reference": "#b9c7d6"}
HEIGHT = 320


def show(*, key: str) -> None:
    """Draw the charts and the table of groups that tell something."""
    groups = source.drift()
    if not groups:
        st.info(word("empty"))
        return
    frame = modelling.drift_frame(groups, side())
    st.caption(word("drift-note"))
    _unsaid(groups)
    _chart(frame.dropna(subset=["share"]), "share", "unsure", word("drift-unsure"), ".0%", key=f"{key}_unsure")
    if frame["distance"].notna().any():
        _chart(frame.dropna(subset=["distance"]), "distance", "words", word("drift-words"), ".2f", key=f"{key}_words")
    columns = ("agency", "month", "texts", "unsure", "unsure-verdict", "words", "words-verdict")
    rows = [_row(each) for each in groups if each.tells or (each.agency, each.month) == (None, None)]
    cells.table(rows, [word(f"drift-{name}-column") for name in columns], key=f"{key}_table", repeats=1)
    hidden = len(groups) - len(rows)
    if hidden:
        st.caption(word("drift-hidden", count=hidden))


def _unsaid(groups: tuple[Group, ...]) -> None:
    """Why verdicts are lacking."""
    verdicts = {verdict for each in groups for verdict in (each.unsure_verdict, each.words_verdict)}
    for verdict in ("too_few", "no_reference"):
        if verdict in verdicts:
            st.info(word(f"drift-why-{verdict}"))


def _row(each: Group) -> tuple[str, ...]:
    share = "" if each.unsure.value is None else f"{each.unsure.value:.1%} ({each.unsure.right}/{each.unsure.all})"
    limit = "" if each.limit is None else f" / {each.limit:.3f}"
    distance = "" if each.distance is None else f"{each.distance:.3f}{limit}"
    verdicts = [word(f"drift-{verdict}") for verdict in (each.unsure_verdict, each.words_verdict)]
    return *names(each, side()), str(each.texts), share, verdicts[0], distance, verdicts[1]


def _chart(frame: pd.DataFrame, value: str, verdict: str, title: str, form: str, *, key: str) -> None:
    shown = frame.assign(verdict=frame[verdict].map(lambda name: word(f"drift-{name}")))
    colour = alt.Color(
        "verdict:N",
        title=None,
        scale=alt.Scale(domain=[word(f"drift-{name}") for name in COLOURS], range=list(COLOURS.values())),
        legend=alt.Legend(orient="top"),
    )
    base = alt.Chart(shown).encode(
        x=alt.X("month:O", title=word("drift-month-column"), axis=alt.Axis(labelAngle=-45)),
        y=alt.Y(f"{value}:Q", title=None, axis=alt.Axis(format=form)),
    )
    points = base.mark_circle(opacity=0.85).encode(
        color=colour,
        size=alt.Size("texts:Q", title=word("drift-texts-column"), scale=alt.Scale(range=[40, 400]), legend=None),
        tooltip=[
            alt.Tooltip("agency:N", title=word("agency")),
            alt.Tooltip("month:O", title=word("drift-month-column")),
            alt.Tooltip("texts:Q", title=word("drift-texts-column")),
            alt.Tooltip(f"{value}:Q", title=title, format=form),
            alt.Tooltip("verdict:N", title=word("drift-unsure-verdict-column")),
        ],
    )
    st.markdown(f"**{title}**")
    st.altair_chart(points.properties(height=HEIGHT), key=key)
