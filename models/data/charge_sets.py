"""Where the hand-written charges lie, and the tables that they name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from checker.benchmarks import load_benchmarks
from checker.records.benchmark import Item
from checker.samples import sample_data
from checker.statutes import StatuteBook
from models.labels.charges import LabelledCharge, Tables, load_charges, load_tables

HOME = Path(__file__).parent / "charges"
CHARGE_SPLITS = ("train", "test")
TABLES = "tables"  # the folder beside a charge file with tables of its own


def charges(split: str) -> list[LabelledCharge]:
    """The charges of a split (train, test). Raises DataFileError for a mistake in a file."""
    return charges_from(sorted((HOME / split).glob("*.yaml")))


def charges_from(paths: Sequence[Path]) -> list[LabelledCharge]:
    """The charges of files, among the shipped sample tables and those in a folder `tables` beside a file.

    Raises DataFileError naming file and field.
    """
    tables: dict[str, Sequence[Item]] = dict(_shipped())
    for folder in dict.fromkeys(path.parent / TABLES for path in paths):
        tables.update(load_tables(folder))
    return load_charges(paths, tables)


@cache
def _shipped() -> Tables:
    found = load_benchmarks((sample_data() / "benchmarks",), StatuteBook.load())
    return {Path(each.file).stem: each.items for each in found}
