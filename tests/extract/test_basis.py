"""Which citations were violated and which the penalty rests on."""

from __future__ import annotations

import pytest

from checker.records.law import Citation
from tests.extract.decided import decided

USES = [
    (
        "违反《食品安全法》第三十四条第二项的规定，应按第一百二十四条第一款第一项处罚。",
        [(34, None, 2)],
        [(50, None, None)],
        "应按 names a basis",
    ),
    (
        "违反《药品管理法》第九十八条第一款，该药品属于《药品管理法》第九十八条第三款第五项规定的劣药。",
        [(98, 1, None), (98, 3, 5)],
        [(50, None, None)],
        "what the law defines was violated",
    ),
    (
        "违反《价格法》第十二条的规定，属于《价格违法行为行政处罚规定》第九条第二项所列的违法行为。",
        [(12, None, None)],
        [(50, None, None)],
        "what the penalty law lists was not",
    ),
    (
        "违反《价格法》第十二条。举报人认为还违反了该法第十四条，本局不予认定。",
        [(12, None, None)],
        [(50, None, None)],
        "what an informer thinks",
    ),
    ("每月加班超出《劳动法》第四十一条规定的上限。", [(41, None, None)], [(50, None, None)], "超出 is a violation"),
    ("当事人称不符合上述规定的条件。违反《价格法》第十二条。", [(12, None, None)], [(50, None, None)], "a condition"),
]


def parts(cited: tuple[Citation, ...]) -> list[tuple[int | None, int | None, int | None]]:
    return [(each.article, each.paragraph, each.item) for each in cited]


@pytest.mark.parametrize(("text", "violated", "basis", "why"), USES, ids=[why for *_, why in USES])
def test_uses(text: str, violated: list[tuple[int, ...]], basis: list[tuple[int, ...]], why: str) -> None:
    made = decided(text)
    assert parts(made.violated) == violated
    assert parts(made.penalty_basis) == basis


def operative(text: str) -> list[tuple[int | None, int | None, int | None]]:
    return parts(decided("违反《价格法》第十二条。", tail=f"\n{text}\n某局\n2023年12月6日").penalty_basis)


def test_the_article_on_late_payment_is_no_basis() -> None:
    text = "依据《价格法》第四十条，决定罚款1000元；逾期不缴的，依据《行政处罚法》第五十一条第一项，每日加处罚款。"
    assert operative(text) == [(40, None, None)]


def test_general_articles_of_the_police_law_stand_back_behind_the_one_that_punishes() -> None:
    text = "根据《治安管理处罚法》第四十三条第二款第二项、第二十条第二项，决定罚款500元。"
    assert operative(text) == [(43, 2, 2)]


def test_a_law_named_without_article_adds_nothing_to_one_with_it() -> None:
    text = "根据《道路交通安全法》第九十条、《某省道路交通安全条例》的有关规定，决定罚款100元。"
    assert operative(text) == [(90, None, None)]


def _basis(middle: str, tail: str = "\n决定：罚款1000元。") -> list[tuple[int | None, int | None]]:
    return [(each.article, each.item) for each in decided(middle, tail=tail).penalty_basis]


def test_each_of_several_decisions_has_its_own_basis() -> None:
    told = "甲、乙违反《某法》第四条。\n依据《某法》第九条，对甲公司处合同价款1%的罚款，即1000元。"
    assert _basis(told, "\n依据《某办法》第十二条，决定对乙公司处2000元罚款。") == [(9, None), (12, None)]
    proposed = "甲、乙违反《某法》第四条。\n依据《某法》第九条，拟对甲公司处1000元罚款。"
    assert _basis(proposed, "\n依据《某办法》第十二条，决定对乙公司处2000元罚款。") == [(12, None)]


def test_a_law_quoted_without_any_cue_is_the_basis_where_nothing_else_is() -> None:
    assert _basis("违反《某法》第九条第三项。该法第五十七条第一项规定，对广告主处一万元以下的罚款。") == [(57, 1)]
    assert _basis("违反《某法》第九条第三项。该法第五十七条第一项规定，广告主应当登记。") == []


def test_a_cell_of_two_lines_is_used_for_one_thing() -> None:
    assert _basis("处罚依据：依据《某法》第六十九条第一项；\n《某条例》第四十八条\n") == [(69, 1), (48, None)]


LISTS = [
    ("违反《甲条例》第三十三条第（二）（三）项。", [(33, None, 2), (33, None, 3)], "two items in brackets"),
    ("违反《甲条例》第三十三条第（一）、（四）项。", [(33, None, 1), (33, None, 4)], "two items with a comma"),
    ("违反《甲条例》第三十三条第一款第一、二项。", [(33, 1, 1), (33, 1, 2)], "two items without brackets"),
    ("违反《甲条例》第三十三条第（一）至（三）项。", [(33, None, 1), (33, None, 2), (33, None, 3)], "a run of items"),
    ("违反《甲条例》第四十三条第一、二款。", [(43, 1, None), (43, 2, None)], "two paragraphs"),
    ("违反《甲条例》第四十三条第一、第二款。", [(43, 1, None), (43, 2, None)], "第 told twice"),
    ("违反《甲条例》第十三、十四条。", [(13, None, None), (14, None, None)], "two articles"),
    ("违反《甲条例》第二十三条二款。", [(23, 2, None)], "a paragraph without 第"),
    ("违反《甲条例》第一〇八条第一项。", [(108, None, 1)], "digit by digit"),
    ("第一项违反《甲条例》第二十二条第二款，第二项违反了该条例第十条。", [(22, 2, None), (10, None, None)], "an act"),
    (
        "违反《甲条例》第二十二条，第三项行为违反该条例第十条。",
        [(22, None, None), (10, None, None)],
        "an act by number",
    ),
    ("依照《甲条例》第九十八条第五项规定属于劣药，违反了该条第一款。", [(98, 1, None)], "what a word means"),
    (
        "违反《甲条例》第三条。当事人不符合《甲法》第一百三十六条规定的免罚条件。",
        [(3, None, None)],
        "what would excuse",
    ),
    ("违反《甲条例》第一百零八条，共3项、5处。", [(108, None, None)], "a count is no item"),
    (
        "违反《甲法》第十七条；内容无法验证，又属于该法第二十八条第二款规定的情形。",
        [(17, None, None), (28, 2, None)],
        "added",
    ),
    ("违反《甲法》第十七条；违法行为轻微，属于《乙办法》第四条规定的情形。", [(17, None, None)], "what it falls under"),
]


@pytest.mark.parametrize(("text", "due", "why"), LISTS, ids=[why for *_, why in LISTS])
def test_lists(text: str, due: list[tuple[int | None, ...]], why: str) -> None:
    assert parts(decided(text).violated) == due


BACK = [
    (
        "违反《药品管理法》第三条、《乙条例》第七条。",
        "根据前法第八十三条，决定罚款1000元。",
        "药品管理法",
        "the former",
    ),
    ("违反《药品管理法》第三条、《乙条例》第七条。", "根据后法第八十三条，决定罚款1000元。", "乙条例", "the latter"),
    ("违反《药品管理法》第三条、《乙条例》第七条。", "根据该法第八十三条，决定罚款1000元。", "药品管理法", "the law"),
    (
        "违反《乙条例》第七条、《药品管理法》第三条。",
        "根据该条例第八十三条，决定罚款1000元。",
        "乙条例",
        "the ordinance",
    ),
    (
        "违反《丙管理办法》第七条、《药品管理法》第三条。",
        "根据该办法第八十三条，决定罚款1000元。",
        "丙管理办法",
        "the rules",
    ),
    ("违反《乙条例》第七条。", "根据该法第八十三条，决定罚款1000元。", "乙条例", "none of its kind: the last"),
]


@pytest.mark.parametrize(("text", "order", "law", "why"), BACK, ids=[why for *_, why in BACK])
def test_words_that_point_back(text: str, order: str, law: str, why: str) -> None:
    (cited,) = decided(text, tail=f"\n{order}\n某局\n2023年12月6日").penalty_basis
    assert (cited.law.removeprefix("中华人民共和国"), cited.article) == (law, 83)


def test_what_only_construes_is_no_basis() -> None:
    text = "依照《甲条例》第六十七条第一项、第四项，属于情节严重。依据《甲条例》第七十条，决定罚款1000元。"
    assert operative(text) == [(70, None, None)]


def test_an_order_by_the_former_law_is_a_basis() -> None:
    text = "违反《药品管理法》第三条、《乙条例》第七条，应依前法第九十九条第一款处罚。"
    made = decided(text, tail="\n决定：罚款1000元。\n某局\n2023年12月6日")
    assert (parts(made.violated), parts(made.penalty_basis)) == ([(3, None, None), (7, None, None)], [(99, 1, None)])
