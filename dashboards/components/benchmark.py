"""One benchmark item: its bands, conditions, scorings; lints and what the import left, as tables."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from checker.benchmarks.lint import Lint
from checker.benchmarks.phrases import branches_words, citations_words
from checker.messages import say
from checker.records.benchmark import Item, Scoring
from checker.records.difference import BenchmarkDifference, Change
from checker.statutes import StatuteBook
from checker.statutes.conditions import describe
from checker.store.summary import SEVERITIES
from dashboards import bands, library
from dashboards.components import cells, tiers
from dashboards.words import named, side, word


def item(shown: Item, book: StatuteBook, on: date, *, key: str) -> None:
    """Everything the table says of one violation."""
    index = side()
    st.markdown(f"#### {shown.violation}")
    if shown.violated:
        st.caption(word("bench-violated", listed=citations_words(shown.violated)[index]))
    if shown.basis:
        st.caption(word("bench-basis", listed=citations_words(shown.basis)[index]))
    if shown.where:
        st.caption(word("bench-where", where=shown.where))
    if shown.tiers:
        _bands(shown, book, on, key=f"{key}_bands")
        _tiers(shown, key=f"{key}_tiers")
    for ordinal, scoring in enumerate(shown.scorings, start=1):
        _scoring(ordinal, scoring, key=f"{key}_scoring_{ordinal}")
    for note in shown.notes:
        st.caption(word("bench-note", note=note))


def _bands(shown: Item, book: StatuteBook, on: date, *, key: str) -> None:
    axes = bands.axes(shown, book, on)
    if axes:
        st.markdown(f"**{word('bench-bands')}**")
    for ordinal, axis in enumerate(axes):
        tiers.bands(axis, key=f"{key}_{ordinal}")
        told = axis.frame_words[side()]
        st.caption(word("bench-frame", words=told) if told else word("bench-no-frame"))


def _tiers(shown: Item, *, key: str) -> None:
    """Tiers with their penalty and conditions; words that cannot be evaluated are marked so."""
    index = side()
    st.markdown(f"**{word('bench-conditions')}**")
    rows = []
    for tier in shown.tiers:
        penalty = tier.text or branches_words(tier.branches)[index]
        head = (tier.name, named("effect", tier.effect), penalty)
        for condition in tier.conditions:
            read = describe(condition.when)[index] if condition.when else word("bench-cannot-tell")
            rows.append((*head, condition.text, read))
        if not tier.conditions:
            rows.append((*head, "", word("bench-residual")))
    names = ("bench-tier", "bench-effect", "bench-penalty", "bench-table-words", "bench-read-as")
    cells.table(rows, [word(name) for name in names], key=key, repeats=3)


def _scoring(ordinal: int, scoring: Scoring, *, key: str) -> None:
    index = side()
    text = ("：", ": ")[index] + scoring.text if scoring.text else ""
    st.markdown(f"**{word('bench-scoring', ordinal=ordinal, text=text)}**")
    if scoring.when:
        st.caption(word("bench-when", when=describe(scoring.when)[index]))
    reach = library.reach(scoring)
    if reach is not None:
        st.info(word("bench-reach", words=reach[index]))
    formula = [(say(f"diff:name:{name}")[index], value[index]) for name, value in library.formula_rows(scoring)]
    st.caption("；".join(f"{name}：{value}" for name, value in formula) if index == 0 else _plain(formula))
    rows = []
    for row in library.factor_rows(scoring):
        read = row["read"][index] or word("bench-cannot-tell")
        rows.append((row["factor"][index], row["text"][index], row["weight"][index], read))
    names = ("bench-factor", "bench-option", "bench-weight", "bench-read-as")
    cells.table(rows, [word(name) for name in names], key=key, repeats=1)


def _plain(formula: list[tuple[str, str]]) -> str:
    return "; ".join(f"{name}: {value}" for name, value in formula)


def lints(found: Sequence[Lint], *, key: str) -> None:
    """Faults and notes, worst first."""
    index = side()
    rows = [
        (
            named("severity", each.severity),
            each.lint,
            each.item,
            (each.message_zh, each.message_en)[index],
            each.where,
        )
        for each in sorted(found, key=lambda each: SEVERITIES.index(each.severity))
    ]
    columns = [
        word("severity"),
        word("bench-lint"),
        word("bench-item"),
        named("column", "message"),
        word("bench-place"),
    ]
    cells.table(rows, columns, key=key)


def unread(found: Sequence[library.Unread], *, key: str) -> None:
    """What the import did not understand, next to where it stands."""
    index = side()
    rows = [(each.where, each.text, _half(each.reason, index)) for each in found]
    cells.table(rows, [word("bench-place"), word("bench-table-words"), named("column", "reason")], key=key)


def _half(reason: str, index: int) -> str:
    """The importer gives reasons as "中文 · English"."""
    parts = reason.split(" · ")
    return parts[index] if len(parts) == 2 else reason


def difference(found: BenchmarkDifference, *, key: str) -> None:
    """Every change between two versions, as one table."""
    if found.empty:
        st.success(word("bench-unchanged"))
        return
    index = side()
    sizes = {name: len(getattr(found, name)) for name in ("added", "removed", "changed")}
    moved = {"harsher": found.count("harsher"), "milder": found.count("milder"), "mixed": found.count("mixed")}
    st.write(say("diff:counts", **sizes, same=found.same, **moved)[index])
    rows = [_change("", each) for each in found.header]
    for name, items in (("diff:item-added", found.added), ("diff:item-removed", found.removed)):
        for each in items:
            told = say(name, violation=each.violation, basis=citations_words(each.basis))[index]
            rows.append((each.violation, told, word("bench-direction-none")))
    rows += [_change(pair.new.violation, each) for pair in found.changed for each in pair.changes]
    cells.table(rows, [word("bench-item"), word("bench-change"), word("bench-direction")], key=key, repeats=1)


def _change(place: str, change: Change) -> tuple[str, str, str]:
    direction = say(f"diff:{change.direction}")[side()] if change.direction else word("bench-direction-none")
    return place, change.words[side()], direction
