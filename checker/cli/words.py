"""Options that several commands share, and the exit codes of the contract."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from checker.samples import shipped_models

RAN, FAILED_ON, WRONG_COMMAND, SOME_UNREADABLE = 0, 1, 2, 3
DEFAULT_DB = "cases.db"


class Language(StrEnum):
    """Language of what is printed."""

    zh = "zh"
    en = "en"


class FailOn(StrEnum):
    """The mildest status that makes the command fail."""

    violation = "violation"
    lead = "lead"


Lang = Annotated[Language, typer.Option("--lang", help="语言 · language: zh, en")]
Database = Annotated[str, typer.Option("--db", help="数据库文件或地址 · database file or URL")]
Benchmarks = Annotated[
    list[Path] | None,
    typer.Option("--benchmarks", help="裁量基准文件或目录，可多次给出 · benchmark files or folders, repeatable"),
]
Models = Annotated[
    Path | None,
    typer.Option("--models", help="模型目录；none 为只用规则 · folder of trained models; none = the rules alone"),
]
Workers = Annotated[int, typer.Option("--workers", min=0, help="进程数，0 为自动 · worker processes, 0 = one a core")]


def registry(models: Path | None) -> Path | None:
    """The registry that an option names: the shipped one when it is left out, None for "none"."""
    if models is None:
        return shipped_models()
    return None if models == Path("none") else models


def side(language: Language) -> int:
    """Index into a (zh, en) pair."""
    return (Language.zh, Language.en).index(language)


def processes(workers: int) -> int:
    """The number of worker processes asked for; 0 means one a core."""
    return workers or os.cpu_count() or 1
