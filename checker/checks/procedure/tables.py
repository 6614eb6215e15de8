"""The dated rules of procedure that a lawyer can correct: general tables, and special ones by law or by agency."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from checker.checks.wording import chinese_number
from checker.datafiles import load
from checker.dated import DatedEntry, DatedFile, DatedTable, load_table
from checker.records.finding import RuleRef

FOLDER = Path(__file__).parents[1] / "data"


class ScopedFile(DatedFile):
    """A dated table that holds for some laws (short names) or some agencies (words in their names) only."""

    laws: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry of a table that applies, with the reference that a finding rests on."""

    entry: DatedEntry
    ref: RuleRef

    def number(self, name: str) -> int:
        """A whole number of the entry; KeyError for a name the table does not have."""
        return int(self.entry.values[name])

    def text(self, name: str) -> str:
        """A wording of the entry."""
        return str(self.entry.values[name])

    @property
    def reference(self) -> tuple[str, str]:
        """The reference as a (zh, en) pair for messages."""
        return self.ref.reference_zh, self.ref.reference_en


@cache
def _table(name: str) -> DatedTable:
    return load_table(FOLDER / f"{name}.yaml")


@cache
def _scoped(name: str) -> tuple[ScopedFile, ...]:
    return tuple(load(path, ScopedFile) for path in sorted((FOLDER / name).glob("*.yaml")))


def general(name: str, *, on: date) -> Rule:
    """What the general table says on a day; NotInForceError before its first entry."""
    table = _table(name)
    return _rule(table.in_force(on=on))


def for_agency(name: str, agency: str | None, *, on: date) -> Rule:
    """The rule of the agency's field where it has one on that day, else the general rule."""
    files = (file for file in _scoped(name) if any(word in (agency or "") for word in file.agencies))
    return next(_in_force(files, on), None) or general(name, on=on)


def for_laws(name: str, laws: Iterable[str], *, on: date) -> tuple[Rule, ...]:
    """The special rules, on that day, of the laws named (full or short name)."""
    named = tuple(laws)
    files = (file for file in _scoped(name) if any(_is(law, short) for law in named for short in file.laws))
    return tuple(_in_force(files, on))


def penalty_law(topic: str, *, on: date) -> RuleRef:
    """The article of the Administrative Penalty Law on a topic as numbered on that day."""
    rule = general("penalty_law_articles", on=on)
    article, (zh, en) = rule.number(topic), rule.reference
    return RuleRef(f"{zh}第{chinese_number(article)}条", f"{en}, art. {article}", rule.ref.version)


def _is(law: str, short: str) -> bool:
    return law.removeprefix("中华人民共和国") == short


def _in_force(files: Iterable[ScopedFile], on: date) -> Iterator[Rule]:
    for file in files:
        started = [entry for entry in file.entries if entry.in_force_from <= on]
        if started:
            yield _rule(max(started, key=lambda entry: entry.in_force_from))


def _rule(entry: DatedEntry) -> Rule:
    version = entry.in_force_from.isoformat()
    return Rule(entry, RuleRef(entry.reference_zh, entry.reference_en, version))
