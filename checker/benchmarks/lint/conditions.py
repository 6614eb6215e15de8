"""Lints of conditions: ones that cannot hold, that two tiers share, that overlap or leave a gap in a number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from checker.benchmarks.lint.claims import Claim, Group, bare, expressions, groups
from checker.benchmarks.lint.finding import NOTE, Desk, Hit, Rule
from checker.benchmarks.lint.logic import WHOLE, Interval, Term, satisfiable, terms
from checker.benchmarks.lint.words import Pair, plain
from checker.statutes.conditions import describe
from checker.statutes.glossary import fact_words


def _impossible(desk: Desk) -> Iterator[Hit]:
    for benchmark, item, place, name, when in expressions(desk):
        if not satisfiable(when):
            yield Hit(benchmark, item, place, {"tier": name, "condition": describe(when)})


def _unreachable(desk: Desk) -> Iterator[Hit]:
    """A fine whose own condition none of its tier's conditions leaves room for: nobody can ever be fined by it."""
    for benchmark, item, place in desk.items():
        for number, tier in enumerate(item.tiers):
            own = [each.when for each in tier.conditions if each.when is None or satisfiable(each.when)]
            for index, branch in enumerate(tier.branches):
                condition = branch.condition
                if branch.sanction != "fine" or condition is None or not own or not satisfiable(condition):
                    continue
                if not any(satisfiable(condition, each) for each in own):
                    values = {"tier": tier.name, "condition": describe(condition)}
                    yield Hit(benchmark, item, (*place, "tiers", number, "branches", index), values)


def _pairs(desk: Desk) -> Iterator[tuple[Group, Claim, Claim]]:
    for group in groups(desk):
        for one, two in group.pairs():
            yield group, one, two


def _hit(group: Group, one: Claim, two: Claim, variant: str = "", **values: object) -> Hit:
    names = {"one": one.name, "two": two.name}
    return Hit(group.benchmark, group.item, two.place, {**names, **values}, variant)


def _shared(desk: Desk) -> Iterator[Hit]:
    for group, one, two in _pairs(desk):
        if one.when is None or two.when is None:
            if one.when is two.when and bare(one.text) == bare(two.text):
                yield _hit(group, one, two, condition=(one.text, one.text))
        elif satisfiable(one.when) and satisfiable(two.when):
            same = one.when == two.when or _equal(one.when, two.when)
            if same:
                yield _hit(group, one, two, condition=describe(one.when))


def _equal(one: str, two: str) -> bool:
    left, right = terms(one), terms(two)
    return left is not None and right is not None and set(left) == set(right)


@dataclass(frozen=True, slots=True)
class Clash:
    """Two alternatives that differ in numbers only: what both cover of the number that differs."""

    fact: str
    both: Interval


def _clash(one: Term, two: Term) -> Clash | None:
    """The overlap of two terms alike but for the numbers; None where they ask for different things or do not meet."""
    facts = [name for name, _ in one.numbers]
    if one.flags != two.flags or one.kinds != two.kinds or facts != [name for name, _ in two.numbers]:
        return None
    if one == two or not facts or one.meet(two) is None:
        return None
    mine, theirs = dict(one.numbers), dict(two.numbers)
    fact = next(name for name in facts if mine[name] != theirs[name])
    return Clash(fact, mine[fact].meet(theirs[fact]))


def _clashes(desk: Desk) -> Iterator[tuple[Group, Claim, Claim, Clash]]:
    for group, one, two in _pairs(desk):
        if one.when is None or two.when is None or _equal(one.when, two.when):
            continue
        found = (_clash(*each) for each in product(terms(one.when) or (), terms(two.when) or ()))
        clash = next((each for each in found if each is not None), None)
        if clash is not None:
            yield group, one, two, clash


def _overlap(desk: Desk) -> Iterator[Hit]:
    for group, one, two, clash in _clashes(desk):
        if not clash.both.point:
            yield _hit(group, one, two, fact=_fact(clash.fact), both=_interval(clash.both))


def _end_shared(desk: Desk) -> Iterator[Hit]:
    for group, one, two, clash in _clashes(desk):
        if clash.both.point:
            yield _hit(group, one, two, fact=_fact(clash.fact), value=plain(clash.both.low))


def _special(desk: Desk) -> Iterator[Hit]:
    """One asks for all that the other asks for, and more: whoever meets it meets both."""
    for group, one, two in _pairs(desk):
        if group.kind != "tier" or one.when is None or two.when is None:
            continue
        for mine, theirs in product(terms(one.when) or (), terms(two.when) or ()):
            same_numbers = {name for name, _ in mine.numbers} == {name for name, _ in theirs.numbers}
            if same_numbers and (mine.flags, mine.kinds) == (theirs.flags, theirs.kinds):
                continue  # they differ in numbers only: condition-overlap's matter
            narrow, wide = (one, two) if theirs.weaker(mine) else (two, one)
            if mine.weaker(theirs) or theirs.weaker(mine):
                yield Hit(group.benchmark, group.item, narrow.place, {"one": narrow.name, "two": wide.name})
                break


def _gaps(desk: Desk) -> Iterator[Hit]:
    for group in groups(desk):
        if group.residual or any(each.when is None or each.part for each in group.claims):
            continue  # something else, or something that cannot be told, may cover what the numbers leave
        everything = [(claim, term) for claim in group.claims for term in terms(claim.when or "severe") or ()]
        seen: set[tuple[str, str]] = set()
        for rest, fact in dict.fromkeys(
            (term.without(name), name) for _, term in everything for name, _ in term.numbers
        ):
            covering = sorted(
                ((_of(term, fact), claim) for claim, term in everything if term.without(fact).weaker(rest)),
                key=lambda each: (each[0].low, not each[0].low_in),
            )
            for left, right, missing in _holes(covering, whole=fact in WHOLE):
                if (key := (fact, str(missing))) not in seen:
                    seen.add(key)
                    yield _hit(group, left, right, group.kind, fact=_fact(fact), missing=_interval(missing))


def _of(term: Term, fact: str) -> Interval:
    return dict(term.numbers).get(fact, Interval())


def _holes(listed: Sequence[tuple[Interval, Claim]], *, whole: bool) -> Iterator[tuple[Claim, Claim, Interval]]:
    """What lies between intervals sorted by their start."""
    reach: tuple[Interval, Claim] | None = None
    for interval, claim in listed:
        if reach is not None:
            before = reach[0]
            if before.high is None:
                return
            hole = Interval(before.high, interval.low, not before.high_in, not interval.low_in)
            if not hole.empty(whole=whole):
                yield reach[1], claim, hole
        if reach is None or _top(interval) > _top(reach[0]):
            reach = interval, claim


def _top(interval: Interval) -> tuple[Decimal, bool]:
    return (Decimal("Infinity"), True) if interval.high is None else (interval.high, interval.high_in)


def _fact(name: str) -> Pair:
    return fact_words(name)


def _interval(each: Interval) -> Pair:
    low = plain(each.low)
    if each.high is None:
        return (f"{low}以上", f"{low} or more") if each.low_in else (f"超过{low}", f"more than {low}")
    high = plain(each.high)
    if each.low == each.high:
        return low, low
    start = f"{low}以上" if each.low_in else f"超过{low}"
    zh = f"{start}{'不超过' if each.high_in else '不足'}{high}"
    en = f"{'from' if each.low_in else 'over'} {low} {'to' if each.high_in else 'to under'} {high}"
    return zh, en


IMPOSSIBLE = Rule("condition-impossible", "一般", _impossible)
SHARED = Rule("condition-shared", "一般", _shared)
OVERLAP = Rule("condition-overlap", "一般", _overlap)
GAP = Rule("condition-gap", "一般", _gaps)
UNREACHABLE = Rule("branch-unreachable", NOTE, _unreachable)
SPECIAL = Rule("condition-special-case", NOTE, _special)
END_SHARED = Rule("condition-end-shared", NOTE, _end_shared)
