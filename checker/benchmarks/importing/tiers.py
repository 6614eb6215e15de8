"""Tier tables: one item a violation, one tier a row, whatever the columns between them are called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from checker.benchmarks.importing.columns import Column
from checker.benchmarks.importing.grid import Unparsed
from checker.benchmarks.importing.segments import Account, Row, Segment
from checker.benchmarks.importing.wordings import expression
from checker.records.ranges import Bound, Branch
from checker.statutes.ranges import parse_ranges

NO_RANGE = "裁量幅度没有认出 · the range was not understood"
NO_VIOLATION = "没有违法行为名称 · no violation named"
EFFECTS = (
    ("none", r"不予(?:行政)?处罚|免予|免罚|不罚"),
    ("reduced", r"减轻"),
    ("lighter", r"从轻|较轻|轻微|(?:情节|程度)轻|^轻$|初级|偏轻"),
    ("heavier", r"从重|较重|严重|加重|特重|恶劣|(?:情节|程度)重|^重$|偏重|顶格|重大"),
    ("ordinary", r"一般|中等|适中|普通|较大"),
)
PERSON = re.compile(r"个人|主管人员|责任人员|负责人")
ALTERNATIVES = re.compile(r"(?:\n|^|[。；;：:])\s*(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）.．、]|[①-⑳])\s*")
SIZE = re.compile(r"(\d[\d.,]*|[一二三四五六七八九十百千]+)\s*万(?!元|圆|[\d一二三四五六七八九十])")
Entry = dict[str, Any]


def read_items(segment: Segment, account: Account, *, below_excludes: bool) -> Iterator[tuple[Entry, list[Row]]]:
    """(item without law and id, its rows) of a segment; rows whose range is not understood are listed."""
    for rows in _grouped(segment):
        name = _name(segment, rows[0])
        if not name:
            account.listed += [Unparsed(row.where, _told(row), NO_VIOLATION) for row in rows]
            continue
        tiers = [tier for row in rows if (tier := _tier(segment, row, account, below_excludes=below_excludes))]
        if tiers:
            yield {"violation": name, "tiers": _unlike(tiers)}, rows


def _grouped(segment: Segment) -> Iterator[list[Row]]:
    """Rows of one violation: under one merged cell, or with the cells below it left empty."""
    keys = segment.under("violation", "number") or segment.under("basis", "violated")[:1]
    group: list[Row] = []
    last: tuple[object, ...] = ()
    for row in segment.rows:
        told = tuple(id(cell) for key in keys if (cell := row.cells.get(key.index)) is not None and cell.text)
        fresh = bool(told) and told != last and not set(told) & set(last)
        if group and fresh:
            yield group
            group = []
        group.append(row)
        last = told or last
    if group:
        yield group


def _name(segment: Segment, row: Row) -> str:
    words = [row.text(column.index) for column in segment.under("violation")]
    return " ".join(dict.fromkeys(filter(None, words))) or segment.labels.get("violation", "") or segment.title


def _told(row: Row) -> str:
    return " | ".join(dict.fromkeys(cell.text for cell in row.cells.values() if cell.text))


def _tier(segment: Segment, row: Row, account: Account, *, below_excludes: bool) -> Entry | None:
    ranges = segment.under("range")
    told = _once(row, ranges)
    first = min((column.index for column in ranges), default=0)
    named = _once(row, segment.under("tier"))
    others = [
        column for column in segment.columns if column.meaning in ("condition", "unknown") and column.index < first
    ]
    later = [column for column in segment.columns if column.meaning == "condition" and column.index > first]
    topics = _once(row, [*others, *later])
    words = "；".join(text for _, text in told)
    if not words:
        account.listed.append(Unparsed(row.where, _told(row), NO_RANGE))
        return None
    punished = not any("不予处罚" in column.name for column, _ in told)
    branches, left = _branches(told, below_excludes=below_excludes) if punished else ([], [])
    if left or (punished and not branches and not re.search(r"不予|免予|不罚|警告|吊销|责令|拘留", words)):
        account.listed.append(Unparsed(row.where, words, NO_RANGE))
        return None
    account.used += 1
    name = (
        "，".join(text for _, text in named)
        or "，".join(text for _, text in topics)
        or ("不予处罚" if not punished else words)
    )
    entry: Entry = {"name": _short(name), "effect": _effect(named, words, punished=punished)}
    conditions = _conditions(
        topics if punished else told, [*named] if not topics else [], below_excludes=below_excludes
    )
    entry |= {"conditions": conditions} if conditions else {}
    entry |= {"text": words if punished else "不予处罚"}
    return entry | ({"branches": branches} if branches else {})


def _once(row: Row, columns: Sequence[Column]) -> list[tuple[Column, str]]:
    """(column, words) of these columns, a merged cell once."""
    seen: set[int] = set()
    found = []
    for column in columns:
        cell = row.cells.get(column.index)
        if cell is not None and cell.text.strip() not in ("", "/", "—", "-") and id(cell) not in seen:
            seen.add(id(cell))
            found.append((column, cell.text))
    return found


def _short(name: str) -> str:
    return name if len(name) <= 60 else name[:59] + "…"


def _effect(named: Sequence[tuple[Column, str]], words: str, *, punished: bool) -> str:
    """By the tier's own name; a table that names none leaves it unstated."""
    if not punished or re.match(r"不予(?:行政)?处罚|免予(?:行政)?处罚", words):
        return "none"
    told = " ".join(text for _, text in named)
    found = [(match.start(), name) for name, pattern in EFFECTS if (match := re.search(pattern, told))]
    return min(found)[1] if found else "unstated"


def _branches(told: Sequence[tuple[Column, str]], *, below_excludes: bool) -> tuple[list[Entry], list[str]]:
    found: list[Entry] = []
    left = []
    several = len(told) > 1
    for column, text in told:
        words = SIZE.sub(r"\1万元", re.sub(r"\s+", "", text)).replace("元元", "元")
        if "罚款" not in words and re.search(r"[元倍%％]", words):
            words = f"处{words.rstrip('。；')}罚款"
        reading = parse_ranges(words, below_excludes=below_excludes)
        left += [each.quote for each in reading.unparsed]
        for branch in reading.branches:
            person = several and PERSON.search(column.name) and not re.search(r"单位|企业", column.name)
            entry = branch_entry(branch)
            found.append(entry | ({"subject": "responsible_person"} if person else {}))
    return [each for index, each in enumerate(found) if each not in found[:index]], left


def branch_entry(branch: Branch) -> Entry:
    """A branch as a data file writes it, defaults left out."""
    entry: Entry = {"sanction": branch.sanction}
    entry |= {"when": branch.condition} if branch.condition else {}
    entry |= {"obligation": "may"} if branch.obligation == "may" else {}
    entry |= {"choice": branch.choice} if branch.choice else {}
    for name, bound in (("lower", branch.lower), ("upper", branch.upper)):
        if bound is not None:
            entry[name] = _plain(bound)
            entry |= {f"{name}_inclusive": False} if not bound.inclusive else {}
    for name, default in (("base", "yuan"), ("unit", "total"), ("subject", "respondent")):
        if getattr(branch, name) != default:
            entry[name] = getattr(branch, name)
    return entry


def _plain(bound: Bound) -> int | str:
    whole = bound.value == bound.value.to_integral_value()
    return int(bound.value) if whole else f"{bound.value.normalize():f}"


def _conditions(
    topics: Sequence[tuple[Column, str]], named: Sequence[tuple[Column, str]], *, below_excludes: bool
) -> list[Entry]:
    """Alternatives of one condition column; several columns are one condition, each answering its heading."""
    if len(topics) == 1:
        column, text = topics[0]
        topic = column.name if column.meaning == "unknown" else ""
        return [_condition(each, topic, below_excludes=below_excludes) for each in alternatives(text)]
    if not topics:
        return []
    words = "；".join(f"{column.name}：{text}" if column.name else text for column, text in topics)
    read = [expression(text, column.name, below_excludes=below_excludes) for column, text in topics]
    entry: Entry = {"text": words}
    if all(read):
        entry["when"] = " and ".join(f"({each})" if " or " in (each or "") else each or "" for each in read)
    return [entry]


def _condition(words: str, topic: str, *, below_excludes: bool) -> Entry:
    parts = together(words)
    read = [expression(part, topic, below_excludes=below_excludes) for part in parts]
    entry: Entry = {"text": words}
    if parts and all(read):
        entry["when"] = " and ".join(f"({each})" if " or " in (each or "") else each or "" for each in read)
    return entry


def alternatives(text: str) -> list[str]:
    """有下列情形之一: each listed one is an alternative; 同时满足: all of them are one condition; else the whole."""
    if re.search(r"同时(?:满足|符合|具备)", text):
        return [text.strip()]
    pieces = [piece.strip(" \n；;。") for piece in ALTERNATIVES.split(text)]
    told = [piece for piece in pieces if piece and not re.search(r"之一(?:的)?[:：，]?$|下列(?:情形|条件)", piece)]
    return told if len(pieces) > 2 and told else [text.strip()]


def together(text: str) -> list[str]:
    """The parts that must all hold."""
    if not re.search(r"同时(?:满足|符合|具备)", text):
        return [text]
    pieces = [piece.strip(" \n；;。") for piece in ALTERNATIVES.split(text)]
    return [piece for piece in pieces if piece and not re.search(r"同时(?:满足|符合|具备)", piece)]


def _unlike(tiers: list[Entry]) -> list[Entry]:
    """Tiers of one item have names of their own."""
    seen: dict[str, int] = {}
    for tier in tiers:
        count = seen[tier["name"]] = seen.get(tier["name"], 0) + 1
        if count > 1:
            tier["name"] = f"{tier['name']}（{count}）"
    return tiers
