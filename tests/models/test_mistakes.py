"""The surest mistakes: where they stand, why they were made, nothing personal and nothing of the test split."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from checker.extract.linear import Linear
from checker.messages import messages
from models import training
from models.data import handwritten, sets
from models.labels.record import DOCUMENT_KINDS, LabelledText, SpanLabel
from models.mistakes import BOTH, section, worst
from models.mistakes.reasons import parted, starred, told
from models.training import TASKS, Trained, examples
from models.training.scores import scored
from tests.models.making import SEALED, kinds, small_sets, wrong


@pytest.fixture(scope="module")
def bad() -> Trained:
    """A model that always answers the next kind."""
    return training.train("kind", wrong(list(kinds(30))), seed=0)


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small_sets(tmp_path)
    monkeypatch.setattr(sets, "HOME", tmp_path)


def test_all_wrong_answers_are_kept_the_surest_first() -> None:
    made = examples("kind", list(kinds(16)))
    answers = [("law" if n < 12 else each.label, (7 * n % 16 + 1) / 17) for n, each in enumerate(made)]
    shares = [share for _, _, share in scored("kind", made, answers).worst]
    assert shares == sorted((share for _, share in answers[:12]), reverse=True)


def test_a_mistake_tells_due_said_probability_rules_and_three_reasons(bad: Trained) -> None:
    texts = list(kinds(3, first=100))
    found = worst(training.score("kind", bad.model, texts), Linear.of(bad.model), texts, 2)
    assert (found.wrong, len(found.shown), found.kept_back) == (3, 2, 0)
    first = found.shown[0]
    text = next(each for each in texts if each.id == first.text)
    assert first.due == text.kind != first.said and first.told in DOCUMENT_KINDS and 0 < first.probability <= 1
    assert first.mention.startswith("某市第1") and len(first.reasons) == 3
    linear, (sample,) = Linear.of(bad.model), examples("kind", [text])
    weights = dict(linear.reasons(tuple(dict.fromkeys(sample.words)), first.said, 10**6))
    assert [round(weights[word], 3) for word, _ in first.reasons] == [weight for _, weight in first.reasons]
    assert first.reasons[0][1] == round(max(weights.values()), 3)


def labelled(text: str, mention: str, label: str) -> LabelledText:
    start = text.index(mention)
    span = SpanLabel("money", start, start + len(mention), label)
    return LabelledText("身份证110101199003074512", text, None, (span,), "reviewer", "t", "局", ("money",))


def money() -> Trained:
    pair = [labelled(f"当事人售价{n}元。", f"{n}元", "price") for n in range(11, 31)]
    other = [labelled(f"决定处以罚款{n}元。", f"{n}元", "fine") for n in range(11, 31)]
    return training.train("money", [replace(each, id=f"t{n}") for n, each in enumerate(pair + other)])


def test_the_mention_is_marked_in_its_sentence_and_personal_data_is_starred_everywhere() -> None:
    text = "某局。\n当事人张三（电话13812345678，身份证号110101199003074512）被处以罚款5000元，已缴。\n不服可诉。"
    texts, model = [labelled(text, "5000元", "payment")], money()
    (one,) = worst(training.score("money", model.model, texts), Linear.of(model.model), texts).shown
    assert one.before.endswith("被处以罚款") and one.mention == "5000元" and one.after == "，已缴。"
    assert one.due == "payment" and one.said == "fine"
    shown = "\n".join(section(worst(training.score("money", model.model, texts), Linear.of(model.model), texts), BOTH))
    for secret in ("13812345678", "12345", "110101199003074512", "19900307"):
        assert secret not in shown
    assert "138******78" in one.before


def test_reasons_taken_from_personal_data_are_starred_and_others_are_not() -> None:
    text = "住址：北京市海淀区中关村南大街甲八号院小区二单元。当事人售价5元。"
    words = ["b:甲八", "b:小区", "b:售价", "r:price", "e:#"]
    assert starred("money", words, text) == ["b:**", "b:**", "b:售价", "r:price", "e:#"]
    assert starred("clause", ["^甲八", "售价"], text) == ["***", "售价"]


def test_mistakes_in_the_test_split_are_counted_and_never_shown(small: None, bad: Trained) -> None:
    tests = handwritten("test")
    copied = [replace(each, id=f"copy-{each.id}", template="t") for each in tests]  # as from a file
    noised = [replace(each, text=each.text + "。") for each in tests]
    for texts in (tests, copied, noised):
        found = worst(training.score("kind", bad.model, texts), Linear.of(bad.model), texts)
        assert found.shown == () and found.kept_back == found.wrong > 0
        told_of = "\n".join(section(found, (0,)))
        assert SEALED not in told_of and f"另有{found.wrong}处错误在测试集里" in told_of
    mixed = [*tests, *handwritten("validation")]
    found = worst(training.score("kind", bad.model, mixed), Linear.of(bad.model), mixed, 1000)
    assert found.shown and found.kept_back and not any(SEALED in each.mention for each in found.shown)


@pytest.mark.parametrize("task", TASKS)
def test_every_word_that_a_model_of_the_task_sees_is_said_in_both_languages(task: str) -> None:
    texts = sets.SETS["generated"]() if task == "section" else handwritten("validation")
    kinds_of_words = {}
    for each in examples(task, texts):
        for word in each.words:
            prefix, _, rest = parted(task, word)
            kinds_of_words[prefix, rest in ("none", "0", "1", "2") and rest] = word
    assert len(kinds_of_words) >= 1
    for word in kinds_of_words.values():
        zh, en = told(task, word)
        assert zh != word and en != word and zh != en, word


def test_every_answer_of_rules_and_models_has_words() -> None:
    texts = handwritten("validation")
    prefixes = {"money": "role", "circumstance": "polarity", "clause": "circumstance", "kind": "kind"}
    for task, prefix in prefixes.items():
        said = {name for each in examples(task, texts) for name in (each.label, each.told)}
        assert not {name for name in said if f"{prefix}:{name}" not in messages()}


def test_nothing_wrong_is_said_so(bad: Trained) -> None:
    texts = wrong(list(kinds(6, first=100)))
    found = worst(training.score("kind", bad.model, texts), Linear.of(bad.model), texts)
    assert found.wrong == 0 and "没有答错的" in "\n".join(section(found, (0,)))
