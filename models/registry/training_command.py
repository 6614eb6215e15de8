"""`caiheng models train|evaluate`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from checker.cli.words import Lang, Language, side
from checker.messages import say
from models.labels.command import read
from models.labels.record import LabelledText
from models.registry import Registry, RegistryError
from models.registry.card import markdown
from models.registry.ranking_command import evaluate_item, train_item
from models.registry.training import held_out, measure
from models.registry.training import train as run
from models.registry.words import DEFAULT, Home, Task, now
from models.training.ranking import TASK as ITEM

Data = Annotated[
    list[Path] | None, typer.Option("--data", help="训练用标注文件，可多次给出 · label files to train on, repeatable")
]
Tests = Annotated[
    list[Path] | None, typer.Option("--test", help="测试用标注文件 · label files to measure on, repeatable")
]


def train(
    task: Task,
    data: Data = None,
    test: Tests = None,
    seed: Annotated[int, typer.Option("--seed", help="随机种子 · seed")] = 0,
    registry: Home = DEFAULT,
    lang: Lang = Language.zh,
) -> None:
    """训练一个候选模型并测量，现用模型不变 · train and measure a candidate; the incumbent stays."""
    if task == ITEM:
        return train_item(data, test, seed, registry, side(lang))
    if not data:
        raise typer.BadParameter("--data")
    language, texts = side(lang), _texts(data)
    if test:
        tests = _texts(test)
    else:
        texts, tests = held_out(texts)
        typer.echo(say("registry:held-out", count=len(tests))[language])
    key, card = run(Registry(registry), task, texts, tests, seed=seed, at=now(), data=[path.name for path in data])
    rate = card["scores"]["accuracy"]
    told = {"samples": card["samples"], "seconds": card["seconds"], "right": rate["right"], "all": rate["all"]}
    typer.echo(say("registry:trained", task=task, id=key, **told)[language])


def evaluate(
    task: Task,
    test: Annotated[list[Path], typer.Option("--test", help="测试用标注文件 · label files to measure on, repeatable")],
    key: Annotated[
        list[str] | None, typer.Option("--id", help="编号，默认现用 · ids, the current one by default")
    ] = None,
    record: Annotated[bool, typer.Option("--record", help="把结果写进卡片 · write the figures on the card")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON · print JSON")] = False,
    registry: Home = DEFAULT,
    lang: Lang = Language.zh,
) -> None:
    """在标注文本上测量模型 · measure models on labelled texts."""
    if task == ITEM:
        return evaluate_item(test, key, record, as_json, registry, side(lang))
    shelf, tests = Registry(registry), _texts(test)
    current = shelf.current(task)
    keys = key or ([current] if current else [])
    if not keys:
        raise RegistryError(str(registry), say("registry:no-incumbent"))
    for each in keys:
        scores = measure(shelf, task, each, tests, record=record)
        if as_json:
            typer.echo(json.dumps({"task": task, "id": each, "scores": scores.json()}, ensure_ascii=False))
        else:
            card = {**shelf.card(task, each), "scores": scores.json()}
            typer.echo(markdown(card, shelf.history(task), side(lang)))


def _texts(paths: Sequence[Path]) -> list[LabelledText]:
    return [text for path in paths for text in read(path)]
