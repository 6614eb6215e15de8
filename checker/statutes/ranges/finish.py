"""From what was found to what is given back: alternatives, roles, places in the original text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from checker.records.ranges import Branch
from checker.statutes.ranges.choices import number_choices
from checker.statutes.ranges.compact import Compact
from checker.statutes.ranges.conditions import both
from checker.statutes.ranges.state import State


@dataclass(frozen=True, slots=True)
class Unparsed:
    """A passage that sets a sanction and was not understood.

    `reason`: "reference" (it stands in another clause), "size" (a size that no branch holds), "base" (a multiple of
    what is not said), "verb" (nothing says that it is imposed).
    """

    start: int
    end: int
    quote: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RangeReading:
    """The branches of one text, in order, and what was left over."""

    branches: tuple[Branch, ...]
    unparsed: tuple[Unparsed, ...]


def finished(state: State, small: Compact, original: str) -> RangeReading:
    """Choices numbered, roles told apart, places turned into those of the original text."""
    branches = _copied_choices(state, number_choices(_with_roles(state), small.text))
    placed = []
    for branch in branches:
        start, end = small.origin(branch.start, branch.end)
        placed.append(replace(branch, start=start, end=end))
    left = []
    for each in sorted(state.left, key=lambda one: one.start):
        start, end = small.origin(each.start, each.end)
        left.append(Unparsed(start, end, original[start:end], each.reason))
    left = [each for each in left if not _answered(each, placed, original)]
    return RangeReading(tuple(placed), tuple(left))


def _answered(left: Unparsed, branches: list[Branch], original: str) -> bool:
    """Whether a pointer to items (依照下列规定处以罚款) has them in the lines that follow."""
    if left.reason != "reference" or "下列" not in left.quote:
        return False
    after = (branch.start for branch in branches if branch.sanction == "fine" and branch.start > left.end)
    return any("\n" in original[left.end : start] for start in after)


def _copied_choices(state: State, branches: list[Branch]) -> list[Branch]:
    """Branches taken over from another paragraph are alternatives to each other as their models are."""
    found, last = list(branches), max((branch.choice for branch in branches), default=0)
    numbers: dict[tuple[int, int], int] = {}
    for place, model in state.copies:
        if found[model].choice:
            key = (found[place].start, found[model].choice)
            numbers.setdefault(key, last + len(numbers) + 1)
            found[place] = replace(found[place], choice=numbers[key])
    return found


def _with_roles(state: State) -> list[Branch]:
    """A party named by its role becomes a condition where the text fines more than one party."""
    fined = [
        role
        for role, branch in zip(state.roles, state.branches, strict=True)
        if branch.sanction == "fine" and branch.subject == "respondent"
    ]
    named = {role for role in fined if role}
    if not named or (len(named) == 1 and fined[0]):
        return state.branches
    return [
        replace(branch, condition=both(branch.condition, f'text("{_quoted(role)}")')) if role else branch
        for role, branch in zip(state.roles, state.branches, strict=True)
    ]


def _quoted(role: str) -> str:
    return re.sub(r"[\"\\\s]", "", role)
