"""What a table can produce: the same answers as trying every combination, only faster."""

from __future__ import annotations

from decimal import Decimal
from itertools import chain, combinations, product

from hypothesis import given
from hypothesis import strategies as st

from checker.benchmarks.formula import total_of
from checker.benchmarks.reachable import reachable, reachable_item
from checker.records.benchmark import Factor, Item, Option, Scoring, Tier
from checker.records.ranges import Bound, Branch
from checker.records.truth import Facts

D = Decimal
CENT = D("0.01")
ONE = D(1)


def options(*weights: str) -> tuple[Option, ...]:
    return tuple(Option(f"选项{number}", D(weight)) for number, weight in enumerate(weights))


def subsets(listed: tuple[Option, ...]) -> list[tuple[Option, ...]]:
    return list(chain.from_iterable(combinations(listed, size) for size in range(len(listed) + 1)))


def brute(scoring: Scoring, base: Decimal = ONE) -> set[Decimal]:
    """Every fine, by trying every combination, straight from the formula of the record."""
    chosen = [subsets(each.options) if each.several else [(one,) for one in each.options] for each in scoring.factors]
    found = set()
    for choice in product(*chosen):
        weights = sum((option.weight for group in choice for option in group), scoring.start)
        for corrections in subsets(scoring.corrections):
            change = sum((each.weight for each in corrections), D(0))
            if scoring.correction_limit is not None:
                change = max(-scoring.correction_limit, min(scoring.correction_limit, change))
            total = weights * (1 + change) if scoring.multiply else weights + change
            total = total if scoring.floor is None else max(total, scoring.floor)
            total = total if scoring.cap is None else min(total, scoring.cap)
            fine = total * scoring.amount
            if scoring.combine == "interpolate":
                assert scoring.lower is not None and scoring.upper is not None
                fine = scoring.lower + (scoring.upper - scoring.lower) * total
            fine *= base
            fine = fine if scoring.least is None else max(fine, scoring.least)
            fine = fine if scoring.most is None else min(fine, scoring.most)
            found.add(max(fine, D(0)).quantize(CENT))
    return found


weights = st.integers(-300, 3000).map(lambda value: D(value) / 10000)
option_lists = st.lists(weights, min_size=1, max_size=3).map(lambda each: options(*map(str, each)))
maybe = st.none() | st.integers(0, 100).map(lambda value: D(value) / 100)


@st.composite
def scorings(draw: st.DrawFn) -> Scoring:
    factors = tuple(
        Factor(f"要素{number}", draw(option_lists), draw(st.booleans())) for number in range(draw(st.integers(1, 3)))
    )
    interpolate = draw(st.booleans())
    floor, cap = draw(maybe), draw(maybe)
    if floor is not None and cap is not None and floor > cap:
        floor, cap = cap, floor
    return Scoring(
        factors=factors,
        start=draw(weights),
        amount=D(draw(st.sampled_from(["1000000", "20000", "0.05", "1"]))),
        combine="interpolate" if interpolate else "sum",
        lower=D(20000) if interpolate else None,
        upper=D(200000) if interpolate else None,
        floor=floor,
        cap=cap,
        least=draw(st.sampled_from([None, D(1000)])),
        most=draw(st.sampled_from([None, D(150000)])),
        corrections=draw(st.lists(weights, max_size=3).map(lambda each: options(*map(str, each)))),
        correction_limit=draw(st.none() | st.sampled_from([D("0.1"), D("0.02")])),
        multiply=draw(st.booleans()),
    )


@given(scorings(), st.lists(st.integers(0, 400000), min_size=1, max_size=4), st.sampled_from([D(1), D("12345.67")]))
def test_same_as_every_combination(scoring: Scoring, asked: list[int], base: Decimal) -> None:
    truth = sorted(brute(scoring, base))
    made = reachable(Scoring(**{**_fields(scoring), "base": "goods_value"}), base)
    assert made is not None
    assert (made.lowest, made.highest) == (truth[0], truth[-1])
    for amount in (*map(D, asked), *truth[:3], truth[-1] + 1):
        near = made.nearest(amount)
        below = max((each for each in truth if each <= amount), default=None)
        above = min((each for each in truth if each >= amount), default=None)
        assert (near.below.amount if near.below else None) == below
        assert (near.above.amount if near.above else None) == above
        assert made.contains(amount) == any(abs(each - amount) <= 1 for each in truth)


@given(scorings(), st.integers(0, 400000))
def test_the_options_named_make_the_amount(scoring: Scoring, amount: int) -> None:
    made = reachable(scoring)
    assert made is not None
    near = made.nearest(D(amount))
    for each in (near.below, near.above):
        if each is None:
            continue
        assert each.amount in brute(_only(scoring, dict(each.choice), each.corrections))
        assert each.total == total_of(*_parts(scoring, dict(each.choice), each.corrections))


def _fields(scoring: Scoring) -> dict[str, object]:
    return {name: getattr(scoring, name) for name in Scoring.__slots__}


def _only(scoring: Scoring, choice: dict[str, tuple[str, ...]], corrections: tuple[str, ...]) -> Scoring:
    """The scoring with nothing left to choose: one option a factor, its weights added up."""
    factors = tuple(
        Factor(each.name, (Option("", _sum(each.options, choice.get(each.name, ()))),)) for each in scoring.factors
    )
    change = _sum(scoring.corrections, corrections)
    if scoring.correction_limit is not None:
        change = max(-scoring.correction_limit, min(scoring.correction_limit, change))
    fixed = {**_fields(scoring), "factors": factors, "corrections": (), "multiply": False}
    start = scoring.start
    if scoring.multiply:  # a factor of its own cannot multiply: fold it into the start
        whole = (start + sum((each.options[0].weight for each in factors), D(0))) * (1 + change)
        return Scoring(**{**fixed, "start": whole, "factors": (Factor("", options("0")),)})  # type: ignore[arg-type]
    return Scoring(**{**fixed, "start": start + change})  # type: ignore[arg-type]


def _parts(
    scoring: Scoring, choice: dict[str, tuple[str, ...]], corrections: tuple[str, ...]
) -> tuple[Scoring, Decimal, Decimal]:
    total = scoring.start + sum((_sum(each.options, choice.get(each.name, ())) for each in scoring.factors), D(0))
    change = _sum(scoring.corrections, corrections)
    limit = scoring.correction_limit
    return scoring, total, change if limit is None else max(-limit, min(limit, change))


def _sum(listed: tuple[Option, ...], texts: tuple[str, ...]) -> Decimal:
    return sum((each.weight for each in listed if each.text in texts), D(0))


def test_a_base_that_is_not_known_cannot_be_told() -> None:
    scoring = Scoring((Factor("要素", options("0.1", "0.2")),), base="project_cost")
    assert reachable(scoring) is None
    made = reachable(scoring, D(1000000))
    assert made is not None and (made.lowest, made.highest) == (D(100000), D(200000))


def test_rounding_to_whole_yuan_is_not_out_of_reach() -> None:
    made = reachable(Scoring((Factor("要素", options("0.3333")),), amount=D(20000)))
    assert made is not None
    assert made.contains(D(6666)) and not made.contains(D(6700))
    assert not made.contains(D(6665), tolerance=D("0.5"))


def item(*branches: Branch, scorings: tuple[Scoring, ...] = ()) -> Item:
    tiers = tuple(Tier(f"第{number}档", "ordinary", (), (each,)) for number, each in enumerate(branches, 1))
    return Item("x", "违法行为", (), (), tiers, scorings=scorings)


def fine(low: int | str, high: int | str | None, **more: object) -> Branch:
    upper = None if high is None else Bound(D(high), bool(more.pop("upper_in", True)))
    return Branch("fine", lower=Bound(D(low)), upper=upper, **more)  # type: ignore[arg-type]


def test_tiers_are_ranges_and_the_ends_of_a_gap_are_named() -> None:
    made = reachable_item(item(fine(50000, 65000), fine(70000, 85000)), Facts({}))
    assert made is not None
    near = made.nearest(D(68000))
    assert near.below is not None and (near.below.amount, near.below.tier) == (D(65000), "第1档")
    assert near.above is not None and (near.above.amount, near.above.tier) == (D(70000), "第2档")
    assert not made.contains(D(68000)) and made.contains(D(60000))


def test_an_excluded_end_is_not_reached() -> None:
    made = reachable_item(item(fine(0, 30000, upper_in=False)), Facts({}))
    assert made is not None
    assert not made.contains(D(30000), tolerance=D(0)) and made.contains(D("29999.99"), tolerance=D(0))


def test_facts_set_the_base_and_drop_what_cannot_apply() -> None:
    table = item(
        fine(50000, 65000, condition="goods_value < 10000"),
        fine(10, 13, condition="goods_value >= 10000", base="goods_value"),
    )
    rich = reachable_item(table, Facts({"goods_value": D(20000)}))
    assert rich is not None and rich.contains(D(220000)) and not rich.contains(D(60000))
    assert reachable_item(table, Facts({})) is None


def test_tiers_and_scorings_join_and_no_fine_may_be_no_fine() -> None:
    scoring = Scoring((Factor("要素", options("0.5", "1")),), amount=D(100000))
    made = reachable_item(item(fine(1000, 2000, obligation="may"), scorings=(scoring,)), Facts({}))
    assert made is not None
    assert made.contains(D(0)) and made.contains(D(1500)) and made.contains(D(50000)) and not made.contains(D(70000))


def test_twenty_factors_are_exact() -> None:
    factors = tuple(Factor(f"要素{n}", options("0", "0.0123", "0.0245", "0.031", "0.05")) for n in range(20))
    made = reachable(Scoring(factors, amount=D(1000000), cap=D(1), floor=D("0.1")))
    assert made is not None and (made.lowest, made.highest) == (D(100000), D(1000000))
    near = made.nearest(D("512345"))
    assert near.below is not None and len(near.below.choice) == 20
    total = sum((_sum(f.options, dict(near.below.choice)[f.name]) for f in factors), D(0))
    assert total * 1000000 == near.below.amount
