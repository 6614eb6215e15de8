"""Personal data of a document with its places on the original pages, for the check that asks for masks and for the masks."""

from __future__ import annotations

from collections.abc import Iterator

from checker.extract.paper import Paper
from checker.records.decision import PersonalDatum
from checker.text.privacy import personal, shown


def read_personal(paper: Paper) -> tuple[PersonalDatum, ...]:
    """Everything personal in the text, in order; what crosses a page has one entry a page."""
    return tuple(_read(paper))


def _read(paper: Paper) -> Iterator[PersonalDatum]:
    for found in personal(paper.text):
        if found.kind == "bank_account" and found.start >= paper.parts.tail:
            continue  # the account to pay into is the treasury's, whoever's name it bears
        spans = paper.clean.spans(found.start, found.end)
        starred = shown(found.kind, "".join(span.quote for span in spans))
        position = 0
        for span in spans:
            yield PersonalDatum(found.kind, span, starred[position : position + len(span.quote)])
            position += len(span.quote)
