"""`caiheng check`: files, folders and archives in; findings out, saved as they come."""

from __future__ import annotations

import json
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from checker.cli import session, show
from checker.cli.scanning import OcrCache, cache_folder
from checker.cli.words import (
    FAILED_ON,
    RAN,
    SOME_UNREADABLE,
    Benchmarks,
    FailOn,
    Lang,
    Language,
    Models,
    Workers,
    processes,
    registry,
    side,
)
from checker.messages import say
from checker.pipeline import Options
from checker.store import Store

FAILING = {FailOn.violation: ("violation",), FailOn.lead: ("violation", "lead"), None: ()}


def check(
    paths: Annotated[list[Path], typer.Argument(help="文件、目录或 ZIP · files, folders or ZIPs")],
    benchmarks: Benchmarks = None,
    db: Annotated[str | None, typer.Option("--db", help="数据库文件或地址 · database file or URL")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="每行一个 JSON 对象 · one JSON object a line")] = False,
    workers: Workers = 0,
    ocr_cache: OcrCache = None,
    models: Models = None,
    fail_on: Annotated[FailOn | None, typer.Option("--fail-on", help="有此类发现时退出码为1 · exit 1 on these")] = None,
    lang: Lang = Language.zh,
) -> None:
    """检查一批处罚决定书 · check penalty decisions against statute and benchmark."""
    options = Options(tuple(benchmarks or ()), ocr_cache=cache_folder(ocr_cache, db), models=registry(models))
    language = side(lang)

    def seen(checked: dict[str, Any]) -> None:
        if as_json:
            typer.echo(json.dumps(checked, ensure_ascii=False))

    with Store(db) if db else nullcontext() as store:
        try:
            tally = session.run(paths, options, store=store, workers=processes(workers), side=language, seen=seen)
        except KeyboardInterrupt:
            typer.echo(say("cli:interrupted")[language], err=True)
            raise typer.Exit(130) from None
    if not as_json:
        console = Console()
        show.outcome(tally, language, console)
        for line in (("cli:where-db", "cli:open-dashboard") if db else ("cli:not-saved",)) if tally.total else ():
            console.print(say(line, path=db)[language], highlight=False, soft_wrap=True)
    raise typer.Exit(_exit(tally, fail_on))


def _exit(tally: session.Tally, fail_on: FailOn | None) -> int:
    if any(tally.ranking.counts[status] for status in FAILING[fail_on]):
        return FAILED_ON
    return SOME_UNREADABLE if tally.unreadable else RAN
