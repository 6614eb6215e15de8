"""The dated rules that these checks rest on, from the tables in `data/` that a lawyer can correct."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from checker.checks.wording import chinese_number
from checker.dated import DatedEntry, DatedTable, load_table
from checker.records.assessment import Case
from checker.records.finding import RuleRef

FOLDER = Path(__file__).parent / "data"
REVISION = date(2021, 7, 15)  # the Administrative Penalty Law as revised; the numbering cited where no date was read


@cache
def _table(name: str) -> DatedTable:
    return load_table(FOLDER / f"{name}.yaml")


def entry(table: str, *, on: date) -> DatedEntry:
    """What a table says on a day; NotInForceError before its first entry."""
    return _table(table).in_force(on=on)


def rule(found: DatedEntry) -> RuleRef:
    """An entry as the rule that a finding rests on."""
    return RuleRef(found.reference_zh, found.reference_en, found.in_force_from.isoformat())


def penalty_law(topic: str, case: Case) -> RuleRef:
    """The article of the Administrative Penalty Law on a topic, as numbered when the case was decided.

    Where the version has no article for it, the law as a whole.
    """
    found = entry("penalty_law_substance", on=decided(case) or REVISION)
    article = int(found.values[topic])
    if not article:
        return rule(found)
    zh, en = found.reference_zh, found.reference_en
    return RuleRef(f"{zh}第{chinese_number(article)}条", f"{en}, art. {article}", found.in_force_from.isoformat())


def decided(case: Case) -> date | None:
    """The day of the decision, else of the act; None when neither was read."""
    found = case.decision.decision_date or case.decision.act_end
    return found.value if found else None
