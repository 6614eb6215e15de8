"""`caiheng models train|evaluate item`: the task whose data are charges among the items of a table."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import typer

from checker.errors import CheckerError
from checker.messages import say
from models.data.charge_sets import charges, charges_from
from models.labels.charges import LabelledCharge
from models.registry import Registry, RegistryError
from models.registry.card import markdown
from models.registry.ranking import measured, record, train
from models.registry.words import now
from models.training.ranking import TASK

SHIPPED_SET = "charges/train"


def train_item(data: Sequence[str] | None, test: Sequence[str] | None, seed: int, home: Path, side: int) -> None:
    """Train on charge files, the shipped ones by default; without tests each table is left out in turn."""
    names = [Path(path).name for path in data] if data else [SHIPPED_SET]
    made = charges_from([Path(path) for path in data]) if data else charges("train")
    key, card = train(Registry(home), made, _tests(test), seed=seed, at=now(), data=names)
    if not test:
        typer.echo(say("registry:tables-apart")[side])
    rate = card["scores"]["accuracy"]
    told = {"samples": card["samples"], "seconds": card["seconds"], "right": rate["right"], "all": rate["all"]}
    typer.echo(say("registry:trained", task=TASK, id=key, **told)[side])


def evaluate_item(
    test: Sequence[str] | None, ids: Sequence[str] | None, keep: bool, as_json: bool, home: Path, side: int
) -> None:
    """Measure rankings, the current one by default, on charge files; `keep` writes the figures on the card.

    There is no default set to measure on: on its own tables a ranking flatters itself, and `caiheng evaluate` has both.
    """
    shelf, tests = Registry(home), _tests(test)
    if not tests:
        raise CheckerError(" ".join(say("registry:no-test")))
    current = shelf.current(TASK)
    keys = ids or ([current] if current else [])
    if not keys:
        raise RegistryError(str(home), say("registry:no-incumbent"))
    for key in keys:
        scores = (record if keep else measured)(shelf, key, tests)
        if as_json:
            typer.echo(json.dumps({"task": TASK, "id": key, "scores": scores.json()}, ensure_ascii=False))
        else:
            typer.echo(markdown({**shelf.card(TASK, key), "scores": scores.json()}, shelf.history(TASK), side))


def _tests(paths: Sequence[str] | None) -> list[LabelledCharge] | None:
    return charges_from([Path(path) for path in paths]) if paths else None
