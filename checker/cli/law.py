"""`caiheng range` and `caiheng statutes show`: what a sentence of law allows, and what was in force when."""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from checker.cli.statutes_import import import_
from checker.cli.words import WRONG_COMMAND
from checker.contract import provision_json, ranges_json
from checker.records.law import Provision
from checker.statutes import StatuteBook, parse_ranges
from checker.statutes.conditions import describe

app = typer.Typer(no_args_is_help=True, help="法律依据 · statutes")
app.command("import")(import_)


def ranges(
    text: Annotated[str | None, typer.Argument(help="一句条文 · a sentence of law")] = None,
    file: Annotated[Path | None, typer.Option("--file", help="每行一句 · a sentence a line")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="JSON（唯一格式） · JSON, the only form")] = True,
    below_excludes: Annotated[bool, typer.Option("--below-excludes", help="“以下”不含本数 · 以下 excludes")] = False,
) -> None:
    """读出条文里的处罚幅度 · the sanctions and ranges that a sentence of law sets."""
    if (text is None) == (file is None):
        typer.echo("give either TEXT or --file", err=True)
        raise typer.Exit(WRONG_COMMAND)
    try:
        lines = [text] if text is not None else file.read_text(encoding="utf-8-sig").splitlines() if file else []
    except (OSError, UnicodeDecodeError) as error:
        typer.echo(f"{file}: {error}", err=True)
        raise typer.Exit(WRONG_COMMAND) from error
    for line in lines:
        reading = parse_ranges(line, below_excludes=below_excludes)
        left = tuple((each.start, each.end, each.quote) for each in reading.unparsed)
        typer.echo(json.dumps(ranges_json(reading.branches, left), ensure_ascii=False))


@app.command("show")
def show(
    wanted: Annotated[str, typer.Argument(help='法名和条号，如 "食品安全法 124" · law and article')],
    on: Annotated[datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="哪一天有效 · in force on")] = None,
    data: Annotated[Path | None, typer.Option("--data", help="法律数据目录 · folder of law files")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON · print JSON")] = False,
) -> None:
    """显示某条的处罚幅度及其时效 · the penalty clauses of an article, with their dates."""
    book = StatuteBook.load(data)
    written, numbers = _split(wanted)
    law = book.full_name(written)
    if law is None:
        typer.echo(f"{written}: no such law in {data or 'the shipped data'}", err=True)
        raise typer.Exit(WRONG_COMMAND)
    found = [each for each in book.provisions if each.law == law and _fits(each, numbers, on.date() if on else None)]
    if as_json:
        typer.echo(json.dumps([provision_json(each) for each in found], ensure_ascii=False))
        return
    for each in found:
        _print(each)
    if not found:
        typer.echo(f"{law}: no penalty clause of that number is in the data on that day")


def _split(wanted: str) -> tuple[str, list[int]]:
    name, *rest = re.split(r"[\s:：]+", wanted.strip())
    return name, [int(part.split("-")[0]) for part in rest if re.fullmatch(r"\d+(-\d+)?", part)]


def _fits(provision: Provision, numbers: list[int], on: date | None) -> bool:
    parts = (provision.article, provision.paragraph)
    if any(have is not None and have != want for have, want in zip(parts, numbers, strict=False)):
        return False
    if len(numbers) > 2 and provision.items and numbers[2] not in provision.items:
        return False
    return on is None or (
        provision.in_force_from <= on and (provision.in_force_to is None or on <= provision.in_force_to)
    )


def _print(provision: Provision) -> None:
    paragraph = f"第{provision.paragraph}款" if provision.paragraph else ""
    if provision.items:
        paragraph += f"第{'、'.join(map(str, provision.items))}项"
    sub = f"之{provision.sub}" if provision.sub else ""
    until = provision.in_force_to.isoformat() if provision.in_force_to else "…"
    typer.echo(f"《{provision.law}》第{provision.article}条{sub}{paragraph}  {provision.in_force_from} – {until}")
    typer.echo(f"  {provision.summary}（{provision.source}）")
    for branch in provision.branches:
        ends = [f"{bound.value:f}" if bound else "" for bound in (branch.lower, branch.upper)]
        when = f"  [{describe(branch.condition)[0]}]" if branch.condition else ""
        size = f" {ends[0]}–{ends[1]} × {branch.base} / {branch.unit}" if any(ends) else ""
        typer.echo(f"    {branch.obligation} {branch.sanction}{size}{when}")
