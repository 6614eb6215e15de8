"""Weight tables: factors, options and weights, one scoring a column of weights, with the formula of the remarks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from checker.benchmarks.importing.formulas import Formula, formulas, limits, weight
from checker.benchmarks.importing.grid import Cell, Unparsed
from checker.benchmarks.importing.segments import Account, Row, Segment
from checker.benchmarks.importing.wordings import expression

START = re.compile(r"裁量起点|起点|基础(?:分|权重|裁量)|基准分")
CORRECTION = re.compile(r"修正|调节|调整|加减")
NOTHING = frozenset({"", "/", "—", "-", "－", "无"})
PERSON = re.compile(r"个人|主管人员|责任人员|负责人")
NO_WEIGHT = "权重不是数 · the weight is no number"
NO_FORMULA = "备注中没有认出计算方法，金额按权重×1计，须补正 · no formula recognised in the remarks"
Entry = dict[str, Any]


def is_scoring(segment: Segment) -> bool:
    """Whether the table weighs factors: by its heading, or because its values are all percentages from a start."""
    if segment.under("weight"):
        return True
    values = [row.text(column.index) for row in segment.rows for column in segment.under("range")]
    starts = any(START.search(row.text(0)) or START.search(row.text(1)) for row in segment.rows)
    return bool(values) and starts and all(weight(value) is not None for value in values)


def read_scorings(segment: Segment, account: Account, *, below_excludes: bool) -> list[Entry]:
    """The scorings of a segment as a benchmark file writes them; rows that are not understood are listed."""
    places = [column.index for column in segment.under("weight") or segment.under("range")]
    factor_at, option_at = _topics(segment, places)
    starts: dict[int, Decimal] = {}
    names: dict[int, list[str]] = {place: [] for place in places}
    factors: dict[int, tuple[str, list[tuple[str, Mapping[int, Decimal], str]]]] = {}
    for row in segment.rows:
        topic = row.cells.get(factor_at)
        values = _values(row, places)
        read = {place: weight(value) for place, value in values.items() if value.strip() not in NOTHING}
        words = "".join(dict.fromkeys(row.text(place) for place in range(places[0])))
        if START.search(words) or (not factors and not any(value is not None for value in read.values())):
            starts |= {place: value for place, value in read.items() if value is not None}
            for place, value in values.items():
                if value.strip() not in NOTHING and weight(value) is None and value not in names[place]:
                    names[place].append(value)
        elif (
            topic is None
            or not _option(row, places, option_at)
            or not read
            or any(value is None for value in read.values())
        ):
            account.listed.append(Unparsed(row.where, _told(row), NO_WEIGHT))
            continue
        else:
            told = {place: value for place, value in read.items() if value is not None}
            factors.setdefault(id(topic), (topic.text, []))[1].append(
                (_option(row, places, option_at), told, row.where)
            )
        account.used += 1
    return _entries(segment, account, places, names, starts, list(factors.values()), below_excludes=below_excludes)


def _topics(segment: Segment, places: Sequence[int]) -> tuple[int, int]:
    """The columns of factor and option: by heading, else the two before the weights."""
    factor = segment.under("factor")
    option_at = places[0] - 1
    return (factor[0].index if factor else max(option_at - 1, 0)), option_at


def _values(row: Row, places: Sequence[int]) -> dict[int, str]:
    """Words under the weights; where the page has moved a rule, the option reaches over the first place."""
    own = [row.cells[place] for place in places if place in row.cells and row.cells[place].column >= places[0]]
    found = {}
    for place in places:
        cell = row.cells.get(place)
        stray = cell is None or cell.column < places[0]
        found[place] = own[0].text if stray and own else cell.text if cell is not None else ""
    if not own:  # the weight itself begins left of its heading
        found = {place: row.text(place) for place in places}
    return found


def _option(row: Row, places: Sequence[int], option_at: int) -> str:
    """The words left of the weights."""
    for index in range(option_at, -1, -1):
        cell = row.cells.get(index)
        if cell is not None and weight(cell.text) is None and cell.text:
            return cell.text
    return row.text(places[0])


def _told(row: Row) -> str:
    return " | ".join(dict.fromkeys(cell.text for cell in row.cells.values() if cell.text))


def _entries(
    segment: Segment,
    account: Account,
    places: Sequence[int],
    names: Mapping[int, list[str]],
    starts: Mapping[int, Decimal],
    factors: Sequence[tuple[str, list[tuple[str, Mapping[int, Decimal], str]]]],
    *,
    below_excludes: bool,
) -> list[Entry]:
    remarks = segment.labels.get("remark", "")
    known, bounds = formulas(remarks), limits(remarks)
    entries = []
    for place in _distinct(places, names, factors, starts):
        label = "·".join(names[place])
        own = _of(known, label, single=not any(names.values()))
        entry: Entry = {"text": label} if label else {}
        when = _when(names[place])
        entry |= {"when": when} if when else {}
        entry |= {"subject": "responsible_person"} if PERSON.search(label) else {}
        entry["start"] = _plain(starts.get(place, Decimal(0)))
        entry |= {"amount": _plain(own.amount), "base": own.base} if isinstance(own, Formula) else {}
        for bound in bounds:
            if _same(bound.label, label) or (not bound.label and not label):
                entry[bound.side] = _plain(bound.value)
        listed = [_factor(name, options, place, below_excludes=below_excludes) for name, options in factors]
        entry["factors"] = [each for each in listed if each["options"] and not CORRECTION.search(each["name"])]
        corrections = [option for each in listed if CORRECTION.search(each["name"]) for option in each["options"]]
        entry |= {"corrections": corrections} if corrections else {}
        if own is None:
            account.remarks.append(Unparsed(segment.where, label or remarks[:80], NO_FORMULA))
        if entry["factors"]:
            entries.append(entry)
    return entries


def _distinct(
    places: Sequence[int],
    names: Mapping[int, list[str]],
    factors: Sequence[tuple[str, list[tuple[str, Mapping[int, Decimal], str]]]],
    starts: Mapping[int, Decimal],
) -> list[int]:
    """Weight columns that differ; places under one merged heading and merged cells throughout are one column."""
    kept: dict[tuple[object, ...], int] = {}
    for place in places:
        shape = (
            tuple(names[place]),
            starts.get(place),
            *(told.get(place) for _, opts in factors for _, told, _ in opts),
        )
        kept.setdefault(shape, place)
    return list(kept.values())


def _of(known: Sequence[Formula], label: str, *, single: bool) -> Formula | None:
    if single or len(known) == 1:
        return known[0] if known else None
    return next((each for each in known if _same(each.label, label)), None)


def _same(one: str, label: str) -> bool:
    """Whether a remark speaks of this column: by its words, or of persons where the column is for them."""
    if not one or not label:
        return False
    last = label.split("·")[-1]
    strip = [re.sub(r"^对|的+$|的", "", words) for words in (one, last)]
    if strip[0] == strip[1]:
        return True
    if PERSON.search(one) or PERSON.search(label):
        return bool(PERSON.search(one) and PERSON.search(label))
    return min(strip, key=len) in max(strip, key=len) and len(min(strip, key=len)) >= 2 and not _opposed(*strip)


def _opposed(one: str, other: str) -> bool:
    return any((mark in one) != (mark in other) for mark in ("逾期", "未造成", "没有", "不足"))


def _when(names: Sequence[str]) -> str | None:
    parts = [expression(name) for name in names if not re.fullmatch(r"对?(?:单位|企业|个人)", name)]
    told = [part for part in parts if part]
    return " and ".join(f"({part})" if " or " in part else part for part in told) or None


def _factor(
    name: str, options: Sequence[tuple[str, Mapping[int, Decimal], str]], place: int, *, below_excludes: bool
) -> Entry:
    listed = []
    for words, told, _ in options:
        if place not in told:
            continue
        option: Entry = {"text": words, "weight": _plain(told[place])}
        when = expression(words, name, below_excludes=below_excludes)
        listed.append(option | ({"when": when} if when else {}))
    return {"name": name, "options": listed}


def _plain(value: Decimal) -> str | int:
    if value == value.to_integral_value():
        return int(value)
    return f"{value.normalize():f}"


__all__ = ["Cell", "is_scoring", "read_scorings"]
