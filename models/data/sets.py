"""Where the data sets lie and how they become labelled texts."""

from __future__ import annotations

from pathlib import Path

from pydantic import RootModel

from checker.datafiles import load
from checker.errors import DataFileError
from models.labels.handwritten import Written, labelled, load_written
from models.labels.record import CIRCUMSTANCE_KINDS, LabelledText, SpanLabel
from models.training.examples import NONE, PHRASES

HOME = Path(__file__).parent
SPLITS = ("train", "validation", "test")


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
