"""The trained ranking: what it sees of a pair, what its probabilities keep to, and what follows from them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.benchmarks import match_item
from checker.benchmarks.ranking import NAMES, SURE, Ranker, judge, rows
from checker.benchmarks.ranking.citing import Agreement, closest, compared
from checker.records.charge import Charge
from checker.records.law import Citation
from tests.benchmarks.ranking import benchmark, charge, cited, item, ranker

LAW = "中华人民共和国食品安全法"
EXPIRED = item("expired", "食品安全法 124 1 5", "食品安全法 34 1 10", "经营超过保质期的食品", ("超过保质期",))
LABEL = item("label", "食品安全法 125 1 2", "食品安全法 67 1", "经营标签不符合规定的预包装食品", ("标签",))
RESIDUE = item("residue", "食品安全法 124 1 1", "食品安全法 34 1 2", "经营农药残留超标的食品", ("农药残留",))
ITEMS = (EXPIRED, LABEL, RESIDUE)
PLAIN = ranker(basis_article=3.0, basis_item=1.5, violated_article=1.0, violated_item=1.0, signs_told=1.0)

numbers = st.one_of(st.none(), st.integers(1, 3))
citations = st.builds(
    Citation,
    st.sampled_from([LAW, "食品安全法", "中华人民共和国产品质量法"]),
    numbers,
    numbers,
    numbers,
    st.sampled_from([None, None, 1]),
)
texts = st.sampled_from(["", "经营超过保质期的食品", "未取得许可从事餐饮服务", "标签没有生产日期，农药残留超标"])
charges = st.builds(
    Charge, st.lists(citations, max_size=3).map(tuple), st.lists(citations, max_size=3).map(tuple), texts, texts, texts
)
weights = st.lists(st.floats(-4, 4), min_size=len(NAMES), max_size=len(NAMES)).map(tuple)
rankers = st.builds(Ranker, weights, st.floats(-5, 5))


@given(citations, citations)
def test_agreement_is_the_same_whichever_comes_first(one: Citation, other: Citation) -> None:
    assert compared(one, other) == compared(other, one)


@pytest.mark.parametrize(
    ("one", "other", "due"),
    [
        ("食品安全法 124 1 5", "食品安全法 124 1 5", (1, 1, 1, 1)),
        ("食品安全法 124 1 5", "食品安全法 124", (1, 1, 1, 0)),  # a first paragraph is often left out
        ("食品安全法 124 2", "食品安全法 124", (1, 1, 0, 1)),
        ("食品安全法 124 1 5", "食品安全法 124 1 6", (1, 1, 1, -1)),
        ("食品安全法 124 1", "食品安全法 124 2", (1, 1, -1, 1)),
        ("食品安全法 124", "食品安全法 125", (1, 0, 0, 0)),
        ("食品安全法 17", "食品安全法 17-1", (1, 0, 0, 0)),
        ("食品安全法 124", "产品质量法 124", (0, 0, 0, 0)),
    ],
)
def test_citations_agree_level_by_level(one: str, other: str, due: tuple[float, ...]) -> None:
    assert compared(*cited(one), *cited(other)) == due


def test_a_renamed_law_is_nearer_than_another_and_its_articles_are_not_taken_for_the_new_ones() -> None:
    old, new = Citation("环境噪声污染防治法", 56), Citation("中华人民共和国噪声污染防治法", 56)
    assert 0 < compared(old, new).law <= 0.5 and compared(old, new).article == 0
    assert compared(Citation("食品安全法", 1), Citation(LAW, 1)).law == 1


def test_another_item_of_one_of_the_clauses_stands_against_it() -> None:
    own = cited("价格法 42", "食品安全法 13 1 1")
    assert closest(cited("价格法 42"), own) == Agreement(1, 1, 1, 1)
    assert closest(cited("价格法 42", "食品安全法 13 1 2"), own).item == -1
    assert closest((), own) == closest(cited("价格法 42"), ()) == Agreement()


@given(charges, rankers)
def test_shares_are_probabilities(each: Charge, model: Ranker) -> None:
    shares = model.shares(each, ITEMS)
    assert sum(shares.items) + shares.nothing == pytest.approx(1)
    assert all(0 <= share <= 1 for share in (*shares.items, shares.nothing))


@given(charges, rankers, st.permutations(ITEMS))
def test_neither_the_order_of_a_table_nor_the_names_of_its_items_count(
    each: Charge, model: Ranker, mixed: list[object]
) -> None:
    shares = dict(zip([one.id for one in ITEMS], model.shares(each, ITEMS).items, strict=True))
    again = model.shares(each, mixed)  # type: ignore[arg-type]
    assert [shares[one.id] for one in mixed] == pytest.approx(again.items)  # type: ignore[attr-defined]
    renamed = [replace(one, id=f"x{place}") for place, one in enumerate(ITEMS)]
    assert rows(each, renamed) == rows(each, ITEMS)


@given(charges)
def test_numbers_stay_within_their_bounds(each: Charge) -> None:
    for row in rows(each, ITEMS):
        assert len(row) == len(NAMES) and all(-1 <= number <= 1 for number in row)


@given(charges, rankers)
def test_an_item_whose_penalty_article_is_not_cited_is_never_sure(each: Charge, model: Ranker) -> None:
    verdict = judge(each, ITEMS, model)
    if verdict.best is not None and closest(each.basis, ITEMS[verdict.best].basis).article == 0:
        assert not verdict.sure
    match = match_item(each, [benchmark("t", "county", *ITEMS)], model)
    if match is not None and match.sure:
        assert match.score >= SURE and "citation" in match.how and match.runner_up is None
    if match is not None and match.how == "wording":
        assert not match.sure and not match.measures


def test_citations_of_one_item_are_sure_of_it() -> None:
    match = match_item(charge("食品安全法 124 1 5", "食品安全法 34 10"), [benchmark("t", "county", *ITEMS)], PLAIN)
    assert match is not None and match.item is EXPIRED and match.sure and match.how == "citation+wording"


def test_an_article_that_several_items_share_is_for_a_person_to_part() -> None:
    match = match_item(charge("食品安全法 124"), [benchmark("t", "county", *ITEMS)], PLAIN)
    assert match is not None and not match.sure and match.runner_up is not None
    assert {match.item.id, match.runner_up.id} == {"expired", "residue"}
    assert match.score + match.runner_up_score + (match.nothing or 0) <= 1.001


def test_nothing_is_proposed_where_no_item_is_likelier() -> None:
    assert (
        match_item(charge("产品质量法 49", cause="生产不合格产品"), [benchmark("t", "county", *ITEMS)], PLAIN) is None
    )
    assert match_item(charge("食品安全法 124 1 5"), [], PLAIN) is None
    assert match_item(charge("食品安全法 124 1 5"), [benchmark("t", "county")], PLAIN) is None


def test_by_its_words_alone_an_item_is_only_proposed() -> None:
    words = ranker(bias=-1.0, signs_told=8.0)
    match = match_item(charge(cause="经营超过保质期的食品"), [benchmark("t", "county", *ITEMS)], words)
    assert match is not None and match.item is EXPIRED and match.how == "wording"
    assert match.score >= SURE and not match.sure and not match.measures


def test_an_item_that_punishes_nothing_is_no_candidate() -> None:
    free = item("free", "", violation="经营超过保质期的食品")
    assert match_item(charge("食品安全法 124 1 5"), [benchmark("t", "county", free)], ranker(bias=9.0)) is None


def test_the_nearer_level_goes_first_for_one_violation_and_a_farther_one_fills_its_gaps() -> None:
    near, far = benchmark("near", "county", EXPIRED), benchmark("far", "provincial", EXPIRED, LABEL)
    one = match_item(charge("食品安全法 124 1 5", "食品安全法 34 1 10"), [far, near], PLAIN)
    assert one is not None and one.benchmark is near and one.sure
    other = match_item(charge("食品安全法 125 1 2", "食品安全法 67 1"), [far, near], PLAIN)
    assert other is not None and other.benchmark is far and other.item is LABEL


def test_two_tables_of_a_level_are_rivals_unless_they_say_the_same() -> None:
    told = charge("食品安全法 124 1 5", "食品安全法 34 1 10")
    tables = [benchmark("one", "county", EXPIRED), benchmark("other", "county", replace(EXPIRED, id="again"))]
    same = match_item(told, tables, PLAIN)
    assert same is not None and same.sure and same.benchmark.id == "one"
    other = replace(EXPIRED, id="other", violation="销售过期的预包装食品")
    match = match_item(told, [tables[0], benchmark("other", "county", other)], PLAIN)
    assert match is not None and not match.sure and match.runner_up is not None


def test_the_item_of_another_violation_of_the_decision_is_no_rival() -> None:
    table = [benchmark("t", "county", *ITEMS)]
    both = "食品安全法 34"  # violated by both acts
    alone = match_item(charge("食品安全法 124 1", both), table, PLAIN)
    beside = match_item(charge("食品安全法 124 1", both, elsewhere="食品安全法 124 1 1"), table, PLAIN)
    assert alone is not None and alone.runner_up is not None
    assert beside is not None and beside.item is EXPIRED and beside.score > alone.score


def test_without_a_ranking_the_rule_stands_and_is_sure() -> None:
    match = match_item(charge("食品安全法 124 1 5"), [benchmark("t", "county", *ITEMS)])
    assert match is not None and match.item is EXPIRED and match.sure and match.nothing is None
    assert match_item(charge(cause="经营超过保质期的食品"), [benchmark("t", "county", *ITEMS)]) is None


def test_a_score_of_the_rule_lowers_confidence_and_what_the_ranking_is_sure_of_does_not() -> None:
    table, told = [benchmark("t", "county", *ITEMS)], charge("食品安全法 124 1 5", "食品安全法 34 1 10")
    ranked, by_rule = match_item(told, table, PLAIN), match_item(charge("食品安全法 124 1"), table)
    assert ranked is not None and ranked.score < 1 == ranked.certainty
    assert by_rule is not None and by_rule.certainty == pytest.approx(0.5 + by_rule.score / 2)
    unsure = match_item(charge("食品安全法 124"), table, PLAIN)
    assert unsure is not None and unsure.certainty == pytest.approx(0.5 + unsure.score / 2)
