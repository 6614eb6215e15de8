"""How OCR read a page, to plain values for the database and back."""

from __future__ import annotations

from typing import Any

from checker.records.document import Page
from checker.records.scan import Scan, ScanLine


def plain(scan: Scan | None) -> dict[str, Any] | None:
    """The scan as JSON values."""
    if scan is None:
        return None
    lines = [[line.start, line.end, line.score, list(line.corners)] for line in scan.lines]
    return {"engine": scan.engine, "lines": lines, "doubtful": [list(span) for span in scan.doubtful]}


def scan_of(stored: dict[str, Any] | None) -> Scan | None:
    """The scan of what `plain` made."""
    if stored is None:
        return None
    lines = tuple(ScanLine(start, end, score, tuple(corners)) for start, end, score, corners in stored["lines"])
    return Scan(stored["engine"], lines, tuple((low, high) for low, high in stored["doubtful"]))


def row(sha256: str, page: Page) -> dict[str, Any]:
    """The page as a row of the table."""
    return {"sha256": sha256, "number": page.number, "text": page.text, "scan": plain(page.scan)}
