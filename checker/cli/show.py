"""The ranked table and the summary lines that a batch ends with."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from checker.cli.ranking import KEPT, Ranking, Row
from checker.cli.session import Tally
from checker.messages import say
from checker.reports.wording import plain, range_words

STYLES = {"violation": "red", "lead": "yellow"}
COLUMNS = (("cli:column-case", 3), ("cli:column-wrong", 8), ("cli:column-money", 3), ("cli:column-sure", 2))


def outcome(tally: Tally, side: int, console: Console) -> None:
    """Print the ranked table, the counts and the unreadable files."""
    if tally.total == 0:
        console.print(say("cli:nothing-to-check")[side])
        return
    table(tally.ranking, side, console)
    summary(tally, side, console)
    unreadable(tally, side, console)


def table(ranking: Ranking, side: int, console: Console) -> None:
    """Print the first rows: case, what is wrong, paid against allowed, how sure."""
    worst = ranking.worst()
    if not worst:
        console.print(say("cli:no-findings")[side])
        return
    title = say("cli:top", count=len(worst), total=ranking.total)[side]
    shown = Table(title=title, title_justify="left", show_lines=True, expand=True)
    for name, ratio in COLUMNS:
        shown.add_column(say(name)[side], ratio=ratio, overflow="fold")
    for row in worst:
        finding = row.finding
        sure = f"{say('status:' + finding['status'])[side]} {finding['confidence'] * 100:.0f}%"
        shown.add_row(
            row.number,
            finding[("message_zh", "message_en")[side]],
            _money(row, side),
            f"{say('severity:' + finding['severity'])[side]}\n{sure}",
            style=STYLES[finding["status"]],
        )
    console.print(shown)


def _money(row: Row, side: int) -> str:
    if row.assessment is None:
        return plain(row.fine_total)
    allowed = row.assessment["expected"] or row.assessment["statutory"]
    return f"{plain(row.assessment['amount'])} / {range_words(allowed, side)}"


def summary(tally: Tally, side: int, console: Console) -> None:
    """Print how many files were checked, skipped, not decisions or unreadable, and how they came out."""
    statuses = tally.statuses
    counts = {name: statuses[name] for name in ("violation", "lead", "cannot_tell", "in_line")}
    told = {
        "total": tally.total,
        "checked": tally.checked,
        "skipped": tally.skipped,
        "other": statuses["not_checked"],
        "unreadable": statuses["unreadable"],
    }
    console.print(say("cli:summary", **told)[side])
    if tally.checked:
        console.print(say("cli:counts", **counts)[side])


def unreadable(tally: Tally, side: int, console: Console) -> None:
    """Name the inputs that could not be read, each with its reason."""
    if not tally.unreadable:
        return
    console.print(say("cli:unreadable")[side])
    for message in tally.unreadable[:KEPT]:
        console.print("  " + message[side], highlight=False, markup=False)
    if len(tally.unreadable) > KEPT:
        console.print("  " + say("cli:more-problems", count=len(tally.unreadable) - KEPT)[side])
