"""Repair of text as files give it, always with a map back to the original characters.

What is normalised: full-width digits, letters and ％ become ASCII; compatibility ideographs and radicals become
ordinary characters; traditional text becomes simplified; no-break and ideographic spaces become spaces, and spaces
inside Chinese text and spaced-out numbers go; wide gaps become a tab; line ends inside a paragraph go; running heads
and page numbers between pages go. Chinese punctuation and ASCII brackets, colons and commas stay as they are.

What is damaged is mended where it can have been one thing only, and said in any case (docs/damage.md).
"""

from __future__ import annotations

from checker.records.document import CleanText, Document
from checker.text.repair import characters, damage, digits, lines, losses, mojibake, overprint, pages, scans, spaces
from checker.text.repair.working import Working

STEPS = (
    ("page-furniture", pages.drop_furniture),
    ("mojibake", mojibake.turn_back),
    ("characters", characters.normalise),
    ("simplified", characters.simplify),
    ("readings", characters.drop_readings),
    ("overprinted", overprint.undouble),
    ("spaces", spaces.close_up),
    ("lines", lines.join),
    ("number-brackets", scans.pair_brackets),
    ("digits", digits.mend),
    ("lost-marks", losses.put_back),
)


def repair(document: Document) -> CleanText:
    """The repaired text of a document; `repairs` names the steps that changed something, `places` what was damaged."""
    work = Working(document.text, document)
    changed = set()
    for name, step in STEPS:
        before = work.text
        step(work)
        if work.text != before:
            changed.add(name)
    damage.sign(work)
    starts, position = [], 0
    for page in document.pages:
        starts.append(position)
        position += len(page.text) + 1
    places = tuple(sorted(set(work.places), key=lambda place: (place.start, place.end, place.reason)))
    told = {place.reason for place in places}
    reasons = (*(reason for reason in damage.REASONS if reason in told), *scans.reasons(document))
    return CleanText(work.text, work.offsets, document, tuple(starts), reasons, frozenset(changed), places)
