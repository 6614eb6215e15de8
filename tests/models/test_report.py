"""The report: texts held out two ways, the gap between them, calibration, and a document that keeps the test sealed."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from models import training
from models.cli import application
from models.data import handwritten, phrases, sets
from models.labels.record import LabelledText
from models.registry import SHIPPED, Registry
from models.report.folding import Fit, Folded, by_writer, folded, gap
from models.report.measuring import with_samples
from models.report.parting import FOLDS, MOST, apart, within
from models.training import Example, Rate, Scores, data_hash, examples
from models.training.fitting import fit, refit
from tests.models.making import SEALED, TITLES, WRITERS, kinds, small_sets

DOCUMENT = Path(__file__).parents[2] / "docs" / "models-report.md"


def call(*words: str) -> Result:
    return CliRunner().invoke(application, list(words), catch_exceptions=False)


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    small_sets(tmp_path / "data")
    monkeypatch.setattr(sets, "HOME", tmp_path / "data")
    return tmp_path


def by(writers: int, count: int) -> list[LabelledText]:
    """Texts of so many writers, in turn."""
    return [replace(each, source=f"handwritten:v{n % writers}") for n, each in enumerate(kinds(count))]


@pytest.mark.parametrize("writers", [1, 3, 7])
def test_in_template_every_fold_has_every_writer_on_both_sides(writers: int) -> None:
    texts = by(writers, 15 * writers)
    parts = within(texts)
    assert len(parts) == FOLDS and sorted(place for part in parts for place in part.held) == list(range(len(texts)))
    for part in parts:
        assert not set(part.train) & set(part.held)
        for side in (part.train, part.held):
            assert len({texts[place].source for place in side}) == writers


@pytest.mark.parametrize(("writers", "count"), [(2, 2), (6, 6), (MOST, MOST), (MOST + 5, MOST)])
def test_out_of_template_no_writer_is_on_both_sides(writers: int, count: int) -> None:
    texts = by(writers, 5 * writers)
    parts = apart(texts)
    assert len(parts) == count and sorted(place for part in parts for place in part.held) == list(range(len(texts)))
    for part in parts:
        assert not {texts[place].source for place in part.train} & {texts[place].source for place in part.held}


def test_one_writer_cannot_be_left_out() -> None:
    assert apart(by(1, 9)) == []


def habits() -> list[LabelledText]:
    """Texts whose kind is told by words that are each writer's own, and mean another kind to another writer."""
    names = list(TITLES)
    made = []
    for number in range(90):
        writer, kind = number % 3, number // 3 % 3
        text = "甲乙丙丁戊己庚辛壬"[3 * writer + kind] * 8 + f"\n第{number}号"
        one = LabelledText(f"h{number}", text, names[kind], (), f"handwritten:v{writer}", f"t{number}", "局")
        made.append(one)
    return made


def test_what_is_learned_of_each_writer_shows_in_the_gap() -> None:
    texts = habits()
    samples = [examples("kind", [each], rules=False) for each in texts]
    how = Fit("kind", (), 1.0, 0)
    inside, outside = folded(how, samples, within(texts)), folded(how, samples, apart(texts))
    assert inside.scores.accuracy == Rate(90, 90) and outside.scores.accuracy.right < 60
    assert (inside.trained, outside.trained) == (72, 60)
    found = gap(samples, inside, outside)
    assert found.value == pytest.approx((90 - outside.scores.accuracy.right) / 90) and 0 < found.low < found.value
    rates = by_writer([each.source for each in texts], samples, outside)
    assert sorted(rates) == ["handwritten:v0", "handwritten:v1", "handwritten:v2"]
    assert sum(each.right for each in rates.values()) == outside.scores.accuracy.right == sum(outside.right)


def test_a_fold_is_fitted_as_an_artefact_is() -> None:
    texts = list(kinds(40))
    made = examples("kind", texts)
    whole, parameters = fit("kind", made)
    again = refit("kind", made, parameters["temperature"])
    weights = [each.steps[1][1].coef_ for each in (whole, again)]
    assert weights[0].shape == weights[1].shape and abs(weights[0] - weights[1]).max() < 0.001 < abs(weights[0]).max()


def test_what_is_always_trained_on_is_never_asked() -> None:
    texts = list(kinds(30))
    samples = [examples("kind", [each]) for each in texts]
    always = examples("kind", list(kinds(30, first=100)))
    found = folded(Fit("kind", always, 1.0, 0), samples, within(texts))
    assert found.scores.accuracy.all == 30 == len(found.right)


def test_phrases_are_never_held_out_nor_are_texts_without_samples() -> None:
    texts = handwritten("validation")
    asked, samples = with_samples("circumstance", [*texts, *phrases()])
    assert 0 < len(asked) < len(texts) and set(asked) < set(texts) and all(samples)
    assert set(with_samples("clause", [*texts, *phrases()])[0]) <= set(texts)


def test_the_gap_counts_texts_and_not_samples() -> None:
    example = Example((), "a", "g", "局", "t", (0, 1), "a")
    empty = training.Scores("kind", Rate(0, 0), Rate(0, 0), {}, {}, (), Rate(0, 0))
    samples = [[example] * 3, [example], [example] * 2]
    inside = Folded(empty, (True, True, True, True, False, True), 2)
    outside = Folded(empty, (False, False, True, True, False, True), 2)
    found = gap(samples, inside, outside)
    spread = (2 - 1) ** 2 + (0 - 1 / 3) ** 2 + (0 - 2 / 3) ** 2  # lost less expected, a text
    assert found.value == pytest.approx(2 / 6)
    assert found.high - found.value == pytest.approx(1.96 * (spread * 3 / 2) ** 0.5 / 6)


def test_calibration_error_weighs_every_bin_by_its_cases() -> None:
    bins = ((0.95, Rate(8, 10)), (0.55, Rate(3, 5)))
    made = Scores("kind", Rate(11, 15), Rate(0, 15), {}, {}, bins, Rate(0, 0))
    assert made.calibration_error == pytest.approx((10 * 0.15 + 5 * 0.05) / 15)
    assert made.json()["calibration_error"] == pytest.approx(0.1167)
    assert replace(made, accuracy=Rate(0, 0), bins=()).calibration_error is None


def test_the_command_writes_the_same_document_twice_and_nothing_of_the_test_split(small: Path) -> None:
    home = ("--registry", str(small / "r"), "--task", "kind", "--count", "3")
    for name in ("one.md", "two.md"):
        done = call("models", "report", "--out", str(small / name), *home)
        assert done.exit_code == 0 and "正在测量：文书种类" in done.output
    text = (small / "one.md").read_text(encoding="utf-8")
    assert text == (small / "two.md").read_text(encoding="utf-8")
    assert SEALED not in text and str(small) not in text
    assert not re.search(r"\bc1-\d", text)  # no id of the test split either
    for writers in WRITERS.values():
        assert ", ".join(f"{name} 12" for name in writers) in text
    for name in sets.SETS:
        assert f"`{name}`" in text and data_hash(sets.SETS[name]()) in text
    assert "--seed 0 --count 3 --task kind`" in text


def test_every_figure_stands_with_its_cases(small: Path) -> None:
    call("models", "report", "--out", str(small / "a.md"), "--task", "kind", "--registry", str(small / "r"))
    rows = (small / "a.md").read_text(encoding="utf-8").splitlines()
    for name, count, trained in (("模板内", 36, 29), ("模板外", 36, 24), ("验证集", 12, 36), ("测试集", 12, 36)):
        (row,) = [each for each in rows if re.match(rf"\| {name} · [a-z-]+ \| [01]\.", each)]
        assert row.count(f"/{count})") == 2 and f"| {trained} |" in row
    (errors,) = [each for each in rows if each.startswith("| 期望校准误差（个数）")]
    assert errors.count("(36)") == 2 and errors.count("(12)") == 2
    assert any(each.startswith("| `document_kind` | 12 | 12 | 1.000 |") for each in rows)  # the ablation
    assert sum(each.startswith("| `a") and each.count("(") == 2 for each in rows) == 3  # each writer, both ways


def test_the_model_in_use_is_measured_and_told_apart_from_other_data(small: Path) -> None:
    home = ("--registry", str(small / "r"))
    call("models", "train", "kind", *home)
    (entry,) = Registry(small / "r").entries("kind")
    call("models", "promote", "kind", entry.id, "--who", "张三", *home)
    call("models", "report", "--out", str(small / "a.md"), "--task", "kind", *home)
    assert f"现用模型 {entry.id}，其训练数据与上述数据一致" in (small / "a.md").read_text(encoding="utf-8")
    more = small / "data" / "handwritten" / "train" / "z9-a.yaml"  # a new writer, whatever the name
    first = (small / "data" / "handwritten" / "train" / "a1-a.yaml").read_text(encoding="utf-8")
    more.write_text(first.replace("a1-", "z9-").replace("号食品店", "号粮油店"), encoding="utf-8")
    call("models", "report", "--out", str(small / "a.md"), "--task", "kind", *home)
    text = (small / "a.md").read_text(encoding="utf-8")
    assert f"现用模型 {entry.id}，其训练数据与上述数据不同" in text
    assert "a1 12, a2 12, a3 12, z9 12" in text and "| `z9` |" in text


def test_mistakes_are_those_of_the_validation_set(small: Path) -> None:
    home = ("--registry", str(small / "r"), "--task", "circumstance")
    call("models", "report", "--out", str(small / "a.md"), *home)
    text = (small / "a.md").read_text(encoding="utf-8")
    assert "仅当事人主张" not in text
    file = small / "data" / "handwritten" / "validation" / "b1-a.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("polarity: found", "polarity: claimed"), encoding="utf-8")
    call("models", "report", "--out", str(small / "b.md"), *home)
    wrong = (small / "b.md").read_text(encoding="utf-8")
    assert "应为“仅当事人主张”，模型答“认定有”" in wrong and "due only claimed by the party" in wrong
    assert "及时改正】" in wrong and "110101199003" not in wrong


def test_a_task_without_labels_is_said_so_and_the_others_are_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_sets(tmp_path / "data", each=0)
    monkeypatch.setattr(sets, "HOME", tmp_path / "data")
    monkeypatch.setattr(sets, "GENERATED", 60)
    home = ("--task", "kind", "--task", "section", "--registry", str(tmp_path / "r"))
    assert call("models", "report", "--out", str(tmp_path / "a.md"), *home).exit_code == 0
    text = (tmp_path / "a.md").read_text(encoding="utf-8")
    assert "没有任何标注样本" in text and "验证集和测试集没有这一任务的标注" in text
    assert re.search(r"\| 文书分段 · sections .*\| 0\.[89]\d\d \(", text)


def test_unknown_tasks_and_places_that_cannot_be_written_are_refused(small: Path) -> None:
    done = call("models", "report", "--out", str(small / "a.md"), "--task", "kinds")
    assert done.exit_code == 2 and "kinds" in done.output and not (small / "a.md").exists()


def test_the_document_checked_in_is_of_the_shipped_sets_and_models() -> None:
    """Rewritten with `caiheng models report --out docs/models-report.md`."""
    text = DOCUMENT.read_text(encoding="utf-8")
    for name, load in sets.SETS.items():
        row = next(each for each in text.splitlines() if each.startswith(f"| `{name}` |"))
        assert data_hash(load()) in row, f"{name} changed: run the report again"
    for task, key in Registry(SHIPPED).state().current.items():
        assert f"{task} {key}" in text, f"the model of {task} changed: run the report again"


def test_the_document_checked_in_quotes_nothing_of_the_test_split() -> None:
    text = DOCUMENT.read_text(encoding="utf-8").replace("\\", "")
    checked = "".join(each.text for each in handwritten("validation"))
    for each in handwritten("test"):
        assert each.id not in text
        for piece in re.split(r"[。；，\n]", each.text):
            assert len(piece) < 12 or piece in checked or piece not in text, each.id
