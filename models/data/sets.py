"""Where the data sets lie and how they become labelled texts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from pydantic import RootModel

from checker.datafiles import load
from checker.errors import DataFileError
from models.generate import generate
from models.labels.handwritten import Written, labelled, load_written
from models.labels.record import CIRCUMSTANCE_KINDS, LabelledText, SpanLabel
from models.training.examples import NONE, PHRASES

HOME = Path(__file__).parent
SPLITS = ("train", "validation", "test")
GENERATED, SEED = 300, 7  # how many texts the set of that name has, and from which seed


class _Phrases(RootModel[dict[str, list[str]]]):
    pass


def written(split: str) -> list[Written]:
    """The hand-written documents of a split. Raises DataFileError for a mistake in a file."""
    return load_written(HOME / "handwritten" / split)


def handwritten(split: str) -> list[LabelledText]:
    """The same as labels for training and scoring."""
    return [labelled(each, each.id.split("-")[0]) for each in written(split)]


def phrases() -> list[LabelledText]:
    """Clauses that tell each circumstance or none, a text a file and kind. Raises DataFileError for an unknown kind."""
    return [each for file in sorted((HOME / "phrases").glob("*.yaml")) for each in _phrases(file)]


def _phrases(file: Path) -> list[LabelledText]:
    made = []
    for kind, told in load(file, _Phrases).root.items():
        if kind not in (*CIRCUMSTANCE_KINDS, NONE):
            raise DataFileError(file.name, "is no circumstance kind", field=kind)
        text, spans = "", []
        for phrase in told:
            if kind != NONE:
                spans.append(SpanLabel("circumstance", len(text), len(text) + len(phrase), kind, "found"))
            text += phrase + "。\n"
        made.append(
            LabelledText(
                f"phrases-{file.stem}-{kind}",
                text,
                None,
                tuple(spans),
                PHRASES,
                "phrases",
                "phrases",
                ("circumstance",),
            )
        )
    return made


SETS: dict[str, Callable[[], list[LabelledText]]] = {
    **{f"handwritten-{split}": partial(handwritten, split) for split in SPLITS},
    "phrases": phrases,
    "generated": lambda: list(generate(GENERATED, SEED)),
}
TRAIN, VALIDATION = ("handwritten-train", "phrases"), ("handwritten-validation",)
# The parts of a text are labelled in some hand-written train and test documents and in none of the validation split:
# that task is measured on templates held out of its own training set.
TRAINED_ON = {"section": ("generated", "handwritten-train")}
MEASURED_ON: dict[str, tuple[str, ...]] = {"section": ()}


def trained_on(task: str) -> tuple[str, ...]:
    """The names of the sets that a model of the task is trained on when nothing else is asked for."""
    return TRAINED_ON.get(task, TRAIN)


def measured_on(task: str) -> tuple[str, ...]:
    """The names of the sets that such a model is measured on; none: a part of its training set is held out."""
    return MEASURED_ON.get(task, VALIDATION)


def sealed() -> frozenset[str]:
    """Ids and texts of the test split, which nobody who changes rules or features may read: figures only."""
    return frozenset(name for each in handwritten("test") for name in (each.id, each.text))
