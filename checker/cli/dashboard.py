"""`caiheng dashboard`: start Streamlit on this machine only."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from checker.cli.words import DEFAULT_DB, WRONG_COMMAND, Benchmarks, Database, Lang, Language, side
from checker.messages import say


def dashboard(
    db: Database = DEFAULT_DB,
    benchmarks: Benchmarks = None,
    registry: Annotated[Path | None, typer.Option("--registry", help="模型目录 · folder of the models")] = None,
    port: Annotated[int, typer.Option("--port", help="端口 · port")] = 8501,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="自动打开浏览器 · open a browser")] = True,
    lang: Lang = Language.zh,
) -> None:
    """打开看板 · open the dashboard."""
    if "://" not in db and not Path(db).exists():
        typer.echo(say("cli:no-database", path=db)[side(lang)], err=True)
        raise typer.Exit(WRONG_COMMAND)
    raise typer.Exit(serve(db, benchmarks or (), registry=registry, port=port, browser=browser))


def serve(
    db: str,
    benchmarks: Sequence[Path] = (),
    *,
    registry: Path | None = None,
    port: int = 8501,
    browser: bool = True,
) -> int:
    """Run Streamlit until it is stopped; it listens on 127.0.0.1 and sends nothing anywhere."""
    spec = find_spec("dashboards")  # by name only: the library never imports the dashboard
    assert spec is not None and spec.submodule_search_locations
    script = Path(next(iter(spec.submodule_search_locations))) / "app.py"
    settings = {
        "server.address": "127.0.0.1",
        "server.port": str(port),
        "server.headless": "false" if browser else "true",
        "browser.gatherUsageStats": "false",
        "client.toolbarMode": "minimal",
    }
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    command += [f"--{name}={value}" for name, value in settings.items()]
    try:
        tables = [word for path in benchmarks for word in ("--benchmarks", str(path))]
        models = ["--registry", str(registry)] if registry else []
        return subprocess.call([*command, "--", "--db", db, *tables, *models])
    except KeyboardInterrupt:
        return 0
