"""A correction is reset only when source and reading both changed, or the extractor's epoch says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.review import EPOCHS, Reading, Standing, reading_at, standing
from checker.store import Store
from tests.making_corrections import DECISION, correction, kind, read, saved, sha

OTHER = DECISION.replace("2023年5月6日", "2023年5月7日")
SHIFTED = "（副本）\n" + DECISION


def judged(text: str, found: tuple[Reading, ...], made: object = None, **more: object) -> Standing:
    return standing(made or correction(), sha(text), [text], found, **more)  # type: ignore[arg-type]


def readings_of(text: str, tmp_path: Path) -> tuple[Reading, ...]:
    with Store(str(tmp_path / "a.db")) as store:
        return read(store, saved(store, text))


def test_the_same_bytes_stand_though_the_machine_reads_otherwise_now(tmp_path: Path) -> None:
    assert judged(DECISION, ()).state == "stands"
    assert judged(DECISION, readings_of(DECISION, tmp_path)).state == "stands"


@pytest.mark.parametrize("text", [OTHER, SHIFTED])
def test_other_bytes_read_the_same_carry_it_to_its_new_place(tmp_path: Path, text: str) -> None:
    made = judged(text, readings_of(text, tmp_path))
    assert made.state == "moved"
    assert text[made.place[1] : made.place[2]] == "300元"


def test_other_bytes_and_another_reading_reset_it(tmp_path: Path) -> None:
    text = OTHER.replace("货值金额300元", "单价300元")
    assert judged(text, readings_of(text, tmp_path)).state == "reset"


def test_words_that_are_gone_reset_it(tmp_path: Path) -> None:
    text = OTHER.replace("300元", "400元")
    assert judged(text, readings_of(text, tmp_path)).state == "reset"


def test_words_that_stand_twice_among_the_same_neighbours_have_no_place() -> None:
    assert judged(DECISION + DECISION, ()).state == "reset"


def test_a_raised_epoch_resets_it_whatever_else_is_the_same(tmp_path: Path) -> None:
    found = readings_of(DECISION, tmp_path)
    assert judged(DECISION, found, epochs={**EPOCHS, "money": EPOCHS["money"] + 1}).state == "reset"
    assert judged(DECISION, found, epochs={**EPOCHS, "kind": EPOCHS["kind"] + 1}).state == "stands"


def test_a_kind_is_carried_on_while_the_machine_reads_the_same(tmp_path: Path) -> None:
    assert judged(OTHER, readings_of(OTHER, tmp_path), kind()).state == "moved"
    notice = OTHER.replace("行政处罚决定书", "行政处罚告知书")
    assert judged(notice, readings_of(notice, tmp_path), kind()).state == "reset"


def test_a_missed_passage_is_carried_on_while_it_is_missed(tmp_path: Path) -> None:
    made = correction(quote="第三十四条", label="other", machine_label=None)
    assert judged(OTHER, readings_of(OTHER, tmp_path), made).state == "moved"


def test_of_overlapping_readings_the_nearest_is_meant() -> None:
    wide = Reading("money", 1, 0, 20, "", "fine", None, 0.9, "r")
    narrow = Reading("money", 1, 4, 9, "", "price", None, 0.9, "r")
    assert reading_at([wide, narrow], "money", (1, 4, 9)) == narrow
    assert reading_at([wide, narrow], "money", (2, 4, 9)) is None
    assert reading_at([wide], "circumstance", (1, 4, 9)) is None


def test_the_same_bytes_read_otherwise_are_another_source(tmp_path: Path) -> None:
    """OCR that was installed since, or reads better, gives the same file other words."""
    found = readings_of(SHIFTED, tmp_path)
    made = standing(correction(), sha(DECISION), [SHIFTED], found)
    assert made.state == "moved" and SHIFTED[made.place[1] : made.place[2]] == "300元"
    assert standing(correction(), sha(DECISION), [SHIFTED], ()).state == "reset"
    assert standing(correction(page=3), sha(DECISION), [DECISION], ()).state == "reset"
