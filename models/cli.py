"""The console script: the library's commands and, beside them, the analysts'."""

from __future__ import annotations

import typer

from checker.cli import app
from checker.cli.app import run
from models.evaluation.command import evaluate
from models.labels import command as labels

application: typer.Typer = app
application.command("evaluate")(evaluate)
application.add_typer(labels.app, name="labels")


def main() -> None:
    """Run `caiheng`."""
    run(application)
