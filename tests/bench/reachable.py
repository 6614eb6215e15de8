"""How long the set of reachable fines takes, against trying every combination: `python -m tests.bench.reachable`."""

from __future__ import annotations

import time
from collections.abc import Callable
from decimal import Decimal
from itertools import product
from statistics import median

from checker.benchmarks.reachable import reachable
from checker.records.benchmark import Factor, Option, Scoring

WEIGHTS = ("0", "0.0123", "0.0245", "0.0310", "0.0500")
ASKED = Decimal("512345.67")
RUNS = 7


def scoring(factors: int, *, several: bool = False, corrections: int = 0) -> Scoring:
    """A table of that many factors with five options each, their weights all different."""
    listed = tuple(
        Factor(
            f"要素{number}",
            tuple(Option(f"选项{n}", Decimal(w) + Decimal(number * n) / 10000) for n, w in enumerate(WEIGHTS)),
            several,
        )
        for number in range(factors)
    )
    changes = tuple(Option(f"修正{n}", Decimal(n - corrections // 2) / 100) for n in range(corrections))
    limit = Decimal("0.2") if corrections else None
    return Scoring(
        listed,
        amount=Decimal(1000000),
        floor=Decimal("0.1"),
        cap=Decimal(1),
        corrections=changes,
        correction_limit=limit,
        multiply=bool(corrections),
    )


def brute(table: Scoring) -> Decimal:
    """The nearest fine under the one asked, by trying every combination of one option a factor."""
    best = Decimal(-1)
    for choice in product(*([option.weight for option in factor.options] for factor in table.factors)):
        total = min(max(sum(choice, Decimal(0)), Decimal("0.1")), Decimal(1))
        fine = total * table.amount
        best = fine if best < fine <= ASKED else best
    return best


def ours(table: Scoring) -> Decimal:
    """The same, from a table not seen before: sets built, nearest found, one combination named."""
    made = reachable(table)
    assert made is not None
    near = made.nearest(ASKED)
    assert near.below is not None
    return near.below.amount


def timed(work: Callable[[], Decimal], runs: int) -> tuple[float, Decimal]:
    """Median milliseconds of some runs, and the answer."""
    spent = []
    for _ in range(runs):
        start = time.perf_counter()
        answer = work()
        spent.append((time.perf_counter() - start) * 1000)
    return median(spent), answer


def main() -> None:
    """Print both tables."""
    print("| factors × 5 options | combinations | every combination | ours |\n|---|---|---|---|")
    for factors in (4, 6, 8, 10):
        table = scoring(factors)
        own, answer = timed(lambda table=table: ours(table), RUNS)  # type: ignore[misc]
        slow, truth = timed(lambda table=table: brute(table), 1)  # type: ignore[misc]
        assert answer == truth.quantize(Decimal("0.01"))
        print(f"| {factors} | {5**factors:,} | {slow:,.0f} ms | {own:.2f} ms |")
    print("\n| alone | combinations | ours |\n|---|---|---|")
    for words, table, count in (
        ("20 factors × 5 options", scoring(20), 5**20),
        ("20 factors, any of 5 options each", scoring(20, several=True), 2**100),
        ("20 factors × 5 options, 10 corrections that multiply", scoring(20, corrections=10), 5**20 * 2**10),
    ):
        own, _ = timed(lambda table=table: ours(table), RUNS)  # type: ignore[misc]
        print(f"| {words} | {Decimal(count):.1E} | {own:.2f} ms |")


if __name__ == "__main__":
    main()
