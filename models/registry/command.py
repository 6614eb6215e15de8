"""`caiheng models list|card|compare|promote|rollback`."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from checker.cli.words import Lang, Language, side
from checker.messages import say
from models.registry import Entry, Registry, RegistryError
from models.registry.card import event_words, figure_words, markdown
from models.registry.comparing import Comparison, share
from models.registry.words import DEFAULT, Home, Reason, Task, Who, now

app = typer.Typer(no_args_is_help=True, help="模型的训练、比较、启用与退回 · train, compare, promote, roll back models")
AsJson = Annotated[bool, typer.Option("--json", help="输出 JSON · print JSON")]
Key = Annotated[str, typer.Argument(help="模型编号 · id of a model")]


@app.command("list")
def list_(registry: Home = DEFAULT, as_json: AsJson = False, lang: Lang = Language.zh) -> None:
    """列出模型、现用者与历史 · list the models, which are in use, and what happened."""
    shelf, language = Registry(registry), side(lang)
    entries, history = shelf.entries(), shelf.history()
    if as_json:
        told = {"entries": [_entry(each) for each in entries], "history": [each.model_dump() for each in history]}
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    if not entries:
        typer.echo(say("registry:empty", path=registry)[language])
        return
    table = Table(box=None)
    for name in ("task", "id", "current", "right", "trained_at", "data"):
        table.add_column(say(f"models-column:{name}")[language])
    for each in entries:
        table.add_row(*_row(each, language))
    Console().print(table)
    for event in history:
        typer.echo(f"{event.task}: {event_words(event, language)}")


def _entry(each: Entry) -> dict[str, Any]:
    slim = {name: value for name, value in each.card.items() if name != "words"}
    return {"task": each.task, "id": each.id, "current": each.current, "broken": each.broken, "card": slim}


def _row(each: Entry, language: int) -> tuple[str, ...]:
    mark = "●" if each.current else ""
    if each.broken:
        return each.task, each.id, mark, say("card:broken", reason=each.broken)[language], "", ""
    rate = (each.card.get("scores") or {}).get("accuracy")
    right = f"{rate['right']}/{rate['all']}" if rate else ""
    return each.task, each.id, mark, right, str(each.card.get("trained_at", ""))[:16], each.card.get("data_hash", "")


@app.command("card")
def card(
    task: Task,
    key: Annotated[str | None, typer.Argument(help="编号，默认现用 · id, the current one by default")] = None,
    registry: Home = DEFAULT,
    lang: Lang = Language.zh,
) -> None:
    """打印模型卡片（Markdown） · print a model's card as Markdown."""
    shelf = Registry(registry)
    chosen = key or shelf.current(task)
    if chosen is None:
        raise RegistryError(str(registry), say("registry:no-incumbent"))
    typer.echo(markdown(shelf.card(task, chosen), shelf.history(task), side(lang)), nl=False)


@app.command("compare")
def compare(
    task: Task,
    candidate: Key,
    incumbent: Annotated[str | None, typer.Argument(help="编号，默认现用 · id, the current one by default")] = None,
    registry: Home = DEFAULT,
    lang: Lang = Language.zh,
) -> None:
    """候选与现用逐项比较 · compare a candidate with the incumbent, figure by figure."""
    language = side(lang)
    made = Registry(registry).compare(task, candidate, incumbent)
    if made is None:
        typer.echo(say("registry:no-incumbent")[language])
        return
    Console().print(_comparison(task, made, language))
    if not made.same_texts:
        typer.echo(say("registry:different-texts")[language])
    told = say("registry:is-worse", count=len(made.worse)) if made.worse else say("registry:not-worse")
    typer.echo("\n".join([told[language], *map(str, made.worse)]))


def _comparison(task: str, made: Comparison, language: int) -> Table:
    table = Table(box=None)
    for name in ("figure", "incumbent", "interval", "candidate"):
        table.add_column(say(f"card:{name}")[language])
    for row in made.rows:
        each = row.incumbent or row.candidate
        assert each is not None
        old = row.incumbent
        interval = f"{old.low:.4f}–{old.high:.4f}" if old and old.all else ""
        name = figure_words(task, each, language)
        table.add_row(name, share(old), interval, share(row.candidate) + (" ▼" if row.worse else ""))
    return table


@app.command("promote")
def promote(
    task: Task,
    key: Key,
    who: Who,
    registry: Home = DEFAULT,
    force: Annotated[bool, typer.Option("--force", help="变差也启用，须写理由 · even if worse; give --reason")] = False,
    reason: Reason = None,
    lang: Lang = Language.zh,
) -> None:
    """启用一个模型；任何一项变差则拒绝 · make a model the current one; refused when any figure gets worse."""
    event = Registry(registry).promote(task, key, who=who, at=now(), force=force, reason=reason)
    typer.echo(event_words(event, side(lang)))


@app.command("rollback")
def rollback(task: Task, who: Who, registry: Home = DEFAULT, reason: Reason = None, lang: Lang = Language.zh) -> None:
    """退回到上一个现用模型 · go back to what the current model replaced."""
    typer.echo(event_words(Registry(registry).rollback(task, who=who, at=now(), reason=reason), side(lang)))
