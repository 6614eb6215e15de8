"""Documents of one folder are held against each other: which belong together, what differs, what is read again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.batch import plan, run_batch
from checker.batch.recheck import recheck
from checker.casefile import MOST, case_files
from checker.pipeline import Options, pipeline
from checker.records.assessment import Result
from checker.records.finding import Finding
from checker.store import Store, queries
from tests.casefile.making import NOTICE, OTHERS, PAYMENT, PUBLISHED, decision, write

NAME = "amount-differs-across-documents"
OPTIONS = Options(models=None)


def checked(folder: Path) -> dict[str, Result]:
    """Results by file name."""
    made = (step.result for step in run_batch(plan([folder]), OPTIONS))
    return {Path(each.file).name: each for each in made if each is not None}


def told(folder: Path) -> list[Finding]:
    """What is said of the decision's amount against its case file."""
    return [each for each in checked(folder)["decision.txt"].findings if each.check == NAME]


def test_a_notice_with_the_same_amount_is_silent(tmp_path: Path) -> None:
    assert told(write(tmp_path, decision=decision(), notice=NOTICE.format(fine="50000"))) == []


def test_a_notice_of_ten_times_less_is_shown_with_file_and_quote(tmp_path: Path) -> None:
    (found,) = told(write(tmp_path, decision=decision(), notice=NOTICE.format(fine="5000")))
    assert "notice.txt" in found.message_zh and "10倍" in found.message_zh
    assert found.status == "lead"  # which of the two papers is wrong, only the originals tell
    assert any("notice.txt 第1页：“5000元”" in each.source for each in found.trace)
    assert {span.quote for span in found.evidence} == {"50000元"}


def test_a_plea_does_not_explain_a_ten_fold_amount(tmp_path: Path) -> None:
    plea = "当事人提出申辩，本局予以采纳。"
    assert len(told(write(tmp_path, decision=decision(plea=plea), notice=NOTICE.format(fine="500000")))) == 1
    assert told(write(tmp_path / "b", decision=decision(plea=plea), notice=NOTICE.format(fine="60000"))) == []


@pytest.mark.parametrize(("notice", "words"), [("60000", "相差10000元"), ("40000", "高于告知10000元")])
def test_a_change_without_a_word(tmp_path: Path, notice: str, words: str) -> None:
    (found,) = told(write(tmp_path, decision=decision(), notice=NOTICE.format(fine=notice)))
    assert words in found.message_zh


def test_what_is_published_must_be_what_was_decided(tmp_path: Path) -> None:
    assert told(write(tmp_path / "a", decision=decision(), published=PUBLISHED.format(fine="50000"))) == []
    (found,) = told(write(tmp_path / "b", decision=decision(), published=PUBLISHED.format(fine="30000")))
    assert "公示" in found.message_zh


@pytest.mark.parametrize(("figure", "shown"), [("21600.00", False), ("26100.00", True), ("2160.00", True)])
def test_a_payment_slip_copied_wrongly(tmp_path: Path, figure: str, shown: bool) -> None:
    paid = PAYMENT.format(figure=figure, words="贰万壹仟陆佰元整")
    assert bool(told(write(tmp_path, decision=decision("21600"), payment=paid))) is shown


def test_a_fee_beside_the_fine_is_no_slip(tmp_path: Path) -> None:
    paid = PAYMENT.format(figure="21600.00", words="贰万肆仟陆佰元整")  # with 3000 for lateness
    assert told(write(tmp_path, decision=decision("21600"), payment=paid)) == []


def test_the_fine_that_is_ten_fold_among_several_is_named(tmp_path: Path) -> None:
    two = decision("50000").replace("罚款50000元。", "\n1.罚款50000元；\n2.罚款300元。")
    (found,) = told(write(tmp_path, decision=two, notice=NOTICE.format(fine="5000元，并拟罚款300")))
    assert "5000元与" not in found.message_zh.replace("写5000元", "") and "决定罚款50000元" in found.message_zh


def test_an_approval_that_tells_the_proposal_is_no_slip(tmp_path: Path) -> None:
    plea = "本局曾告知拟罚款60000元，当事人申辩，予以采纳。"
    assert (
        told(write(tmp_path, decision=decision(plea=plea), approval="审批表\n延吉市顺达食品店\n建议罚款60000元")) == []
    )


def test_a_notice_to_somebody_else_is_of_another_case(tmp_path: Path) -> None:
    assert told(write(tmp_path, decision=decision(), other=OTHERS)) == []


def test_a_pile_of_many_cases_is_no_case_file(tmp_path: Path) -> None:
    many = {f"paper{index}": OTHERS for index in range(MOST)}
    write(tmp_path, decision=decision(), notice=NOTICE.format(fine="5000"), **many)
    assert told(tmp_path) == []


def test_an_archive_is_a_folder() -> None:
    labels = ["x/a.zip!1.pdf", "x/a.zip!2.pdf", "x/b.pdf", "x/a.zip!sub/1.pdf"]
    assert case_files(labels, str) == [("x/a.zip!1.pdf", "x/a.zip!2.pdf"), ("x/b.pdf",), ("x/a.zip!sub/1.pdf",)]


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 99)), unique=True, max_size=120))
def test_nothing_is_lost_and_nothing_counted_twice(listed: list[tuple[str, int]]) -> None:
    labels = [f"{folder}/{name}.txt" for folder, name in listed]
    files = case_files(labels, str)
    assert sorted(each for inside in files for each in inside) == sorted(labels)
    assert all(len(inside) <= MOST for inside in files)


def test_a_changed_neighbour_makes_the_decision_new(tmp_path: Path) -> None:
    folder = write(tmp_path / "case", decision=decision(), notice=NOTICE.format(fine="50000"))
    with Store(str(tmp_path / "a.db")) as store:
        for step in run_batch(plan([folder]), OPTIONS):
            assert step.result is not None
            store.save(step.result)
        known = store.known(pipeline(OPTIONS).versions)
        assert [step.result for step in run_batch(plan([folder]), OPTIONS, known=known)] == [None, None]
        write(folder, notice=NOTICE.format(fine="5000"))
        for step in run_batch(plan([folder]), OPTIONS, known=known):
            assert step.result is not None
            store.save(step.result)
        frame = queries.results(store)
        assert len(frame) == 2
        assert any(each["check"] == NAME for case in queries.full(store) for each in case.checked["findings"])


def test_an_unreadable_neighbour_does_not_make_all_read_again(tmp_path: Path) -> None:
    folder = write(tmp_path, decision=decision(), notice=NOTICE.format(fine="50000"))
    (folder / "empty.txt").write_bytes(b"")
    first = [step.result for step in run_batch(plan([folder]), OPTIONS)]
    known = {each.file: each.sha256 + each.beside for each in first if each}
    again = [step.result for step in run_batch(plan([folder]), OPTIONS, known=known)]
    assert [each.problems[0].code for each in again if each is not None] == ["empty"]


def test_measured_again_with_other_benchmarks_the_case_file_still_speaks(tmp_path: Path) -> None:
    folder = write(tmp_path / "case", decision=decision(), notice=NOTICE.format(fine="5000"))
    with Store(str(tmp_path / "a.db")) as store:
        for step in run_batch(plan([folder]), OPTIONS):
            assert step.result is not None
            store.save(step.result)
        assert [each.outcome for each in recheck(store, OPTIONS)] == ["same", "same"]
