"""Repair of text as files give it, always with a map back to the original characters.

What is normalised: full-width digits, letters and ％ become ASCII; compatibility ideographs become ordinary ones;
traditional text becomes simplified; no-break and ideographic spaces become spaces, and spaces inside Chinese text
and spaced-out numbers go; wide gaps become a tab; line ends inside a paragraph go; running heads and page numbers
between pages go. Chinese punctuation and ASCII brackets, colons and commas stay as they are.
"""

from __future__ import annotations

from checker.records.document import CleanText, Document
from checker.text.repair import characters, damage, lines, pages, scans, spaces
from checker.text.repair.working import Working

STEPS = (
    ("page-furniture", pages.drop_furniture),
    ("characters", characters.normalise),
    ("simplified", characters.simplify),
    ("readings", characters.drop_readings),
    ("spaces", spaces.close_up),
    ("lines", lines.join),
    ("number-brackets", scans.pair_brackets),
)


def repair(document: Document) -> CleanText:
    """The repaired text of a document; `repairs` names the steps that changed something."""
    work = Working(document.text, document)
    changed = set()
    reasons = (*damage.reasons(work.text), *scans.reasons(document))
    for name, step in STEPS:
        before = work.text
        step(work)
        if work.text != before:
            changed.add(name)
    starts, position = [], 0
    for page in document.pages:
        starts.append(position)
        position += len(page.text) + 1
    return CleanText(work.text, work.offsets, document, tuple(starts), reasons, frozenset(changed))
