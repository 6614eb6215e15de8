"""Run the lints and word what they find."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml

from checker.benchmarks.lint.finding import Desk, Hit, Lint, Rule
from checker.benchmarks.lint.registry import LINTS
from checker.benchmarks.load import load_benchmarks
from checker.datafiles import LOADER, read_text
from checker.messages import say
from checker.records.benchmark import Benchmark
from checker.statutes import StatuteBook

Sources = Mapping[str, tuple[str, str]]  # hash of a benchmark's text → (label of the file, text)
Trees = dict[str, yaml.Node | None]


def lint(
    benchmarks: Sequence[Benchmark],
    book: StatuteBook,
    *,
    beside: Sequence[Benchmark] = (),
    sources: Sources | None = None,
    rules: Sequence[Rule] = LINTS,
) -> tuple[Lint, ...]:
    """The faults of the benchmarks, table by table in the order of the registry; notes (提示) are among them.

    `beside` are tables that are not judged themselves but stand above, before or after those that are. With the
    `sources` of a table the place is file:line; without, it is the item's own `where`, or the file's name.
    """
    desk = Desk(tuple(benchmarks), book, tuple(beside))
    found = [(rule, hit) for rule in rules for hit in rule.run(desk)]
    order = {each.id: number for number, each in enumerate(benchmarks)}
    found.sort(key=lambda each: order.get(each[1].benchmark.id, len(order)))
    trees: Trees = {}
    return tuple(_worded(rule, hit, _where(hit, sources or {}, trees)) for rule, hit in found)


def lint_paths(paths: Sequence[Path], book: StatuteBook) -> tuple[Lint, ...]:
    """The faults of the files and folders; the shipped position rules stand beside. Raises DataFileError."""
    everything = load_benchmarks(paths, book)
    sources: dict[str, tuple[str, str]] = {}
    for path in (file for each in paths for file in (sorted(each.rglob("*")) if each.is_dir() else [each])):
        if path.suffix in (".yaml", ".yml") or path in paths:
            text = read_text(path)
            sources[hashlib.sha256(text.encode()).hexdigest()] = (str(path), text)
    judged = [each for each in everything if each.sha256 in sources]
    beside = [each for each in everything if each.sha256 not in sources]
    return lint(judged, book, beside=beside, sources=sources)


def _worded(rule: Rule, hit: Hit, where: str) -> Lint:
    key = f"lint:{rule.name}:{hit.variant}" if hit.variant else f"lint:{rule.name}"
    zh, en = say(key, **hit.values)
    return Lint(hit.benchmark.id, hit.item.id if hit.item else "", rule.name, rule.severity, zh, en, where)


def _where(hit: Hit, sources: Sources, trees: Trees) -> str:
    """file:line of the deepest part of the place that the file has. A tree is built once for all faults of a file."""
    key = hit.benchmark.sha256
    if key not in sources:
        return (hit.item.where if hit.item else "") or hit.benchmark.file
    label, text = sources[key]
    if key not in trees:
        trees[key] = yaml.compose(text, Loader=LOADER)
    node, line = trees[key], 1
    for part in hit.place:
        found = _child(node, part)
        if found is None:
            break
        line, node = found
    return f"{label}:{line}"


def _child(node: yaml.Node | None, part: str | int) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((key.start_mark.line + 1, value) for key, value in node.value if key.value == part), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part].start_mark.line + 1, node.value[part]
    return None
