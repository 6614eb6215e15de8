"""What the case page and the page of models read and keep, without a browser."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from checker.store import Store, corrections, queries
from checker.store.queries import StoredCase
from dashboards import labelling, modelling
from tests.making_corrections import DECISION, correction, kind, saved
from tests.models.making import AT, shelf


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(str(tmp_path / "cases.db"))
    saved(made)
    return made


def the_case(store: Store) -> StoredCase:
    (row,) = queries.results(store)
    found = queries.case(store, row["id"])
    assert found is not None
    return found


def test_readings_stand_in_the_order_of_the_text_with_a_persons_word_beside(store: Store) -> None:
    corrections.add(store, [correction(), kind("decision")])
    rows = labelling.judged(store, the_case(store))
    assert [row.place.start for row in rows] == sorted(row.place.start for row in rows)
    (fixed,) = [row for row in rows if row.said is not None and row.task == "money"]
    assert fixed.reading is not None and fixed.reading.label == "goods_value"
    assert fixed.said is not None and fixed.said.correction.label == "price"
    assert "货值金额【300元】，违法" in fixed.place.shown
    (whole,) = [row for row in rows if row.task == "kind"]
    assert whole.said is not None and whole.said.correction.agrees and whole.place.shown == ""


def test_a_missed_passage_has_a_row_of_its_own(store: Store) -> None:
    corrections.add(store, [correction(quote="第三十四条", label="other", machine_label=None)])
    (row,) = [row for row in labelling.judged(store, the_case(store)) if row.reading is None]
    assert "【第三十四条】" in row.place.shown and row.said is not None


def test_a_correction_of_the_file_as_it_was_is_carried_on_or_shown_as_reset(store: Store) -> None:
    corrections.add(store, [correction(), correction(quote="50000元", label="price", machine_label="fine")])
    saved(store, DECISION.replace("2023年5月6日", "2023年5月7日").replace("50000元", "60000元"))
    rows = [row for row in labelling.judged(store, the_case(store)) if row.said is not None]
    states = {row.said.correction.quote: row.said.state for row in rows if row.said}
    assert states == {"300元": "moved", "50000元": "reset"}
    (gone,) = [row for row in rows if row.said and row.said.state == "reset"]
    assert gone.reading is None and gone.place.shown == "50000元"


def test_words_are_found_in_the_text_as_it_is_shown(store: Store) -> None:
    found = labelling.places(the_case(store).pages, "120元")
    assert len(found) == 2 and "违法所得【120元】。" in found[0].shown
    (phone,) = labelling.places(the_case(store).pages, "138******78")
    assert DECISION[phone.start : phone.end] == "13812345678" and "13812345678" not in phone.shown
    assert labelling.places(the_case(store).pages, "13812345678") == ()
    assert labelling.places(["甲"], "") == () and labelling.places(["甲"], "乙") == ()
    assert len(labelling.places(["甲" * 200], "甲")) == labelling.MOST_PLACES


def test_a_persons_word_is_kept_with_what_the_machine_said(store: Store) -> None:
    document = the_case(store)
    (place, _) = labelling.places(document.pages, "120元")
    labelling.correct(store, document.sha256, "money", place, "price", polarity=None, who=" 张三 ", at=AT, note="  ")
    (kept,) = corrections.standing(store)
    made = kept.correction
    assert (made.machine_label, made.who, made.note) == ("illegal_gains", "张三", None)
    assert made.extractor.startswith("rules@") and made.before.endswith("违法所得")
    with pytest.raises(corrections.CorrectionError):
        labelling.correct(store, document.sha256, "money", place, "price", polarity=None, who="", at=AT, note="")


def test_the_tally_counts_by_task_and_person_and_what_differs(store: Store) -> None:
    gains = correction(quote="120元", label="illegal_gains", machine_label="illegal_gains")
    corrections.add(store, [correction(), kind("decision"), gains])
    rows = labelling.tally(store)
    assert [(row["task"], row["who"], row["count"], row["other"]) for row in rows] == [
        ("money", "张审", 2, 1),
        ("kind", "张审", 1, 0),
    ]


def test_labels_in_words() -> None:
    assert labelling.label_words("circumstance", "cooperated", "denied", 0) == "积极配合调查（否认）"
    assert labelling.label_words("money", None, None, 1) == "not read by the machine"


def test_models_of_a_task_in_rows_and_compared(tmp_path: Path) -> None:
    registry, good, bad = shelf(tmp_path / "r")
    registry.promote("kind", good, who="张三", at=AT)
    assert modelling.tasks(registry)[0] == "kind" and "money" in modelling.tasks(registry)
    first, second = modelling.entries(registry, "kind")
    assert (first.id, second.id) == (good, bad)
    row = modelling.overview(first)
    assert row["right"] == "30/30" and row["trained_at"] == "2026-05-05 00:00"
    made = registry.compare("kind", bad)
    assert made is not None
    rows = modelling.comparison_rows("kind", made, 0)
    assert rows[0][3].endswith("▼") and any("行政处罚决定书" in each[0] for each in rows)
    assert "张三" in modelling.history(registry, "kind", 0)[0] and "张三" in modelling.card(registry, first, 0)
    assert modelling.overview(replace(first, broken="坏了", card={}))["state"] == "坏了"


def test_a_passage_of_personal_data_is_marked_and_never_shown(store: Store) -> None:
    (place,) = labelling.places(the_case(store).pages, "138******78")
    labelling.correct(store, correction().sha256, "money", place, "other", polarity=None, who="张三", at=AT, note="")
    (row,) = [row for row in labelling.judged(store, the_case(store)) if row.said is not None]
    assert row.said is not None and row.said.state == "stands" and "13812345678" not in row.place.shown
