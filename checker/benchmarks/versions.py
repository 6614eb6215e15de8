"""Which benchmarks were in force for an agency on a day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from checker.benchmarks.fields import applies
from checker.records.benchmark import Benchmark

NOISE = re.compile(r"[《》〈〉“”\s]")
BRACKET = re.compile(r"[（(〔\[][^）)〕\]]*[）)〕\]]")
YEAR = re.compile(r"(?:19|20)\d{2}(?=年)")
SHORTEST = 8  # characters of a title below which a part of it names nothing
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
        if is_named(title, each) and each.in_force_from <= on and (each.in_force_to is None or on <= each.in_force_to)
    )


def is_named(written: str, benchmark: Benchmark) -> bool:
    """Whether the words of a decision name this benchmark: by document number, or by title and, when given, year.

    Remarks in brackets count only for the year of the version that they give.
    """
    if benchmark.document_number and benchmark.document_number in written:
        return True
    name, title = (BRACKET.sub("", NOISE.sub("", words)) for words in (written, benchmark.title))
    years, own = YEAR.findall(written), YEAR.findall(benchmark.title) or [str(benchmark.in_force_from.year)]
    shorter = min(name, title, key=len)
    alike = len(shorter) >= SHORTEST and (name in title or title in name)
    return alike and (not years or bool(set(years) & set(own)))
