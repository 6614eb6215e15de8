"""Signs that OCR did not read a page surely."""

from __future__ import annotations

from checker.records.document import Document

POOR = 0.9  # mean sureness of a page below which its text counts as damaged; clean print reads at 0.98 and more


def reasons(document: Document) -> tuple[str, ...]:
    """`ocr-unsure` when a page was read so. Digits in doubt are no sign: they lower only what was read from them."""
    return ("ocr-unsure",) if any(page.scan and page.scan.score < POOR for page in document.pages) else ()
