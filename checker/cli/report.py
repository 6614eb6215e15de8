"""`caiheng report`: the XLSX that is passed on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from checker.cli.words import DEFAULT_DB, WRONG_COMMAND, Database, Lang, Language, side
from checker.messages import say
from checker.reports import write_xlsx
from checker.store import Store


def report(
    out: Annotated[Path, typer.Option("--out", help="XLSX 文件 · file to write")] = Path("findings.xlsx"),
    db: Database = DEFAULT_DB,
    lang: Lang = Language.zh,
) -> None:
    """导出发现清单 · write the findings as XLSX."""
    language = side(lang)
    if "://" not in db and not Path(db).exists():
        typer.echo(say("cli:no-database", path=db)[language], err=True)
        raise typer.Exit(WRONG_COMMAND)
    with Store(db) as store:
        try:
            count = write_xlsx(store, out, language=lang.value)
        except OSError as error:
            typer.echo(str(error), err=True)
            raise typer.Exit(WRONG_COMMAND) from error
    typer.echo(say("cli:where-report", path=out, count=count)[language])
