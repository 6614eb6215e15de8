"""`caiheng schema`: the JSON Schema of an output."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from checker.cli.words import WRONG_COMMAND
from checker.contract import SCHEMAS
from checker.contract import schema as schema_of


def schema(name: Annotated[str, typer.Argument(help="extract, check")]) -> None:
    """输出格式的 JSON Schema · print the JSON Schema of an output."""
    if name not in SCHEMAS:
        typer.echo(f"{name}: no such schema; known: {', '.join(sorted(SCHEMAS))}", err=True)
        raise typer.Exit(WRONG_COMMAND)
    typer.echo(json.dumps(schema_of(name), ensure_ascii=False, indent=2))
