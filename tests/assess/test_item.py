"""What a certain, an uncertain and a merely proposed item do to a case, the whole way from the text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest

from checker.assess import AssessSettings, assess
from checker.assess.charge import charge_of
from checker.benchmarks import Ranker
from checker.checks import CHECKS
from checker.extract import RuleExtractor
from checker.records.assessment import Case
from checker.records.finding import Finding
from checker.records.read import Read
from checker.statutes import StatuteBook
from tests.benchmarks.ranking import ranker
from tests.benchmarks.test_versions import BASE, loaded
from tests.making import clean

TEXT = """延吉市市场监督管理局
行政处罚决定书
延市监罚字〔2023〕15号
当事人：延吉市某某超市，个体工商户。
经查，2023年3月1日当事人经营超过保质期的食品，货值金额1200元，没有违法所得。
上述行为违反了《中华人民共和国食品安全法》第三十四条第一款第十项的规定，构成经营超过保质期的食品的违法行为。
依据《中华人民共和国食品安全法》第一百二十四条第一款第五项，决定处罚如下：罚款{fine}元。
延吉市市场监督管理局
2023年9月6日
"""
SURE = ranker(basis_article=3.0, basis_item=3.0, violated_article=1.0, signs_told=1.0)
UNSURE = ranker(bias=-2.5, basis_article=2.0, basis_item=1.0)  # 0.62 for the item, 0.23 for the other
DEAF = ranker(bias=-9.0)


def item(key: str, basis: str, violation: str, *, small: str = "goods_value < 3000") -> Any:
    """An item whose lighter tier, up to 65,000 yuan, is for goods under 3,000 yuan."""
    fines = [("从轻", "lighter", 50000, 65000, small), ("从重", "heavier", 65000, 100000, "goods_value >= 3000")]
    tiers = [
        {
            "name": name,
            "effect": effect,
            "conditions": [{"text": when, "when": when}],
            "branches": [{"sanction": "fine", "lower": low, "upper": high}],
        }
        for name, effect, low, high, when in fines
    ]
    return {"id": key, "violation": violation, "basis": [basis], "violated": ["食品安全法 34 1 10"], "tiers": tiers}


EXPIRED = item("expired", "食品安全法 124 1 5", "经营超过保质期的食品")
FOREIGN = item("foreign", "食品安全法 124 1 4", "经营混有异物的食品")
TABLE = {**BASE, "id": "t", "level": "county", "in_force_from": "2022-01-01", "items": [EXPIRED, FOREIGN]}


@cache
def book() -> StatuteBook:
    return StatuteBook.load()


def measured(model: Ranker | None, *, fine: int = 80000, text: str = TEXT, table: Any = TABLE) -> Case:
    written = clean(text.format(fine=fine))
    settings = AssessSettings(ranker=model)
    return assess(written, RuleExtractor().extract(written), book(), loaded(table), settings)


def found(case: Case, name: str = "outside-tier-range") -> list[Finding]:
    return [finding for check in CHECKS if check.name == name for finding in check.run(case)]


def test_a_fine_outside_the_tier_of_a_certain_item_is_a_violation_and_inside_it_nothing() -> None:
    assert [each.status for each in found(measured(SURE))] == ["violation"]
    assert found(measured(SURE, fine=60000)) == []


def test_an_uncertain_item_never_makes_a_violation() -> None:
    case = measured(UNSURE)
    match = case.assessments[0].match
    assert match is not None and not match.sure and match.measures and match.runner_up is not None
    statuses = {finding.status for check in CHECKS for finding in check.run(case) if check.name != "fine-below-minimum"}
    assert "violation" not in statuses
    assert [each.status for each in found(case)] == ["lead"]
    assert any(step.parameter == "适用的事项" for step in case.assessments[0].trace)


def test_a_fine_in_line_with_an_uncertain_item_cannot_be_told() -> None:
    (finding,) = found(measured(UNSURE, fine=60000))
    assert finding.status == "cannot_tell" and finding.missing == ("item",)
    assert "经营超过保质期的食品" in finding.message_zh and "经营混有异物的食品" in finding.message_zh


def test_where_no_item_fits_there_is_none_and_nothing_is_measured() -> None:
    case = measured(DEAF)
    assert case.assessments[0].match is None and found(case) == []


@pytest.mark.parametrize("fine", [60000, 80000, 1])
def test_an_item_by_its_words_alone_measures_nothing(fine: int) -> None:
    other = TEXT.replace("第一百二十四条第一款第五项", "第一百二十六条第一款第三项").replace("第三十四条", "第三十三条")
    case = measured(ranker(bias=-1.0, signs_told=9.0, signs_named=9.0), fine=fine, text=other)
    (assessment,) = case.assessments
    assert assessment.match is not None and assessment.match.how == "wording"
    assert assessment.tiers == () and assessment.expected is None and assessment.missing == ("item",)
    assert [each.status for each in found(case)] == ["cannot_tell"]


def test_a_position_rule_holds_beside_a_mere_proposal() -> None:
    rule = {"position_rule": {"cuts": [{"effect": "lighter", "from": "0", "to": "0.3"}]}}
    other = TEXT.replace("第一百二十四条第一款第五项", "第一百二十四条第一款第一项").replace("决定处罚", "决定从轻处罚")
    low = ranker(bias=-1.0, basis_article=1.0)
    case = measured(low, text=other, table={**TABLE, **rule})
    assert case.assessments[0].expected_from == "position_rule"
    assert [each.status for each in found(case)] == ["lead"]  # 80,000 yuan lie beyond the lower three tenths
    assert [each.status for each in found(measured(low, fine=60000, text=other))] == ["cannot_tell"]


def test_a_later_table_replaces_that_of_the_act_only_where_both_are_certain() -> None:
    first = {**TABLE, "in_force_to": "2023-06-30"}
    milder = {**TABLE, "id": "later", "in_force_from": "2023-07-01", "items": [FOREIGN]}
    written = clean(TEXT.format(fine=60000))
    decision = replace(RuleExtractor().extract(written), act_end=Read(date(2023, 3, 1), (), 0.9, "test"))
    for model, sure in ((SURE, True), (UNSURE, False)):
        case = assess(written, decision, book(), loaded(first, milder), AssessSettings(ranker=model))
        match = case.assessments[0].match
        assert match is not None and match.benchmark.id == "t" and match.sure is sure


def test_what_a_decision_tells_of_the_violation() -> None:
    written = clean(TEXT.format(fine=60000))
    decision = RuleExtractor().extract(written)
    charge = charge_of(written, decision, book())
    assert "构成经营超过保质期的食品" in charge.characterised and "第一百二十四条" not in charge.characterised
    assert charge.facts.startswith("经查") and "货值金额1200元" in charge.facts and "延市监" not in charge.facts
    assert [each.law for each in charge.violated] == ["中华人民共和国食品安全法"]
    fine = decision.sanctions[0]
    both = replace(decision, sanctions=(fine, replace(fine, charge=1)))
    assert charge.cause and charge_of(written, both, book()).cause == ""
