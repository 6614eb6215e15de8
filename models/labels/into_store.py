"""Labels into the store as corrections, each beside what the machine reads there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from checker.messages import say
from checker.records.correction import Correction
from checker.review import CORRECTED, EPOCHS, beside, reading_at, readings
from checker.store import Store, corrections, queries
from checker.store.queries import Source
from models.labels.from_store import joined, starts
from models.labels.jsonl import LabelError
from models.labels.record import LabelledText, SpanLabel


def keep(store: Store, texts: Iterable[LabelledText], *, file: str, who: str | None, at: str) -> int:
    """Keep every label as a correction, all or none; returns how many labels there were.

    `who` and `at` stand in where a text does not tell. Raises LabelError, naming `file` and the text's id, for a text
    that the store has not or has otherwise, a label of another task than reviewers correct, one over a page's end.
    """
    made: list[Correction] = []
    for text in texts:
        try:
            made += _corrections(store, text, who, at)
        except _Refused as error:
            raise LabelError(file, None, say("labels:in-task", task=text.id, reason=error.reason)) from error
    try:
        corrections.add(store, made)
    except corrections.CorrectionError as error:
        raise LabelError(file, None, error.reason) from error
    return len(made)


class _Refused(Exception):
    def __init__(self, reason: tuple[str, str]) -> None:
        self.reason = reason
        super().__init__(reason[1])


def _corrections(store: Store, text: LabelledText, who: str | None, at: str) -> Iterator[Correction]:
    source = queries.source(store, text.id)
    if not source.pages:
        raise _Refused(say("labels:no-document", id=text.id))
    if not _same("\n".join(source.pages), joined(source), text.text):
        raise _Refused(say("labels:other-text", id=text.id))
    if text.item is not None:
        raise _Refused(say("labels:not-correctable", task="item"))
    if text.kind is not None:
        yield _made(source, SpanLabel("kind", 0, 0, text.kind, note=text.note), 1, text, who, at)
    for span in text.spans:
        if span.task not in CORRECTED:
            raise _Refused(say("labels:not-correctable", task=span.task))
        page = bisect_right(starts(source.pages), span.start)
        yield _made(source, span, page, text, who, at)


def _made(source: Source, span: SpanLabel, page: int, text: LabelledText, who: str | None, at: str) -> Correction:
    base = starts(source.pages)[page - 1]
    start, end = (0, 0) if span.task == "kind" else (span.start - base, span.end - base)
    if end > len(source.pages[page - 1]):
        raise _Refused(say("labels:page-end", start=span.start, end=span.end))
    by = span.who or text.who or who
    if by is None:
        raise _Refused(say("labels:nobody"))
    read = reading_at(readings(source.extracted), span.task, (page, start, end))
    before, after = beside(source.pages[page - 1], start, end) if span.task != "kind" else ("", "")
    return Correction(
        file=source.file,
        sha256=source.sha256,
        task=span.task,
        page=page,
        start=start,
        end=end,
        quote=source.pages[page - 1][start:end],
        before=before,
        after=after,
        label=span.label,
        polarity=span.polarity,
        machine_label=read.label if read else None,
        machine_polarity=read.polarity if read else None,
        extractor=str((source.extracted or {}).get("extractor", "")),
        epoch=EPOCHS[span.task],
        who=by,
        at=span.at or text.at or at,
        note=span.note,
    )


def _same(stored: str, hidden: str, told: str) -> bool:
    """Whether a text is the stored one; what any version of the mask hides may differ."""
    if len(stored) != len(told):
        return False
    return all(one == other or "*" in (mark, other) for one, mark, other in zip(stored, hidden, told, strict=True))
