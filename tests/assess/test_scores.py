"""Multi-factor scoring on facts: exact when every factor is told, else a range; silent when two may apply."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from checker.assess.scores import scored
from checker.benchmarks.reachable import reachable
from checker.records.assessment import ItemMatch
from checker.records.benchmark import Benchmark, Factor, Item, Option, Scoring
from checker.records.read import Span
from checker.records.truth import Facts, FactValue


def match(*scorings: Scoring) -> ItemMatch:
    item = Item("1", "超标排放", (), (), (), scorings=scorings)
    day = date(2023, 1, 1)
    made = Benchmark("b", "某基准", "某局", "某市", ("某市",), "ecology", "county", "", day, None, "虚构", (item,))
    return ItemMatch(made, item, 1.0, "citation")


def facts(**values: FactValue) -> Facts:
    named = {name.replace("__", ":"): value for name, value in values.items()}
    return Facts(named, dict.fromkeys(named, tuple[Span, ...]()))


DAYS = Factor(
    "持续时间", (Option("3个月以下", Decimal("0"), "days < 90"), Option("3个月以上", Decimal("0.3"), "days >= 90"))
)
HELP = Factor(
    "配合情况",
    (Option("配合", Decimal("0"), "has(cooperated)"), Option("不配合", Decimal("0.2"), "not has(cooperated)")),
)
WORDS = Factor("区域", (Option("一般", Decimal("0")), Option("敏感区", Decimal("0.1"))))
PLAIN = Scoring((DAYS, HELP), start=Decimal("0.2"), amount=Decimal(1_000_000))


def ends(scoring: Scoring, known: Facts, *, person: bool = False) -> tuple[Decimal, Decimal] | None:
    band = scored(match(scoring), known, person=person)
    if band is None or band.range is None or band.range.lower is None or band.range.upper is None:
        return None
    return band.range.lower.value, band.range.upper.value


def test_every_factor_told_gives_one_fine() -> None:
    assert ends(PLAIN, facts(days=Decimal(120), has__cooperated=True)) == (500_000, 500_000)


def test_a_factor_that_is_not_told_widens_the_range() -> None:
    assert ends(PLAIN, facts(days=Decimal(120))) == (500_000, 700_000)
    assert ends(PLAIN, facts()) == (200_000, 700_000)
    assert ends(Scoring((WORDS,), amount=Decimal(100)), facts()) == (0, 10)


def test_floor_cap_and_corrections_are_kept() -> None:
    lenient = Option("公开道歉", Decimal("-0.3"), "has(removed_harm)")
    held = Scoring(
        (DAYS,),
        Decimal("0.2"),
        Decimal(100_000),
        floor=Decimal("0.15"),
        cap=Decimal("0.4"),
        corrections=(lenient,),
        correction_limit=Decimal("0.1"),
    )
    assert ends(held, facts(days=Decimal(10), has__removed_harm=True)) == (15_000, 15_000)
    assert ends(held, facts(days=Decimal(100), has__removed_harm=False)) == (40_000, 40_000)


def test_a_base_that_is_not_told_is_missing() -> None:
    band = scored(match(Scoring((DAYS,), amount=Decimal("0.05"), base="investment")), facts(), person=False)
    assert band is not None and band.range is None and band.missing == ("investment",)


def test_a_base_multiplies() -> None:
    share = Scoring((DAYS,), start=Decimal("0.2"), amount=Decimal("0.05"), base="investment")
    assert ends(share, facts(days=Decimal(90), investment=Decimal(2_000_000))) == (50_000, 50_000)


def test_interpolation_stands_between_its_ends() -> None:
    between = Scoring((DAYS,), combine="interpolate", lower=Decimal(20_000), upper=Decimal(200_000))
    assert ends(between, facts(days=Decimal(90))) == (74_000, 74_000)


def test_two_columns_are_chosen_by_their_condition() -> None:
    within = Scoring((DAYS,), amount=Decimal(200_000), when="has(corrected_in_time)")
    after = Scoring((DAYS,), amount=Decimal(1_000_000), when="has(refused_correction)")
    known = facts(days=Decimal(90), has__refused_correction=True, has__corrected_in_time=False)
    band = scored(match(within, after), known, person=False)
    assert band is not None and band.range is not None and band.range.contains(Decimal(300_000))
    assert scored(match(within, after), facts(days=Decimal(90)), person=False) is None  # either may apply


def test_managers_have_a_scoring_of_their_own() -> None:
    theirs = Scoring((DAYS,), amount=Decimal(20_000), subject="responsible_person")
    assert ends(theirs, facts(days=Decimal(90)), person=True) == (6_000, 6_000)
    assert ends(theirs, facts(days=Decimal(90))) is None


@given(st.lists(st.lists(st.integers(-20, 40), min_size=1, max_size=4), min_size=1, max_size=5), st.integers(0, 50))
def test_with_nothing_told_the_range_is_all_that_options_reach(weights: list[list[int]], start: int) -> None:
    factors = tuple(
        Factor(str(number), tuple(Option(str(each), Decimal(each) / 100) for each in options))
        for number, options in enumerate(weights)
    )
    scoring = Scoring(factors, start=Decimal(start) / 100, amount=Decimal(1_000_000))
    all_of = reachable(scoring)
    assert all_of is not None and ends(scoring, facts()) == (all_of.lowest, all_of.highest)
