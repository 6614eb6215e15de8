"""Measure a decision's text by the whole way through the house, from plain text to Case."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.records.assessment import Case

SAMPLES = Path(__file__).parents[2] / "sample_data" / "benchmarks"


def measured(text: str, benchmarks: str | list[dict[str, Any]] | None = None) -> Case:
    """The case of a text. `benchmarks`: None for the sample ones, a file name among them, or inline benchmarks."""
    pytest.importorskip("checker.assess")
    from checker.assess import AssessSettings, assess
    from checker.extract import RuleExtractor
    from checker.parse import parse
    from checker.text.repair import repair

    clean = repair(parse(text.encode(), "case.txt"))
    tables = _loaded(yaml.safe_dump(benchmarks, allow_unicode=True) if isinstance(benchmarks, list) else benchmarks)
    return assess(clean, RuleExtractor().extract(clean), _book(), tables, AssessSettings())


@cache
def _book() -> Any:
    from checker.statutes import StatuteBook

    return StatuteBook.load()


@cache
def _loaded(wanted: str | None) -> Any:
    from tempfile import TemporaryDirectory

    from checker.benchmarks import load_benchmarks

    if wanted is None:
        return load_benchmarks((SAMPLES,), _book())
    if wanted.endswith(".yaml"):
        return load_benchmarks((SAMPLES / wanted,), _book())
    with TemporaryDirectory() as folder:
        for number, table in enumerate(yaml.safe_load(wanted)):
            (Path(folder) / f"{number}.yaml").write_text(yaml.safe_dump(table, allow_unicode=True), encoding="utf-8")
        return load_benchmarks((Path(folder),), _book())
