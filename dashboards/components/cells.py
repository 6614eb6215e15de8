"""A table whose cells wrap, in a box that scrolls: sentences of law are long, and a cut one cannot be judged."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

SHORT = 12  # characters up to which a column is kept on one line
STYLE = """<style>
.caiheng-cells{max-height:34rem;overflow:auto;border:1px solid #d5dce3;border-radius:6px}
.caiheng-cells table{border-collapse:collapse;width:100%;font-size:0.88rem;line-height:1.55;color:#1f2933}
.caiheng-cells th{position:sticky;top:0;background:#f3f5f7;text-align:left;font-weight:600;color:#52606d;
padding:0.35rem 0.6rem;border-bottom:1px solid #d5dce3;white-space:nowrap}
.caiheng-cells td{padding:0.35rem 0.6rem;border-bottom:1px solid #e8ecf0;vertical-align:top;overflow-wrap:anywhere}
.caiheng-cells td.short{white-space:nowrap}
.caiheng-cells td.long{min-width:9rem}
</style>"""


def table(rows: Sequence[Sequence[str]], columns: Sequence[str], *, key: str, repeats: int = 0) -> None:
    """Show the rows. The first `repeats` columns are written once where they say the same as in the row before."""
    with st.container(key=key):
        st.html(STYLE + html(rows, columns, repeats=repeats))


def html(rows: Sequence[Sequence[str]], columns: Sequence[str], *, repeats: int = 0) -> str:
    """The table as HTML; short columns stay on one line."""
    short = [all(len(row[at]) <= SHORT for row in rows) for at in range(len(columns))]
    head = "".join(f"<th>{escape(name)}</th>" for name in columns)
    body, before = [], None
    for row in rows:
        cells = []
        for at, value in enumerate(row):
            shown = "" if before is not None and at < repeats and before[: at + 1] == row[: at + 1] else value
            cells.append(f'<td class="{"short" if short[at] else "long"}">{escape(shown)}</td>')
        body.append(f"<tr>{''.join(cells)}</tr>")
        before = row
    return f'<div class="caiheng-cells"><table><tr>{head}</tr>{"".join(body)}</table></div>'
