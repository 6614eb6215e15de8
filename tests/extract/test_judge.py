"""What a trained model may change and what stays the rules' own, with models whose answers are fixed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

import pytest

from checker.extract import RuleExtractor
from checker.extract.artefact import Artefact
from checker.extract.learned import LearnedJudge
from checker.extract.linear import Linear
from checker.records.decision import Decision
from models.labels.cleaned import cleaned

TEXT = """延吉市市场监督管理局
行政处罚决定书
延市监处罚〔2023〕15号
当事人：延吉市某某超市
经查，当事人销售过期食品，售价300元。上有八十岁老母需要照料。当事人积极配合调查。
上述行为违反了《中华人民共和国食品安全法》第三十四条第十项的规定，可处五万元以上十万元以下罚款。
依据《中华人民共和国食品安全法》第一百二十四条第一款第五项，决定处罚如下：
罚款50000元。
延吉市市场监督管理局
2023年5月16日
"""


@dataclass(frozen=True)
class Always:
    """A model that answers by the first of its words that a sample has, else with its last answer."""

    answers: dict[str, tuple[str, float]]

    def best(self, samples: Sequence[Sequence[str]]) -> list[tuple[str, float]]:
        told = []
        for words in samples:
            hits = [answer for word, answer in self.answers.items() if word in words]
            told.append(hits[0] if hits else list(self.answers.values())[-1])
        return told


def read(alone: bool = False, **tasks: dict[str, tuple[str, float]]) -> Decision:
    made = {name: Artefact(name, "x", cast(Linear, Always(answers)), {}) for name, answers in tasks.items()}
    judge: Any = LearnedJudge(made, alone=alone)
    return RuleExtractor(judge=judge).extract(cleaned("t", TEXT))


def found(decision: Decision) -> list[str]:
    return sorted(each.kind for each in decision.circumstances)


def test_without_models_the_rules_stand() -> None:
    assert read() == RuleExtractor().extract(cleaned("t", TEXT))


def test_a_model_tells_roles_that_no_field_rests_on_apart_and_changes_no_other() -> None:
    told = {each.role for each in read(money={"": ("registered_capital", 0.99)}).money}
    assert told == {"registered_capital", "quoted_range", "fine"}
    fines = [each for each in read(money={"": ("registered_capital", 0.99)}).sanctions if each.kind == "fine"]
    assert [each.amount and each.amount.value for each in fines] == [50000]


def test_an_unsure_model_changes_no_role() -> None:
    before = {each.role for each in read().money}
    assert {each.role for each in read(money={"": ("registered_capital", 0.4)}).money} == before


def test_models_alone_answer_for_themselves() -> None:
    assert {each.role for each in read(alone=True, money={"": ("payment", 0.4)}).money} == {"payment"}


def test_a_clause_that_no_rule_saw_is_proposed_from_the_threshold_on() -> None:
    clause = {"老母": ("hardship", 0.9), "": ("none", 0.9)}
    assert "hardship" in found(read(clause=clause, circumstance={"": ("found", 0.9)}))
    assert "hardship" not in found(read(clause={"老母": ("hardship", 0.5), "": ("none", 0.9)}))
    assert "hardship" not in found(read(clause=clause, circumstance={"": ("claimed", 0.9)}))


def test_polarity_is_the_models_where_it_is_sure() -> None:
    assert "cooperated" in found(read())
    assert "cooperated" not in found(read(circumstance={"": ("denied", 0.9)}))
    unsure = read(circumstance={"": ("denied", 0.5)})
    (kept,) = [each for each in unsure.circumstances if each.kind == "cooperated"]
    assert kept.confidence == pytest.approx(0.55)


def test_the_kind_is_changed_only_by_more_than_the_rules_have() -> None:
    assert read(kind={"": ("penalty_notice", 0.9)}).kind.value == "decision"
    changed = read(kind={"": ("penalty_notice", 0.99)}).kind
    assert changed.value == "penalty_notice" and changed.source.startswith("model:kind")
    assert all(TEXT[span.start : span.end] == span.quote for span in changed.evidence)
