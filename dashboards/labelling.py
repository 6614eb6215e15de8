"""What reviewers correct and label: reads and writes, without Streamlit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from checker.messages import say
from checker.records.correction import Correction
from checker.review import CORRECTED, EPOCHS, Reading, Standing, beside, reading_at, readings, standing, unmoved
from checker.store import Store, corrections, queries
from checker.store.queries import StoredCase
from checker.text.masking import mask
from models.informative import Candidate, queue
from models.labels.record import CIRCUMSTANCE_KINDS, DOCUMENT_KINDS, MONEY_ROLES, POLARITIES

LABELS = {"money": MONEY_ROLES, "circumstance": CIRCUMSTANCE_KINDS, "kind": DOCUMENT_KINDS}
WORDS = {"money": "role", "circumstance": "circumstance", "kind": "kind"}  # catalogue prefix of each task's labels
NEIGHBOURS = 8  # characters shown on either side of a found passage
MOST_PLACES = 50
__all__ = ["LABELS", "POLARITIES", "Judged", "Place", "correct", "judged", "label_words", "places", "tally", "to_label"]


@dataclass(frozen=True, slots=True)
class Place:
    """A passage of a document; `shown` are its words with their neighbours, personal data starred."""

    page: int
    start: int
    end: int
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A passage with the machine's reading (None: it had none) and the person's word on it (None: none yet)."""

    task: str
    place: Place
    reading: Reading | None
    said: Standing | None


def judged(store: Store, found: StoredCase) -> tuple[Judged, ...]:
    """Every reading and every correction of a case, in the order of the text.

    A correction made when the file held other bytes stands where the same words are read the same; otherwise it is
    there as one that was reset.
    """
    read, pages = readings(found.extracted), queries.originals(store, found.sha256)
    said = [standing(each, found.sha256, pages, read) for each in _concerning(store, found)]
    rows = [Judged(each.task, _place(found.pages, (each.page, each.start, each.end)), each, None) for each in read]
    for each in said:
        task, at = each.correction.task, each.place
        stands = each.state == "moved" or unmoved(each.correction, pages)
        nearest = reading_at(read, task, at) if stands else None
        index = next((index for index, row in enumerate(rows) if nearest is not None and row.reading == nearest), None)
        if index is None or rows[index].said is not None:
            place = _place(found.pages, at, None if stands else each.correction.quote)
            rows.append(Judged(task, place, None, each))
        else:
            rows[index] = Judged(task, rows[index].place, nearest, each)
    return tuple(sorted(rows, key=lambda row: (row.place.page, row.place.start, row.place.end, row.task)))


def _concerning(store: Store, found: StoredCase) -> list[Correction]:
    """What counts for these bytes, and what counted for this file when it held others."""
    every = {each.id: each for each in corrections.of_document(store, found.sha256)}
    every |= {each.id: each for each in corrections.of_file(store, found.file)}
    return [each.correction for each in every.values() if each.superseded_by is None]


def _place(shown: Sequence[str], at: tuple[int, int, int], quote: str | None = None) -> Place:
    """A passage of today's pages as they are shown; `quote` gives its words where they do not stand any more."""
    page, start, end = at
    if quote is not None:
        return Place(page, start, end, mask(quote))
    return Place(page, start, end, _with_neighbours(shown[page - 1], start, end))


def _with_neighbours(text: str, start: int, end: int) -> str:
    """A passage with its neighbours, on one line; nothing of an empty passage."""
    if start == end:
        return ""
    before, after = text[max(start - NEIGHBOURS, 0) : start], text[end : end + NEIGHBOURS]
    return " ".join(f"{before}【{text[start:end]}】{after}".split())


def places(shown: Sequence[str], words: str) -> tuple[Place, ...]:
    """Where words stand in a document as it is shown, personal data starred; at most MOST_PLACES."""
    found: list[Place] = []
    for number, text in enumerate(shown, start=1):
        at = text.find(words) if words else -1
        while at >= 0 and len(found) < MOST_PLACES:
            found.append(Place(number, at, at + len(words), _with_neighbours(text, at, at + len(words))))
            at = text.find(words, at + 1)
    return tuple(found)


def correct(
    store: Store,
    sha256: str,
    task: str,
    place: Place,
    label: str,
    *,
    polarity: str | None,
    who: str,
    at: str,
    note: str,
) -> None:
    """Keep a person's word on a passage. Raises CorrectionError when it does not fit the document or nobody says it."""
    document = queries.source(store, sha256)
    read = reading_at(readings(document.extracted), task, (place.page, place.start, place.end))
    text = document.pages[place.page - 1] if task != "kind" else ""
    before, after = beside(text, place.start, place.end)
    made = Correction(
        file=document.file,
        sha256=document.sha256,
        task=task,
        page=place.page,
        start=place.start,
        end=place.end,
        quote=text[place.start : place.end],
        before=before,
        after=after,
        label=label,
        polarity=polarity,
        machine_label=read.label if read else None,
        machine_polarity=read.polarity if read else None,
        extractor=str((document.extracted or {}).get("extractor", "")),
        epoch=EPOCHS[task],
        who=who.strip(),
        at=at,
        note=note.strip() or None,
    )
    corrections.add(store, [made])


def to_label(store: Store, count: int, task: str | None) -> tuple[Candidate, ...]:
    """The most informative readings that nobody has judged."""
    return queue(store, count, task=task)


def tally(store: Store) -> list[dict[str, Any]]:
    """One row a task and person: how many passages they judged, and how many of these the machine had otherwise."""
    made = [each.correction for each in corrections.standing(store)]
    every = Counter((each.task, each.who) for each in made)
    other = Counter((each.task, each.who) for each in made if not each.agrees)
    last = {key: max(each.at for each in made if (each.task, each.who) == key) for key in every}
    order = sorted(every, key=lambda key: (CORRECTED.index(key[0]), key[1]))
    return [
        {"task": key[0], "who": key[1], "count": every[key], "other": other[key], "last": last[key]} for key in order
    ]


def label_words(task: str, label: str | None, polarity: str | None, side: int) -> str:
    """A label in words; of none, that the machine read nothing there."""
    if label is None:
        return say("labels:missed")[side]
    name = say(f"{WORDS[task]}:{label}")[side]
    return f"{name}（{say(f'polarity:{polarity}')[side]}）" if polarity else name
