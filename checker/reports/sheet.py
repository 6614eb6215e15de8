"""The XLSX that a reviewer passes on: findings with proof and a column for their own opinion, cases, problems."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter

from checker.messages import say
from checker.reports.wording import quote_of, range_words, side_of
from checker.store import Store, queries

FINDING_COLUMNS = (
    ("ordinal", 6),
    ("number", 26),
    ("agency", 24),
    ("cause", 24),
    ("severity", 8),
    ("status", 10),
    ("check", 24),
    ("message", 60),
    ("paid", 12),
    ("allowed", 22),
    ("confidence", 8),
    ("quote", 50),
    ("place", 20),
    ("rule", 40),
    ("arithmetic", 50),
    ("file", 36),
    ("opinion", 24),
)
CASE_COLUMNS = (
    ("ordinal", 6),
    ("number", 26),
    ("agency", 24),
    ("region", 12),
    ("cause", 24),
    ("day", 12),
    ("paid", 12),
    ("lower", 14),
    ("upper", 14),
    ("tier", 12),
    ("benchmark", 24),
    ("status", 12),
    ("severity", 8),
    ("kind", 18),
    ("file", 36),
)
PROBLEM_COLUMNS = (("ordinal", 6), ("file", 40), ("reason", 90))
TEXT_LIMIT = 32_000  # Excel refuses cells of 32,768 characters and more
Cell = str | int | float | Decimal | None


def write_xlsx(store: Store, path: Path, *, language: str = "zh") -> int:
    """Write the workbook and return how many findings it lists. Raises OSError when the file cannot be written."""
    side = side_of(language)
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True})
    styles = {
        "head": book.add_format({"bold": True, "bg_color": "#E8EEF4", "text_wrap": True, "valign": "top"}),
        "cell": book.add_format({"text_wrap": True, "valign": "top"}),
        "money": book.add_format({"num_format": "#,##0.00", "valign": "top"}),
    }
    listed = list(_finding_rows(store, side))
    _sheet(book, styles, "sheet:findings", FINDING_COLUMNS, listed, side)
    _sheet(book, styles, "sheet:cases", CASE_COLUMNS, _case_rows(store, side), side)
    _sheet(book, styles, "sheet:problems", PROBLEM_COLUMNS, _problem_rows(store, side), side)
    _about(book, styles, store, side)
    try:
        book.close()
    except xlsxwriter.exceptions.FileCreateError as error:
        raise OSError(f"{path}: cannot be written ({error})") from error
    return len(listed)


def _sheet(
    book: Any, styles: Any, title: str, columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[Cell]], side: int
) -> None:
    sheet = book.add_worksheet(say(title)[side])
    sheet.freeze_panes(1, 2)
    for index, (name, width) in enumerate(columns):
        sheet.set_column(index, index, width)
        sheet.write_string(0, index, say(f"column:{name}")[side], styles["head"])
    last = 0
    for last, row in enumerate(rows, start=1):
        for index, value in enumerate((last, *row)):
            if isinstance(value, Decimal):
                sheet.write_number(last, index, float(value), styles["money"])
            elif isinstance(value, int | float):
                sheet.write_number(last, index, value, styles["cell"])
            elif value:
                sheet.write_string(last, index, value[:TEXT_LIMIT], styles["cell"])
    sheet.autofilter(0, 0, max(last, 1), len(columns) - 1)


def _finding_rows(store: Store, side: int) -> Iterable[Sequence[Cell]]:
    for case in queries.full(store):
        for finding in case.checked["findings"]:
            yield _finding_row(case, finding, side)


def _finding_row(case: queries.StoredCase, finding: dict[str, Any], side: int) -> Sequence[Cell]:
    checked, extracted = case.checked, case.extracted or {}
    paid, allowed = _measured(checked, finding, side)
    cause = extracted.get("cause")
    return (
        checked["document_number"],
        checked["agency"],
        cause["value"] if cause else None,
        say(f"severity:{finding['severity']}")[side],
        say(f"status:{finding['status']}")[side],
        finding["check"],
        finding[("message_zh", "message_en")[side]],
        paid,
        allowed,
        finding["confidence"],
        "\n".join(f"“{quote_of(span)}”" for span in finding["evidence"]),
        "\n".join(_place(span, side) for span in finding["evidence"]),
        "\n".join(
            f"{rule[('reference_zh', 'reference_en')[side]]} {rule['version']}".strip() for rule in finding["rules"]
        ),
        "\n".join(f"{step['parameter']} = {step['value']} ({step['source']})" for step in finding["trace"]),
        checked["file"],
        None,
    )


def _rule(rule: dict[str, str], side: int) -> str:
    return f"{rule[('reference_zh', 'reference_en')[side]]} {rule['version']}".strip()


def _place(span: dict[str, Any], side: int) -> str:
    return say("sheet:place", page=span["page"], start=span["start"], end=span["end"])[side]


def _measured(checked: dict[str, Any], finding: dict[str, Any], side: int) -> tuple[Decimal | None, str]:
    for assessment in checked["assessments"]:
        if assessment["sanction"] == finding["sanction"] and assessment["amount"] is not None:
            return Decimal(assessment["amount"]), range_words(assessment["expected"] or assessment["statutory"], side)
    total = checked["fine_total"]
    return (Decimal(total) if total else None), ""


def _case_rows(store: Store, side: int) -> Iterable[Sequence[Cell]]:
    for row in queries.results(store):
        yield (
            row["document_number"],
            row["agency"],
            row["region"],
            row["cause"],
            row["decision_date"].isoformat() if row["decision_date"] else None,
            row["fine_total"],
            row["expected_lower"],
            row["expected_upper"],
            row["claimed"],
            row["benchmark"],
            say(f"status:{row['status']}")[side],
            say(f"severity:{row['severity']}")[side] if row["severity"] else None,
            say(f"kind:{row['kind']}")[side] if row["kind"] else None,
            row["file"],
        )


def _problem_rows(store: Store, side: int) -> Iterable[Sequence[Cell]]:
    for row in queries.problems(store):
        yield row["file"], row[("message_zh", "message_en")[side]]


def _about(book: Any, styles: Any, store: Store, side: int) -> None:
    sheet = book.add_worksheet(say("sheet:about")[side])
    sheet.set_column(0, 0, 110)
    lines = [say("sheet:note-lead")[side]]
    for run in queries.history(store)[:1]:
        lines.append(say("sheet:note-versions", **run["versions"])[side])
    for index, line in enumerate(lines):
        sheet.write_string(index, 0, line, styles["cell"])
