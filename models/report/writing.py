"""The report as one Markdown document."""

from __future__ import annotations

from collections.abc import Iterator

from checker import __version__
from checker.extract.features import FEATURES
from models.evaluation import Evaluation
from models.evaluation.written import WAYS
from models.report.measuring import Report, Used
from models.report.tasks import glance, task
from models.report.words import figure, paragraph, table, word

FEW = 12  # writers that are named one by one


def markdown(made: Report) -> str:
    """All figures with the cases behind them, and the surest mistakes on the validation set."""
    return "\n".join(_lines(made)).rstrip("\n") + "\n"


def _lines(made: Report) -> Iterator[str]:
    import sklearn

    yield from (f"# {word('title')}", "")
    yield from paragraph("written-by", command=_command(made))
    yield from paragraph("versions", caiheng=__version__, features=FEATURES, sklearn=sklearn.__version__)
    yield from (f"## {word('data')}", "")
    yield from table(("set", "texts", "writers", "hash"), map(_set, made.sets))
    yield from paragraph("data-note")
    yield from (f"## {word('glance')}", "")
    yield from table(("task", "model", "inside", "outside", "gap", "validation", "test", "error-validation"),
                     map(glance, made.tasks))  # fmt: skip
    for name in ("how-inside", "how-interval", "how-rules", "how-test"):
        yield from paragraph(name)
    for each in made.tasks:
        yield from task(each)
    yield from _ablation(made)


def _command(made: Report) -> str:
    tasks = "".join(f" --task {name}" for name in made.asked)
    return f"caiheng models report --out FILE --seed {made.seed} --count {made.count}{tasks}"


def _set(used: Used) -> tuple[str, ...]:
    named = ", ".join(f"{name} {count}" for name, count in used.writers.items())
    shown = named if len(used.writers) <= FEW else str(len(used.writers))
    return f"`{used.name}`", str(sum(used.writers.values())), shown, f"`{used.data_hash}`"


def _ablation(made: Report) -> Iterator[str]:
    yield from (f"## {word('ablation')}", "")
    current = ", ".join(f"{name} {key}" for name, key in sorted(made.current.items()))
    yield from paragraph("ablation-note", current=current or "—")
    for split, ways in made.ablation.items():
        yield from (f"### {word(split)}（{word('documents', count=ways[WAYS[0]].documents)}）", "")
        yield from table(("field", "cases", "values", *WAYS, "gain"), _fields(ways))


def _fields(ways: dict[str, Evaluation]) -> Iterator[tuple[str, ...]]:
    for name in sorted(ways["rules"].fields):
        counts = [ways[way].fields[name] for way in WAYS]
        rules, _, joined = (each.f1 for each in counts)
        gain = "" if rules is None or joined is None or rules == joined else f"{joined - rules:+.3f}"
        due = counts[0].right + counts[0].missed
        yield f"`{name}`", str(counts[0].cases), str(due), *(figure(each.f1) for each in counts), gain
