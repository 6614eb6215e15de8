"""`caiheng extract`: what was read from each file, one JSON object a line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from checker.batch import plan
from checker.cli.scanning import OcrCache, PagesLeft, cache_folder
from checker.cli.words import RAN, SOME_UNREADABLE, Lang, Language, Models, registry, side
from checker.contract import extract_json
from checker.contract.privacy import Cover
from checker.errors import DocumentError
from checker.parse import Source, Told, problem_of
from checker.pipeline import Options, Pipeline, pipeline
from checker.records.problem import Problem


def extract(
    files: Annotated[list[Path], typer.Argument(help="文件、目录或 ZIP · files, folders or ZIPs")],
    as_json: Annotated[bool, typer.Option("--json", help="JSON 行（唯一格式） · JSON lines, the only form")] = True,
    ocr_cache: OcrCache = None,
    models: Models = None,
    lang: Lang = Language.zh,
) -> None:
    """抽取要素，每行一个 JSON 对象 · extract the fields of each file."""
    joined = pipeline(Options(ocr_cache=cache_folder(ocr_cache), models=registry(models)))
    planned, failed = plan(files), False
    for trouble in planned.problems:
        failed = True
        _echo(_error(trouble.file, trouble))
    columns, screen = (TextColumn("{task.description}"), BarColumn()), Console(stderr=True)
    with Progress(*columns, console=screen, transient=True, redirect_stdout=False) as bar:  # stdout is for JSON
        told = PagesLeft(bar, side(lang))
        for source in planned.sources:
            line = _read(joined, source, told)
            failed = failed or line.get("error") is not None
            _echo(line)
    raise typer.Exit(SOME_UNREADABLE if failed else RAN)


def _read(joined: Pipeline, source: Source, told: Told) -> dict[str, Any]:
    try:
        reading = joined.read(source.read(), source.label, told)
    except DocumentError as error:
        return _error(source.label, problem_of(error))
    if reading.decision is None:
        return _error(source.label, next(each for each in reading.problems if each.fatal))
    return {**extract_json(reading.decision), "error": None}


def _error(file: str, trouble: Problem) -> dict[str, Any]:
    error = {"code": trouble.code, "message_zh": trouble.message_zh, "message_en": trouble.message_en}
    return Cover().json({"file": file, "error": error})


def _echo(line: dict[str, Any]) -> None:
    typer.echo(json.dumps(line, ensure_ascii=False))
