"""`caiheng benchmarks lint`: the faults of discretion tables themselves."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from checker.benchmarks.lint import Lint, lint_paths
from checker.cli.words import Lang, Language, side
from checker.messages import say
from checker.statutes import StatuteBook

app = typer.Typer(no_args_is_help=True, help="裁量基准 · discretion benchmarks")


@app.callback()
def benchmarks() -> None:
    """裁量基准 · discretion benchmarks."""


@app.command("lint")
def lint(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="基准文件或目录 · benchmark files or folders")],
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON 数组 · print one JSON array")] = False,
    notes: Annotated[bool, typer.Option("--notes", help="也列出提示 · list notes (提示) too")] = False,
    lang: Lang = Language.zh,
) -> None:
    """审查裁量基准本身 · faults of the tables themselves, each explained in docs/lints."""
    found = lint_paths(paths, StatuteBook.load())
    if as_json:
        typer.echo(json.dumps([_plain(each) for each in found], ensure_ascii=False))
        return
    language = side(lang)
    shown = [each for each in found if each.counts or notes]
    for each in shown:
        severity = say(f"severity:{each.severity}")[language]
        place = "/".join(part for part in (each.benchmark, each.item) if part)
        typer.echo(f"{each.where}: [{severity}] {each.lint} ({place})")
        typer.echo(f"  {(each.message_zh, each.message_en)[language]}")
    counted = sum(each.counts for each in found)
    typer.echo(say("lint:summary", faults=counted, notes=len(found) - counted)[language])


def _plain(each: Lint) -> dict[str, str]:
    """One finding as the contract has it; notes carry the severity 提示."""
    return {
        "benchmark": each.benchmark,
        "item": each.item,
        "lint": each.lint,
        "severity": each.severity,
        "message_zh": each.message_zh,
        "message_en": each.message_en,
        "where": each.where,
    }
