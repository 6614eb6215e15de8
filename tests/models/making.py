"""Small labelled sets that train in a moment, and a shelf with two models of one task."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import yaml

from models.data import sets
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


TOLD = (("当事人已及时改正", "found"), ("未见及时改正的材料", "denied"), ("应当及时改正", "supposed"))
WRITERS = {"train": ("a1", "a2", "a3"), "validation": ("b1",), "test": ("c1",)}
SEALED = "密封"  # stands in every text of the test split and in no other


def small_sets(home: Path, *, each: int = 12) -> None:
    """Hand-written sets in the layout of models/data: `each` texts a writer, with kind, a sum and a circumstance."""
    for split, writers in WRITERS.items():
        folder = home / "handwritten" / split
        folder.mkdir(parents=True)
        for writer in writers:
            first = 1000 + 100 * sum(WRITERS.values(), ()).index(writer)  # no text stands in two splits
            made = [_document(writer, number, split) for number in range(first, first + each)]
            (folder / f"{writer}-a.yaml").write_text(yaml.safe_dump_all(made, allow_unicode=True), encoding="utf-8")
    shutil.copytree(sets.HOME / "phrases", home / "phrases")


def _document(writer: str, number: int, split: str) -> dict[str, object]:
    (text,) = kinds(1, first=number)
    told, polarity = TOLD[number // 3 % 3]
    fine = f"罚款{number + 2}00元" if number % 2 else f"货值{number + 2}00元"
    sealed = SEALED if split == "test" else ""
    role = "fine" if number % 2 else "goods_value"
    return {
        "id": f"{writer}-{number}",
        "document_kind": text.kind,
        "style": f"{writer}写的",
        "text": f"{text.text}{sealed}本机关认为，{told}。经查，{fine}。身份证号11010119900307451{number % 10}。",
        "fields": {"agency": text.agency, "document_kind": text.kind},
        "money": [{"quote": fine, "amount": f"{number + 2}00.00", "role": role}],
        "circumstance_mentions": [{"quote": told, "kind": "corrected_in_time", "polarity": polarity}],
    }
