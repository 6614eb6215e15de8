"""`caiheng models drift`."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from checker.cli.words import DEFAULT_DB, Database, Lang, Language, side
from checker.messages import say
from checker.store import Store
from models.drift.groups import Group, measure, reference
from models.drift.profile import Profile, profile
from models.labels.command import existing, read
from models.registry import Registry
from models.registry.words import DEFAULT, Home
from models.training import TASKS


def drift(
    db: Database = DEFAULT_DB,
    registry: Home = DEFAULT,
    against: Annotated[
        Path | None, typer.Option("--against", help="以此标注文件的用词为准 · words of this label file instead")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="太少的也列出 · list groups with too few texts too")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON · print JSON")] = False,
    lang: Lang = Language.zh,
) -> None:
    """各机关各月与训练数据的偏离 · how far each agency and month lies from the training data."""
    language = side(lang)
    words, unsure = references(Registry(registry))
    if against is not None:
        words = profile([(each.text, each.agency) for each in read(against)])
    with Store(existing(db, language)) as store:
        found = measure(store, words, unsure)
    if as_json:
        typer.echo(json.dumps([as_plain(each) for each in found], ensure_ascii=False))
        return
    shown = tuple(each for each in found if every or each.tells or (each.agency, each.month) == (None, None))
    Console().print(_table(shown, language))
    if len(shown) < len(found):
        typer.echo(say("drift:hidden", count=len(found) - len(shown))[language])
    for verdict in ("too_few", "no_reference"):
        if any(verdict in (each.unsure_verdict, each.words_verdict) for each in found):
            typer.echo(f"{say(f'drift:{verdict}')[language]}: {say(f'drift:why-{verdict}')[language]}")


def references(shelf: Registry) -> tuple[Profile | None, float | None]:
    """What the models in use that read texts say of their training and test texts."""
    read = [each for each in shelf.entries() if each.current and not each.broken and each.task in TASKS]
    return reference(each.card for each in read)


def as_plain(each: Group) -> dict[str, Any]:
    """A group as plain values; `unsure` as counts."""
    return asdict(each)


def _table(found: tuple[Group, ...], language: int) -> Table:
    table = Table(box=None)
    for name in ("agency", "month", "texts", "unsure", "unsure-verdict", "words", "words-verdict"):
        table.add_column(say(f"drift:column-{name}")[language])
    for each in found:
        share = "" if each.unsure.value is None else f"{each.unsure.value:.1%} ({each.unsure.right}/{each.unsure.all})"
        limit = "" if each.limit is None else f" / {each.limit:.3f}"
        distance = "" if each.distance is None else f"{each.distance:.3f}{limit}"
        verdicts = [say(f"drift:{verdict}")[language] for verdict in (each.unsure_verdict, each.words_verdict)]
        table.add_row(*names(each, language), str(each.texts), share, verdicts[0], distance, verdicts[1])
    return table


def names(each: Group, language: int) -> tuple[str, str]:
    """Agency and month of a group in words."""
    agency = say("drift:all-agencies")[language] if each.agency is None else each.agency
    month = say("drift:all-months")[language] if each.month is None else each.month
    return agency or say("drift:no-agency")[language], month or say("drift:no-month")[language]
