"""What the benchmarks page reads: tables, their versions, lints and import records. Knows nothing of Streamlit."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from checker.benchmarks import load_benchmarks
from checker.benchmarks.diff import compare
from checker.benchmarks.lint import Lint
from checker.benchmarks.lint import lint as run_lint
from checker.benchmarks.phrases import base_words, citation_words, number, percent, size_words
from checker.benchmarks.reachable import reachable
from checker.benchmarks.versions import BRACKET, LEVELS, NOISE, YEAR
from checker.messages import say
from checker.records.benchmark import Benchmark, Item, Scoring
from checker.records.difference import BenchmarkDifference
from checker.records.ranges import Bound
from checker.statutes import StatuteBook
from checker.statutes.conditions import describe

PAGE = re.compile(r"page\s*(\d+)|第\s*(\d+)\s*页")
ORIGINALS = (".pdf", ".docx", ".xlsx", ".xls", ".html", ".htm", ".csv")
LARGE = Decimal(10**8)  # yuan: a base so large that cents do not show in a share of it


@dataclass(frozen=True, slots=True)
class Unread:
    """Something the import did not understand: where in the source, its words, why, and what kind it is."""

    where: str
    text: str
    reason: str
    kind: str  # unparsed: nothing was made of it; open: kept as words that cannot be evaluated

    @property
    def page(self) -> int | None:
        """The page of the source, from 1; None where `where` tells none."""
        return page_of(self.where)


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """How a table came from its source; `original` is the source file where it stands beside the table."""

    source: str
    sha256: str
    mapping: dict[str, str]
    rows: dict[str, int]
    unread: tuple[Unread, ...]
    original: Path | None


@dataclass(frozen=True)
class Library:
    """All loaded benchmarks, with the file of each that has one of its own (the shipped rules have none here)."""

    benchmarks: tuple[Benchmark, ...]
    book: StatuteBook
    files: dict[str, Path] = field(default_factory=dict)

    def get(self, key: str | None) -> Benchmark | None:
        """A benchmark by id."""
        return next((each for each in self.benchmarks if each.id == key), None)


def load(paths: Sequence[Path]) -> Library:
    """The benchmarks of files and folders, and the shipped position rules. Raises DataFileError for a mistake."""
    book = StatuteBook.load()
    listed = load_benchmarks(paths, book)
    by_hash: dict[str, Path] = {}
    for path in _yaml_files(paths):
        by_hash[hashlib.sha256(path.read_text(encoding="utf-8-sig").encode()).hexdigest()] = path
    files = {each.id: by_hash[each.sha256] for each in listed if each.sha256 in by_hash}
    return Library(listed, book, files)


def fingerprint(paths: Sequence[Path]) -> str:
    """Changes when any of the files does; keys the caches."""
    found = [path for path in (*_yaml_files(paths), *_records(paths)) if path.exists()]
    return hashlib.sha256("".join(f"{path}{path.stat().st_mtime_ns}" for path in found).encode()).hexdigest()


def _yaml_files(paths: Sequence[Path]) -> list[Path]:
    return [file for path in paths for file in (sorted(path.rglob("*")) if path.is_dir() else [path]) if _is_yaml(file)]


def _is_yaml(path: Path) -> bool:
    return path.suffix in (".yaml", ".yml")


def _records(paths: Sequence[Path]) -> list[Path]:
    return [path.with_suffix(".import.json") for path in _yaml_files(paths)]


@dataclass(frozen=True, slots=True)
class Search:
    """What to list; an empty choice means everything. `on`: in force on this day."""

    words: str = ""
    fields: Sequence[str] = ()
    regions: Sequence[str] = ()
    levels: Sequence[str] = ()
    on: date | None = None


def listed(library: Library, wanted: Search) -> list[Benchmark]:
    """Benchmarks that fit, by field, title, and date. Every word must occur in title, number, issuer or an item."""
    found = [each for each in library.benchmarks if _fits(each, wanted)]
    return sorted(found, key=lambda each: (each.field, stem(each.title), each.in_force_from))


def _fits(benchmark: Benchmark, wanted: Search) -> bool:
    choices = ((benchmark.field, wanted.fields), (benchmark.region, wanted.regions), (benchmark.level, wanted.levels))
    if any(values and value not in values for value, values in choices):
        return False
    if wanted.on is not None and not in_force_on(benchmark, wanted.on):
        return False
    texts = [benchmark.title, benchmark.document_number, benchmark.issuer, benchmark.region]
    searched = " ".join([*texts, *(item.violation for item in benchmark.items)]).lower()
    return all(part in searched for part in wanted.words.lower().split())


def in_force_on(benchmark: Benchmark, on: date) -> bool:
    """Whether it was in force on the day; the last day counts."""
    return benchmark.in_force_from <= on and (benchmark.in_force_to is None or on <= benchmark.in_force_to)


def levels() -> tuple[str, ...]:
    """All levels, nearest first."""
    return LEVELS


def stem(title: str) -> str:
    """A title without remarks in brackets and years: what versions of one table share."""
    return YEAR.sub("", BRACKET.sub("", NOISE.sub("", title))).replace("年版", "")


def versions(library: Library, benchmark: Benchmark) -> list[Benchmark]:
    """The versions of a benchmark, itself among them, old to new: the same title, field, region and level."""
    mine = (stem(benchmark.title), benchmark.field, benchmark.region, benchmark.level)
    same = [each for each in library.benchmarks if (stem(each.title), each.field, each.region, each.level) == mine]
    return sorted(same, key=lambda each: each.in_force_from)


def difference(old: Benchmark, new: Benchmark) -> BenchmarkDifference:
    """Two versions compared."""
    return compare(old, new)


def lints(library: Library) -> tuple[Lint, ...]:
    """The faults of all loaded tables, notes among them; shipped rules stand beside and are not judged."""
    judged = [each for each in library.benchmarks if each.id in library.files]
    beside = [each for each in library.benchmarks if each.id not in library.files]
    return run_lint(judged, library.book, beside=beside)


def import_record(library: Library, benchmark: Benchmark) -> ImportRecord | None:
    """How the table was imported; None where it was written by hand or its record cannot be read."""
    file = library.files.get(benchmark.id)
    side = file.with_suffix(".import.json") if file else None
    if file is None or side is None or not side.is_file():
        return None
    try:
        made: dict[str, Any] = json.loads(side.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    unread = [
        Unread(str(each.get("where", "")), str(each.get("text", "")), str(each.get("reason", "")), kind)
        for kind, key in (("unparsed", "unparsed"), ("open", "open_conditions"))
        for each in made.get(key, ())
    ]
    source = str(made.get("source", ""))
    return ImportRecord(
        source,
        str(made.get("sha256", "")),
        {str(key): str(value) for key, value in made.get("mapping", {}).items()},
        {str(key): int(value) for key, value in made.get("rows", {}).items()},
        tuple(unread),
        _original(file.parent / Path(source).name, str(made.get("sha256", ""))),
    )


def _original(path: Path, sha256: str) -> Path | None:
    """The source file, when it stands there and is the one that was imported."""
    if path.suffix.lower() not in ORIGINALS or not path.is_file():
        return None
    return path if hashlib.sha256(path.read_bytes()).hexdigest() == sha256 else None


def unread_near(record: ImportRecord, item: Item) -> list[Unread]:
    """What was not understood on the item's page; everything where the item tells no page."""
    page = page_of(item.where)
    if page is None:
        return list(record.unread)
    return [each for each in record.unread if each.page == page]


def page_of(where: str) -> int | None:
    """The page number that a place names, None without one."""
    match = PAGE.search(where)
    return int(match[1] or match[2]) if match else None


def day_for(benchmark: Benchmark, today: date) -> date:
    """A day on which the benchmark is in force: today, else its nearest end."""
    if today < benchmark.in_force_from:
        return benchmark.in_force_from
    return min(today, benchmark.in_force_to or today)


def basis_words(item: Item) -> list[str]:
    """The penalty clauses of an item, each in words."""
    return [citation_words(each)[0] for each in item.basis]


def factor_rows(scoring: Scoring) -> list[dict[str, tuple[str, str]]]:
    """One row an option (and correction): factor, words, weight, how its words are read."""
    parts = [(factor.name, factor.name, factor.options) for factor in scoring.factors]
    corrections = say("diff:corrections")
    rows = []
    for zh, en, options in (*parts, *([(*corrections, scoring.corrections)] if scoring.corrections else [])):
        for option in options:
            read = describe(option.when) if option.when else ("", "")
            weight = percent(option.weight)
            rows.append({"factor": (zh, en), "text": (option.text,) * 2, "weight": weight, "read": read})
    return rows


def formula_rows(scoring: Scoring) -> list[tuple[str, tuple[str, str]]]:
    """The formula's parameters that the table sets, as (name, value); fractions as percentages."""
    rows: list[tuple[str, tuple[str, str]]] = [("combine", say(f"phrase:{scoring.combine}"))]
    for name in ("start", "floor", "cap", "correction_limit"):
        value = getattr(scoring, name)
        if value is not None and (name != "start" or value):
            rows.append((name, percent(value)))
    if scoring.base != "yuan":
        rows.append(("base", base_words(scoring.base)))
    for name in ("amount", "lower", "upper", "least", "most"):
        value = getattr(scoring, name)
        if value is not None and not (name == "amount" and scoring.combine == "interpolate"):
            rows.append((name, (number(value), number(value))))
    return rows


def reach(scoring: Scoring) -> tuple[str, str] | None:
    """The lowest and highest fine the options can make: yuan, or a share of the base when the base is a fact."""
    by_yuan = scoring.base == "yuan"
    # A share does not depend on the size of the base, but sums of money that clamp it would.
    asked = scoring if by_yuan else replace(scoring, least=None, most=None)
    found = reachable(asked, None if by_yuan else LARGE)
    if found is None or found.lowest is None or found.highest is None:
        return None
    unit = Decimal(1) if by_yuan else LARGE
    return size_words(Bound(found.lowest / unit), Bound(found.highest / unit), scoring.base)
