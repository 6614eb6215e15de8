"""Which benchmarks were in force for an agency on a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from checker.benchmarks.fields import applies
from checker.records.benchmark import Benchmark

LEVELS = ("county", "prefecture", "provincial", "national")  # the nearer one goes before


def in_force(
    benchmarks: Sequence[Benchmark], *, on: date, agency: str | None, region: str | None, field: str | None
) -> tuple[Benchmark, ...]:
    """Those in force on the day that cover the agency (by its name or region) and its field, nearest level first."""
    names = (agency or "", region or "")
    found = [
        each
        for each in benchmarks
        if each.in_force_from <= on
        and (each.in_force_to is None or on <= each.in_force_to)
        and applies(each.field, field)
        and any(word in name for word in each.covers for name in names)
    ]
    return tuple(sorted(found, key=lambda each: LEVELS.index(each.level)))


def named(benchmarks: Sequence[Benchmark], title: str | None, *, on: date) -> tuple[Benchmark, ...]:
    """Those in force on the day that a decision cites by title, whatever field they are filed under."""
    if not title:
        return ()
    return tuple(
        each
        for each in benchmarks
        if each.title.startswith(title)
        and each.in_force_from <= on
        and (each.in_force_to is None or on <= each.in_force_to)
    )
