"""`caiheng models report`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from checker.cli.words import WRONG_COMMAND, Lang, Language, side
from checker.errors import CheckerError
from checker.messages import say
from models.mistakes import TEN
from models.registry import Registry
from models.registry.words import DEFAULT, Home
from models.report import markdown
from models.report import report as measure
from models.training import TASKS


def report(
    out: Annotated[Path, typer.Option("--out", help="写到此 Markdown 文件 · Markdown file to write")],
    task: Annotated[list[str] | None, typer.Option("--task", help="只测此任务，可多次给出 · only these tasks")] = None,
    count: Annotated[int, typer.Option("--count", min=1, help="各列出几处错误 · mistakes shown a task")] = TEN,
    seed: Annotated[int, typer.Option("--seed", help="随机种子 · seed")] = 0,
    registry: Home = DEFAULT,
    lang: Lang = Language.zh,
) -> None:
    """在随附数据集上测量各任务的模型并写成报告，需数分钟 · measure every task's models on the shipped sets and write a
    report; takes some minutes."""
    language, asked = side(lang), tuple(dict.fromkeys(task or ()))
    unknown = [each for each in asked if each not in TASKS]
    if unknown:
        typer.echo(say("training:unknown-task", task=unknown[0], known=", ".join(TASKS))[language], err=True)
        raise typer.Exit(WRONG_COMMAND)
    made = measure(
        Registry(registry), asked, seed=seed, count=count,
        tell=lambda name: typer.echo(say("measured:now", name=say(f"task:{name}"))[language], err=True),
    )  # fmt: skip
    try:
        out.write_text(markdown(made), encoding="utf-8", newline="\n")
    except OSError as error:
        raise CheckerError(f"{out}: {error.strerror}") from error
    typer.echo(say("measured:written", path=out)[language])
