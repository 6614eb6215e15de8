"""`caiheng demo`: the whole job on the shipped sample cases."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from checker.cli import dashboard, session, show
from checker.cli.scanning import cache_folder
from checker.cli.words import Lang, Language, Workers, processes, side
from checker.messages import say
from checker.pipeline import Options
from checker.reports import write_xlsx
from checker.samples import sample_data
from checker.store import Store


def demo(
    out: Annotated[Path, typer.Option("--out", help="结果目录 · folder for the results")] = Path("caiheng-demo"),
    serve: Annotated[bool, typer.Option("--serve", help="完成后打开看板 · open the dashboard afterwards")] = False,
    workers: Workers = 0,
    lang: Lang = Language.zh,
) -> None:
    """检查随附的样例案件 · check the shipped sample cases."""
    home, language, console = sample_data(), side(lang), Console()
    out.mkdir(parents=True, exist_ok=True)
    database, report = out / "cases.db", out / "findings.xlsx"
    for leftover in out.glob("cases.db*"):  # a demonstration shows a first run; `check` is the command that resumes
        leftover.unlink()
    with Store(str(database)) as store:
        paths, options = [home / "cases"], Options((home / "benchmarks",), ocr_cache=cache_folder(None, str(database)))
        tally = session.run(paths, options, store=store, workers=processes(workers), side=language)
        listed = write_xlsx(store, report, language=lang.value)
    show.outcome(tally, language, console)
    lines = [say("cli:where-db", path=database), say("cli:where-report", path=report, count=listed)]
    lines += [say("cli:explain-hint", number=row.number, path=database) for row in tally.ranking.worst()[:1]]
    for line in (*lines, say("cli:open-dashboard", path=database)):
        console.print(line[language], highlight=False, soft_wrap=True)
    if serve:
        dashboard.serve(str(database), [home / "benchmarks"])
