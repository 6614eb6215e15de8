"""Benchmark files to records."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from checker.benchmarks.fields import fields
from checker.benchmarks.schema import CITED, BenchmarkFile, ItemEntry, OptionEntry, PositionEntry, ScoringEntry
from checker.datafiles import parse, read_text
from checker.errors import DataFileError
from checker.records.benchmark import Benchmark, Factor, Item, Option, PositionRule, Scoring, Tier, TierCondition
from checker.records.law import Citation
from checker.statutes import StatuteBook
from checker.statutes.branches import to_branch

SHIPPED = Path(__file__).parent / "data" / "position_rules"


def load_benchmarks(paths: Sequence[Path], book: StatuteBook) -> tuple[Benchmark, ...]:
    """Benchmarks of files and folders, and the shipped position rules. Raises DataFileError for a mistake."""
    found: dict[str, Benchmark] = {}
    for path in _files((*paths, SHIPPED)):
        benchmark = load_benchmark(path, book)
        if benchmark.id in found:
            raise DataFileError(path.name, f"{benchmark.id} also stands in {found[benchmark.id].file}", field="id")
        found[benchmark.id] = benchmark
    return tuple(found.values())


def benchmarks_version(benchmarks: Sequence[Benchmark]) -> str:
    """A short hash over the files."""
    return hashlib.sha256("".join(sorted(each.sha256 for each in benchmarks)).encode()).hexdigest()[:12]


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(each for each in path.rglob("*") if each.suffix in (".yaml", ".yml"))
        elif path.exists():
            yield path
        else:
            raise DataFileError(str(path), "does not exist")


def load_benchmark(path: Path, book: StatuteBook) -> Benchmark:
    """One file; citations get full names from the book. Raises DataFileError."""
    text = read_text(path)
    file = parse(text, BenchmarkFile, file=path.name)
    if file.field not in fields():
        raise DataFileError(path.name, f"{file.field} is none of {', '.join(fields())}", field="field")
    return Benchmark(
        id=file.id,
        title=file.title,
        issuer=file.issuer,
        region=file.region,
        covers=tuple(file.covers),
        field=file.field,
        level=file.level,
        document_number=file.document_number,
        in_force_from=file.in_force_from,
        in_force_to=file.in_force_to,
        source=file.source,
        items=tuple(_item(item, book, below_excludes=file.below_excludes) for item in file.items),
        position_rule=_position(file.position_rule),
        below_excludes=file.below_excludes,
        last_confirmed=file.last_confirmed,
        file=path.name,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


def _item(entry: ItemEntry, book: StatuteBook, *, below_excludes: bool) -> Item:
    convert = partial(to_branch, below_excludes=below_excludes)
    tiers = tuple(
        Tier(
            tier.name,
            tier.effect,
            tuple(TierCondition(each.text, each.when) for each in tier.conditions),
            tuple(map(convert, tier.branches)),
            tier.text,
        )
        for tier in entry.tiers
    )
    violated, basis = (tuple(_citation(each, book) for each in listed) for listed in (entry.violated, entry.basis))
    return Item(
        entry.id,
        entry.violation,
        violated,
        basis,
        tiers,
        tuple(entry.keywords),
        tuple(map(_scoring, entry.scorings)),
        tuple(entry.notes),
        entry.where,
    )


def _scoring(entry: ScoringEntry) -> Scoring:
    plain = entry.model_dump(exclude={"factors", "corrections"})
    factors = tuple(
        Factor(factor.name, tuple(map(_option, factor.options)), factor.several) for factor in entry.factors
    )
    return Scoring(factors=factors, corrections=tuple(map(_option, entry.corrections)), **plain)


def _option(entry: OptionEntry) -> Option:
    return Option(entry.text, entry.weight, entry.when)


def _citation(written: str, book: StatuteBook) -> Citation:
    match = CITED.fullmatch(written.strip())
    assert match is not None  # the schema has checked it
    article, sub, paragraph, item = (
        int(match[n]) if match[n] else None for n in ("article", "sub", "paragraph", "item")
    )
    return Citation(book.full_name(match["law"]) or match["law"], article, paragraph, item, sub)


def _position(entry: PositionEntry | None) -> PositionRule | None:
    if entry is None:
        return None
    listed = (entry.cuts, entry.maximum_cuts, entry.multiple_cuts)
    cuts, maximum, multiple = (tuple((cut.effect, cut.from_, cut.to) for cut in each) for each in listed)
    return PositionRule(cuts, entry.applies_to_multiples, entry.zero_minimum, maximum, multiple)
