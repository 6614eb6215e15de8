"""References inside a law are followed to their places, or told as leading nowhere."""

from __future__ import annotations

import pytest

from checker.statutes.importing.references import find_groups
from checker.statutes.importing.tree import read_tree

ITEMS = "\n".join(f"（{each}）甲{each}；" for each in ("一", "二", "三", "四"))
LAW = read_tree(
    f"某法\n第一条 甲。\n乙。\n丙。\n第二条 甲。\n{ITEMS}\n"
    f"第三条 甲。\n乙。\n{ITEMS}\n丙。\n第三条之一 甲。\n第四条 甲。\n",
    "f",
)


def groups(text: str, number: int = 3, paragraph: int = 3) -> list[tuple[list[str], tuple[str, ...]]]:
    """Places and broken references of each group, seen from a paragraph."""
    article = LAW.find(number)
    assert article is not None
    found = find_groups(text, LAW, article, article.paragraphs[paragraph - 1])
    return [([str(each) for each in group.references], group.broken) for group in found if not group.foreign]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("违反本法第二条第一款第（三）项", ["2 1 3"]),
        ("违反本法第二条第三项", ["2 1 3"]),
        ("违反本法第三条第四项", ["3 2 4"]),
        ("违反本法第一条第二款、第三条第一款", ["1 2", "3 1"]),
        ("违反本法第一条、第二条或者第四条规定", ["1", "2", "4"]),
        ("违反本法第一条第一款至第三款", ["1 1", "1 2", "1 3"]),
        ("有本法第二条第一项至第三项", ["2 1 1", "2 1 2", "2 1 3"]),
        ("违反本法第一条至第四条", ["1", "2", "3", "4"]),
        ("违反本法第三条之一的规定", ["3-1"]),
        ("依照前款规定处罚", ["3 2"]),
        ("依照前两款规定处罚", ["3 1", "3 2"]),
        ("依照本条第二款、第一款规定", ["3 2", "3 1"]),
        ("依照第一款的规定处罚", ["3 1"]),
        ("除前款和本法第四条规定的情形外", ["3 2", "4"]),
    ],
)
def test_places(text: str, places: list[str]) -> None:
    assert groups(text) == [(places, ())]


def test_what_leads_nowhere_is_told() -> None:
    assert groups("违反本法第九条、第一条") == [(["1"], ("9",))]
    assert groups("违反本法第一条第八款") == [([], ("1 8",))]
    assert groups("依照前款规定", 3, 1) == [([], ("前款",))]


def test_a_bare_item_is_one_of_the_nearest_list() -> None:
    assert groups("有第一项、第三项情形之一的", 3, 3) == [(["3 2 1", "3 2 3"], ())]


def test_articles_of_other_laws_are_passed_over() -> None:
    assert groups("依照《某某法》第三条规定处罚") == []
    assert groups("依照食品安全法第三条规定处罚") == []
