"""How far a charge's citations and an item's go together, level by level: law, article, paragraph, item."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from checker.benchmarks.ranking.grams import pairs_of
from checker.records.law import Citation

STATE = "中华人民共和国"
RENAMED = 0.5  # likeness of two names from which one may be the other's older name


class Agreement(NamedTuple):
    """Each level 1 where both say the same, 0 where one does not say, -1 where they say different things.

    `law` is between 0 and 0.5 for names that resemble each other; `article` is never -1: another article is another
    clause, as if nothing was said. An item (项) that neither says is the same.
    """

    law: float = 0.0
    article: float = 0.0
    paragraph: float = 0.0
    item: float = 0.0

    @property
    def weight(self) -> float:
        """By this the closest of several citations is chosen; an article outweighs all that stands below it."""
        return self.law + 2 * self.article + 0.5 * self.paragraph + 0.75 * self.item


NONE = Agreement()
WEIGHT = attrgetter("weight")


def closest(cited: Sequence[Citation], own: Iterable[Citation]) -> Agreement:
    """The agreement of the two citations that agree best, with what contradicts it.

    An item may rest on several clauses: where the charge cites another paragraph or item of one of them, that stands
    against the item however well the others agree.
    """
    found = [max((compared(mine, theirs) for mine in cited), key=WEIGHT, default=NONE) for theirs in own]
    best = max(found, key=WEIGHT, default=NONE)
    shared = [each for each in found if each.article]
    return best._replace(
        paragraph=-1.0 if any(each.paragraph < 0 for each in shared) else best.paragraph,
        item=-1.0 if any(each.item < 0 for each in shared) else best.item,
    )


def compared(one: Citation, other: Citation) -> Agreement:
    """The agreement of two citations, the same whichever comes first.

    A first paragraph and none are the same: an article with a single paragraph is cited in both ways.
    """
    law = _same_law(*sorted((one.law, other.law)))
    if law < 1 or one.article is None or (one.article, one.sub) != (other.article, other.sub):
        return Agreement(law)
    if (one.paragraph or 1) == (other.paragraph or 1):
        paragraph = 1.0
    else:
        paragraph = -1.0 if one.paragraph is not None and other.paragraph is not None else 0.0
    if one.item == other.item:
        return Agreement(law, 1.0, paragraph, 1.0)
    return Agreement(law, 1.0, paragraph, 0.0 if None in (one.item, other.item) else -1.0)


@lru_cache(maxsize=4096)
def _same_law(one: str, other: str) -> float:
    """1 for the same law; up to 0.5 for names alike, as of a law that was renamed or replaced; else 0."""
    bare = [name.removeprefix(STATE) for name in (one, other)]
    if bare[0] == bare[1]:
        return 1.0
    mine, theirs = map(pairs_of, bare)
    likeness = 2 * len(mine & theirs) / max(len(mine) + len(theirs), 1)
    return likeness / 2 if likeness > RENAMED else 0.0
