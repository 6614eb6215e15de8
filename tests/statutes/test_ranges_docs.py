"""Every example of docs/range-language.md reads as the document says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker.statutes.ranges.conditions import read_condition
from tests.statutes.test_ranges_odd import fines

TEXT = (Path(__file__).parents[2] / "docs" / "range-language.md").read_text(encoding="utf-8")
ROWS = [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in TEXT.splitlines() if line.startswith("| ")]
FORMS = [
    (row[1], re.findall(r"`([^`]+)`", row[2])) for row in ROWS if len(row) == 3 and re.match(r"`(?:must|may)", row[2])
]
LEFT = [(row[2], row[0].strip("`")) for row in ROWS if row[0].strip("`") in ("reference", "size", "base", "verb")]
CONDITIONS = [
    (words, row[1].strip("`"))
    for row in ROWS
    if len(row) == 2 and row[1].startswith("`") and "…" not in row[1]
    for words in row[0].split(", ")
]


@pytest.mark.parametrize(("example", "readings"), FORMS)
def test_forms(example: str, readings: list[str]) -> None:
    assert fines(example.replace("¶", "\n")) == readings


@pytest.mark.parametrize(("example", "reason"), LEFT)
def test_reasons(example: str, reason: str) -> None:
    assert f"!{reason}" in fines(example)


@pytest.mark.parametrize(("words", "expression"), CONDITIONS)
def test_conditions(words: str, expression: str) -> None:
    assert read_condition(words) == expression


def test_the_tables_were_found() -> None:
    assert len(FORMS) >= 29 and len(LEFT) == 4 and len(CONDITIONS) >= 11
