"""A benchmark item as bars: its tiers on one axis for every base, framed by the law. Knows nothing of Streamlit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from checker.benchmarks.phrases import base_words, size_words, unit_words
from checker.messages import say
from checker.records.benchmark import Item
from checker.records.ranges import Branch
from checker.statutes import StatuteBook
from checker.statutes.conditions import describe

ROOM = 1.18  # the axis beyond the largest number: the ends of the last bar are written there
OPEN_TOP = 1.3  # how far beyond the largest number told a range without an upper end is drawn


@dataclass(frozen=True, slots=True)
class BandRow:
    """One bar: a tier's range in the unit of its axis, its words, and the effect that colours it."""

    name: tuple[str, str]
    effect: str
    lower: float
    upper: float | None
    words: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Axis:
    """Bars that share an axis: `base` yuan or a fact (then multiples), `frame` the statutory range, None unknown."""

    base: str
    title: tuple[str, str]
    rows: tuple[BandRow, ...]
    frame: tuple[float, float | None] | None
    frame_words: tuple[str, str]
    limit: float


def axes(item: Item, book: StatuteBook, on: date) -> list[Axis]:
    """The tiers of an item as bars, one axis for every base, unit and addressee, framed by the law of the day."""
    groups: dict[tuple[str, str, str], list[tuple[str, str, Branch]]] = {}
    for tier in item.tiers:
        for branch in tier.branches:
            if branch.sanction == "fine":
                key = (branch.base, branch.unit, branch.subject)
                groups.setdefault(key, []).append((tier.name, tier.effect, branch))
    return [_axis(key, bars, statutory(item, book, on)) for key, bars in groups.items()]


def _axis(key: tuple[str, str, str], bars: list[tuple[str, str, Branch]], law: list[Branch]) -> Axis:
    base, unit, subject = key
    conditions = {branch.condition for _, _, branch in bars}
    shared = next(iter(conditions)) if len(conditions) == 1 else None
    rows = tuple(
        BandRow(
            _row_name(name, branch, shared),
            effect,
            float(branch.lower.value) if branch.lower else 0.0,
            float(branch.upper.value) if branch.upper else None,
            size_words(branch.lower, branch.upper, base),
        )
        for name, effect, branch in bars
    )
    same = [each for each in law if (each.base, each.unit, each.subject) == key]
    exact = [each for each in same if each.condition == shared] if shared else []
    frame, words = _frame(exact or same)
    ends = [value for row in rows for value in (row.lower, row.upper) if value is not None]
    ends += [value for value in frame or () if value is not None]
    limit = max(ends, default=1.0) or 1.0
    open_top = any(row.upper is None for row in rows) or (frame is not None and frame[1] is None)
    limit *= OPEN_TOP if open_top else ROOM
    return Axis(base, _axis_title(base, unit, subject, shared), rows, frame, words, limit)


def _row_name(name: str, branch: Branch, shared: str | None) -> tuple[str, str]:
    if branch.condition is None or branch.condition == shared:
        return name, name
    zh, en = describe(branch.condition)
    return f"{name}（{zh}）", f"{name} ({en})"


def _axis_title(base: str, unit: str, subject: str, shared: str | None) -> tuple[str, str]:
    zh, en = say("ui:axis-yuan") if base == "yuan" else say("ui:axis-times", base=base_words(base))
    units = unit_words(unit)
    zh, en = f"{units[0]}{zh}", f"{en}{units[1]}"
    if subject == "responsible_person":
        who = say("ui:axis-person")
        zh, en = f"{who[0]}{zh}", f"{en}{who[1]}"
    if shared:
        when = describe(shared)
        return f"{when[0]}：{zh}", f"{when[1]}: {en}"
    return zh, en


def _frame(branches: list[Branch]) -> tuple[tuple[float, float | None] | None, tuple[str, str]]:
    """The hull of the statutory branches, and each of them in words."""
    if not branches:
        return None, ("", "")
    lows = [float(each.lower.value) if each.lower else 0.0 for each in branches]
    highs = [float(each.upper.value) if each.upper else None for each in branches]
    known = [each for each in highs if each is not None]
    words = list(dict.fromkeys(size_words(each.lower, each.upper, each.base) for each in branches))
    told = ("；".join(zh for zh, _ in words), "; ".join(en for _, en in words))
    return (min(lows), max(known) if len(known) == len(highs) else None), told


def statutory(item: Item, book: StatuteBook, on: date) -> list[Branch]:
    """The fine branches of the penalty clauses that the item rests on, as in force on the day."""
    provisions = [each for cited in item.basis for each in book.resolve(cited, on).provisions]
    return [branch for each in dict.fromkeys(provisions) for branch in each.branches if branch.sanction == "fine"]
