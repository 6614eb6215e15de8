"""`caiheng labels queue`: what to label next."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from checker.cli.words import DEFAULT_DB, WRONG_COMMAND, Database, Lang, Language, side
from checker.messages import say
from checker.review import CORRECTED, readings
from checker.store import Store, queries
from models.informative import Candidate
from models.informative import queue as choose
from models.labels import studio
from models.labels.command import existing
from models.labels.from_store import starts, unlabelled
from models.labels.record import SpanLabel


def queue(
    db: Database = DEFAULT_DB,
    count: Annotated[int, typer.Option("--count", min=1, help="句数 · how many sentences")] = 20,
    task: Annotated[str | None, typer.Option("--task", help="只要此任务 · money, circumstance or kind only")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="每行一个 JSON · JSON lines")] = False,
    out: Annotated[
        Path | None, typer.Option("--out", help="把所在文书写成 Label Studio 任务 · write their documents as tasks")
    ] = None,
    lang: Lang = Language.zh,
) -> None:
    """最值得标注的句子 · the sentences that teach most when labelled."""
    language = side(lang)
    if task not in (None, *CORRECTED):
        typer.echo(say("labels:unknown-task", task=task, known=", ".join(CORRECTED))[language], err=True)
        raise typer.Exit(WRONG_COMMAND)
    with Store(existing(db, language)) as store:
        found = choose(store, count, task=task)
        if out is not None and found:
            typer.echo(say("labels:exported", count=_tasks(store, out, found), path=out)[language])
    if not found:
        typer.echo(say("labels:queue-empty")[language])
    for each in () if out is not None else found:
        typer.echo(json.dumps(_plain(each), ensure_ascii=False) if as_json else _line(each, language))


def _plain(each: Candidate) -> dict[str, object]:
    return {"doubt": round(each.doubt, 4), **asdict(each)}


def _line(each: Candidate, language: int) -> str:
    told = label_words(each.reading.task, each.reading.label, each.reading.polarity, language)
    sentence = " ".join(each.sentence.split())
    return f"{each.doubt:.2f}  {told}  “{each.reading.quote}”  {sentence}  ({Path(each.file).name})"


def label_words(task: str, label: str | None, polarity: str | None, language: int) -> str:
    """A label in words: "裁量情节：及时改正（认定有）"."""
    prefix = {"money": "role", "circumstance": "circumstance", "kind": "kind"}[task]
    name = say(f"{prefix}:{label}")[language] if label else say("labels:missed")[language]
    return f"{name}（{say(f'polarity:{polarity}')[language]}）" if polarity else name


def _tasks(store: Store, out: Path, found: tuple[Candidate, ...]) -> int:
    """Write the documents for Label Studio, with what the machine reads as suggestions."""
    texts, suggested = [], dict[str, list[SpanLabel]]()
    for sha256 in dict.fromkeys(each.sha256 for each in found):
        texts.append(unlabelled(store, sha256))
        source = queries.source(store, sha256)
        begin = starts(source.pages)
        for read in readings(source.extracted):
            if read.task != "kind":
                at = begin[read.page - 1]
                made = SpanLabel(read.task, at + read.start, at + read.end, read.label, read.polarity)
                suggested.setdefault(sha256, []).append(made)
    return studio.write(out, texts, suggested)
