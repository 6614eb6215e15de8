"""The console script: the library's commands and, beside them, the analysts'."""

from __future__ import annotations

import typer

from checker.cli import app
from checker.cli.app import run
from models.data.command import dataset
from models.drift.command import drift
from models.evaluation.command import evaluate
from models.informative.command import queue
from models.labels import command as labels
from models.registry import command as registry
from models.registry import training_command as training
from models.report.command import report

application: typer.Typer = app
application.command("evaluate")(evaluate)
labels.app.command("queue")(queue)
labels.app.command("dataset")(dataset)
application.add_typer(labels.app, name="labels")
registry.app.command("train")(training.train)
registry.app.command("evaluate")(training.evaluate)
registry.app.command("drift")(drift)
registry.app.command("report")(report)
application.add_typer(registry.app, name="models")


def main() -> None:
    """Run `caiheng`."""
    run(application)


if __name__ == "__main__":
    main()
