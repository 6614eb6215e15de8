"""`caiheng models train|evaluate`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Annotated

import typer

from checker.cli.words import Lang, Language, side
from checker.errors import CheckerError
from checker.messages import say
from models.data.given import name, texts
from models.data.sets import SETS, measured_on, trained_on
from models.mistakes import TEN, section, worst
from models.registry import Registry, RegistryError
from models.registry.card import markdown
from models.registry.ranking_command import evaluate_item, train_item
from models.registry.training import held_out, measure
from models.registry.training import train as run
from models.registry.words import DEFAULT, Home, Task, now
from models.training.ranking import TASK as ITEM

KNOWN = ", ".join(SETS)
Data = Annotated[
    list[str] | None,
    typer.Option("--data", help=f"训练用标注文件或随附数据集 · label files or shipped sets to train on ({KNOWN})"),
]
Tests = Annotated[
    list[str] | None, typer.Option("--test", help="测试用标注文件或随附数据集 · label files or sets to measure on")
]


def train(
    task: Task,
    data: Data = None,
    test: Tests = None,
    seed: Annotated[int, typer.Option("--seed", help="随机种子 · seed")] = 0,
    registry: Home = DEFAULT,
    lang: Lang = Language.zh,
) -> None:
    """训练一个候选模型并测量，现用模型不变；默认用随附的训练集与验证集 · train and measure a candidate, on the shipped
    train and validation sets by default; the incumbent stays."""
    if task == ITEM:
        return train_item(data, test, seed, registry, side(lang))
    language = side(lang)
    named, measured = (data, test) if data else (trained_on(task), test or measured_on(task))
    made = texts(named)
    if measured:
        tests = texts(measured)
        typer.echo(say("registry:on-sets", data=_names(named), test=_names(measured))[language])
    else:
        made, tests = held_out(made)
        typer.echo(say("registry:held-out", count=len(tests))[language])
    key, card = run(Registry(registry), task, made, tests, seed=seed, at=now(), data=[name(each) for each in named])
    rate = card["scores"]["accuracy"]
    told = {"samples": card["samples"], "seconds": card["seconds"], "right": rate["right"], "all": rate["all"]}
    typer.echo(say("registry:trained", task=task, id=key, **told)[language])


def evaluate(
    task: Task,
    test: Tests = None,
    key: Annotated[
        list[str] | None, typer.Option("--id", help="编号，默认现用 · ids, the current one by default")
    ] = None,
    mistakes: Annotated[bool, typer.Option("--worst", help="列出最有把握的错误 · show the surest mistakes")] = False,
    count: Annotated[int, typer.Option("--count", min=1, help="列出几处 · how many of them")] = TEN,
    record: Annotated[bool, typer.Option("--record", help="把结果写进卡片 · write the figures on the card")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON · print JSON")] = False,
    registry: Home = DEFAULT,
    lang: Lang = Language.zh,
) -> None:
    """在标注文本上测量模型，默认用随附验证集 · measure models on labelled texts, by default the validation set."""
    if task == ITEM:
        return evaluate_item(test, key, record, as_json, registry, side(lang))
    shelf, tests = Registry(registry), texts(test or measured_on(task))
    current = shelf.current(task)
    keys = key or ([current] if current else [])
    if not keys:
        raise RegistryError(str(registry), say("registry:no-incumbent"))
    if not tests:
        raise CheckerError(" ".join(say("registry:no-test")))
    for each in keys:
        scores = measure(shelf, task, each, tests, record=record)
        found = worst(scores, shelf.load(task, each).linear, tests, count) if mistakes else None
        if as_json:
            told = {"task": task, "id": each, "scores": scores.json(), **({"worst": found.json()} if found else {})}
            typer.echo(json.dumps(told, ensure_ascii=False))
            continue
        card = {**shelf.card(task, each), "scores": scores.json()}
        typer.echo(markdown(card, shelf.history(task), side(lang)))
        if found:
            typer.echo("\n".join(section(found, (side(lang),))))


def _names(given: Sequence[str]) -> str:
    return ", ".join(name(each) for each in given)
