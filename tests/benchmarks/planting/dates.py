"""Faults of citations and dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from checker.records.benchmark import Benchmark, Item
from checker.records.law import Citation
from checker.statutes import StatuteBook
from tests.benchmarks.planting.tables import (
    DAY,
    Planted,
    plants,
    with_item,
)

NOISE_LAW = "中华人民共和国噪声污染防治法"  # its first version ever is in the data


def cited(item: Item, citation: Citation, *, basis: bool) -> Item:
    """The item with one citation more."""
    return replace(item, basis=(*item.basis, citation)) if basis else replace(item, violated=(*item.violated, citation))


@plants("article-missing")
def missing(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """Article 999 of a law whose text of that day is known."""
    for item in benchmark.items:
        for citation in item.basis[:1]:
            if book.resolve(citation, benchmark.in_force_from).version is not None:
                for basis in (True, False):
                    spoiled = cited(item, Citation(citation.law, 999), basis=basis)
                    yield Planted(with_item(benchmark, spoiled), item.id, book)


@plants("law-not-in-force")
def clause_not_in_force(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """A clause that is one only on other days."""
    for provision in book.provisions:
        citation = Citation(provision.law, provision.article, provision.paragraph, sub=provision.sub)
        if book.resolve(citation, benchmark.in_force_from).state == "not_listed":
            for item in benchmark.items:
                yield Planted(with_item(benchmark, cited(item, citation, basis=True)), item.id, book)
            return


@plants("law-not-in-force")
def law_repealed(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """The law ended the day before the table came into force."""
    for item in benchmark.items:
        law = book.full_name(item.basis[0].law) if item.basis else None
        if law is None or book.resolve(item.basis[0], benchmark.in_force_from).version is None:
            continue
        versions = [each for each in book.versions[law] if each.in_force_from <= benchmark.in_force_from]
        versions[-1] = replace(versions[-1], in_force_to=benchmark.in_force_from - DAY)
        ended = replace(book, versions={**book.versions, law: tuple(versions)})
        yield Planted(benchmark, item.id, ended, alone=False)


@plants("in-force-before-law")
def before_law(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """The table is older than the law it cites."""
    early = replace(benchmark, in_force_from=min(benchmark.in_force_from, date(2020, 1, 1)))
    for item in benchmark.items:
        for basis in (False, True):
            spoiled = cited(item, Citation(NOISE_LAW, 1), basis=basis)
            yield Planted(with_item(early, spoiled), item.id, book, alone=False)


@plants("statute-unknown")
def unknown(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """A law that nobody has."""
    for item in benchmark.items:
        yield Planted(with_item(benchmark, cited(item, Citation("某某管理办法", 1), basis=True)), item.id, book)


@plants("versions-overlap")
def versions_overlap(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """A version in force while the one before it still is."""
    ends = benchmark.in_force_from + 200 * DAY
    before = replace(benchmark, id=f"{benchmark.id}-before", in_force_to=ends)
    later = replace(benchmark, in_force_from=benchmark.in_force_from + 100 * DAY, in_force_to=None)
    yield Planted(later, "", book, (before,))
    yield Planted(later, "", book, (replace(before, in_force_to=None),))


@plants("versions-gap")
def versions_gap(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """A version that starts a month after the one before it ended."""
    ends = benchmark.in_force_from - 31 * DAY
    before = replace(benchmark, id=f"{benchmark.id}-before", in_force_from=ends - 300 * DAY, in_force_to=ends)
    yield Planted(benchmark, "", book, (before,))


@plants("confirmed-before-in-force")
def confirmed_early(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """Confirmed the day before it came into force."""
    yield Planted(replace(benchmark, last_confirmed=benchmark.in_force_from - DAY), "", book)


@plants("document-number-year")
def number_late(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """A document number of the year after."""
    number = f"延州规〔{benchmark.in_force_from.year + 1}〕1号"
    yield Planted(replace(benchmark, document_number=number), "", book)
