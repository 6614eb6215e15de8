"""Reviewers' corrections as labelled texts: one text a document, personal data masked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from checker.records.correction import Correction
from checker.review import EPOCHS, relocated, unmoved
from checker.store import Store, corrections, queries
from checker.text.masking import mask
from models.labels.record import LabelledText, SpanLabel


def labelled(store: Store) -> Iterator[LabelledText]:
    """Every document with a correction that holds, in the order of its hash.

    The id is the document's hash, the text its pages joined by line feeds, as extraction sees it. Corrections made
    before the meaning of their task changed, and those whose words are no longer read there, are left out.
    """
    kept = [each.correction for each in corrections.standing(store)]
    holding = [each for each in kept if each.epoch == EPOCHS[each.task]]
    for sha256, group in groupby(holding, key=lambda each: each.sha256):
        yield _one(store, sha256, list(group))


def _one(store: Store, sha256: str, made: list[Correction]) -> LabelledText:
    source = queries.source(store, sha256)
    kind = next((each for each in made if each.task == "kind"), None)
    whole = kind or max(made, key=lambda each: each.at)
    begin = starts(source.pages)
    spans = [_span(each, begin, place, whole) for each, place in _placed(made, source.pages)]
    return LabelledText(
        id=sha256,
        text=joined(source),
        kind=kind.label if kind else None,
        spans=tuple(sorted(spans, key=lambda span: (span.start, span.end, span.task))),
        source="reviewer",
        template=f"document:{sha256[:12]}",
        agency=source.agency or "",
        who=whole.who,
        at=whole.at,
        note=_note(kind) if kind else None,
    )


def unlabelled(store: Store, sha256: str) -> LabelledText:
    """A document as a text without labels, for people to label."""
    source = queries.source(store, sha256)
    return LabelledText(sha256, joined(source), None, (), "reviewer", f"document:{sha256[:12]}", source.agency or "")


def _placed(made: list[Correction], pages: Sequence[str]) -> Iterator[tuple[Correction, tuple[int, int, int]]]:
    """Each correction of a passage with its place in today's pages; one whose words are gone has none."""
    for each in made:
        if each.task != "kind":
            place = (each.page, each.start, each.end) if unmoved(each, pages) else relocated(each, pages)
            if place is not None:
                yield each, place


def _span(made: Correction, begin: Sequence[int], place: tuple[int, int, int], whole: Correction) -> SpanLabel:
    start, end = begin[place[0] - 1] + place[1], begin[place[0] - 1] + place[2]
    who, at = (None if made.who == whole.who else made.who), (None if made.at == whole.at else made.at)
    return SpanLabel(made.task, start, end, made.label, made.polarity, who, at, _note(made))


def _note(made: Correction) -> str | None:
    """A remark, which may tell of a person as well as the document does."""
    return None if made.note is None else mask(made.note)


def joined(source: queries.Source) -> str:
    """The pages as one text, personal data starred character by character, so that offsets stay true."""
    text = "\n".join(source.shown)
    assert len(text) == len("\n".join(source.pages))
    return text


def starts(pages: Sequence[str]) -> list[int]:
    """Where each page begins in the joined text."""
    found, at = list[int](), 0
    for page in pages:
        found.append(at)
        at += len(page) + 1
    return found
