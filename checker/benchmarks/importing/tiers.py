"""Tier tables: one item a violation, one tier a row, a column, or a numbered part of a cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from checker.benchmarks.importing.alternatives import conditions
from checker.benchmarks.importing.columns import Column
from checker.benchmarks.importing.grid import Unparsed
from checker.benchmarks.importing.segments import Account, Row, Segment
from checker.benchmarks.importing.sizes import branches

NO_RANGE = "裁量幅度没有认出 · the range was not understood"
NO_VIOLATION = "没有违法行为名称 · no violation named"
NOUN = r"(?:行政)?(?:处罚|违法|情节|情形|程度|行为|档|阶次|等次|裁量|幅度|的|$|[（(：:，,；;\s])"
EFFECTS = (
    ("none", r"不予(?:行政)?处罚|免予|免罚|不罚"),
    ("reduced", rf"减轻{NOUN}"),
    ("lighter", rf"(?:从轻|较轻|轻微){NOUN}|(?:情节|程度)轻|^轻$|偏轻"),
    ("heavier", rf"(?:从重|较重|严重|加重|特重|恶劣|重大){NOUN}|(?:情节|程度)重|^重$|偏重|顶格"),
    ("ordinary", rf"(?:一般|中等|适中|普通){NOUN}"),
)
SHORT = 9  # characters up to which words that hold a degree are one
DEGREE = r"(?:违法)?(?:行为|情节|程度|后果)?(?:属于?)?(?:特别|较为)?(?:轻|较|一般|严重|从|减|加|中|不予|免予|恶劣)"
LIGHT = re.compile(r"不予(?:行政)?处罚|免予|不罚|警告|吊销|责令|拘留|通报批评")
# A part of a cell that is a tier of its own: 1.情节轻微的，处五百元以下罚款；2.…
PART = re.compile(r"(?:^|[\n；;。：:])\s*(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）.．、]|[①-⑳])\s*(?=[^；;。\n]{2,})")
SPLIT = re.compile(
    r"^(?P<when>.{2,200}?)(?:的)?[，,:：]\s*(?P<then>(?:可以?|并|单|依法|应当)?(?:处以?|给予|予以|责令|没收|吊销|罚款|警告|不予).+)$",
    re.DOTALL,
)
LETTER = re.compile(r"(?:[A-EⅠⅡⅢⅣⅤ甲乙丙丁一二三四五1-5](?:档|级|类|等|阶)?|第[一二三四五](?:档|级|阶))")
Entry = dict[str, Any]
Told = list[tuple[Column, str]]


def read_items(segment: Segment, account: Account, *, below_excludes: bool) -> Iterator[tuple[Entry, list[Row]]]:
    """(item without law and id, its rows) of a segment; rows whose range is not understood are listed."""
    for rows in _grouped(segment):
        name = _name(segment, rows[0])
        if not name:
            account.listed += [Unparsed(row.where, _words(row), NO_VIOLATION) for row in rows]
            continue
        tiers: list[Entry] = []
        for row in rows:
            made, reason = _tiers(segment, row, below_excludes=below_excludes)
            if made:
                account.used += 1
                tiers += made
            else:
                account.listed.append(Unparsed(row.where, reason or _words(row), NO_RANGE))
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


def _words(row: Row) -> str:
    return " | ".join(dict.fromkeys(cell.text for cell in row.cells.values() if cell.text))


def _tiers(segment: Segment, row: Row, *, below_excludes: bool) -> tuple[list[Entry], str]:
    """The tiers of a row, or none and the words that were not understood."""
    across = _once(row, segment.under("degree"))
    if across:
        made = [_from_cell(column.name, text, below_excludes=below_excludes) for column, text in across]
        return ([each for each in made if each], "") if all(made) else ([], "；".join(text for _, text in across))
    told = _once(row, segment.under("range"))
    named, topics = _degrees(segment, row)
    if len(told) == 1 and not named and not topics and "不予处罚" not in told[0][0].name:
        parts = [part.strip() for part in PART.split(told[0][1]) if part.strip()]
        made = [_from_cell("", part, below_excludes=below_excludes) for part in parts] if len(parts) > 1 else []
        if made and all(made):
            return [each for each in made if each], ""
    tier = _tier(told, named, topics, below_excludes=below_excludes)
    return ([tier], "") if tier else ([], "；".join(text for _, text in told))


def _degrees(segment: Segment, row: Row) -> tuple[Told, Told]:
    """(degrees, conditions): a column headed 违法程度 whose words are no degree (未投入生产) is a condition."""
    named, topics = _once(row, segment.under("tier")), _topics(segment, row)
    if not all("程度" in column.name for column, _ in named):
        return named, topics  # 阶次, 档次, 等级: whatever stands under it is the tier's name
    if not topics or effect_of(" ".join(text for _, text in named), "") != "unstated" or not named:
        return named, topics
    if all(LETTER.fullmatch(text) for _, text in named):
        return named, topics
    return [], sorted([*named, *topics], key=lambda pair: pair[0].index)


def _topics(segment: Segment, row: Row) -> Told:
    """What stands between violation and range, whatever it is called, and conditions behind the range."""
    first = min((column.index for column in segment.under("range")), default=0)
    before = [each for each in segment.columns if each.meaning in ("condition", "unknown") and each.index < first]
    behind = [each for each in segment.columns if each.meaning == "condition" and each.index > first]
    return _once(row, [*before, *behind])


def _from_cell(degree: str, text: str, *, below_excludes: bool) -> Entry | None:
    """A tier whose condition and range stand in one cell: 货值不足五千元的，处一万元以下罚款."""
    match = SPLIT.match(text.strip())
    when, then = (match["when"], match["then"]) if match else ("", text)
    made, left = branches([(Column("range", degree, 0), then)], below_excludes=below_excludes)
    if left or not (made or LIGHT.search(then)):
        return None
    name = degree or _degree(when) or when or text
    entry: Entry = {"name": _short(name), "effect": effect_of(degree or when, then)}
    listed = conditions([(Column("condition", "", 0), when)], [], below_excludes=below_excludes) if when else []
    entry |= {"conditions": listed} if listed and when != name else {}
    return entry | {"text": then} | ({"branches": made} if made else {})


def _degree(words: str) -> str:
    """The degree that a condition begins with: 情节轻微, 一般情形."""
    match = re.match(
        r"(?:违法)?(?:情节|行为|程度)?(?:特别)?(?:轻微|较轻|一般|较重|严重|恶劣)(?:情形|情节|违法)?", words
    )
    return match.group() if match else ""


def _tier(told: Told, named: Told, topics: Told, *, below_excludes: bool) -> Entry | None:
    """One tier a row."""
    words = "；".join(text for _, text in told)
    if not words:
        return None
    punished = not any("不予处罚" in column.name for column, _ in told)
    made, left = branches(told, below_excludes=below_excludes) if punished else ([], [])
    if left or (punished and not made and not LIGHT.search(words)):
        return None
    name = "，".join(text for _, text in named) or "，".join(text for _, text in topics)
    entry: Entry = {"name": _short(name or ("不予处罚" if not punished else words))}
    degree = " ".join(text for _, text in named) or (_degree(topics[0][1]) if len(topics) == 1 else "")
    entry["effect"] = effect_of(degree, words) if punished else "none"
    listed = conditions(topics if punished else told, [*named], below_excludes=below_excludes)
    entry |= {"conditions": listed} if listed else {}
    entry |= {"text": words if punished else "不予处罚"}
    return entry | ({"branches": made} if made else {})


def effect_of(degree: str, words: str) -> str:
    """By the tier's own name; a table that names no degree leaves it unstated."""
    if re.match(r"不予(?:行政)?处罚|免予(?:行政)?处罚", words):
        return "none"
    if len(degree) > SHORT and not re.match(DEGREE, degree):
        return "unstated"  # 造成一般事故 tells what happened, not how it is weighed
    found = [(match.start(), name) for name, pattern in EFFECTS if (match := re.search(pattern, degree))]
    return min(found)[1] if found else "unstated"


def _once(row: Row, columns: Sequence[Column]) -> Told:
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


def _unlike(tiers: list[Entry]) -> list[Entry]:
    """Tiers of one item have names of their own."""
    seen: dict[str, int] = {}
    for tier in tiers:
        count = seen[tier["name"]] = seen.get(tier["name"], 0) + 1
        if count > 1:
            tier["name"] = f"{tier['name']}（{count}）"
    return tiers
