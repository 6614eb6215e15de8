"""The laid-out model gives what scikit-learn gives, and refuses what is not a model of its kind."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.feature_extraction import FeatureHasher
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline

from checker.extract.linear import AT_ONCE, Linear, column_of

COLUMNS = 2**10
SAMPLES = [{"b:罚款", "a:元"}, {"b:罚款", "p:operative"}, {"b:单价"}, {"b:单价", "a:元"}, {"b:注册资本"}, {"b:资本"}]
WORDS = st.lists(st.sets(st.text(min_size=1, max_size=6), max_size=8), min_size=1, max_size=5)


def fitted(labels: list[str]) -> Pipeline:
    hasher = FeatureHasher(COLUMNS, input_type="string", alternate_sign=False)
    return Pipeline([("words", hasher), ("model", LogisticRegression())]).fit(SAMPLES, labels)


@pytest.mark.parametrize("labels", [["fine"] * 2 + ["price"] * 2 + ["capital"] * 2, ["fine"] * 2 + ["other"] * 4])
@given(samples=WORDS)
def test_probabilities_are_those_of_scikit_learn(labels: list[str], samples: list[set[str]]) -> None:
    pipeline = fitted(labels)
    linear = Linear.of(pipeline)
    told = linear.probabilities([tuple(sample) for sample in samples])
    assert linear.classes == tuple(pipeline.classes_)
    assert np.allclose(told, pipeline.predict_proba(samples), atol=1e-5)
    assert [name for name, _ in linear.best([tuple(sample) for sample in samples])] == list(
        np.array(linear.classes)[told.argmax(axis=1)]
    )


def test_many_samples_give_what_each_gives_alone() -> None:
    linear = Linear.of(fitted(["fine"] * 2 + ["price"] * 2 + ["capital"] * 2))
    samples = [*([("b:罚款", "a:元"), (), ("b:单价",)] * AT_ONCE), ()]
    one_by_one = np.vstack([linear.probabilities([sample]) for sample in samples])
    assert np.allclose(linear.probabilities(samples), one_by_one, atol=1e-6)


@given(word=st.text(min_size=1, max_size=12))
def test_a_word_has_the_column_that_the_hasher_gives_it(word: str) -> None:
    hashed = FeatureHasher(COLUMNS, input_type="string", alternate_sign=False).transform([[word]])
    assert hashed.indices.tolist() == [column_of(word, COLUMNS)]


def test_reasons_are_the_words_that_speak_for_a_class() -> None:
    linear = Linear.of(fitted(["fine"] * 2 + ["price"] * 2 + ["capital"] * 2))
    (first, weight), *_ = linear.reasons(["b:罚款", "b:单价", "a:元"], "fine")
    assert first == "b:罚款" and weight > 0


@pytest.mark.parametrize(
    "odd",
    [
        object(),
        Pipeline([("model", LogisticRegression())]),
        Pipeline([("words", FeatureHasher(8, input_type="string")), ("model", LogisticRegression())]),
    ],
)
def test_what_is_no_such_pipeline_is_refused(odd: Any) -> None:
    with pytest.raises(ValueError):
        Linear.of(odd)


def test_weights_that_are_no_numbers_or_of_another_size_are_refused() -> None:
    pipeline = fitted(["fine"] * 2 + ["price"] * 2 + ["capital"] * 2)
    pipeline[1].coef_[0, 0] = np.nan
    with pytest.raises(ValueError, match="no numbers"):
        Linear.of(pipeline)
    pipeline[1].coef_ = pipeline[1].coef_[:, :-1]
    with pytest.raises(ValueError, match="columns"):
        Linear.of(pipeline)
