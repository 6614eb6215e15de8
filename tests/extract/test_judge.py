"""What a trained model may change and what stays the rules' own, with models whose answers are fixed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

import numpy as np
import pytest
from numpy.typing import NDArray

from checker.extract import RuleExtractor
from checker.extract.artefact import Artefact
from checker.extract.candidates import candidates
from checker.extract.circumstances import propose
from checker.extract.features import polarity_words
from checker.extract.learned import LearnedJudge
from checker.extract.linear import Linear
from checker.extract.paper import Paper
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

    @property
    def classes(self) -> tuple[str, ...]:
        return tuple(sorted({label for label, _ in self.answers.values()} | {"none", "other"}))

    def probabilities(self, samples: Sequence[Sequence[str]]) -> NDArray[np.float32]:
        """The answer has its share, the rest is spread over the others: none and other at least."""
        rows = np.empty((len(samples), len(self.classes)), np.float32)
        for row, (label, share) in zip(rows, self.best(samples), strict=True):
            row[:] = (1 - share) / (len(self.classes) - 1)
            row[self.classes.index(label)] = share
        return rows

    def best(self, samples: Sequence[Sequence[str]]) -> list[tuple[str, float]]:
        told = []
        for words in samples:
            hits = [answer for word, answer in self.answers.items() if word in words]
            told.append(hits[0] if hits else list(self.answers.values())[-1])
        return told


@dataclass(frozen=True)
class Told:
    """A model that gives these shares to a sample with the first letters' pair, and all to none else."""

    classes: tuple[str, ...]
    word: str
    shares: tuple[float, ...]

    def probabilities(self, samples: Sequence[Sequence[str]]) -> NDArray[np.float32]:
        none = [float(name == "none") for name in self.classes]
        rows = [self.shares if self.word[:2] in words else none for words in samples]
        return np.array(rows, np.float32)


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


OLD = {"老母": ("hardship", 0.9), "": ("none", 0.9)}


def test_a_clause_that_no_rule_saw_is_found_from_the_threshold_on() -> None:
    assert "hardship" in found(read(clause=OLD, circumstance={"": ("found", 0.9)}))
    assert "hardship" not in found(read(clause=OLD, circumstance={"": ("none", 0.6)}))
    assert "hardship" not in found(read(clause=OLD, circumstance={"": ("claimed", 0.9)}))


def test_an_unsure_clause_is_a_candidate_and_the_model_that_knows_its_place_decides() -> None:
    unsure = {"老母": ("hardship", 0.3), "": ("none", 0.9)}
    assert "hardship" in found(read(clause=unsure, circumstance={"": ("found", 0.9)}))
    assert "hardship" not in found(read(clause=unsure))  # alone, the model of clauses must be sure


def test_what_speaks_against_the_respondent_takes_more() -> None:
    judged = {"": ("found", 0.45)}
    heavier = {"老母": ("long_duration", 0.9), "": ("none", 0.9)}
    assert "hardship" in found(read(clause=OLD, circumstance=judged))
    assert "long_duration" not in found(read(clause=heavier, circumstance=judged))
    assert "long_duration" in found(read(clause=heavier, circumstance={"": ("found", 0.65)}))


def test_a_clause_may_tell_two_kinds() -> None:
    paper = Paper.of(cleaned("t", TEXT))
    two = Told(("hardship", "none", "other"), "老母", (0.5, 0.2, 0.3))
    made = candidates(paper, propose(paper), cast(Linear, two))
    told = {each.kind: each.share for each in made if "老母" in paper.text[each.start : each.end]}
    assert told == pytest.approx({"hardship": 0.5, "other": 0.3})


def test_a_kind_that_the_rules_propose_is_one_candidate_with_the_share_of_its_clause() -> None:
    paper = Paper.of(cleaned("t", TEXT))
    sure = Told(("cooperated", "none"), "配合调查", (0.9, 0.1))
    (one,) = candidates(paper, propose(paper), cast(Linear, sure))
    assert (one.kind, one.judge) == ("cooperated", "rule:circumstance") and one.share == pytest.approx(0.9)
    (alone,) = candidates(paper, propose(paper), None)
    assert alone.share is None


def test_the_effect_claimed_and_the_share_are_seen() -> None:
    paper = Paper.of(cleaned("t", TEXT))
    (one,) = propose(paper)
    plain = set(polarity_words(paper, one))
    seen = set(polarity_words(paper, replace(one, share=0.9), effect="reduced"))
    assert not [word for word in plain if word.startswith("s:")]
    assert "e:reducedcooperated" in seen and "s:6" in seen and "s:7" not in seen
    assert "e:reduced-" in seen and "e:None-" in plain


def test_polarity_is_the_models() -> None:
    assert "cooperated" in found(read())
    denied = read(circumstance={"": ("denied", 0.9)})
    assert "cooperated" not in found(denied) and [each.kind for each in denied.denied] == ["cooperated"]
    (kept,) = [each for each in read(circumstance={"": ("found", 0.7)}).circumstances if each.kind == "cooperated"]
    assert kept.confidence == pytest.approx(0.7)


def test_the_kind_is_changed_only_by_more_than_the_rules_have() -> None:
    assert read(kind={"": ("penalty_notice", 0.9)}).kind.value == "decision"
    changed = read(kind={"": ("penalty_notice", 0.99)}).kind
    assert changed.value == "penalty_notice" and changed.source.startswith("model:kind")
    assert all(TEXT[span.start : span.end] == span.quote for span in changed.evidence)
