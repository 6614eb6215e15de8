"""What decisions say: the money that is the fine, and the money that is not; odd wordings first."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checker.batch import plan, run_batch
from checker.extract import extract
from checker.pipeline import Options
from checker.records.decision import Decision
from checker.records.read import Span
from checker.samples import sample_data
from tests.making import clean

HEAD = "延吉市市场监督管理局\n行政处罚决定书\n延市监罚字〔2023〕15号\n当事人：延吉市某某超市，经营者：张某。\n"
TAIL = (
    "\n自收到本决定书之日起15日内到中国工商银行缴纳罚款。逾期不缴纳的，每日按罚款数额的3%加处罚款。"
    "\n如不服本决定，可在60日内向延吉市人民政府申请行政复议，或者6个月内提起行政诉讼。"
    "\n延吉市市场监督管理局\n二〇二三年五月六日"
)


def decision(middle: str) -> Decision:
    return extract(clean(HEAD + middle + TAIL))


def fines(made: Decision) -> list[Decimal]:
    return [each.amount.value for each in made.sanctions if each.kind == "fine" and each.amount is not None]


FINES = [
    ("决定处罚款五万元整（￥50,000.00）。", ["50000"], "capitals in brackets are the same fine"),
    (
        "依据《食品安全法》第一百二十四条“处一万元以上十万元以下罚款”的规定，决定罚款2万元。",
        ["20000"],
        "the law's own range is not the fine",
    ),
    (
        "注册资本100万元。违法所得120元。决定：没收违法所得120元，并处罚款5000元。",
        ["5000"],
        "capital and gains are not",
    ),
    ("曾于2021年3月因同类行为被罚款3000元。现决定罚款8000元。", ["8000"], "nor is an earlier penalty"),
    ("本局告知拟罚款3万元，当事人申辩后，决定罚款2万元。", ["20000"], "nor what was proposed"),
    ("决定：1.罚款1000元；2.罚款2000元。合计罚款3000元。", ["1000", "2000"], "a sum adds up and is no third fine"),
    ("经研究，决定给予罚款壹万贰仟元的行政处罚。", ["12000"], "capitals alone"),
    ("决定处货值金额十倍的罚款，计12000元。", ["12000"], "a multiple with its result"),
    (
        "决定：1.罚款1000元；2.罚款2000元。以上合计没收违法所得80元，罚款3000元，罚没款总计3080元。",
        ["1000", "2000"],
        "a sentence that adds up imposes nothing",
    ),
    (
        "根据《产品质量法》第五十条，责令停止销售，并作如下处理：\n一、没收机油2桶；\n二、处货值金额一倍罚款864元。",
        ["864"],
        "a decision announced as 处理",
    ),
]


@pytest.mark.parametrize(("middle", "amounts", "why"), FINES, ids=[why for _, _, why in FINES])
def test_which_money_is_the_fine(middle: str, amounts: list[str], why: str) -> None:
    assert fines(decision(middle)) == [Decimal(amount) for amount in amounts]


def test_heading_and_ending_are_read() -> None:
    made = decision("决定罚款1000元。")
    assert made.document_number is not None and made.document_number.value == "延市监罚字〔2023〕15号"
    assert made.agency is not None and made.agency.value == "延吉市市场监督管理局"
    assert made.region is not None and made.region.value == "延吉市"
    assert made.decision_date is not None and made.decision_date.value.isoformat() == "2023-05-06"
    assert made.remedies is not None and made.remedies.lawsuit_months is not None
    assert made.remedies.lawsuit_months.value == 6


def test_citations_through_chains_abbreviations_and_references_back() -> None:
    made = decision(
        "上述行为违反了《中华人民共和国食品安全法》（以下简称《食安法》）第三十四条第一款第（十）项的规定。"
        "依据《食安法》第一百二十四条第一款第（五）项，决定罚款5万元。"
    )
    ((one,), (two,)) = made.violated, made.penalty_basis
    assert (one.law, one.article, one.paragraph, one.item) == ("中华人民共和国食品安全法", 34, 1, 10)
    assert (two.law, two.article, two.paragraph, two.item) == ("中华人民共和国食品安全法", 124, 1, 5)


CIRCUMSTANCES = [
    ("当事人积极配合调查。", {"cooperated"}),
    ("未发现当事人有阻碍执法的情形。", set()),
    ("如再次违法将从重处罚。", set()),
    ("当事人辩称其积极配合调查，本局不予采纳。", set()),
    ("当事人系初次违法，危害后果轻微并及时改正。", {"first_offence", "minor_harm", "corrected_in_time"}),
]


@pytest.mark.parametrize(("sentence", "kinds"), CIRCUMSTANCES)
def test_a_mention_is_not_a_finding(sentence: str, kinds: set[str]) -> None:
    assert {each.kind for each in decision(sentence + "决定罚款1000元。").circumstances} == kinds


KINDS = [
    ("关于印发《延边州全面落实行政执法责任制实施方案》的通知\n各县市人民政府：", "other"),
    ("延吉市人民法院\n行政判决书\n原告不服行政处罚决定书。本院认为，判决如下。", "judgment"),
    ("行政处罚事先告知书\n拟对你单位作出罚款5000元的处罚。", "penalty_notice"),
    ("不予行政处罚决定书\n决定不予行政处罚。", "no_penalty_decision"),
    ("送达回证\n送达文书：行政处罚决定书", "service_receipt"),
    ("Dear Sir, thank you for your letter.", "other"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_documents_are_named_as_what_they_are(text: str, kind: str) -> None:
    assert extract(clean(text)).kind.value == kind


def spans_of(value: object) -> list[Span]:
    """Every span anywhere inside a decision."""
    if isinstance(value, Span):
        return [value]
    if isinstance(value, tuple):
        return [span for each in value for span in spans_of(each)]
    slots = getattr(value, "__dataclass_fields__", {})
    return [span for name in slots for span in spans_of(getattr(value, name))]


def test_every_span_of_every_sample_slices_its_page_exactly() -> None:
    options = Options((sample_data() / "benchmarks",))
    seen = 0
    for step in run_batch(plan([sample_data() / "cases"]), options):
        result = step.result
        if result is None or result.decision is None:
            continue
        texts = {page.number: page.text for page in result.pages}
        found = [*spans_of(result.decision), *(span for each in result.findings for span in each.evidence)]
        assert all(texts[span.page][span.start : span.end] == span.quote for span in found)
        seen += len(found)
    assert seen > 1000


def test_a_sum_that_the_law_deems_is_not_the_goods_value() -> None:
    made = decision(
        "货值金额96元。法律规定不足一万元的，按一万元计算。决定处货值金额（按一万元计算）11倍的罚款110000元。"
    )
    assert made.goods_value is not None and made.goods_value.value == Decimal(96)
    assert [each.role for each in made.money if each.amount.value == 10000] == [
        "quoted_range",
        "deemed_base",
        "deemed_base",
    ]


def test_each_of_several_respondents_pays_a_sum_of_its_own() -> None:
    head = HEAD.replace(
        "当事人：延吉市某某超市，经营者：张某。",
        "当事人：延边恒信检测有限公司，法定代表人齐某。\n当事人：牟某，男。\n当事人：衣某成，男。",
    )
    middle = (
        "延边恒信检测有限公司（以下简称恒信公司）出具虚假证明。\n依据《产品质量法》第五十七条，决定：\n"
        "一、对恒信公司处罚款60000元；\n二、对牟某、衣某成各处罚款10000元。"
    )
    made = extract(clean(head + middle + TAIL))
    paid = [(each.respondent, each.amount.value) for each in made.sanctions if each.kind == "fine" and each.amount]
    assert paid == [(0, 60000), (1, 10000), (2, 10000)]


def test_gains_of_two_respondents_are_not_one_sum() -> None:
    head = HEAD.replace("当事人：延吉市某某超市，经营者：张某。", "当事人一：奚某东，男。\n当事人二：连某英，女。")
    made = extract(clean(head + "奚某东违法所得8400元，连某英违法所得2000元。决定：对奚某东罚款5000元。" + TAIL))
    assert made.illegal_gains is None


@pytest.mark.parametrize(
    ("middle", "found"),
    [
        ("当事人提出：一是属初次违法；二是积极配合调查。经复核，理由不成立，不予采纳。", set()),
        ("当事人提出：一是属初次违法。经复核，情况属实，予以采纳。当事人积极配合调查，从轻处罚。", {"cooperated"}),
        ("不存在一年内受过处罚、拒不改正的情形。", set()),
        ("二年内没有因同类行为受过处罚，不存在从重情节。", set()),
        ("责令当事人立即改正上述行为。", set()),
        ("当事人未履行进货查验义务。", set()),
    ],
)
def test_what_the_party_pleads_and_what_is_denied_is_not_found(middle: str, found: set[str]) -> None:
    made = decision("\n" + middle + "\n决定罚款1000元。")
    assert {each.kind for each in made.circumstances if each.kind != "first_offence"} == found


def test_a_tier_that_is_denied_is_not_claimed() -> None:
    made = decision("货值不足五百元且积极配合，属从轻阶次。当事人不存在从重情节。决定罚款1000元。")
    assert made.claimed_tier is not None and made.claimed_tier.value == "从轻"


def test_an_act_that_began_on_a_day_runs_from_it() -> None:
    made = decision("当事人自2023年2月10日起开始经营，2023年4月1日被执法人员检查发现。决定罚款1000元。")
    assert made.act_start is not None and made.act_start.value.isoformat() == "2023-02-10"
    assert made.act_end is not None and made.act_end.value.isoformat() == "2023-04-01"
