"""`caiheng evaluate --charges`: the ranking of benchmark items beside the rule, on hand-written charges."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from checker.extract.artefact import current, load
from models.data.charge_sets import charges
from models.labels.charges import LabelledCharge
from models.training.ranking import TASK
from models.training.ranking_folds import judged_apart
from models.training.ranking_scores import RankingScores, by_ranker, by_rule, json_of, judged, scored
from models.training.scores import Rate

Figures = dict[str, RankingScores]
ROWS: tuple[tuple[str, Callable[[RankingScores], Rate]], ...] = (
    ("likeliest item right, of charges that have one", lambda each: each.first),
    ("likeliest answer right, none included", lambda each: each.answer),
    ("no item fits: precision", lambda each: each.none.precision),
    ("no item fits: recall", lambda each: each.none.recall),
    ("outcome sure, of all", lambda each: Rate(each.sure.all, each.answer.all)),
    ("  of these right", lambda each: each.sure),
    ("outcome none, of all", lambda each: Rate(each.said_none.all, each.answer.all)),
    ("  of these right", lambda each: each.said_none),
    ("outcome not sure, of all", lambda each: Rate(each.unsure, each.answer.all)),
    ("sure of an item where none fits", lambda each: each.accused),
)


def measure(split: str, registry: Path | None) -> Figures:
    """Figures of the rule and of the ranking on a split.

    On `train` the ranking is fitted anew with each family of tables left out; on `test` it is the registry's current
    one, missing without a registry. Raises DataFileError for a wrong file, ArtefactError for a broken artefact.
    """
    made = charges(split)
    found = {"rule": scored(judged(made, by_rule))}
    if split == "train":
        found["ranking"] = scored(judged_apart(made))
    elif registry is not None and (key := current(registry).get(TASK)):
        found["ranking"] = scored(judged(made, by_ranker(load(registry / TASK / key, TASK).linear)))
    return found


def show(split: str, registry: Path | None, *, as_json: bool) -> None:
    """Print the figures as tables or JSON."""
    found = measure(split, registry)
    if as_json:
        print(json.dumps({name: json_of(each) for name, each in found.items()}, ensure_ascii=False, indent=2))
        return
    console = Console()
    console.print(_head(split, charges(split)))
    console.print(_side_by_side(found))
    if "ranking" in found:  # the rule's score is no probability
        console.print(_calibration("Likeliest item", found["ranking"].bins))
        console.print(_calibration("No item fits", found["ranking"].nothing_bins))


def _head(split: str, made: Sequence[LabelledCharge]) -> str:
    nothing, doubted = sum(each.due is None for each in made), sum(not each.sure for each in made)
    tables = len({each.table for each in made})
    told = f"no item fits: {nothing}; doubtful to lawyers: {doubted}"
    return f"{split}: {len(made)} charges among {tables} tables; {told}"


def _side_by_side(found: Figures) -> Table:
    table = Table(title="Benchmark items", title_justify="left")
    table.add_column("figure")
    for name in found:
        table.add_column(name, justify="right")
    for name, figure in ROWS:
        table.add_row(name, *(_share(figure(each)) for each in found.values()))
    return table


def _share(rate: Rate) -> str:
    return "" if rate.value is None else f"{rate.value:.3f} ({rate.right}/{rate.all})"


def _calibration(name: str, bins: Sequence[tuple[float, Rate]]) -> Table:
    table = Table(title=name, title_justify="left")
    for column in ("said", "so", "charges"):
        table.add_column(column, justify="right")
    for mean, rate in bins:
        table.add_row(f"{mean:.3f}", f"{rate.right / rate.all:.3f}", str(rate.all))
    return table
