"""Two ways to hold texts out: some of every writer's (in-template), or whole writers (out-of-template).

A writer is a text's `source`: a person of the hand-written sets, a grammar of the generated one. Texts of one writer
share layout and habits: the first way tells how a model does on more of what it knows, the second on what is new to it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.labels.record import LabelledText

FOLDS = 5
MOST = 8  # parts of writers: up to so many are left out one by one, more in so many groups


@dataclass(frozen=True, slots=True)
class Part:
    """Places of the texts trained on and of those held out."""

    train: tuple[int, ...]
    held: tuple[int, ...]


def within(texts: Sequence[LabelledText]) -> list[Part]:
    """Five folds, each holding out a fifth of every writer's texts."""
    ordered = sorted(range(len(texts)), key=lambda place: texts[place].source)
    fold = {place: number % FOLDS for number, place in enumerate(ordered)}
    return list(_parts(len(texts), fold, FOLDS))


def apart(texts: Sequence[LabelledText]) -> list[Part]:
    """Folds that hold out whole writers; none where all texts are one writer's."""
    sizes = Counter(each.source for each in texts)
    if len(sizes) < 2:
        return []
    writers = sorted(sizes, key=lambda name: (-sizes[name], name))  # large ones are dealt first, to even out the parts
    count = min(len(writers), MOST)
    part = {name: number % count for number, name in enumerate(writers)}
    return list(_parts(len(texts), {place: part[each.source] for place, each in enumerate(texts)}, count))


def _parts(size: int, fold: dict[int, int], count: int) -> Iterator[Part]:
    for number in range(count):
        held = tuple(place for place in range(size) if fold[place] == number)
        if held:
            yield Part(tuple(place for place in range(size) if fold[place] != number), held)
