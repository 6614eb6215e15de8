"""或者 between two sanctions: alternatives share a number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from checker.records.ranges import Branch

OR = re.compile(r"^(?:的)?(?:行政处罚|处罚)?[，、]?(?:或者|或(?!者))[^，。;]*$")
AFTER_NOUN = re.compile(r"^[^，。;、]{0,14}?[，、]?(?:或者|或(?!者))[^，。;]*$")  # 吊销许可证，或者…
LISTED = re.compile(r"^、(?:处)?$")


def number_choices(branches: Sequence[Branch], text: str) -> list[Branch]:
    """The branches with a number, from 1 up, on those that 或者 joins in one clause; places are in `text`."""
    groups: list[list[int]] = []
    for place in range(1, len(branches)):
        if not _alternative(branches[place - 1], branches[place], text):
            continue
        if groups and groups[-1][-1] == place - 1:
            groups[-1].append(place)
        else:
            groups.append([*_listed_before(branches, place - 1, text), place])
    found = list(branches)
    for number, group in enumerate(groups, start=1):
        for place in group:
            found[place] = replace(found[place], choice=number)
    return found


def _alternative(one: Branch, other: Branch, text: str) -> bool:
    between = text[one.end : other.start]
    if re.search(r"[;。\n]", between):
        return False
    loose = one.sanction != "fine" and AFTER_NOUN.search(between) is not None
    return loose or OR.search(between) is not None


def _listed_before(branches: Sequence[Branch], place: int, text: str) -> list[int]:
    """警告、没收或者罚款: what 、 joins to the first alternative is one as well."""
    first = place
    while first > 0 and LISTED.search(text[branches[first - 1].end : branches[first].start]):
        first -= 1
    return list(range(first, place + 1))
