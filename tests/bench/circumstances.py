"""Circumstances of documents by writers whom the models have not seen: `python -m tests.bench.circumstances`.

Every train writer in turn is left out: the models learn from the other train writers and the phrases, and the field
`circumstances` (kind and effect) is measured on the one left out. Validation is measured with models of all of train.
Which choice is better is asked of the mean over writers, and whether it is noise of the spread.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from statistics import mean, stdev

from checker.contract import extract_json
from checker.extract import RuleExtractor
from checker.extract.artefact import Artefact
from checker.extract.circumstances import HEAVIER
from checker.extract.judge import Judge
from checker.extract.learned import LearnedJudge
from checker.extract.linear import Linear
from models.data import phrases, written
from models.evaluation.counts import Count
from models.labels.cleaned import cleaned
from models.labels.handwritten import Written, labelled
from models.labels.record import LabelledText
from models.training.examples import examples, thinned
from models.training.fitting import THIN, crossed, refit

# What the shipped artefacts have: one number a task, found by leaving documents out, hardly flatters.
TEMPERATURE = {"circumstance": 1.22, "clause": 1.6775}


@dataclass
class Tally:
    """Counts of one writer or of all: whole (kind and effect), kinds alone, by side, and by kind."""

    whole: Count = field(default_factory=Count)
    kinds: Count = field(default_factory=Count)
    sides: dict[str, Count] = field(default_factory=lambda: {"heavier": Count(), "lighter": Count()})
    by_kind: dict[str, Count] = field(default_factory=dict)

    def add(self, said: set[tuple[str, str]], due: set[tuple[str, str]]) -> None:
        """Count one document."""
        self.whole.add(said, due)
        have, want = {kind for kind, _ in said}, {kind for kind, _ in due}
        self.kinds.add(have, want)
        self.sides["heavier"].add(have & HEAVIER, want & HEAVIER)
        self.sides["lighter"].add(have - HEAVIER, want - HEAVIER)
        for kind in have | want:
            self.by_kind.setdefault(kind, Count()).add(have & {kind}, want & {kind})


def together(tallies: Iterable[Tally]) -> Tally:
    """All counts summed."""
    total = Tally()
    for each in tallies:
        pairs = [(total.whole, each.whole), (total.kinds, each.kinds)]
        pairs += [(total.sides[side], count) for side, count in each.sides.items()]
        pairs += [(total.by_kind.setdefault(kind, Count()), count) for kind, count in each.by_kind.items()]
        for into, count in pairs:
            into.right, into.wrong, into.missed = (
                into.right + count.right, into.wrong + count.wrong, into.missed + count.missed,
            )  # fmt: skip
    return total


def measured(judge: Judge, documents: Iterable[Written], *tallies: Tally) -> None:
    """Count the field of every document that has it labelled into all the tallies."""
    extractor = RuleExtractor(judge=judge)
    for each in documents:
        listed = (each.fields or {}).get("circumstances", "no label")
        if listed == "no label":
            continue
        found = extract_json(extractor.extract(cleaned(each.id, each.text)), masked=False)["circumstances"]
        labels = listed or []
        effects = all("effect" in one for one in labels)
        due = {(str(one["kind"]), str(one["effect"]) if effects else "") for one in labels}
        said = {(str(one["kind"]), str(one["effect"]) if effects else "") for one in found}
        for tally in tallies:
            tally.add(said, due)


def judge_of(texts: Sequence[LabelledText]) -> LearnedJudge:
    """The models that learn from these texts, as `caiheng models train` makes them but for their temperature."""
    made = {
        "clause": thinned(examples("clause", texts), THIN["clause"]),
        "circumstance": [one for each in crossed(texts, temperature=TEMPERATURE["clause"]) for one in each],
    }
    linear = {task: Linear.of(refit(task, taught, TEMPERATURE[task])) for task, taught in made.items()}
    return LearnedJudge({task: Artefact(task, "left-out", each, {}) for task, each in linear.items()})


def one(writer: str) -> tuple[str, Tally]:
    """What models without this train writer read of that writer's documents; of `validation`, with all of train."""
    train = written("train")
    held = [each for each in train if writer_of(each) == writer] or written(writer)
    known = [labelled(each, writer_of(each)) for each in train if writer_of(each) != writer]
    tally = Tally()
    measured(judge_of([*known, *phrases()]), held, tally)
    return writer, tally


def writer_of(document: Written) -> str:
    """Ids begin with who wrote."""
    return document.id.split("-")[0]


def line(name: str, tally: Tally) -> str:
    """One line: kind and effect, kinds alone, and kinds alone of each side."""
    parts = [("kind+effect", tally.whole), ("kind", tally.kinds), *sorted(tally.sides.items())]
    return f"{name:12}" + " | ".join(f"{what} {_figures(count)}" for what, count in parts)


def spread(alone: dict[str, Tally]) -> str:
    """Mean, standard deviation and range of F1 over the writers."""
    told = [each.whole.f1 or 0.0 for each in alone.values()]
    return f"F1 over writers: mean {mean(told):.3f}, sd {stdev(told):.3f}, {min(told):.3f} to {max(told):.3f}"


def _figures(count: Count) -> str:
    return f"P {count.precision or 0:.3f} R {count.recall or 0:.3f} F1 {count.f1 or 0:.3f}"


def main() -> None:
    """Print a line a writer, the whole, and with `--kinds` a line a kind. Two processes, some minutes."""
    names = [*sorted({writer_of(each) for each in written("train")}), "validation"]
    with ProcessPoolExecutor(2) as pool:
        alone = dict[str, Tally]()
        for name, tally in pool.map(one, names):
            print(line(name, tally), flush=True)
            alone[name] = tally
    del alone["validation"]
    every = together(alone.values())
    print(line("all left out", every))
    print(spread(alone))
    if "--kinds" in sys.argv:
        for kind, count in sorted(every.by_kind.items(), key=lambda item: -(item[1].wrong + item[1].missed)):
            print(f"{kind:20} right {count.right:3} wrong {count.wrong:3} missed {count.missed:3}  {_figures(count)}")


if __name__ == "__main__":
    main()
