"""`caiheng labels`: corrections out as labels, labels in, and the configuration for Label Studio."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from checker.cli.words import WRONG_COMMAND, Lang, Language, side
from checker.messages import say
from checker.store import Store
from models.labels import jsonl, studio
from models.labels.from_store import labelled
from models.labels.into_store import keep
from models.labels.record import LabelledText

app = typer.Typer(no_args_is_help=True, help="标注的导出、导入与排队 · labels: export, import, queue")


class Form(StrEnum):
    """How labels are written."""

    jsonl = "jsonl"
    studio = "label-studio"


Format = Annotated[Form, typer.Option("--format", help="格式 · jsonl or label-studio")]


def existing(db: str, language: int) -> str:
    """The database, when it is there; otherwise says so and ends the command."""
    if "://" not in db and not Path(db).is_file():
        typer.echo(say("cli:no-database", path=db)[language], err=True)
        raise typer.Exit(WRONG_COMMAND)
    return db


@app.command("export")
def export(
    out: Annotated[Path, typer.Option("--out", help="写到此文件 · file to write")],
    db: Annotated[str | None, typer.Option("--db", help="更正所在的数据库 · database with the corrections")] = None,
    labels: Annotated[Path | None, typer.Option("--labels", help="改写一个标注文件 · label file to rewrite")] = None,
    form: Format = Form.jsonl,
    lang: Lang = Language.zh,
) -> None:
    """把更正导出为标注（已遮盖个人信息） · write corrections as labels, personal data masked."""
    language = side(lang)
    if (db is None) == (labels is None):
        typer.echo(say("labels:need-source")[language], err=True)
        raise typer.Exit(WRONG_COMMAND)
    if labels is not None:
        texts: Sequence[LabelledText] = read(labels)
    else:
        with Store(existing(str(db), language)) as store:
            texts = list(labelled(store))
    if not texts:
        typer.echo(say("labels:nothing")[language], err=True)
        raise typer.Exit(WRONG_COMMAND)
    count = studio.write(out, texts) if form is Form.studio else jsonl.write(out, texts)
    typer.echo(say("labels:exported", count=count, path=out)[language])


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="JSONL 或 Label Studio 的 JSON · JSONL or Label Studio JSON")],
    out: Annotated[Path | None, typer.Option("--out", help="写成 JSONL 数据集 · JSONL set to write")] = None,
    db: Annotated[str | None, typer.Option("--db", help="存为此数据库的更正 · keep as corrections here")] = None,
    who: Annotated[str | None, typer.Option("--who", help="文件没写明的标注人 · labeller where none is told")] = None,
    lang: Lang = Language.zh,
) -> None:
    """读入标注，写成数据集或存为更正 · read labels into a set or into the database."""
    language = side(lang)
    if (out is None) == (db is None):
        typer.echo(say("labels:need-target")[language], err=True)
        raise typer.Exit(WRONG_COMMAND)
    texts = read(file)
    if out is not None:
        jsonl.write(out, texts)
        spans = sum(len(each.spans) + (each.kind is not None) for each in texts)
    else:
        with Store(existing(str(db), language)) as store:
            spans = keep(store, texts, file=str(file), who=who, at=datetime.now(UTC).isoformat(timespec="seconds"))
    typer.echo(say("labels:imported", count=len(texts), spans=spans, path=out or db)[language])


@app.command("config")
def config() -> None:
    """打印 Label Studio 的标注界面配置 · print the labelling configuration for Label Studio."""
    typer.echo(studio.config(), nl=False)


def read(path: Path) -> tuple[LabelledText, ...]:
    """A label file of either kind, told by its first character. Raises LabelError."""
    try:
        with path.open("rb") as stream:
            begins = stream.read(64).removeprefix(b"\xef\xbb\xbf").lstrip()
    except OSError as error:
        raise jsonl.LabelError(str(path), None, say("labels:unreadable", reason=error.strerror)) from error
    return studio.read(path) if begins.startswith(b"[") else jsonl.read(path)
