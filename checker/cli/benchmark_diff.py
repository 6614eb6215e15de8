"""`caiheng benchmarks diff`: what changed from one version of a benchmark to the next."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from checker.benchmarks.diff import compare
from checker.benchmarks.load import load_benchmark
from checker.benchmarks.phrases import citations_words
from checker.cli.words import Lang, Language, side
from checker.contract.difference import difference_json
from checker.messages import say
from checker.records.difference import BenchmarkDifference
from checker.statutes import StatuteBook


def diff(
    old: Annotated[Path, typer.Argument(help="旧版基准文件 · file of the older version", exists=True, dir_okay=False)],
    new: Annotated[Path, typer.Argument(help="新版基准文件 · file of the newer version", exists=True, dir_okay=False)],
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON · print JSON")] = False,
    lang: Lang = Language.zh,
) -> None:
    """比较同一基准的两个版本 · compare two versions of a benchmark."""
    book = StatuteBook.load()
    found = compare(load_benchmark(old, book), load_benchmark(new, book))
    if as_json:
        typer.echo(json.dumps(difference_json(found), ensure_ascii=False))
        return
    for line in lines(found, side(lang)):
        typer.echo(line)


def lines(found: BenchmarkDifference, language: int) -> Iterator[str]:
    """The comparison as sentences, the benchmark first, then items added, removed and changed."""
    told = {
        "old": found.old.title,
        "new": found.new.title,
        "old_number": found.old.document_number,
        "new_number": found.new.document_number,
    }
    yield say("diff:heading", **told)[language]
    if found.empty:
        yield say("diff:same")[language]
        return
    sizes = {name: len(getattr(found, name)) for name in ("added", "removed", "changed")}
    moved = {name: found.count(name) for name in ("harsher", "milder", "mixed")}
    yield say("diff:counts", **sizes, same=found.same, **moved)[language]
    for change in found.header:
        yield f"  {change.words[language]}"
    for key, items in (("diff:item-added", found.added), ("diff:item-removed", found.removed)):
        for item in items:
            yield say(key, violation=item.violation, basis=citations_words(item.basis))[language]
    for pair in found.changed:
        heading = say("diff:item", violation=pair.new.violation, id=pair.new.id)[language]
        renamed = pair.old.id != pair.new.id
        yield heading + (f"〔{say('diff:matched', score=pair.score)[language]}〕" if renamed else "")
        for change in pair.changes:
            yield f"  {change.words[language]}"
