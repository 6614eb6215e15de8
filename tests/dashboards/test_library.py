"""What the benchmarks page reads, without a browser."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from checker.samples import sample_data
from dashboards import bands, library
from dashboards.components import cells

HOME = sample_data() / "benchmarks"


@pytest.fixture(scope="module")
def shelf() -> library.Library:
    return library.load([HOME])


def test_search_by_words_field_level_and_day(shelf: library.Library) -> None:
    def ids(**wanted: object) -> set[str]:
        return {each.id for each in library.listed(shelf, library.Search(**wanted))}  # type: ignore[arg-type]

    assert len(ids()) == len(shelf.benchmarks)
    assert {"food-yanbian-2022", "food-yanbian-2024"} <= ids(words="超过保质期")
    assert ids(words="道路运输", on=date(2022, 6, 30)) == {"yanbian-transport-2019"}  # the last day counts
    assert ids(fields=["fire"]) == {"yanbian-fire-2021"}
    assert "jilin-product-2022" in ids(levels=["provincial"]) and "food-yanbian-2022" not in ids(levels=["provincial"])


def test_versions_share_a_title_without_its_year(shelf: library.Library) -> None:
    road = shelf.get("yanbian-transport-2022")
    assert road is not None
    years = [each.id[-4:] for each in library.versions(shelf, road)]
    assert years == ["2019", "2022", "2023"]
    product = shelf.get("jilin-product-2022")
    assert product is not None and len(library.versions(shelf, product)) == 2


def test_tiers_are_bars_on_one_axis_a_base_in_the_frame_of_the_law(shelf: library.Library) -> None:
    food = shelf.get("food-yanbian-2022")
    assert food is not None
    item = next(each for each in food.items if each.id == "food-124-1-5")
    axes = bands.axes(item, shelf.book, date(2023, 1, 1))
    assert [axis.base for axis in axes] == ["yuan", "goods_value"]
    assert axes[0].frame == (50000, 100000) and axes[1].frame == (10, 20)
    assert [(row.lower, row.upper) for row in axes[0].rows][-1] == (85000, 100000)
    assert axes[0].limit > 100000 and "货值金额" in axes[0].title[0]


def test_scoring_tells_what_it_can_reach(shelf: library.Library) -> None:
    items = [item for each in shelf.benchmarks for item in each.items if item.scorings]
    assert items
    for item in items:
        for scoring in item.scorings:
            reached = library.reach(scoring)
            assert reached is not None and reached[0] and reached[1]
            assert library.factor_rows(scoring) and library.formula_rows(scoring)


def test_import_record_is_read_beside_the_table_and_filtered_to_the_page(tmp_path: Path) -> None:
    text = (HOME / "food-yanbian-2022.yaml").read_text(encoding="utf-8")
    text = text.replace("  - id: food-124-1-5\n", "  - id: food-124-1-5\n    where: page 3, table 1, row 2\n", 1)
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    unread = [{"where": f"page {page}, table 1", "text": str(page), "reason": "r"} for page in (3, 4)]
    made = {"source": "a.pdf", "sha256": "0", "mapping": {"k": 1}, "rows": {"in": 2}, "unparsed": unread}
    (tmp_path / "a.import.json").write_text(json.dumps(made), encoding="utf-8")
    (tmp_path / "a.pdf").write_bytes(b"%PDF- another file")
    shelf = library.load([tmp_path])
    food = shelf.get("food-yanbian-2022")
    assert food is not None
    record = library.import_record(shelf, food)
    assert record is not None and record.original is None  # another content than was imported
    assert [each.text for each in library.unread_near(record, food.items[0])] == ["3"]
    assert len(library.unread_near(record, food.items[1])) == 2  # it tells no page
    assert record.mapping == {"k": "1"}


def test_broken_import_record_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text((HOME / "fire-yanbian-2021.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "a.import.json").write_text("{", encoding="utf-8")
    shelf = library.load([tmp_path])
    fire = shelf.get("yanbian-fire-2021")
    assert fire is not None and library.import_record(shelf, fire) is None


def test_lints_judge_the_given_tables_only(shelf: library.Library) -> None:
    assert {each.benchmark for each in library.lints(shelf)} <= set(shelf.files)


@pytest.mark.parametrize(
    ("where", "page"), [("page 16, table 1, row 4", 16), ("第 3 页", 3), ("sheet 食品, row 4", None)]
)
def test_page_of_a_place(where: str, page: int | None) -> None:
    assert library.page_of(where) == page


def test_a_day_on_which_the_benchmark_is_in_force(shelf: library.Library) -> None:
    old = shelf.get("food-yanbian-2022")
    assert old is not None
    assert library.day_for(old, date(2026, 1, 1)) == date(2023, 12, 31)
    assert library.day_for(old, date(2021, 1, 1)) == date(2022, 1, 1)
    assert library.day_for(old, date(2022, 5, 1)) == date(2022, 5, 1)


def test_cells_escape_words_and_say_repeated_ones_once() -> None:
    made = cells.html([("甲", "<b>"), ("甲", "乙")], ("一", "二"), repeats=1)
    assert "&lt;b&gt;" in made and made.count("甲") == 1
