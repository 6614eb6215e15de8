"""Small charge files and tables for tests, and a ranking trained on a few of the shipped charges."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from models.data.charge_sets import HOME, charges_from
from models.labels.charges import LabelledCharge

FILES = ("charges-fire-yanbian-2021", "charges-health-yanbian-2021", "charges-price-yanbian-2022")
ENTRY: dict[str, Any] = {
    "id": "t-1",
    "table": "some",
    "item": "a",
    "cause": "某案",
    "facts": "经查，某店经营过期食品。",
    "characterised": None,
    "violated": [],
    "basis": [{"law": "食品安全法", "article": 124}],
    "sure": True,
}
TABLE: list[dict[str, Any]] = [
    {"id": "a", "violation": "经营过期食品", "violated": [], "basis": [{"law": "食品安全法", "article": 124}]},
    {"id": "b", "violation": "标签不符", "violated": [], "basis": [{"law": "食品安全法", "article": 125}]},
]


def written(folder: Path, *entries: dict[str, Any], table: list[dict[str, Any]] | None = None) -> Path:
    """A charge file with its tables beside it."""
    (folder / "tables").mkdir(parents=True, exist_ok=True)
    plain = yaml.safe_dump(TABLE if table is None else table, allow_unicode=True)
    (folder / "tables" / "some.yaml").write_text(plain, encoding="utf-8")
    path = folder / "charges.yaml"
    path.write_text(yaml.safe_dump(list(entries) or [ENTRY], allow_unicode=True), encoding="utf-8")
    return path


def paths() -> list[Path]:
    """Three of the shipped files, of three families."""
    return [HOME / "train" / f"{name}.yaml" for name in FILES]


@cache
def few() -> tuple[LabelledCharge, ...]:
    """Their charges: enough to train on in a moment."""
    return tuple(charges_from(paths()))
