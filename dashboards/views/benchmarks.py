"""Benchmarks: choose a table and an item; tiers as bands, conditions, versions, lints, and the import's remains."""

from __future__ import annotations

from datetime import date

import streamlit as st

from checker.benchmarks.lint import Lint
from checker.errors import DataFileError
from checker.records.benchmark import Benchmark, Item
from dashboards import library, services, source
from dashboards.components import benchmark as parts
from dashboards.components import tiers
from dashboards.words import named, side, word

KEY = "bench"


def show() -> None:
    """Draw the page."""
    st.title(word("benchmarks"))
    try:
        shelf = source.library()
    except DataFileError as error:
        st.error(word("bench-broken", reason=str(error)))
        return
    if not source.benchmark_paths():
        st.info(word("bench-none"))
    found = library.listed(shelf, _search(shelf))
    st.caption(word("bench-shown", shown=len(found), total=len(shelf.benchmarks)))
    if not found:
        st.info(word("bench-nothing"))
        return
    _benchmark(shelf, _pick(found))


def _search(shelf: library.Library) -> library.Search:
    first = st.columns([3, 2, 2, 2, 2])
    words = first[0].text_input(word("bench-search"), key=source.kept(f"{KEY}_words", ""))
    fields = first[1].multiselect(
        word("field"),
        sorted({each.field for each in shelf.benchmarks}),
        format_func=lambda value: named("field", value),
        key=source.kept(f"{KEY}_fields", []),
        placeholder=word("all"),
    )
    regions = first[2].multiselect(
        word("bench-region"),
        sorted({each.region for each in shelf.benchmarks}),
        key=source.kept(f"{KEY}_regions", []),
        placeholder=word("all"),
    )
    levels = first[3].multiselect(
        word("bench-level"),
        library.levels(),
        format_func=lambda value: named("level", value),
        key=source.kept(f"{KEY}_levels", []),
        placeholder=word("all"),
    )
    on = first[4].date_input(
        word("bench-on"), min_value=date(1996, 10, 1), max_value=date(2100, 1, 1), key=source.kept(f"{KEY}_on", None)
    )
    source.keep(f"{KEY}_words", f"{KEY}_fields", f"{KEY}_regions", f"{KEY}_levels", f"{KEY}_on")
    return library.Search(words, fields, regions, levels, on if isinstance(on, date) else None)


def _pick(found: list[Benchmark]) -> Benchmark:
    by_id = {each.id: each for each in found}
    asked = st.query_params.get("benchmark")
    key = source.one_of(f"{KEY}_pick", list(by_id), asked)
    picked = st.selectbox(word("bench-pick"), list(by_id), format_func=lambda name: _label(by_id[name]), key=key)
    source.keep(key)
    st.query_params["benchmark"] = picked
    return by_id[picked]


def _label(benchmark: Benchmark) -> str:
    return f"{benchmark.title} · {benchmark.document_number} · {_dates(benchmark)}"


def _dates(benchmark: Benchmark) -> str:
    start, end = benchmark.in_force_from.isoformat(), benchmark.in_force_to
    if end is None:
        return word("bench-dates-open", start=start)
    return word("bench-dates-closed", start=start, end=end.isoformat())


def _benchmark(shelf: library.Library, chosen: Benchmark) -> None:
    _head(chosen)
    versions = library.versions(shelf, chosen)
    lints = [each for each in source.lints() if each.benchmark == chosen.id]
    record = library.import_record(shelf, chosen)
    unread = len(record.unread) if record else 0
    counts = {
        "items": len(chosen.items),
        "versions": len(versions),
        "lint": sum(each.counts for each in lints),
        "import": unread,
    }
    tabs = st.tabs([word(f"bench-{name}-tab", count=count) for name, count in counts.items()])
    with tabs[0]:
        _items(shelf, chosen, lints, record)
    with tabs[1]:
        _versions(versions, chosen)
    with tabs[2]:
        _lints(shelf, chosen, lints)
    with tabs[3]:
        _import(record)


def _head(chosen: Benchmark) -> None:
    confirmed = chosen.last_confirmed.isoformat() if chosen.last_confirmed else word("bench-not-confirmed")
    rows = (
        ("bench-number", chosen.document_number),
        ("bench-issuer", chosen.issuer),
        ("bench-level", f"{named('level', chosen.level)} · {chosen.region} · {named('field', chosen.field)}"),
        ("bench-dates", _dates(chosen)),
        ("bench-confirmed", confirmed),
    )
    with st.container(border=True, key="bench_head"):
        st.subheader(chosen.title)
        for column, (name, value) in zip(st.columns([3, 4, 5, 4, 2]), rows, strict=True):
            column.caption(word(name))
            column.write(value or "—")
        st.caption(word("bench-source", source=chosen.source))
        st.caption(word("bench-covers", covers=("、", ", ")[side()].join(chosen.covers)))
        if chosen.below_excludes:
            st.caption(word("bench-below"))


def _items(shelf: library.Library, chosen: Benchmark, lints: list[Lint], record: library.ImportRecord | None) -> None:
    if chosen.position_rule is not None:
        st.markdown(f"**{word('bench-cuts')}**")
        tiers.cuts(chosen.position_rule, key="bench_cuts")
        if chosen.position_rule.zero_minimum:
            st.caption(word("bench-zero"))
    if not chosen.items:
        return
    by_id = {each.id: each for each in chosen.items}
    key = source.one_of(f"{KEY}_item_{chosen.id}", list(by_id), st.query_params.get("item"))
    picked = st.selectbox(
        word("bench-item"), list(by_id), format_func=lambda name: f"{name} · {by_id[name].violation}", key=key
    )
    source.keep(key)
    st.query_params["item"] = picked
    shown = by_id[picked]
    parts.item(shown, shelf.book, library.day_for(chosen, source.today()), key="bench_item_shown")
    own = [each for each in lints if each.item == shown.id]
    if own:
        st.markdown(f"**{word('bench-lint-item')}**")
        parts.lints(own, key="bench_item_lints")
    if record is not None:
        _beside(record, shown)


def _beside(record: library.ImportRecord, shown: Item) -> None:
    """What the import left on the item's page, and that page of the original."""
    near, page = library.unread_near(record, shown), library.page_of(shown.where)
    if near:
        title = word("bench-near", page=page) if page else word("bench-near-all")
        st.markdown(f"**{title}**")
        parts.unread(near, key="bench_item_unread")
    _page(record, page or 1, shown.violation, [each.text for each in near], key=f"bench_item_page_{page}")


def _page(record: library.ImportRecord, first: int, violation: str, marked: list[str], *, key: str) -> None:
    with st.expander(word("bench-original"), key=f"{key}_expander"):
        if record.original is None:
            st.caption(word("bench-original-gone", source=record.source))
        elif record.original.suffix.lower() != ".pdf":
            st.caption(word("bench-original-other", source=record.source))
        else:
            data = record.original.read_bytes()
            page = st.number_input(word("page", page=""), 1, services.page_count(data), first, key=key)
            quotes = [each for each in (violation, *marked) if each]
            spans = [{"page": page, "start": 0, "end": 0, "quote": quote} for quote in quotes]
            st.image(services.page_picture(data, page, spans))


def _versions(versions: list[Benchmark], chosen: Benchmark) -> None:
    tiers.time_line(versions, chosen.id, source.today(), key="bench_time_line")
    if len(versions) < 2:
        st.info(word("bench-one-version"))
        return
    by_id = {each.id: each for each in versions}
    ids = list(by_id)
    at = max(ids.index(chosen.id), 1)
    columns = st.columns(2)
    picked = [
        column.selectbox(
            word(f"bench-{name}"),
            ids,
            index=at - 1 + ordinal,
            format_func=lambda key: _label(by_id[key]),
            key=f"bench_{name}_{chosen.id}",
        )
        for ordinal, (name, column) in enumerate(zip(("old", "new"), columns, strict=True))
    ]
    parts.difference(library.difference(by_id[picked[0]], by_id[picked[1]]), key="bench_difference")


def _lints(shelf: library.Library, chosen: Benchmark, found: list[Lint]) -> None:
    if chosen.id not in shelf.files:
        st.info(word("bench-lint-shipped"))
    elif not found:
        st.success(word("bench-lint-clean"))
    else:
        parts.lints(found, key="bench_lints")


def _import(record: library.ImportRecord | None) -> None:
    if record is None:
        st.info(word("bench-hand"))
        return
    rows = {"rows": "in", "used": "out", "listed": "listed"}
    told = {name: record.rows.get(key, 0) for name, key in rows.items()}
    st.write(word("bench-import-rows", source=record.source, **told))
    if record.mapping:
        with st.expander(word("bench-import-settings")):
            st.json(record.mapping)
    for kind, title in (("unparsed", "bench-unparsed"), ("open", "bench-open")):
        listed = [each for each in record.unread if each.kind == kind]
        if listed:
            st.markdown(f"**{word(title, count=len(listed))}**")
            parts.unread(listed, key=f"bench_unread_{kind}")
    if not record.unread:
        st.success(word("bench-all-read"))
    first = next((each for each in record.unread if each.page), None)
    marked = [each.text for each in record.unread if first and each.page == first.page]
    _page(record, first.page if first and first.page else 1, "", marked, key="bench_import_page")
