"""Charges written by hand with the benchmark item that each falls under: YAML lists, beside the tables they name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field, RootModel

from checker.datafiles import Entry, load
from checker.errors import DataFileError
from checker.extract.lawnames import full_name
from checker.records.benchmark import Item
from checker.records.charge import Charge
from checker.records.law import Citation


class CitedEntry(Entry):
    """A citation as a decision has it, complete or not."""

    law: str = Field(min_length=1)
    article: int | None = Field(default=None, ge=1)
    sub: int | None = Field(default=None, ge=1)
    paragraph: int | None = Field(default=None, ge=1)
    item: int | None = Field(default=None, ge=1)

    def record(self) -> Citation:
        """The citation, its law by the full name where that is known."""
        return Citation(full_name(self.law), self.article, self.paragraph, self.item, self.sub)


class ChargeEntry(Entry):
    """One charge. `item` null: no item of the table fits. `sure` false: two lawyers might choose differently."""

    id: str = Field(min_length=1)
    table: str
    item: str | None
    cause: str | None
    facts: str = Field(min_length=1)
    characterised: str | None
    violated: list[CitedEntry]
    basis: list[CitedEntry]
    sure: bool


class TableItemEntry(Entry):
    """What a ranking needs of an item: tables that are only ranked have no tiers."""

    id: str = Field(min_length=1)
    violation: str = Field(min_length=1)
    keywords: list[str] = Field(default_factory=list)
    violated: list[CitedEntry]
    basis: list[CitedEntry] = Field(min_length=1)

    def record(self) -> Item:
        """As an item without tiers."""
        violated, basis = (tuple(each.record() for each in listed) for listed in (self.violated, self.basis))
        return Item(self.id, self.violation, violated, basis, (), tuple(self.keywords))


class _Charges(RootModel[list[ChargeEntry]]):
    pass


class _Table(RootModel[list[TableItemEntry]]):
    pass


Tables = Mapping[str, Sequence[Item]]


@dataclass(frozen=True, slots=True)
class LabelledCharge:
    """A charge among the items of its table; `due` is the place of the right one, None where none fits."""

    id: str
    table: str
    charge: Charge
    items: tuple[Item, ...]
    due: int | None
    sure: bool


def load_tables(folder: Path) -> dict[str, tuple[Item, ...]]:
    """Tables without tiers, by file name. Raises DataFileError naming file, line and field."""
    found = {}
    for path in sorted(folder.glob("*.yaml")):
        items = tuple(each.record() for each in load(path, _Table).root)
        twice = _twice([each.id for each in items])
        if twice is not None:
            raise DataFileError(path.name, "stands twice", field=twice)
        found[path.stem] = items
    return found


def load_charges(paths: Sequence[Path], tables: Tables) -> list[LabelledCharge]:
    """All charges of the files in order, among `tables` by name.

    Raises DataFileError naming file, charge and field: for what is no charge, an unknown table, an item that its table
    has not, an id that stands twice.
    """
    made = [each for path in paths for each in _file(path, tables)]
    twice = _twice([each.id for each in made])
    if twice is not None:
        raise DataFileError(", ".join(sorted({path.name for path in paths})), "stands twice", field=twice)
    return made


def _file(path: Path, tables: Tables) -> Iterator[LabelledCharge]:
    for entry in load(path, _Charges).root:
        items = tables.get(entry.table)
        if items is None:
            raise DataFileError(path.name, f"{entry.table!r} is no table", field=f"{entry.id}: table")
        places = {item.id: place for place, item in enumerate(items)}
        if entry.item is not None and entry.item not in places:
            raise DataFileError(path.name, f"{entry.item!r} is not in {entry.table}", field=f"{entry.id}: item")
        due = places[entry.item] if entry.item is not None else None
        yield LabelledCharge(entry.id, entry.table, _charge(entry), tuple(items), due, entry.sure)


def _charge(entry: ChargeEntry) -> Charge:
    told = (entry.cause or "", entry.characterised or "", entry.facts)
    basis, violated = (tuple(each.record() for each in listed) for listed in (entry.basis, entry.violated))
    return Charge(basis, violated, *told, head=" ".join((told[0], told[2], told[1])))


def _twice(ids: Sequence[str]) -> str | None:
    return next((each for place, each in enumerate(ids) if each in ids[:place]), None)
