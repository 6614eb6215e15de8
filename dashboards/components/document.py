"""The document's own text with evidence marked in it, as the store gives it: personal data starred, offsets true."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

import streamlit as st

from dashboards.words import word

STYLE = """<style>
.caiheng-doc{height:72vh;overflow-y:auto;border:1px solid #d5dce3;border-radius:6px;padding:1rem 1.2rem;
background:#fff;color:#1f2933;line-height:1.9;font-size:0.95rem;white-space:pre-wrap;overflow-wrap:anywhere}
.caiheng-doc .page{color:#7b8794;font-size:0.8rem;border-bottom:1px dashed #d5dce3;margin:0.6rem 0;white-space:normal}
.caiheng-doc mark{background:#dbe9f6;color:inherit;padding:1px 0}
.caiheng-doc mark.strong{background:#ffd76a;outline:1px solid #d99a00}
</style>"""


def render(
    pages: Sequence[str], faint: Sequence[dict[str, Any]], strong: Sequence[dict[str, Any]], *, key: str
) -> None:
    """Show the pages in a box that scrolls, `strong` spans standing out over `faint` ones."""
    with st.container(key=key):
        st.html(STYLE + html(pages, faint, strong))


def html(pages: Sequence[str], faint: Sequence[dict[str, Any]], strong: Sequence[dict[str, Any]]) -> str:
    """The pages as HTML; the first strong mark carries the id `evidence`."""
    parts, first = ['<div class="caiheng-doc">'], True
    for number, text in enumerate(pages, start=1):
        if len(pages) > 1:
            parts.append(f'<div class="page">{escape(word("page", page=number))}</div>')
        levels = _levels(len(text), number, faint, strong)
        for start, end, level in _runs(levels):
            piece = escape(text[start:end])
            if level == 0:
                parts.append(piece)
            elif level == 1:
                parts.append(f"<mark>{piece}</mark>")
            else:
                name = ' id="evidence"' if first else ""
                parts.append(f'<mark class="strong"{name}>{piece}</mark>')
                first = False
        parts.append("\n")
    return "".join([*parts, "</div>"])


def _levels(length: int, page: int, faint: Sequence[dict[str, Any]], strong: Sequence[dict[str, Any]]) -> bytearray:
    levels = bytearray(length)
    for level, spans in ((1, faint), (2, strong)):
        for span in spans:
            if span["page"] == page:
                start, end = max(span["start"], 0), min(span["end"], length)
                levels[start:end] = bytes([level]) * max(end - start, 0)
    return levels


def _runs(levels: bytearray) -> list[tuple[int, int, int]]:
    runs, start = list[tuple[int, int, int]](), 0
    for index in range(1, len(levels) + 1):
        if index == len(levels) or levels[index] != levels[start]:
            runs.append((start, index, levels[start]))
            start = index
    return runs
