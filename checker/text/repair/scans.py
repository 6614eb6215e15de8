"""What OCR does to text: signs that it was unsure, and the one confusion that is certain."""

from __future__ import annotations

import re

from checker.records.document import Document
from checker.text.repair.working import Working

# The year of a document number between brackets of two kinds, one of them the kind that only such numbers have.
BRACKETS = re.compile(r"(?:〔((?:19|20)\d{2})[）)\]】]|[（(\[【]((?:19|20)\d{2})〕)(?=第?\d{1,6}号)")
POOR = 0.9  # mean sureness of a page below which its text counts as damaged; clean print reads at 0.98 and more


def reasons(document: Document) -> tuple[str, ...]:
    """`ocr-unsure` when a page was read so. Digits in doubt are no sign: they lower only what was read from them."""
    return ("ocr-unsure",) if any(page.scan and page.scan.score < POOR for page in document.pages) else ()


def pair_brackets(work: Working) -> None:
    """Both brackets of a document number's year made 〔〕 where one of them is."""
    found = BRACKETS.finditer(work.text)
    work.cut([(match.start(), match.end(), f"〔{match[1] or match[2]}〕") for match in found])
