"""`caiheng statutes import`: the text of a law becomes a file of dated provisions."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from checker.cli.words import SOME_UNREADABLE, WRONG_COMMAND, Lang, Language, side
from checker.messages import say
from checker.statutes.importing import Report, import_laws

SHOWN = 8  # left-out sentences a text shown without --all


def import_(
    paths: Annotated[list[Path], typer.Argument(help="文件或目录：Markdown、TXT、DOCX、HTML、PDF · files or folders")],
    out: Annotated[Path, typer.Option("--out", help="写入目录 · folder to write to", file_okay=False)],
    told: Annotated[
        list[str] | None,
        typer.Option("--in-force", help="补充施行日期：修改日=施行日 · ADOPTED=DAY, as 2019-08-26=2020-01-01"),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="覆盖改过的文件 · overwrite a corrected file")] = False,
    everything: Annotated[bool, typer.Option("--all", help="列出全部未写入处 · list all left out")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON · print JSON")] = False,
    lang: Lang = Language.zh,
) -> None:
    """导入法律文本 · import the text of laws; every sentence about a sanction is written or listed."""
    report = import_laws(paths, out, confirmed=date.today(), in_force=_days(told or []), force=force)
    if as_json:
        typer.echo(json.dumps(_json(report), ensure_ascii=False))
    else:
        _print(report, side(lang), everything)
    for each in report.problems:
        typer.echo((each.message_zh, each.message_en)[side(lang)], err=True)
    if report.problems:
        raise typer.Exit(SOME_UNREADABLE)


def _days(told: list[str]) -> dict[date, date]:
    try:
        pairs = (each.split("=") for each in told)
        return {_day(adopted): _day(start) for adopted, start in pairs}
    except ValueError as error:
        typer.echo("--in-force: write ADOPTED=DAY, as 2019-08-26=2020-01-01", err=True)
        raise typer.Exit(WRONG_COMMAND) from error


def _day(written: str) -> date:
    return datetime.strptime(written.strip(), "%Y-%m-%d").date()


def _json(report: Report) -> dict[str, Any]:
    return {
        "laws": [each.summary() for each in report.laws],
        "same": [{"input": one, "as": other} for one, other in report.same],
        "problems": [
            {"code": each.code, "file": each.file, "message_zh": each.message_zh, "message_en": each.message_en}
            for each in report.problems
        ],
    }


def _print(report: Report, which: int, everything: bool) -> None:
    left = 0
    for law in report.laws:
        told = law.summary()
        count = {"versions": len(law.versions), "provisions": law.provisions}
        typer.echo(say("import:law", law=law.name, path=law.path, **count)[which])
        for text in told["texts"]:
            left += len(text["left_out"])
            _print_text(text, which, everything)
    for one, other in report.same:
        typer.echo(say("import:same", file=one, other=other)[which])
    total = {"laws": len(report.laws), "provisions": sum(each.provisions for each in report.laws)}
    typer.echo(say("import:total", left=left, problems=len(report.problems), **total)[which])


def _print_text(text: dict[str, Any], which: int, everything: bool) -> None:
    unsure = ("", "") if text["in_force_told"] else say("import:day-not-told")
    numbers = {"articles": text["articles"], "found": text["found"], "written": text["written"]}
    shown = {"input": Path(text["input"]).name, "day": text["in_force_from"], "left": len(text["left_out"])}
    typer.echo(say("import:text", told=unsure, **shown, **numbers)[which])
    if text["missing_articles"]:
        typer.echo(say("import:missing", numbers=", ".join(map(str, text["missing_articles"])))[which])
    for each in text["taken_over"]:
        typer.echo(say("import:taken", place=each["place"], target=", ".join(each["from"]))[which])
    for each in text["widened"] if everything else ():
        typer.echo(say("import:widened", place=each["place"], kinds=", ".join(each["sanctions"]))[which])
    for each in text["unresolved"]:
        typer.echo(say("import:unresolved", place=each["place"], target=", ".join(each["references"]))[which])
    for each in text["left_out"] if everything else text["left_out"][:SHOWN]:
        detail = f"（{each['detail'][:40]}）" if each["detail"] else ""
        reason = say(f"import:left:{each['reason']}")
        typer.echo(say("import:left-out", place=each["place"], reason=reason, detail=detail, text=each["text"])[which])
    if not everything and len(text["left_out"]) > SHOWN:
        typer.echo(f"    … +{len(text['left_out']) - SHOWN} (--all)")
