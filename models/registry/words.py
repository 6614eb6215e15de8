"""Options that the model commands share."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from models.registry import SHIPPED

Home = Annotated[Path, typer.Option("--registry", help="模型目录 · folder of the models")]
Who = Annotated[str, typer.Option("--who", help="操作人，记入历史 · your name, kept in the history")]
Reason = Annotated[str | None, typer.Option("--reason", help="理由，记入历史 · reason, kept in the history")]
Task = Annotated[str, typer.Argument(help="任务 · task: money, circumstance, clause, kind, section, item")]
DEFAULT = SHIPPED


def now() -> str:
    """The moment of the command, as histories and cards hold it."""
    return datetime.now(UTC).isoformat(timespec="seconds")
