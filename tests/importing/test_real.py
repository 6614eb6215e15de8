"""The Guangdong table and list, which nobody here wrote: skipped where the shared material is absent."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from checker.benchmarks.importing import Imported, assemble, open_source
from checker.benchmarks.importing.formulas import weight
from tests.bench.weights import DATA, compare, passages

needs_data = pytest.mark.skipif(not DATA.exists(), reason="../shared/data is not on this machine")


@pytest.fixture(scope="module")
def table() -> Imported:
    if not DATA.exists():
        pytest.skip("../shared/data is not on this machine")
    return assemble(
        open_source(DATA.read_bytes(), DATA.name), {"below_excludes": "true", "in_force_from": "2021-09-01"}
    )


def test_every_weight_table_has_the_numbers_of_the_text(table: Imported) -> None:
    told = passages(DATA)
    scored = [item for item in table.items if "scorings" in item]
    assert len(scored) == 45
    wrong = [item["id"] for item in scored if not compare(item, told[str(item["id"])])[0]]
    assert wrong == []


def test_formulas_caps_and_floors_of_the_notes(table: Imported) -> None:
    scored = {item["id"]: item["scorings"] for item in table.items if "scorings" in item}
    assert all("amount" in scoring for listed in scored.values() for scoring in listed)
    assert {(each["amount"], each["base"]) for each in scored["1.1"]} == {("0.05", "investment")}
    assert [(each["amount"], each.get("cap")) for each in scored["1.6"]] == [(200_000, 1), (1_000_000, None)]
    assert [(each["floor"], each["cap"]) for each in scored["3.2.2"]] == [("0.2", 1)]
    assert [each.get("subject") for each in scored["1.8"]] == [None, None, "responsible_person"]
    assert weight(str(scored["4.7"][0]["start"])) == weight("1/3") or scored["4.7"][0]["base"] == "disposal_cost"


def test_rows_in_are_rows_out_and_rows_listed_and_the_listed_ones_are_the_tables_own_slips(table: Imported) -> None:
    assert table.rows_read == table.rows_used + table.rows_listed
    assert table.rows_listed <= 9  # 45万元以上60万元以上, 2.5元万以上, 1000元以2000元以下 and their like
    assert len(table.items) >= 281


def test_article_23_makes_below_exclude_its_number(table: Imported) -> None:
    tiers = [tier for item in table.items for tier in item.get("tiers", ()) if "含本数" not in tier["text"]]
    branches = [branch for tier in tiers for branch in tier.get("branches", ()) if "upper" in branch]
    ranges = [each for each in branches if Decimal(str(each["lower"])) != Decimal(str(each["upper"]))]
    assert len(ranges) > 1000 and all(each["upper_inclusive"] is False for each in ranges)


@needs_data
def test_the_list_of_acts_that_go_unpunished() -> None:
    path: Path = DATA.with_name("guangdong-ecology-no-penalty-list.pdf")
    made = assemble(open_source(path.read_bytes(), path.name), {})
    assert len(made.items) == 20 and made.rows_listed == 0
    assert all(tier["effect"] == "none" for item in made.items for tier in item["tiers"])
