"""One task's part of the report."""

from __future__ import annotations

from collections.abc import Iterator

from models.mistakes import BOTH, section
from models.registry.card import task_words
from models.report.measuring import CHECKED, COUNTED, TaskReport
from models.report.words import both, figure, interval, literal, paragraph, share, table, word
from models.training import Scores
from models.training.examples import UNTOLD
from models.training.scores import BINS

SHOWN = 12  # writers, those that lose most first


def glance(made: TaskReport) -> tuple[str, ...]:
    """The task in one row."""
    found = measured(made)
    checked = found.get(CHECKED)
    return (
        both(task_words(made.task)),
        f"`{made.model}`" if made.model else word("not-in-use"),
        *(share(found[name].accuracy) if name in found else "—" for name in ("inside", "outside")),
        _gap(made),
        *(share(found[name].accuracy) if name in found else "—" for name in (CHECKED, COUNTED)),
        figure(checked.calibration_error if checked else None),
    )


def measured(made: TaskReport) -> dict[str, Scores]:
    """Every set of figures that there is, by its name."""
    folds = {"inside": made.inside, "outside": made.outside}
    return {**{name: each.scores for name, each in folds.items() if each is not None}, **made.splits}


def task(made: TaskReport) -> Iterator[str]:
    """Where the figures come from, accuracy, the gap by writer, reliability, the surest mistakes."""
    yield from (f"## {both(task_words(made.task))}（`{made.task}`）", "")
    yield from paragraph("trained-on", data=", ".join(made.data), texts=made.texts, samples=made.samples)
    if made.refused is not None:
        yield from (made.refused, "")
        return
    if not made.splits:
        yield from paragraph("unlabelled")
    elif made.model is None:
        yield from paragraph("trained-now")
    else:
        yield from paragraph("in-use" if made.same_data else "in-use-other-data", id=made.model)
    yield from table(
        ("measurement", "share", "interval", "rules-share", "trained-texts", "error-plain"), _accuracy(made)
    )
    yield from _writers(made)
    found = measured(made)
    yield from (f"### {word('reliability')}", "")
    yield from paragraph("reliability-note")
    yield from table(("said", *found), _reliability(list(found.values())))
    if made.worst is not None:
        yield from (*section(made.worst, BOTH, literal, "###"), "")


def _accuracy(made: TaskReport) -> Iterator[tuple[str, ...]]:
    folds = {"inside": made.inside, "outside": made.outside}
    for name, scores in measured(made).items():
        fold = folds.get(name)
        trained = str(fold.trained if fold else made.texts)
        error = figure(scores.calibration_error)
        rules = "—" if made.task in UNTOLD else share(scores.rules)
        yield word(name), share(scores.accuracy), interval(scores.accuracy), rules, trained, error


def _gap(made: TaskReport) -> str:
    return "—" if made.gap is None else f"{made.gap.value:+.3f} [{made.gap.low:+.3f}, {made.gap.high:+.3f}]"


def _writers(made: TaskReport) -> Iterator[str]:
    if made.gap is None:
        yield from paragraph("one-writer")
        return
    yield from paragraph("gap-is", gap=_gap(made), count=len(made.writers))
    loss = {name: (known.value or 0) - (new.value or 0) for name, (known, new) in made.writers.items()}
    listed = sorted(made.writers, key=lambda name: (-loss[name], name))[:SHOWN]
    rows = [(f"`{name}`", *map(share, made.writers[name]), f"{loss[name]:+.3f}") for name in listed]
    yield from table(("writer", "inside", "outside", "gap-plain"), rows)


def _reliability(found: list[Scores]) -> Iterator[tuple[str, ...]]:
    cells = [{min(int(mean * BINS), BINS - 1): (mean, rate) for mean, rate in each.bins} for each in found]
    for place in range(BINS):
        row = [each.get(place) for each in cells]
        if any(row):
            shown = [f"{cell[0]:.3f} → {share(cell[1])}" if cell else "" for cell in row]
            yield f"{place / BINS:.1f}–{(place + 1) / BINS:.1f}", *shown
    yield word("error"), *(f"{figure(each.calibration_error)} ({each.accuracy.all})" for each in found)
