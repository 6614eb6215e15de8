"""The linter as a whole: every fault planted in every sample is found, the samples are else silent, pages and words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker.benchmarks.lint import LINTS, Rule, lint, lint_paths
from checker.messages import messages
from checker.samples import sample_data
from checker.statutes import StatuteBook
from tests.bench.lints import KNOWN, counts, false_alarms, samples
from tests.benchmarks.planting import PLANTERS
from tests.benchmarks.planting.conditions import by_days
from tests.benchmarks.planting.scorings import scored
from tests.benchmarks.planting.tables import with_item

BOOK = StatuteBook.load()
TABLES = samples(BOOK)
PAGES = Path(__file__).parents[2] / "docs" / "lints"
HOME = sample_data() / "benchmarks"


@pytest.mark.parametrize("rule", LINTS, ids=lambda rule: rule.name)
def test_every_planted_fault_is_found_where_it_is(rule: Rule) -> None:
    cells = {table.id: counts(rule, table, BOOK) for table in TABLES}
    assert {name: cell for name, cell in cells.items() if cell[0] != cell[1]} == {}
    assert sum(planted for planted, _ in cells.values()) > 0


def test_sound_tables_are_silent() -> None:
    assert false_alarms(lint(TABLES, BOOK)) == []


def test_sound_scorings_over_any_clause_are_silent() -> None:
    for table in TABLES:
        for item in scored(table, BOOK):
            said = lint([with_item(table, item)], BOOK)
            assert [each for each in said if each.lint.startswith("scoring")] == [], (table.id, item.id)


def test_tiers_told_apart_by_days_are_silent() -> None:
    for table in TABLES:
        for item in table.items:
            said = lint([with_item(table, by_days(item))], BOOK)
            assert [each for each in said if each.lint.startswith("condition") and each.item == item.id] == []


def test_the_faults_that_samples_have_are_said() -> None:
    said = {(each.benchmark, each.item, each.lint) for each in lint(TABLES, BOOK) if each.counts}
    assert said == KNOWN


def test_registry_is_whole() -> None:
    names = [rule.name for rule in LINTS]
    assert len(names) == len(set(names))
    assert set(PLANTERS) == set(names)
    assert {path.stem for path in PAGES.glob("*.md")} == set(names)
    worded = {key.split(":")[1] for key in messages() if key.startswith("lint:")} - {"summary"}
    assert worded == set(names)


@pytest.mark.parametrize("rule", LINTS, ids=lambda rule: rule.name)
def test_page_is_one_paragraph_with_an_example(rule: Rule) -> None:
    heading, paragraph = (PAGES / f"{rule.name}.md").read_text(encoding="utf-8").strip().split("\n\n")
    assert heading == f"# {rule.name}"
    assert "Example: " in paragraph.replace("\n", " ")


def test_the_line_of_the_fault_is_named() -> None:
    path = HOME / "city_management-dunhua-2022.yaml"
    (found,) = [each for each in lint_paths([path], BOOK) if each.counts]
    label, line = found.where.rsplit(":", 1)
    assert label == str(path)
    assert "upper: 120000" in path.read_text(encoding="utf-8").splitlines()[int(line) - 1]
    assert "120000元" in found.message_zh and "100000元" in found.message_zh


def test_without_a_file_the_place_in_the_source_is_named() -> None:
    (table,) = [each for each in TABLES if each.id == "dunhua-city-management-2022"]
    assert {each.where for each in lint([table], BOOK)} == {table.file}


def test_one_file_is_judged_beside_nothing_but_itself() -> None:
    found = lint_paths([HOME / "food-yanbian-2022.yaml"], BOOK)
    assert {each.benchmark for each in found} == {"food-yanbian-2022"}


def test_findings_can_be_written_as_json() -> None:
    for each in lint(TABLES, BOOK):
        assert each.message_zh and each.message_en and "{" not in each.message_zh
        json.dumps([each.benchmark, each.item, each.lint, each.severity, each.where])
