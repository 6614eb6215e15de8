"""How findings are built, ranked and run."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.checks import Check, rank, run_checks
from checker.checks.building import fact_words, finding, plain
from checker.checks.ranking import SEVERITIES, STATUSES
from checker.checks.statute.maximum import CHECK
from checker.checks.wording import chinese_number, citation_words, range_words
from checker.records.assessment import Case
from checker.records.finding import Finding, RuleRef, Step
from checker.records.ranges import Bound, MoneyRange
from checker.records.read import Span
from tests.checks.making import case_from, citation

SPAN = Span(1, 0, 2, "罚款")
RULE = RuleRef("《某法》第九条", "art. 9")
STEP = Step("罚款", "6", "决定书")
WORDS: dict[str, Any] = {"amount": Decimal(6), "basis": ("甲", "a"), "bound": Decimal(5), "distance": Decimal(1)}
CASE = case_from({}, "罚款6元")


@pytest.mark.parametrize("left_out", ["evidence", "rules", "trace"])
def test_allegation_without_its_proof_is_refused(left_out: str) -> None:
    proof: dict[str, Any] = {"evidence": [SPAN], "rules": [RULE], "trace": [STEP], left_out: []}
    with pytest.raises(ValueError, match="needs evidence, a rule and a trace"):
        finding(CHECK, CASE, "lead", **proof, **WORDS)


def test_cannot_tell_without_missing_facts_is_refused() -> None:
    with pytest.raises(ValueError, match="must name the missing facts"):
        finding(CHECK, CASE, "cannot_tell", evidence=[SPAN], rules=[RULE], **WORDS)


def test_violation_on_an_uncertain_reading_becomes_a_lead() -> None:
    sure = finding(CHECK, CASE, "violation", evidence=[SPAN], rules=[RULE], trace=[STEP], confidence=0.9, **WORDS)
    unsure = finding(CHECK, CASE, "violation", evidence=[SPAN], rules=[RULE], trace=[STEP], confidence=0.7, **WORDS)
    assert (sure.status, unsure.status) == ("violation", "lead")


def test_check_that_raises_is_a_problem_and_not_listed_as_run() -> None:
    def broken(case: Case) -> Iterator[Finding]:
        raise KeyError("goods_value")

    bad = Check("bad-check", "一般", "甲", "a", broken)
    findings, problems, names = run_checks(CASE, (bad, CHECK))
    assert (findings, names) == ([], ("fine-above-maximum",))
    assert [(each.code, each.stage) for each in problems] == [("check-failed", "check")]
    assert "bad-check" in problems[0].message_zh and "KeyError" in problems[0].message_en


FINDINGS = st.builds(
    lambda status, severity, confidence, distance: Finding(
        "x-y", status, severity, "", "", (), (), confidence=confidence, parameters={"distance": distance, "bound": "10"}
    ),
    st.sampled_from(STATUSES),
    st.sampled_from(SEVERITIES),
    st.floats(0, 1),
    st.integers(0, 99).map(str),
)


@given(st.lists(FINDINGS, max_size=8), st.randoms())
def test_ranking_does_not_depend_on_the_order_found(found: list[Finding], random: object) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert rank(found) == rank(shuffled)


def test_ranking_puts_proof_before_gravity_and_far_before_near() -> None:
    def made(status: str, severity: str, distance: str) -> Finding:
        return Finding("x-y", status, severity, "", "", (), (), parameters={"distance": distance, "bound": "10"})  # type: ignore[arg-type]

    worst, near, lead = made("violation", "一般", "9"), made("violation", "一般", "1"), made("lead", "重大", "9")
    assert rank([lead, near, worst]) == [worst, near, lead]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "一"),
        (10, "十"),
        (15, "十五"),
        (20, "二十"),
        (101, "一百零一"),
        (110, "一百一十"),
        (124, "一百二十四"),
        (1003, "一千零三"),
        (1260, "一千二百六十"),
    ],
)
def test_article_numbers_in_chinese(number: int, words: str) -> None:
    assert chinese_number(number) == words


def test_citation_in_words_keeps_the_inserted_article() -> None:
    assert citation_words(citation("刑法 17-1 2 3"))[0] == "《中华人民共和国刑法》第十七条之一第二款第三项"


def test_range_words_say_what_an_end_excludes() -> None:
    low, high = Bound(Decimal(5000)), Bound(Decimal(10000), inclusive=False)
    assert range_words(MoneyRange(low, high))[0] == "5000元以上不足10000元"
    assert range_words(MoneyRange(Bound(Decimal(0)), Bound(Decimal(300)))) == ("300元以下", "up to 300 yuan")


def test_money_is_plain_yuan() -> None:
    assert [plain(Decimal(amount)) for amount in ("50000.00", "0.5", "1E+4")] == ["50000", "0.50", "10000"]


@pytest.mark.parametrize(
    "name", ["goods_value", "has:cooperated", "count.area", "text:已售出", "count of per_person", "出厂价"]
)
def test_every_kind_of_fact_has_words(name: str) -> None:
    zh, en = fact_words([name])
    assert zh and en and not zh.startswith(("has:", "text:", "count"))
