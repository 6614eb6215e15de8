"""Charges, items and rankings for tests: citations as "食品安全法 124 1 5", weights by the names of the numbers."""

from __future__ import annotations

from datetime import date

from checker.benchmarks.ranking import NAMES, Ranker
from checker.records.benchmark import Benchmark, Item
from checker.records.charge import Charge
from checker.records.law import Citation
from tests.checks.making import citation


def cited(*written: str) -> tuple[Citation, ...]:
    return tuple(citation(each) for each in written)


def item(name: str, basis: str, violated: str = "", violation: str = "某行为", keywords: tuple[str, ...] = ()) -> Item:
    return Item(name, violation, cited(violated) if violated else (), cited(basis) if basis else (), (), keywords)


def charge(basis: str = "", violated: str = "", cause: str = "", elsewhere: str = "") -> Charge:
    parts = [cited(each) if each else () for each in (basis, violated, elsewhere)]
    return Charge(parts[0], parts[1], cause, elsewhere=parts[2])


def benchmark(name: str, level: str, *items: Item) -> Benchmark:
    day = date(2020, 1, 1)
    return Benchmark(name, name, "某局", "某市", ("某市",), "food", level, "", day, None, "虚构", tuple(items))


def ranker(bias: float = -3.0, **weights: float) -> Ranker:
    assert set(weights) <= set(NAMES)
    return Ranker(tuple(weights.get(name, 0.0) for name in NAMES), bias)
