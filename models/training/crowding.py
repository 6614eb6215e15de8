"""The same charges in tables as they are imported: longer, most of it far off, and without keywords."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

from checker.records.benchmark import Item
from models.labels.charges import LabelledCharge

FEWEST, MOST = 10, 16  # items of a table after crowding


def crowded(charges: Sequence[LabelledCharge], *, seed: int) -> Iterator[LabelledCharge]:
    """Each charge once more, items of tables under other laws added behind its own, none with keywords.

    The sample tables were written by hand, with keywords, and are short. The same for a seed.
    """
    chance = Random(seed)
    tables = dict(sorted({each.table: each.items for each in charges}.items()))
    laws = {name: {basis.law for item in items for basis in item.basis} for name, items in tables.items()}
    for each in charges:
        others: list[Item] = [
            item for name, items in tables.items() if not laws[name] & laws[each.table] for item in items
        ]
        wanted = max(chance.randint(FEWEST, MOST) - len(each.items), 0)
        items = (*each.items, *chance.sample(others, min(wanted, len(others))))
        yield replace(each, items=tuple(replace(item, keywords=()) for item in items))
