"""Whether conditions can hold: the same answer as trying facts, for any expression."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.benchmarks.lint.logic import every, satisfiable
from checker.records.truth import Facts, Truth
from checker.statutes.conditions import evaluate

HALVES = [Decimal(value) / 2 for value in range(9)]  # borders at 1, 2, 3 and everything between and around
KINDS = ["citizen", "individual_business", "organisation"]
WORLDS = [
    Facts(
        {
            "goods_value": goods,
            "days": Decimal(days),
            "respondent_kind": kind,
            "has:cooperated": one,
            "has:obstructed": two,
        }
    )
    for goods, days, kind, one, two in product(HALVES, range(5), KINDS, (True, False), (True, False))
]

signs = st.sampled_from(["<", "<=", ">", ">=", "==", "!="])
atoms = st.one_of(
    st.builds("{} {} {}".format, st.sampled_from(["goods_value", "days"]), signs, st.integers(0, 3)),
    st.builds("{} {} goods_value".format, st.integers(0, 3), st.sampled_from(["<", ">="])),
    st.builds('respondent_kind {} "{}"'.format, st.sampled_from(["==", "!="]), st.sampled_from(KINDS)),
    st.sampled_from(["has(cooperated)", "has(obstructed)", "1 <= goods_value < 3"]),
)
expressions = st.recursive(
    atoms,
    lambda inner: st.one_of(
        st.builds("({} and {})".format, inner, inner),
        st.builds("({} or {})".format, inner, inner),
        st.builds("not ({})".format, inner),
    ),
    max_leaves=6,
)


def can_hold(expression: str) -> bool:
    return any(evaluate(expression, world).truth is Truth.HOLDS for world in WORLDS)


@given(expressions)
def test_same_as_trying_facts(expression: str) -> None:
    assert satisfiable(expression) == can_hold(expression)


@given(expressions, expressions)
def test_two_together_are_their_conjunction(one: str, two: str) -> None:
    assert satisfiable(one, two) == can_hold(f"({one}) and ({two})")


@given(st.lists(expressions, min_size=1, max_size=3, unique=True))
def test_cells_cut_the_world_without_gap_or_overlap(conditions: list[str]) -> None:
    cells = [each for each in every(conditions) if each is not None]
    for world in WORLDS[::7]:
        assert sum(evaluate(cell, world).truth is Truth.HOLDS for cell in cells) == 1


@pytest.mark.parametrize(
    ("expression", "possible"),
    [
        ("goods_value < 0", False),  # nothing is less than nothing
        ("days > 29 and days < 30", False),  # days are whole
        ("goods_value > 29 and goods_value < 30", True),
        ("has(first_offence) and has(repeat_offence)", False),
        ("has(corrected_in_time) and not has(refused_correction)", True),
        ('text("一般区域") and not text("一般区域")', False),
        ('respondent_kind != "citizen" and respondent_kind != "organisation"', True),
        ("illegal_gains == 0 and illegal_gains > 0", False),
        ("severe or days < 0", True),
    ],
)
def test_what_facts_can_be(expression: str, possible: bool) -> None:
    assert satisfiable(expression) is possible


def test_too_many_alternatives_are_taken_to_be_possible() -> None:
    huge = " and ".join(f"(has(a{n}) or has(b{n}))" for n in range(12))
    assert satisfiable(f"({huge}) and days < 0") is True
    assert satisfiable(huge, "days < 0") is False
