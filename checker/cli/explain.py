"""`caiheng explain`: the reasoning for one case, as sentences with the quoted spans."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from checker.cli.words import DEFAULT_DB, WRONG_COMMAND, Database, Lang, Language, side
from checker.messages import say
from checker.reports import explain as sentences
from checker.store import Store, queries


def explain(
    number: Annotated[str, typer.Argument(help="文号、文号的一部分或文件名 · document number, part of it, or file")],
    db: Database = DEFAULT_DB,
    lang: Lang = Language.zh,
) -> None:
    """说明一案的推理 · print the reasoning for one case."""
    language = side(lang)
    if "://" not in db and not Path(db).exists():
        typer.echo(say("cli:no-database", path=db)[language], err=True)
        raise typer.Exit(WRONG_COMMAND)
    with Store(db) as store:
        found = queries.ids_by_number(store, number)
        if not found:
            typer.echo(say("cli:no-such-case", path=db, number=number)[language], err=True)
            raise typer.Exit(WRONG_COMMAND)
        if len(found) > 1:
            typer.echo(say("cli:several-cases", number=number, count=len(found))[language])
        for each in found:
            case = queries.case(store, each)
            assert case is not None
            for line in sentences(case.checked, case.extracted, language=lang.value):
                typer.echo(line)
