"""The words of condition cells as alternatives with their expressions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from checker.benchmarks.importing.columns import Column
from checker.benchmarks.importing.wordings import expression

MARK = r"(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）.．、]|[①-⑳])"
ALTERNATIVES = re.compile(rf"(?:\n|^|[。；;：:])\s*{MARK}\s*")
DEGREE = 8  # characters up to which a tier cell is a degree and no condition
Entry = dict[str, Any]


def conditions(
    topics: Sequence[tuple[Column, str]], named: Sequence[tuple[Column, str]], *, below_excludes: bool
) -> list[Entry]:
    """Alternatives of one condition column; several columns are one condition, each answering its heading.

    `named` are tier cells that tell more than a degree (一般情形：货值不足一万元), for tables without such columns.
    """
    topics = topics or [(column, text) for column, text in named if len(text) > DEGREE]
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
