"""A source as one benchmark file: headings, labelled passages and tables put together; nothing is lost silently."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from checker.benchmarks.importing.citing import citations
from checker.benchmarks.importing.columns import MEANINGS, Column
from checker.benchmarks.importing.grid import Grid, Line, Source, Unparsed
from checker.benchmarks.importing.metadata import check_settings, read_metadata
from checker.benchmarks.importing.scorings import is_scoring, read_scorings
from checker.benchmarks.importing.segments import Account, Row, Segment, segments
from checker.benchmarks.importing.tiers import read_items
from checker.errors import CheckerError

CODE = re.compile(r"§\s?(\d+(?:\.\d+)*)")
HEADING = re.compile(
    r"^\s*(?:第?[一二三四五六七八九十百]+[、.．章节部]|[（(][一二三四五六七八九十]+[)）]|\d+(?:\.\d+)+\s)"
)
NO_BASIS = "没有认出处罚依据条款，该行为未导入 · no penalty clause recognised, the item was left out"
Entry = dict[str, Any]


@dataclass(frozen=True)
class Imported:
    """A benchmark as its YAML file will say it, the account of rows, and what could not be read."""

    head: Entry
    items: tuple[Entry, ...]
    unparsed: tuple[Unparsed, ...]
    open_conditions: tuple[Unparsed, ...]
    rows_read: int
    rows_used: int
    rows_listed: int
    source: Source
    settings: Mapping[str, str] = field(default_factory=dict)

    @property
    def tiers(self) -> int:
        """Tiers of all items."""
        return sum(len(item.get("tiers", ())) for item in self.items)

    @property
    def factors(self) -> int:
        """Factors of all scoring tables; one that several columns of weights share counts once."""
        return sum(
            max((len(each["factors"]) + bool(each.get("corrections")) for each in item.get("scorings", ())), default=0)
            for item in self.items
        )


def assemble(source: Source, told: Mapping[str, str]) -> Imported:
    """Everything that was understood of a source. Raises CheckerError for settings that mean nothing."""
    check_settings(told)
    words = "\n".join(line.text for line in source.blocks if isinstance(line, Line))
    cells = "\n".join(cell.text for block in source.blocks if isinstance(block, Grid) for cell in block.cells[:40])
    lines = [block for block in source.blocks if isinstance(block, Line)]
    head, left = read_metadata(lines, source.file, told, words + cells)
    account = Account()
    items: list[Entry] = []
    for segment in _segments(source, account, _columns(told.get("columns"))):
        items += _items(segment, account, below_excludes=bool(head.get("below_excludes")))
    _identify(items)
    unparsed = (*source.unparsed, *left, *account.remarks, *account.listed)
    rows = account.read, account.used, len(account.listed)
    return Imported(head, tuple(items), unparsed, tuple(_open(items)), *rows, source, dict(told))


def _columns(written: str | None) -> dict[int, str] | None:
    """--set columns=number,violation,basis,tier,condition,range names the columns from the left; - skips one."""
    if not written:
        return None
    known = {name for name, _ in MEANINGS}
    names = [each.strip() for each in written.split(",")]
    wrong = [name for name in names if name not in known | {"-", ""}]
    if wrong:
        raise CheckerError(
            f"--set columns: {', '.join(wrong)} unknown; known are {', '.join(sorted(known))}, and - for none"
        )
    return {index: name for index, name in enumerate(names) if name in known}


def _segments(source: Source, account: Account, told: Mapping[int, str] | None) -> Iterator[Segment]:
    """Segments of all tables with the headings above them; a passage that stands alone goes to the next table."""
    heading: list[str] = []
    code, passages, carried = "", dict[str, str](), tuple[Column, ...]()
    for block in source.blocks:
        if isinstance(block, Line):
            heading, code = _heading(heading, code, block)
            continue
        for segment in segments(block, account, told, carried):
            segment.title = segment.title or "".join(heading)
            segment.code = code
            segment.labels = {**passages, **segment.labels} if segment.rows else segment.labels
            if not segment.rows:
                passages |= segment.labels
                continue
            passages = {}
            carried = segment.columns
            yield segment
            heading, code = [], ""


def _heading(heading: list[str], code: str, line: Line) -> tuple[list[str], str]:
    """The heading that the lines above a table tell: it begins at a list number and may run over lines."""
    match = CODE.search(line.text)
    rest = CODE.sub("", line.text).replace("裁量标准", "").strip()
    if match:
        code = match.group(1)
    if not rest:
        return heading, code
    if HEADING.match(rest):
        return [HEADING.sub("", rest).strip()], code if match else ""
    return ([*heading, rest] if heading and len("".join(heading)) < 200 else heading), code


def _items(segment: Segment, account: Account, *, below_excludes: bool) -> Iterator[Entry]:
    if is_scoring(segment):
        entries = read_scorings(segment, account, below_excludes=below_excludes)
        found: list[tuple[Entry, list[Row]]] = (
            [({"violation": _violation(segment), "scorings": entries}, segment.rows)] if entries else []
        )
    else:
        found = list(read_items(segment, account, below_excludes=below_excludes))
    for entry, rows in found:
        basis = _cited(segment, rows, "basis")
        violated = _cited(segment, rows, "violated")
        unpunished = bool(entry.get("tiers")) and all(tier["effect"] == "none" for tier in entry["tiers"])
        if not basis and not unpunished:
            basis, violated = violated, []
        if not basis and not unpunished:
            listed = {each.where for each in account.listed}
            lost = [row for row in rows if row.where not in listed]
            account.used -= len(lost)
            account.listed += [Unparsed(row.where, entry["violation"], NO_BASIS) for row in lost]
            continue
        yield _entry(segment, entry, rows, violated, basis)


def _entry(segment: Segment, entry: Entry, rows: Sequence[Row], violated: list[str], basis: list[str]) -> Entry:
    number = [text for column in segment.under("number") for row in rows if (text := row.text(column.index))]
    made: Entry = {"id": segment.code or (number[0] if number else ""), "violation": entry["violation"]}
    made |= {"violated": violated} if violated else {}
    made |= {"basis": basis} if basis else {}
    remarks = [segment.labels[name] for name in ("remark", "statutory") if segment.labels.get(name)]
    remarks += _distinct(row.text(column.index) for column in segment.under("remark", "statutory") for row in rows)
    return (
        made
        | {key: entry[key] for key in ("tiers", "scorings") if key in entry}
        | ({"notes": remarks} if remarks else {})
        | {"where": rows[0].where if rows else segment.where}
    )


def _distinct(texts: Iterator[str]) -> list[str]:
    return list(dict.fromkeys(text for text in texts if text))


def _violation(segment: Segment) -> str:
    """By the column of that name, else by the heading above the table."""
    named = [row.text(column.index) for column in segment.under("violation") for row in segment.rows]
    known = [name for name in dict.fromkeys(named) if name and not re.search(r"裁量起点", name)]
    return known[0] if known else segment.labels.get("violation") or segment.title or "（未写明违法行为）"


def _cited(segment: Segment, rows: Sequence[Row], meaning: str) -> list[str]:
    texts = _distinct(row.text(column.index) for column in segment.under(meaning) for row in rows)
    texts = texts or ([segment.labels[meaning]] if meaning in segment.labels else [])
    return list(dict.fromkeys(each for text in texts for each in citations(text)))


def _identify(items: list[Entry]) -> None:
    """Every item an id of its own: the table's code or number, with a letter where two share one."""
    seen: dict[str, int] = {}
    for index, item in enumerate(items, start=1):
        name = re.sub(r"\s+", "", str(item["id"])) or str(index)
        count = seen[name] = seen.get(name, 0) + 1
        item["id"] = name if count == 1 else f"{name}-{count}"


def _open(items: Sequence[Entry]) -> Iterator[Unparsed]:
    """Conditions that stay words: they will be cannot tell until a person writes their expression."""
    reason = "条件未能表达，判断时为“无法判断” · condition kept as text, cannot tell"
    for item in items:
        for tier in item.get("tiers", ()):
            for condition in tier.get("conditions", ()):
                if "when" not in condition:
                    yield Unparsed(f"{item['where']}: {item['id']} {tier['name']}", condition["text"], reason)
        for scoring in item.get("scorings", ()):
            for factor in scoring["factors"]:
                for option in factor["options"]:
                    if "when" not in option:
                        yield Unparsed(f"{item['where']}: {item['id']} {factor['name']}", option["text"], reason)
