"""What a lint is, what it says, and what it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from checker.records.benchmark import Benchmark, Item
from checker.records.finding import Severity
from checker.statutes import StatuteBook

Place = tuple[str | int, ...]  # keys and indices into the benchmark's file: ("items", 0, "tiers", 1)
NOTE: Severity = "提示"  # listed, never counted against a table


@dataclass(frozen=True, slots=True)
class Lint:
    """One fault of a table, worded. `item` is "" for the benchmark itself; `where` is file:line if known."""

    benchmark: str
    item: str
    lint: str
    severity: Severity
    message_zh: str
    message_en: str
    where: str

    @property
    def counts(self) -> bool:
        """Whether it is a fault; a note only says what could not be examined or deserves a look."""
        return self.severity != NOTE


@dataclass(frozen=True, slots=True)
class Hit:
    """A fault before it is worded: where it is, what fills the message, which `variant` of the message."""

    benchmark: Benchmark
    item: Item | None
    place: Place
    values: Mapping[str, object]
    variant: str = ""


@dataclass(frozen=True, slots=True)
class Desk:
    """What lints look at: the benchmarks to be judged, those they stand beside, and the law."""

    benchmarks: tuple[Benchmark, ...]
    book: StatuteBook
    beside: tuple[Benchmark, ...] = field(default=())

    def items(self) -> Iterator[tuple[Benchmark, Item, Place]]:
        """Every item with its place."""
        for benchmark in self.benchmarks:
            for number, item in enumerate(benchmark.items):
                yield benchmark, item, ("items", number)


@dataclass(frozen=True, slots=True)
class Rule:
    """One lint of the registry. Its messages are `lint:NAME` or `lint:NAME:VARIANT`; its page is docs/lints/NAME.md."""

    name: str
    severity: Severity
    run: Callable[[Desk], Iterator[Hit]]
