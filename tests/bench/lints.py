"""What the linter finds of what is planted: `python -m tests.bench.lints` prints lints, planted and found.

With paths of benchmark files (an imported table, say) it prints what is said of them instead, by lint, and the time.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from checker.benchmarks import load_benchmarks
from checker.benchmarks.lint import LINTS, Lint, Rule, lint, lint_paths
from checker.records.benchmark import Benchmark
from checker.samples import sample_data
from checker.statutes import StatuteBook
from tests.benchmarks.planting import Planted, plant

# Faults that the samples really have: (benchmark, item, lint). One was put there on purpose, see its file.
KNOWN = {
    ("dunhua-city-management-2022", "gas-48", "tier-outside-statute"),
    ("yanji-city-management-2021", "noise-77-1-2", "in-force-before-law"),
    ("yanji-city-management-2021", "noise-82-1-2", "in-force-before-law"),
    ("yanbian-ecology-2021", "noise-75", "in-force-before-law"),
}


def samples(book: StatuteBook) -> tuple[Benchmark, ...]:
    """The sample benchmarks and the shipped position rules."""
    return load_benchmarks([sample_data() / "benchmarks"], book)


def is_found(planted: Planted, rule: Rule, before: Benchmark, book: StatuteBook) -> bool:
    """Whether the lint of that name says of that item what it did not say before, and nothing new of other items."""
    said = lint([planted.benchmark], planted.book, beside=planted.beside, rules=[rule])
    new = Counter((each.item, each.message_zh) for each in said if each.benchmark == planted.benchmark.id)
    new -= Counter((each.item, each.message_zh) for each in lint([before], book, rules=[rule]))
    items = {item for item, _ in new}
    return items == {planted.item} if planted.alone else planted.item in items


def counts(rule: Rule, benchmark: Benchmark, book: StatuteBook) -> tuple[int, int]:
    """Plantings of the lint's fault in the benchmark, and how many were found."""
    planted = list(plant(rule.name, benchmark, book))
    return len(planted), sum(is_found(each, rule, benchmark, book) for each in planted)


def false_alarms(found: Sequence[Lint]) -> list[Lint]:
    """What is said against the samples as they are, but for the faults that they have."""
    return [each for each in found if each.counts and (each.benchmark, each.item, each.lint) not in KNOWN]


def main() -> int:
    """Print the table; 1 where something planted was not found, or something was said of a sound table."""
    book = StatuteBook.load()
    tables = samples(book)
    unfound, rows, total = 0, [], [0, 0]
    for rule in LINTS:
        cells = [counts(rule, each, book) for each in tables]
        planted, found = (sum(each[side] for each in cells) for side in (0, 1))
        unfound += planted - found
        total = [total[0] + planted, total[1] + found]
        holding = sum(1 for each in cells if each[0])
        rows.append(f"| {rule.name} | {rule.severity} | {holding} of {len(tables)} | {planted} | {found} |")
        for table, (here, seen) in zip(tables, cells, strict=True):
            if here != seen:
                rows.append(f"|   not found in {table.id} | | | {here} | {seen} |")
    print("| lint | severity | benchmarks planted in | planted | found |\n|---|---|---|---|---|")
    print("\n".join(rows))
    print(f"| all | | | {total[0]} | {total[1]} |")
    said = lint(tables, book)
    alarms = false_alarms(said)
    print(f"\nThe {len(tables)} tables as they are: {len(alarms)} faults reported that they do not have,")
    real = [each for each in said if each.counts and each not in alarms]
    print(f"{len(real)} that they have ({len(KNOWN)} items), {sum(not each.counts for each in said)} notes.")
    for each in (*alarms, *real):
        print(f"  {each.lint} {each.benchmark} {each.item}: {each.message_en}")
    return 1 if unfound or alarms else 0


def of_files(paths: Sequence[Path]) -> int:
    """Print how often each lint speaks of the files."""
    book = StatuteBook.load()
    began = time.perf_counter()
    said = lint_paths(paths, book)
    spent = time.perf_counter() - began
    print("| lint | severity | said |\n|---|---|---|")
    for (name, severity), count in Counter((each.lint, each.severity) for each in said).most_common():
        print(f"| {name} | {severity} | {count} |")
    print(f"\n{sum(each.counts for each in said)} faults, {sum(not each.counts for each in said)} notes, {spent:.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(of_files([Path(each) for each in sys.argv[1:]]) if sys.argv[1:] else main())
