"""Words that change fines already read: a base deemed larger, a cap; and fines taken over from another paragraph."""

from __future__ import annotations

import re
from dataclasses import replace

from checker.statutes.ranges.amounts import CONTRARY, find_sizes
from checker.statutes.ranges.bases import read_base
from checker.statutes.ranges.conditions import both
from checker.statutes.ranges.fines import Left
from checker.statutes.ranges.references import paragraph_meant
from checker.statutes.ranges.segments import Segment
from checker.statutes.ranges.state import State

DEEMED = re.compile(r"^(?:以|按照?|视为|应当按照?)([^，。;处罚]{1,14}?)(?:计算|计|对待|认定)$")
CAP = re.compile(r"^(?:但是?|且)?(?:其?罚款)?(?:最高|总额|最低|不得|不)[^，。;]{0,8}(?:超过|低于|为)")


def deemed(state: State, segment: Segment, earlier: str) -> bool:
    """…不足十万元的，按十万元计算: the base counts as at least that, for every fine of that base so far."""
    match = DEEMED.match(segment.consequence)
    if match is None:
        return False
    size = next(find_sizes(match.group(1)), None)
    if size is None or size.multiple or size.form != "exact" or size.lower is None:
        return False
    condition = re.split(r"[，;。\n:]", earlier.rstrip("，"))[-1]
    base = read_base(re.split(r"不足|不满|低于|少于|未达到", condition)[0])
    hit = False
    for place, branch in enumerate(state.branches):
        if branch.sanction == "fine" and branch.base == base and branch.base_at_least is None:
            state.branches[place] = replace(branch, base_at_least=size.lower.value)
            hit = True
    if not hit:
        state.left.append(Left(segment.start, segment.end, "base"))
    state.condition = None
    return True


def cap(state: State, segment: Segment) -> bool:
    """但最高不超过三万元: an end for the fine before. Of a multiple no branch can hold it, so both are left over."""
    words = segment.consequence
    if CAP.match(words) is None or not state.branches or state.branches[-1].sanction != "fine":
        return False
    size = next(find_sizes(words), None)
    last = state.branches[-1]
    if size is None or re.search(r"[;。\n]", state.text[last.end : segment.start]):
        return False
    plain = last.base == "yuan" and last.unit == "total" and last.upper is None
    if plain and not size.multiple and size.form != CONTRARY:
        lower = last.lower if size.upper is not None else size.lower
        if lower is None or size.upper is None or lower.value <= size.upper.value:
            state.branches[-1] = replace(last, lower=lower, upper=size.upper, end=segment.end)
            return True
    state.branches.pop()
    state.roles.pop()
    state.left.append(Left(last.start, segment.end, "size"))
    return True


def resolved(state: State, segment: Segment, left: Left) -> bool:
    """依照前款规定处罚, with that paragraph in the same text: its sanctions under this condition."""
    meant = paragraph_meant(segment.text[left.start : left.end], len(state.paragraphs))
    if meant is None or not 0 <= meant < len(state.paragraphs):
        return False
    first, last = state.paragraphs[meant]
    copied = [place for place in range(first, last) if state.branches[place].start >= 0]
    if not any(state.branches[place].sanction == "fine" for place in copied):
        return False
    for place in copied:
        branch = state.branches[place]
        own = both(branch.condition, state.condition)
        where = {"start": segment.start + left.start, "end": segment.start + left.end}
        state.copies.append((len(state.branches), place))
        state.branches.append(replace(branch, condition=own, **where))  # type: ignore[arg-type]
        state.roles.append(state.roles[place])
    return True
