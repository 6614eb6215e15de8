"""Versions and days from headings and last articles: told where they are told, and never invented."""

from __future__ import annotations

import pytest

from checker.statutes.importing.history import History, read_history
from checker.statutes.importing.tree import read_tree


def history(heading: str, closing: str = "", file: str = "f.md", title: str = "某某法") -> History | None:
    """The history of a small law."""
    return read_history(read_tree(f"{title}\n{heading}\n第一条 甲。\n第二条 {closing or '乙。'}\n", "f"), file)


def days(found: History | None) -> list[tuple[str, str, bool]]:
    """What was done, since when it holds, and whether that is told."""
    assert found is not None
    return [(each.act, each.in_force.isoformat(), each.exact) for each in found.events]


def test_a_bracketed_heading_in_one_line() -> None:
    text = (
        "（2009年2月28日第十一届全国人民代表大会常务委员会第七次会议通过　2015年4月24日第十二届全国人民代表大会"
        "常务委员会第十四次会议修订　根据2018年12月29日《关于修改〈甲法〉等五部法律的决定》第一次修正）"
    )
    found = history(text, "本法自2015年10月1日起施行。")
    assert days(found) == [
        ("adopted", "2009-02-28", False),
        ("revised", "2015-10-01", True),
        ("amended", "2018-12-29", False),
    ]
    assert found is not None and not found.new and "未载明" in found.last.source


def test_a_vote_and_its_publication_are_one_act() -> None:
    found = history("2020年12月9日 国务院第117次常务会议通过\n2021年1月24日 国务院令第736号公布\n2021年3月1日 施行")
    assert days(found) == [("adopted", "2021-03-01", True)]
    assert found is not None and found.new


@pytest.mark.parametrize("words", ["本条例自公布之日起施行。", "本条例自发布之日起施行，旧办法同时废止。"])
def test_in_force_at_once(words: str) -> None:
    assert days(history("1990年4月6日 国务院令第53号发布", words)) == [("adopted", "1990-04-06", True)]


def test_at_once_is_not_carried_to_a_decision_that_amends() -> None:
    heading = "1990年4月6日 国务院令第53号发布\n2011年1月8日 《国务院关于废止和修改部分行政法规的决定》修订"
    found = history(heading, "本条例自发布之日起施行。")
    assert days(found) == [("adopted", "1990-04-06", True), ("amended", "2011-01-08", False)]


def test_no_heading_leaves_the_last_article() -> None:
    assert days(history("", "本法自二〇二四年一月一日起施行。")) == [("adopted", "2024-01-01", True)]


def test_no_heading_and_a_day_in_the_file_name() -> None:
    assert days(history("", "", "某某法(2023-05-31).md")) == [("adopted", "2023-05-31", False)]


def test_no_day_anywhere_is_no_history() -> None:
    assert history("") is None
    assert history("", "", "某某法(2023-99-31).md") is None


def test_a_heading_that_lost_its_last_line() -> None:
    found = history("2004年9月5日 国务院令第415号公布", "", "某某条例(2018-08-11).md")
    assert days(found)[-1] == ("amended", "2018-08-11", False)
    assert found is not None and not found.new


def test_a_law_that_replaces_one_of_its_name_is_not_new() -> None:
    heading, closing = (
        "2021年1月1日 国务院令第1号公布",
        "本条例自2021年2月1日起施行。1990年发布的《某某暂行条例》同时废止。",
    )
    found = history(heading, closing, title="某某条例")
    assert found is not None and not found.new
