"""What the ranking sees of a charge and one item of a table: the only code for it, in training and in use.

Fourteen numbers a pair, none of which names a law, a word or an item: so they say the same of a table never seen.
Those of the wording are told against the best of the other items, since a long text has something of every item.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from checker.benchmarks.ranking.citing import closest
from checker.benchmarks.ranking.grams import plain, recall, signs_of, weights
from checker.records.benchmark import Item
from checker.records.charge import Charge
from checker.records.law import Citation

PAIRS = "pairs-1"  # changes whenever the same charge and table may give other numbers
CITED = ("law", "article", "paragraph", "item", "uncited")
NAMES = (
    *(f"basis_{level}" for level in CITED),
    *(f"violated_{level}" for level in CITED),
    "keywords_named",  # an item's keyword stands in the cause or the characterising sentence
    "keywords_told",  # or anywhere in the charge
    "signs_told",  # share of the characters of the item's violation and keywords that the charge has
    "signs_named",  # share of the cause's characters that the item's wording has
)
Row = tuple[float, ...]


class _Table(NamedTuple):
    """What is known of the items' wordings before any charge comes."""

    signs: tuple[frozenset[str], ...]
    weight: dict[str, float]


def rows(charge: Charge, items: Sequence[Item]) -> list[Row]:
    """One row an item, its numbers in the order of NAMES."""
    cited = [_citing(charge.basis, [item.basis for item in items])]
    cited.append(_citing(charge.violated, [item.violated for item in items]))
    worded = _wording(charge, items)
    return [tuple(number for part in parts for number in part) for parts in zip(*cited, *worded, strict=True)]


def _citing(cited: Sequence[Citation], own: Sequence[Sequence[Citation]]) -> list[Row]:
    uncited = float(not any(each.article is not None for each in cited))
    return [(*closest(cited, each), uncited) for each in own]


def _wording(charge: Charge, items: Sequence[Item]) -> list[list[Row]]:
    """The four columns of the wording, each number against the best of the other items."""
    cause, characterised, facts = (plain(each) for each in (charge.cause, charge.characterised, charge.facts))
    named = f"{cause}，{characterised}"
    told = f"{named}，{facts}"
    table = _table(tuple(_words(item) for item in items))
    every, mine = signs_of(told), signs_of(cause)
    even = dict.fromkeys(mine, 1.0)
    columns: tuple[Callable[[int], float], ...] = (
        lambda at: float(any(each in named for each in items[at].keywords)),
        lambda at: float(any(each in told for each in items[at].keywords)),
        lambda at: recall(table.signs[at], every, table.weight),
        lambda at: recall(mine, table.signs[at], even),
    )
    return [_against([column(at) for at in range(len(items))]) for column in columns]


def _against(values: Sequence[float]) -> list[Row]:
    """Each value less the greatest of the others, 0 where there are none."""
    first, second = sorted((*values, 0.0, 0.0), reverse=True)[:2]
    return [(value - (second if value == first else first),) for value in values]


def _words(item: Item) -> str:
    return "，".join((item.violation, *item.keywords))


@lru_cache(maxsize=256)
def _table(wordings: tuple[str, ...]) -> _Table:
    signs = tuple(signs_of(each) for each in wordings)
    return _Table(signs, weights(signs))
