"""处以罚款 for a list of items, the sums in the next paragraph (有前款第一项行为的，处…): each item gets its fine."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from checker.statutes.importing.clauses import Clause
from checker.statutes.importing.tree import NUMBER, number_of

Branches = list[dict[str, Any]]
OF_ITEMS = re.compile(
    rf'text\("(?:有|违反)?前款((?:第{NUMBER}项|[、和或者至]|规定|所列)+)'
    r'(?:的)?(?:违法)?(?:行为|情形)?(?:之一)?(?:的)?"\)(?: and (.+))?'
)
ITEM = re.compile(rf"(至)?第({NUMBER})项")


def spread(clauses: list[Clause]) -> None:
    """Give each clause with a fine of no size the sums that the next paragraph sets for its items."""
    for clause, after in pairwise(clauses):
        here, there = clause.where, after.where
        follows = (here.article, here.sub) == (there.article, there.sub)
        if clause.reason or after.reason or not clause.items or not follows or here.item or there.item:
            continue
        if there.paragraph == (here.paragraph or 0) + 1 and any(map(_unsized, clause.branches)):
            clause.parts = _parts(clause, after)


def _unsized(branch: dict[str, Any]) -> bool:
    return branch["sanction"] == "fine" and "lower" not in branch and "upper" not in branch


def _parts(clause: Clause, after: Clause) -> list[tuple[tuple[int, ...], Branches]]:
    """Items that share their fines, with all their branches; none where the next paragraph tells no item."""
    fines: dict[int, Branches] = {}
    for branch in after.branches:
        match = OF_ITEMS.fullmatch(branch.get("when", ""))
        if match is not None and branch["sanction"] == "fine":
            own = {key: value for key, value in branch.items() if key != "when"}
            own = {"sanction": "fine"} | ({"when": match[2]} if match[2] else {}) | own
            for item in _items(match[1]):
                fines.setdefault(item, []).append(own)
    if not set(fines) & set(clause.items):
        return []
    groups: list[tuple[tuple[int, ...], Branches]] = []
    for item in clause.items:
        branches = _with(clause.branches, fines.get(item))
        same = next((at for at, (_, each) in enumerate(groups) if each == branches), None)
        if same is None:
            groups.append(((item,), branches))
        else:
            groups[same] = ((*groups[same][0], item), branches)
    return groups


def _with(branches: Branches, fines: Branches | None) -> Branches:
    """The clause's branches, its fine without size replaced by the item's own."""
    if fines is None:
        return branches
    made: Branches = []
    for branch in branches:
        if not _unsized(branch):
            made.append(branch)
            continue
        outer = branch.get("when")
        for fine in fines:
            inner = " and ".join(each for each in (outer, fine.get("when")) if each)
            made.append({"sanction": "fine"} | ({"when": inner} if inner else {}) | _bare(branch) | _bare(fine))
    return made


def _bare(branch: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in branch.items() if key not in ("sanction", "when")}


def _items(words: str) -> list[int]:
    """第一项、第三项至第五项 as numbers."""
    found: list[int] = []
    for match in ITEM.finditer(words):
        number = number_of(match[2]) or 0
        found += range(found[-1] + 1, number + 1) if match[1] and found else [number]
    return found
