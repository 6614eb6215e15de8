"""Measure every task, and extraction with and without models: all that the report tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from checker.extract.linear import Linear
from models import training
from models.data.sets import SETS, trained_on
from models.evaluation import Evaluation
from models.evaluation.written import WAYS, measure
from models.labels.record import LabelledText
from models.mistakes import TEN, Worst, worst
from models.registry import Registry
from models.registry.training import proposing
from models.report.folding import Fit, Folded, Gap, Samples, by_writer, folded, gap
from models.report.parting import apart, within
from models.training import Rate, Scores, TrainingError
from models.training.examples import PHRASES, TASKS, examples

CHECKED, COUNTED = "validation", "test"  # splits; of the second nothing but figures may leave
Sets = dict[str, list[LabelledText]]


@dataclass(frozen=True, slots=True)
class Used:
    """A data set: how many texts each writer has in it, and its hash."""

    name: str
    writers: dict[str, int]
    data_hash: str


@dataclass(frozen=True, slots=True)
class TaskReport:
    """One task. `model` is the id in use, None where one was trained for the report; `refused` says why there is none.

    `same_data`: the model in use was trained on the sets as they are now.
    """

    task: str
    data: tuple[str, ...]
    texts: int = 0  # of the training set, with something to ask, phrases left out
    samples: int = 0  # of these texts
    model: str | None = None
    same_data: bool = True
    inside: Folded | None = None
    outside: Folded | None = None
    gap: Gap | None = None
    writers: dict[str, tuple[Rate, Rate]] = field(default_factory=dict)
    splits: dict[str, Scores] = field(default_factory=dict)
    worst: Worst | None = None
    refused: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """Everything measured. `ablation` has extraction by split and way; `current` names the models behind it."""

    seed: int
    count: int
    asked: tuple[str, ...]
    sets: tuple[Used, ...]
    current: dict[str, str]
    tasks: tuple[TaskReport, ...]
    ablation: dict[str, dict[str, Evaluation]]


def report(
    registry: Registry,
    tasks: Sequence[str] = (),
    *,
    seed: int = 0,
    count: int = TEN,
    tell: Callable[[str], object] = str,
) -> Report:
    """Measure the tasks, all of them unless named; `tell` hears the name of each before it is measured.

    Raises ArtefactError for a model in use that cannot be trusted, DataFileError for a mistake in a set.
    """
    sets: Sets = {name: load() for name, load in SETS.items()}
    made = []
    for task in tasks or TASKS:
        tell(task)
        made.append(_task(registry, task, sets, seed, count))
    current = dict(registry.state().current)
    used = tuple(Used(name, _writers(texts), training.data_hash(texts)) for name, texts in sets.items())
    tell("ablation")
    home = registry.folder if current else None
    ablation = {split: {way: measure(split, home, way) for way in WAYS} for split in (CHECKED, COUNTED)}
    return Report(seed, count, tuple(tasks), used, current, tuple(made), ablation)


def _writers(texts: Sequence[LabelledText]) -> dict[str, int]:
    return dict(sorted(Counter(map(writer, texts)).items()))


def writer(text: LabelledText) -> str:
    """Who or which grammar wrote it."""
    return text.source.rpartition(":")[2]


def _task(registry: Registry, task: str, sets: Sets, seed: int, count: int) -> TaskReport:
    given = [each for name in trained_on(task) for each in sets[name]]
    texts, samples = with_samples(task, given)
    made = TaskReport(task, trained_on(task), len(texts), sum(len(each) for each in samples))
    try:
        key, same, linear, temperature = _model(registry, task, given, seed)
        always = examples(task, [each for each in given if each.source == PHRASES])
        made = _folds(replace(made, model=key, same_data=same), Fit(task, always, temperature, seed), texts, samples)
        return _splits(made, linear, sets, count, proposing(registry, task))
    except TrainingError as error:
        return replace(made, refused=str(error))


def _model(
    registry: Registry, task: str, given: Sequence[LabelledText], seed: int
) -> tuple[str | None, bool, Linear, float]:
    """The model in use, or one trained now; whether it was trained on these texts; and their temperature."""
    key = registry.current(task)
    artefact = registry.load(task, key) if key else None
    same = artefact is None or artefact.card.get("data_hash") == training.data_hash(given)
    if artefact is not None and same:
        return key, same, artefact.linear, float(artefact.card["parameters"]["temperature"])
    trained = training.train(task, given, seed=seed)
    linear = artefact.linear if artefact else Linear.of(trained.model)
    return key, same, linear, float(trained.parameters["temperature"])


def _folds(made: TaskReport, how: Fit, texts: Sequence[LabelledText], samples: Samples) -> TaskReport:
    """With what models that saw a part of the training set say of the rest."""
    inside = folded(how, samples, within(texts))
    parts = apart(texts)
    if not parts:
        return replace(made, inside=inside)
    outside = folded(how, samples, parts)
    writers = [writer(each) for each in texts]
    known, new = (by_writer(writers, samples, each) for each in (inside, outside))
    both = {name: (rate, new[name]) for name, rate in known.items()}
    return replace(made, inside=inside, outside=outside, gap=gap(samples, inside, outside), writers=both)


def _splits(made: TaskReport, linear: Linear, sets: Sets, count: int, clause: Linear | None) -> TaskReport:
    """With what the model says of other writers' texts."""
    found = {
        split: training.score(made.task, linear, sets[f"handwritten-{split}"], clause=clause)
        for split in (CHECKED, COUNTED)
    }
    checked = found[CHECKED]
    surest = worst(checked, linear, sets[f"handwritten-{CHECKED}"], count) if checked.accuracy.all else None
    labelled = {split: scores for split, scores in found.items() if scores.accuracy.all}
    return replace(made, splits=labelled, worst=surest)


def with_samples(task: str, given: Sequence[LabelledText]) -> tuple[list[LabelledText], list[list[training.Example]]]:
    """Texts that can be held out, with their samples: phrases have no context, so nothing is measured on them."""
    every = training.crossed(given) if task == "circumstance" else [examples(task, [each]) for each in given]
    found = [(each, made) for each, made in zip(given, every, strict=True) if each.source != PHRASES]
    return [each for each, made in found if made], [made for _, made in found if made]
