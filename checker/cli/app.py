"""The Typer application and the one place where errors become exit codes."""

from __future__ import annotations

import sys

import typer

from checker import __version__
from checker.cli import (
    benchmark_diff,
    benchmark_import,
    benchmarks,
    check,
    dashboard,
    demo,
    explain,
    extract,
    law,
    recheck,
    report,
    schema,
)
from checker.errors import CheckerError
from checker.text.masking import mask

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="裁衡 Caiheng：行政处罚裁量审查 · penalty review",
)
app.command("demo")(demo.demo)
app.command("check")(check.check)
app.command("recheck")(recheck.recheck)
app.command("explain")(explain.explain)
app.command("report")(report.report)
app.command("dashboard")(dashboard.dashboard)
app.command("extract")(extract.extract)
app.command("range")(law.ranges)
app.command("schema")(schema.schema)
app.add_typer(law.app, name="statutes")
benchmarks.app.command("import")(benchmark_import.import_)
benchmarks.app.command("diff")(benchmark_diff.diff)
app.add_typer(benchmarks.app, name="benchmarks")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"caiheng {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="版本 · print the version"),
) -> None:
    """Options that stand before a command."""


def main() -> None:
    """Run the application; a CheckerError is the operator's to mend and exits with 2."""
    run(app)


def run(application: typer.Typer) -> None:
    """Run any application built on this one, with the same handling of errors and output encoding."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # a GBK console must not stop a batch over one rare character
            reconfigure(errors="replace")
    try:
        application()
    except CheckerError as error:
        typer.echo(mask(str(error)), err=True)
        sys.exit(2)
