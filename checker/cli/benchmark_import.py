"""`caiheng benchmarks import`: a published table becomes a file that a lawyer can read and correct."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from checker.benchmarks.importing import Imported, assemble, open_source, record, remembered, write
from checker.benchmarks.load import load_benchmark
from checker.cli.words import SOME_UNREADABLE, WRONG_COMMAND
from checker.errors import DataFileError, DocumentError
from checker.parse import problem_of
from checker.statutes import StatuteBook

SHOWN = 12  # unread places told on the screen; all of them are in the file beside the benchmark


def import_(
    file: Annotated[Path, typer.Argument(help="PDF、DOCX、XLSX、XLS、HTML、CSV", exists=True, dir_okay=False)],
    out: Annotated[Path, typer.Option("--out", help="写入目录 · folder to write to", file_okay=False)],
    told: Annotated[
        list[str] | None,
        typer.Option("--set", help="补充或指定 key=value，如 in_force_from=2021-09-01、columns=number,violation"),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="覆盖改过的文件 · overwrite a corrected file")] = False,
) -> None:
    """导入已公布的裁量基准 · import a published benchmark; prints what was read and what was not."""
    settings = _settings(told or [])
    try:
        data = file.read_bytes()
        source = open_source(data, file.name)
    except DocumentError as error:
        problem = problem_of(error)
        typer.echo(f"{problem.message_zh}\n{problem.message_en}", err=True)
        raise typer.Exit(SOME_UNREADABLE) from error
    except OSError as error:
        typer.echo(f"{file}: {error.strerror}", err=True)
        raise typer.Exit(WRONG_COMMAND) from error
    made = assemble(source, remembered(out, source.sha256, file.name) | settings)
    if made.items:
        path = write(made, out, force=force)
        _prove(path)
        typer.echo(f"→ {path}", err=True)
    told_all = record(made)
    typer.echo(
        json.dumps({key: told_all[key] for key in ("items", "tiers", "factors", "unparsed")}, ensure_ascii=False)
    )
    _tell(made)
    if not made.items:
        typer.echo(f"{file.name}：没有读出任何裁量条目，未写文件 · no item was read, nothing was written", err=True)
        raise typer.Exit(SOME_UNREADABLE)


def _settings(told: list[str]) -> dict[str, str]:
    found = {}
    for each in told:
        key, sign, value = each.partition("=")
        if not sign:
            typer.echo(f"--set {each}: write key=value", err=True)
            raise typer.Exit(WRONG_COMMAND)
        found[key.strip()] = value.strip()
    return found


def _prove(path: Path) -> None:
    """The file must load as it stands; a mistake here is ours, and is told with its line."""
    try:
        load_benchmark(path, StatuteBook.load())
    except DataFileError as error:
        typer.echo(f"{error}", err=True)


def _tell(made: Imported) -> None:
    rows = f"行 rows: {made.rows_read} = {made.rows_used} 已导入 used + {made.rows_listed} 列出 listed"
    typer.echo(f"{rows}; 待核条件 conditions kept as text: {len(made.open_conditions)}", err=True)
    for each in made.unparsed[:SHOWN]:
        typer.echo(f"  {each.where}: {each.text[:60]} ({each.reason})", err=True)
    if len(made.unparsed) > SHOWN:
        typer.echo(f"  … {len(made.unparsed) - SHOWN} more in {made.head['id']}.import.json", err=True)
