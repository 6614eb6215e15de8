"""`caiheng evaluate`: the figures as tables or JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from checker.cli.words import WRONG_COMMAND, Models, registry
from checker.samples import sample_data
from checker.text.masking import mask
from models.data.charge_sets import CHARGE_SPLITS
from models.data.sets import SPLITS
from models.evaluation.charges import show as show_charges
from models.evaluation.counts import Count
from models.evaluation.run import Evaluation
from models.evaluation.run import evaluate as measure
from models.evaluation.written import WAYS
from models.evaluation.written import measure as measure_written


def evaluate(
    home: Annotated[Path | None, typer.Argument(help="含 gold、cases、benchmarks 的目录 · labelled folder")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON · print JSON")] = False,
    split: Annotated[
        str | None,
        typer.Option("--written", help="改测手写文书集 · measure a hand-written split: train, test …"),
    ] = None,
    way: Annotated[str, typer.Option("--way", help="规则、模型或两者 · rules, models, both")] = "both",
    charged: Annotated[
        str | None,
        typer.Option(
            "--charges", help="改测事项排序：train（逐族留出表）、test · measure the ranking of benchmark items"
        ),
    ] = None,
    models: Models = None,
    mistakes: Annotated[bool, typer.Option("--mistakes", help="列出每处不一致 · list every disagreement")] = False,
) -> None:
    """在标注样例上测量抽取与检查 · measure extraction and checks on labelled cases."""
    if way not in WAYS or split not in (None, *SPLITS) or charged not in (None, *CHARGE_SPLITS):
        known = {"--way": WAYS, "--written": SPLITS, "--charges": CHARGE_SPLITS}
        typer.echo("; ".join(f"{name}: {', '.join(each)}" for name, each in known.items()), err=True)
        raise typer.Exit(WRONG_COMMAND)
    if charged is not None:
        show_charges(charged, registry(models), as_json=as_json)
        return
    outcome = measure_written(split, registry(models), way) if split else measure(home or sample_data())
    if as_json:
        typer.echo(json.dumps(_json(outcome), ensure_ascii=False, indent=2))
        return
    console = Console()
    console.print(
        f"{outcome.documents} labelled files; decisions with nothing to find: {outcome.clean}, "
        f"of which silent: {outcome.clean_silent}"
    )
    console.print(_table("Extraction by field", outcome.fields))
    console.print(_table("Checks by name", outcome.checks))
    console.print(_table("Unreadable inputs", {"error code": outcome.errors}))
    for each in outcome.mistakes if mistakes else ():
        console.print(
            f"{each.id}: {each.what}: said {mask(each.said)}, due {mask(each.due)}", markup=False, highlight=False
        )


def _table(title: str, counts: dict[str, Count]) -> Table:
    table = Table(title=title, title_justify="left")
    for column in ("name", "documents", "exact", "right", "wrong", "missed", "precision", "recall", "F1"):
        table.add_column(column, justify="left" if column == "name" else "right")
    for name, count in sorted(counts.items()):
        exact = f"{count.exact / count.cases:.3f}" if count.cases else ""
        shown = [_rate(value) for value in (count.precision, count.recall, count.f1)]
        numbers = [str(value) for value in (count.right, count.wrong, count.missed)]
        table.add_row(name, str(count.cases), exact, *numbers, *shown)
    return table


def _rate(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def _json(outcome: Evaluation) -> dict[str, Any]:
    def figures(counts: dict[str, Count]) -> dict[str, Any]:
        return {
            name: {**vars(count), "precision": count.precision, "recall": count.recall, "f1": count.f1}
            for name, count in sorted(counts.items())
        }

    return {
        "documents": outcome.documents,
        "clean": outcome.clean,
        "clean_silent": outcome.clean_silent,
        "fields": figures(outcome.fields),
        "checks": figures(outcome.checks),
        "errors": figures({"error": outcome.errors}),
        "mistakes": [{"id": m.id, "what": m.what, "said": mask(m.said), "due": mask(m.due)} for m in outcome.mistakes],
    }
