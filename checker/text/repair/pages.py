"""Running heads, running feet and page numbers, which stand between the halves of a sentence."""

from __future__ import annotations

import re
from collections import Counter

from checker.text.repair.working import Working

NUMBER = re.compile(
    r"\s*(?:第?\s*[\d一二三四五六七八九十]+\s*页?\s*[,，/]?\s*共\s*[\d一二三四五六七八九十]+\s*页"
    r"|共\s*\d+\s*页\s*[,，]?\s*第\s*\d+\s*页|第\s*[\d一二三四五六七八九十]+\s*页"
    r"|[-—–－·•]+\s*\d+\s*[-—–－·•]+|\d{1,3}\s*/\s*\d{1,3}|\d{1,3})\s*"
)
EDGE = 2  # lines at the head and at the foot of a page that may be furniture


def drop_furniture(work: Working) -> None:
    """Cut lines at page edges that repeat on most pages, and lines that are nothing but a page number."""
    pages = work.document.pages
    if work.document.format not in ("pdf", "ofd", "image"):
        return
    listed = [page.text.splitlines(keepends=True) for page in pages]
    seen: Counter[str] = Counter()
    for lines in listed:
        seen.update({_shape(lines[index]) for index in _edges(lines)} - {""})
    repeated = {shape for shape, count in seen.items() if len(pages) > 1 and count >= max(2, len(pages) * 2 // 3)}
    cuts, position = [], 0
    for lines in listed:
        edges: set[int] = set(_edges(lines))
        gone: set[tuple[str, bool]] = set()
        for index, line in enumerate(lines):
            mark = _shape(line), index < len(lines) / 2
            if index in edges and line.strip() and (mark[0] in repeated or NUMBER.fullmatch(line)) and mark not in gone:
                gone.add(mark)  # the same words once more are the document's own: its agency under the running head
                cuts.append((position, position + len(line), ""))
            position += len(line)
        position += 1
    work.cut(cuts)


def _edges(lines: list[str]) -> list[int]:
    full = [index for index, line in enumerate(lines) if line.strip()]
    return sorted({*full[:EDGE], *full[-EDGE:]}) if len(full) > 2 * EDGE else full[:1] + full[-1:]


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", re.sub(r"\s+", "", line))
