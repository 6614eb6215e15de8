"""From labelled texts to samples: what the model of a task is shown, and what it should answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from checker.extract import discretion
from checker.extract.candidates import CLAUSE, candidates
from checker.extract.circumstances import Mention, place_of, propose
from checker.extract.features import (
    Words,
    clause_words,
    clauses,
    kind_words,
    lines_of,
    money_words,
    polarity_words,
    section_words,
)
from checker.extract.kinds import read_kind
from checker.extract.linear import Linear
from checker.extract.paper import Paper
from checker.extract.roles import assign
from models.labels.cleaned import cleaned
from models.labels.record import LabelledText, SpanLabel

PHRASES = "phrases"  # the source of clauses without a context: they teach what a clause tells, never its polarity
UNTOLD = frozenset({"section"})  # tasks of which the rules say nothing
NONE = "none"  # a clause that tells no circumstance; words that only look like a mention


@dataclass(frozen=True, slots=True)
class Example:
    """One sample. `group` is what splits keep together; `text` and `place` lead back to the source."""

    words: Words
    label: str
    group: str
    agency: str
    text: str
    place: tuple[int, int]
    told: str  # what the rules alone say


def paper_of(text: LabelledText) -> Paper:
    """The text as extraction sees it."""
    return Paper.of(cleaned(text.id, text.text))


def _origin(paper: Paper, start: int, end: int) -> tuple[int, int]:
    offsets = paper.clean.offsets
    return offsets[start], offsets[end - 1] + 1


def _over(span: SpanLabel, place: tuple[int, int]) -> int:
    """Characters that a label and a place share."""
    return min(span.end, place[1]) - max(span.start, place[0])


def _make(text: LabelledText, words: Words, label: str, place: tuple[int, int], told: str) -> Example:
    return Example(words, label, text.template, text.agency, text.id, place, told)


def money(text: LabelledText, *, rules: bool = True) -> Iterator[Example]:
    """Every sum that the rules find and a label covers."""
    labels = [span for span in text.spans if span.task == "money"]
    if not labels:
        return
    paper = paper_of(text)
    sums = assign(paper)
    for index, each in enumerate(sums):
        place = _origin(paper, each.token.start, each.token.end)
        hit = max(labels, key=lambda span: _over(span, place))
        if _over(hit, place) > 0:
            yield _make(text, money_words(paper, sums, index, rules=rules), hit.label, place, each.role)


def circumstance(text: LabelledText, *, rules: bool = True, clause: Linear | None = None) -> Iterator[Example]:
    """Candidates with the polarity that is due; of another kind than the label at their place, none is due.

    `clause` is a model of clauses that has not seen the text: with one, its candidates are samples too, right or
    wrong, as they are when a document is read. Without one, labelled mentions that the rules pass over are.
    """
    if "circumstance" not in text.complete or text.source == PHRASES:
        return
    labels = [span for span in text.spans if span.task == "circumstance"]
    paper = paper_of(text)
    read = discretion.read_effect(paper)
    effect = read.value if read else None
    seen: set[SpanLabel] = set()
    for each in candidates(paper, propose(paper), clause):
        place = _origin(paper, each.start, each.end)
        same = [span for span in labels if span.label == each.kind and _over(span, place) > 0]
        seen.update(same)
        due = same[0].polarity or NONE if same else NONE
        told = NONE if each.judge == CLAUSE else each.polarity
        yield _make(text, polarity_words(paper, each, effect=effect, rules=rules), due, place, told)
    for span in labels if clause is None else ():
        passed = None if span in seen else _unproposed(paper, span)
        if passed is not None:
            place, words = (
                _origin(paper, passed.start, passed.end),
                polarity_words(paper, passed, effect=effect, rules=rules),
            )
            yield _make(text, words, span.polarity or NONE, place, NONE)


def _unproposed(paper: Paper, span: SpanLabel) -> Mention | None:
    """The clause of a labelled mention, as a model that finds clauses would propose it."""
    best: tuple[int, tuple[int, int]] = (0, (0, 0))
    for start, end in clauses(paper):
        best = max(best, (_over(span, _origin(paper, start, end)), (start, end)))
    if best[0] <= 0:
        return None
    start, end = best[1]
    sentence = paper.text[slice(*paper.parts.sentence(start))]
    return Mention(span.label, start, end, "found", 0.8, place_of(paper, sentence, start), CLAUSE)


def clause(text: LabelledText, *, rules: bool = True) -> Iterator[Example]:
    """Every clause with the kind of circumstance that it tells, or none."""
    if "circumstance" not in text.complete:
        return
    labels = [span for span in text.spans if span.task == "circumstance"]
    paper = paper_of(text)
    told = propose(paper)
    for start, end in clauses(paper):
        place = _origin(paper, start, end)
        hits = [span for span in labels if 2 * _over(span, place) >= min(end - start, span.end - span.start)]
        due = max(hits, key=lambda span: _over(span, place)).label if hits else NONE
        said = next((each.kind for each in told if start <= each.start < end), NONE)
        yield _make(text, clause_words(paper.text[start:end]), due, place, said)


def kind(text: LabelledText, *, rules: bool = True) -> Iterator[Example]:
    """The document itself."""
    if text.kind is not None:
        paper = paper_of(text)
        said = read_kind(paper).value
        yield _make(text, kind_words(paper, said if rules else None), text.kind, (0, len(text.text)), said)


def section(text: LabelledText, *, rules: bool = True) -> Iterator[Example]:
    """Every labelled line with the part that it belongs to."""
    labels = [span for span in text.spans if span.task == "section"]
    if not labels:
        return
    lines = lines_of(text.text)
    for index, place in enumerate(lines):
        hit = max(labels, key=lambda span: _over(span, place))
        if _over(hit, place) > 0:
            yield _make(text, section_words(text.text, lines, index), hit.label, place, NONE)


TASKS: dict[str, Callable[..., Iterator[Example]]] = {
    "money": money,
    "circumstance": circumstance,
    "clause": clause,
    "kind": kind,
    "section": section,
}


def examples(
    task: str, texts: Iterable[LabelledText], *, rules: bool = True, clause: Linear | None = None
) -> list[Example]:
    """All samples of a task in the order of the texts; `clause` proposes candidates for the task circumstance."""
    if task == "circumstance":
        return [each for text in texts for each in circumstance(text, rules=rules, clause=clause)]
    return [each for text in texts for each in TASKS[task](text, rules=rules)]


def thinned(made: Sequence[Example], thin: int) -> list[Example]:
    """Every `thin`-th of the samples labelled none, and all others."""
    return [each for index, each in enumerate(made) if each.label != NONE or index % thin == 0]
