"""Small labelled sets that train in a moment, and a shelf with two models of one task."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from models.labels.record import LabelledText
from models.registry import Registry
from models.registry.training import train

AT = "2026-05-05T00:00:00+00:00"
TITLES = {"decision": "行政处罚决定书", "penalty_notice": "行政处罚告知书", "judgment": "行政判决书"}


def kinds(count: int, *, first: int = 0) -> Iterator[LabelledText]:
    """Texts of three kinds, from several agencies and templates."""
    for number in range(first, first + count):
        kind = list(TITLES)[number % 3]
        text = f"某市第{number}局\n{TITLES[kind]}\n当事人第{number}号食品店，销售过期食品，事实清楚，依法处理。"
        yield LabelledText(f"k{number}", text, kind, (), "handwritten:t", f"t{number % 7}", f"局{number % 4}")


def wrong(texts: list[LabelledText]) -> list[LabelledText]:
    """The same texts, each with the next kind: what is trained on these is worse."""
    names = list(TITLES)
    return [replace(each, kind=names[(names.index(str(each.kind)) + 1) % 3]) for each in texts]


def shelf(folder: Path, *, tests: int = 30) -> tuple[Registry, str, str]:
    """A registry with a good and a bad model of kinds, both measured on the same texts."""
    made, measured = list(kinds(30)), list(kinds(tests, first=100))
    registry = Registry(folder)
    good, _ = train(registry, "kind", made, measured, seed=0, at=AT, data=["a.jsonl"])
    bad, _ = train(registry, "kind", wrong(made), measured, seed=0, at=AT, data=["b.jsonl"])
    return registry, good, bad
