"""Tables apart: which rest on the same laws, and folds that leave such families out whole."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from models.labels.charges import LabelledCharge

FOLDS = 7


def left_out(charges: Sequence[LabelledCharge]) -> list[tuple[list[LabelledCharge], list[LabelledCharge]]]:
    """(train, test) pairs in which tables are left out whole, with every table that rests on the same laws."""
    groups = families(charges)
    names = sorted(set(groups.values()), key=lambda name: hashlib.sha256(name.encode()).digest())
    if len(names) < 2:
        return []
    folds = [set(names[place::FOLDS]) for place in range(min(FOLDS, len(names)))]
    return [
        (
            [each for each in charges if groups[each.table] not in fold],
            [each for each in charges if groups[each.table] in fold],
        )
        for fold in folds
    ]


def families(charges: Sequence[LabelledCharge]) -> dict[str, str]:
    """Each table's family, by its first table's name: tables of one law are editions or neighbours of each other."""
    family: dict[str, str] = {}
    laws: dict[str, str] = {}
    for table, items in sorted({each.table: each.items for each in charges}.items()):
        cited = {basis.law for item in items for basis in item.basis}
        known = sorted({laws[law] for law in cited if law in laws})
        name = known[0] if known else table
        family[table] = name
        for other in [each for each, own in family.items() if own in known]:
            family[other] = name
        laws = {law: name if own in known else own for law, own in laws.items()} | dict.fromkeys(cited, name)
    return family
