"""Dates out of order: versions of one table that overlap or leave a gap, and days that contradict each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from checker.benchmarks.lint.finding import Desk, Hit, Rule
from checker.records.benchmark import Benchmark

REMARK = re.compile(r"[（(〔\[][^）)〕\]]*[）)〕\]]|(?:19|20)\d{2}年?版?|[《》“”\s]")
NUMBER_YEAR = re.compile(r"[〔\[（(](\d{4})[〕\]）)]")


def _series(desk: Desk) -> Iterator[tuple[Benchmark, Benchmark]]:
    """Each version of a table with the one that follows it: same region, field, level, and title but for its year."""
    found: dict[tuple[str, ...], dict[str, Benchmark]] = {}
    for each in (*desk.beside, *desk.benchmarks):
        key = each.region, each.field, each.level, REMARK.sub("", each.title)
        found.setdefault(key, {})[each.id] = each
    judged = {each.id for each in desk.benchmarks}
    for listed in found.values():
        for earlier, later in pairwise(sorted(listed.values(), key=lambda each: (each.in_force_from, each.id))):
            if {earlier.id, later.id} & judged:
                yield earlier, later


def _values(earlier: Benchmark, later: Benchmark) -> dict[str, object]:
    return {
        "earlier": earlier.title,
        "until": (earlier.in_force_to.isoformat(),) * 2 if earlier.in_force_to else ("（未定）", "(open)"),
        "later": later.title,
        "from_": later.in_force_from.isoformat(),
    }


def _overlap(desk: Desk) -> Iterator[Hit]:
    for earlier, later in _series(desk):
        if earlier.in_force_to is None or earlier.in_force_to >= later.in_force_from:
            yield Hit(later, None, ("in_force_from",), _values(earlier, later))


def _gap(desk: Desk) -> Iterator[Hit]:
    for earlier, later in _series(desk):
        ended = earlier.in_force_to
        if ended is not None and ended + timedelta(days=1) < later.in_force_from:
            yield Hit(later, None, ("in_force_from",), _values(earlier, later))


def _confirmed(desk: Desk) -> Iterator[Hit]:
    for each in desk.benchmarks:
        if each.last_confirmed is not None and each.last_confirmed < each.in_force_from:
            values = {"confirmed": each.last_confirmed.isoformat(), "from_": each.in_force_from.isoformat()}
            yield Hit(each, None, ("last_confirmed",), values)


def _number(desk: Desk) -> Iterator[Hit]:
    for each in desk.benchmarks:
        found = NUMBER_YEAR.search(each.document_number)
        if found is not None and int(found[1]) > each.in_force_from.year:
            values = {"number": each.document_number, "year": found[1], "from_": each.in_force_from.isoformat()}
            yield Hit(each, None, ("document_number",), values)


OVERLAP = Rule("versions-overlap", "较重", _overlap)
GAP = Rule("versions-gap", "一般", _gap)
CONFIRMED = Rule("confirmed-before-in-force", "一般", _confirmed)
NUMBER = Rule("document-number-year", "一般", _number)
