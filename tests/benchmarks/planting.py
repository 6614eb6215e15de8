"""Faults planted in sound tables, one at a time: for each lint, every place of a benchmark where the fault can be.

The places are found without the linter's own code, so that the two can disagree.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

from checker.records.benchmark import Benchmark, Item, Option, PositionRule, Scoring, TierCondition
from checker.records.law import Citation
from checker.records.ranges import Bound, Branch
from checker.statutes import StatuteBook

NUMBER = re.compile(r"\b([a-z_.]+) (<|>=) (\d+(?:\.\d+)?)\b")
NOISE_LAW = "中华人民共和国噪声污染防治法"  # its first version ever is in the data
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Planted:
    """A table with one fault: the benchmark and item that must be named, and what stands beside it.

    `alone`: nothing may be said of any other item. A law that ends, or a table made older, may strike others too.
    """

    benchmark: Benchmark
    item: str
    book: StatuteBook
    beside: tuple[Benchmark, ...] = ()
    alone: bool = True


Planter = Callable[[Benchmark, StatuteBook], Iterator[Planted]]
PLANTERS: dict[str, list[Planter]] = {}


def plants(lint: str) -> Callable[[Planter], Planter]:
    """Registers a planter of the lint's fault."""

    def register(planter: Planter) -> Planter:
        PLANTERS.setdefault(lint, []).append(planter)
        return planter

    return register


def plant(lint: str, benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """Every planting of a lint's fault in a benchmark."""
    for planter in PLANTERS.get(lint, []):
        yield from planter(benchmark, book)


# Changing one thing of a frozen table -------------------------------------------------------------------------------


def with_item(benchmark: Benchmark, item: Item) -> Benchmark:
    """The benchmark with one item replaced, by id."""
    return replace(benchmark, items=tuple(item if each.id == item.id else each for each in benchmark.items))


def with_tier(item: Item, number: int, **changes: Any) -> Item:
    """The item with one tier changed."""
    return replace(item, tiers=_put(item.tiers, number, replace(item.tiers[number], **changes)))


def with_branch(item: Item, number: int, index: int, **changes: Any) -> Item:
    """The item with one branch of one tier changed."""
    branches = item.tiers[number].branches
    return with_tier(item, number, branches=_put(branches, index, replace(branches[index], **changes)))


def with_scoring(item: Item, number: int, **changes: Any) -> Item:
    """The item with one scoring changed."""
    return replace(item, scorings=_put(item.scorings, number, replace(item.scorings[number], **changes)))


def _put(listed: tuple[Any, ...], number: int, value: Any) -> tuple[Any, ...]:
    return (*listed[:number], value, *listed[number + 1 :])


Fine = tuple[int, int, Branch]  # number of the tier, index of the branch, the branch


def fines(item: Item) -> list[Fine]:
    """Every fine of an item with its place."""
    return [
        (number, index, branch)
        for number, tier in enumerate(item.tiers)
        for index, branch in enumerate(tier.branches)
        if branch.sanction == "fine"
    ]


def neighbours(item: Item) -> Iterator[tuple[Fine, Fine]]:
    """Fines of one kind and condition in neighbouring tiers, where the first ends as the second starts."""
    kinds: dict[tuple[str | None, ...], list[Fine]] = {}
    for fine in fines(item):
        branch = fine[2]
        kinds.setdefault((branch.condition, branch.base, branch.unit, branch.subject), []).append(fine)
    for listed in kinds.values():
        for one, two in pairwise(listed):
            low, high, start = one[2].lower, one[2].upper, two[2].lower
            if low and high and start and low.value < high.value == start.value:
                yield one, two


def law_of(item: Item, benchmark: Benchmark, book: StatuteBook, branch: Branch) -> list[Branch]:
    """Fines of the law in the branch's unit; empty where some citation of the item is not in the data."""
    found: list[Branch] = []
    for citation in item.basis:
        resolved = book.resolve(citation, benchmark.in_force_from)
        if resolved.state != "known":
            return []
        found += [each for provision in resolved.provisions for each in provision.branches if each.sanction == "fine"]
    return [
        each for each in found if (each.base, each.unit, each.subject) == (branch.base, branch.unit, branch.subject)
    ]


def middle(branch: Branch) -> Bound:
    """A point inside a range."""
    assert branch.lower is not None and branch.upper is not None
    return Bound((branch.lower.value + branch.upper.value) / 2)


# Tiers --------------------------------------------------------------------------------------------------------------


@plants("tier-gap")
def gap(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """The lower tier ends halfway."""
    for item in benchmark.items:
        for one, _ in neighbours(item):
            spoiled = with_branch(item, one[0], one[1], upper=middle(one[2]))
            yield Planted(with_item(benchmark, spoiled), item.id, book)


@plants("tier-overlap")
def overlap(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """The upper tier starts in the middle of the lower one."""
    for item in benchmark.items:
        for one, two in neighbours(item):
            spoiled = with_branch(item, two[0], two[1], lower=middle(one[2]))
            yield Planted(with_item(benchmark, spoiled), item.id, book)


@plants("unit-changes")
def units(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """The upper tier counts per person, or in another base."""
    for item in benchmark.items:
        for _, two in neighbours(item):
            spoiled = with_branch(item, two[0], two[1], unit="per_person")
            yield Planted(with_item(benchmark, spoiled), item.id, book)
            if two[2].condition is None:
                base = "yuan" if two[2].base != "yuan" else "goods_value"
                spoiled = with_branch(item, two[0], two[1], base=base, lower=Bound(Decimal(1)), upper=Bound(Decimal(2)))
                yield Planted(with_item(benchmark, spoiled), item.id, book)


def cuts_with(benchmark: Benchmark, *ends: tuple[str, str]) -> Benchmark:
    """The position rule with other cut points."""
    names = ("lighter", "ordinary", "heavier")
    rule = PositionRule(tuple((name, *end) for name, end in zip(names, ends, strict=True)))
    return replace(benchmark, position_rule=rule)


@plants("tier-gap")
def cut_gap(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """Between 20 % and 30 % nothing applies."""
    yield Planted(cuts_with(benchmark, ("0", "0.2"), ("0.3", "0.7"), ("0.7", "1")), "", book)


@plants("tier-overlap")
def cut_overlap(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """From 60 % to 70 % two effects apply."""
    yield Planted(cuts_with(benchmark, ("0", "0.3"), ("0.3", "0.7"), ("0.6", "1")), "", book)


@plants("tier-outside-statute")
def cut_outside(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """The heaviest part goes beyond the maximum."""
    yield Planted(cuts_with(benchmark, ("0", "0.3"), ("0.3", "0.7"), ("0.7", "1.2")), "", book)


@plants("tier-outside-statute")
def above(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """A tier's upper end is raised over every maximum of the clauses cited."""
    for item in benchmark.items:
        for number, index, branch in fines(item):
            tops = [each.upper.value for each in law_of(item, benchmark, book, branch) if each.upper is not None]
            if tops and branch.upper is not None:
                spoiled = with_branch(item, number, index, upper=Bound(max(tops) * 2))
                yield Planted(with_item(benchmark, spoiled), item.id, book)


@plants("tier-outside-statute")
def below(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """A tier that is no reduction starts under every minimum of the clauses cited."""
    for item in benchmark.items:
        for number, index, branch in fines(item):
            lows = [each.lower.value if each.lower else Decimal(0) for each in law_of(item, benchmark, book, branch)]
            if lows and min(lows) > 0 and item.tiers[number].effect in ("lighter", "ordinary", "heavier"):
                spoiled = with_branch(item, number, index, lower=Bound(min(lows) / 2))
                yield Planted(with_item(benchmark, spoiled), item.id, book)


@plants("reduced-not-below-minimum")
def not_reduced(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """A tier inside the statutory range is called a reduction; a reduction reaches over the minimum."""
    for item in benchmark.items:
        for number, index, branch in fines(item):
            law = law_of(item, benchmark, book, branch)
            lows = [each.lower.value for each in law if each.lower is not None]
            if not lows or min(lows) == 0 or branch.lower is None:
                continue
            if branch.lower.value >= max(lows):
                yield Planted(with_item(benchmark, with_tier(item, number, effect="reduced")), item.id, book)
            if item.tiers[number].effect == "reduced":
                spoiled = with_branch(item, number, index, upper=Bound(max(lows) * 2))
                yield Planted(with_item(benchmark, spoiled), item.id, book)


@plants("wider-than-higher-level")
def wider(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """A county copies the table (or the prefecture had it first) and goes three times as high in one tier."""
    if benchmark.level == "county":
        higher, lower = replace(benchmark, id=f"{benchmark.id}-above", level="prefecture"), benchmark
    else:
        higher, lower = benchmark, replace(benchmark, id=f"{benchmark.id}-county", level="county")
    for item in lower.items:
        tops = [branch.upper.value for _, _, branch in fines(item) if branch.upper is not None]
        for number, index, branch in fines(item):
            if branch.upper is not None and branch.base == "yuan":
                spoiled = with_branch(item, number, index, upper=Bound(max(tops) * 3))
                yield Planted(with_item(lower, spoiled), item.id, book, (higher,))


# Conditions ---------------------------------------------------------------------------------------------------------


def alternatives(item: Item) -> Iterator[tuple[int, int, TierCondition]]:
    """Every alternative of every tier."""
    for number, tier in enumerate(item.tiers):
        for index, each in enumerate(tier.conditions):
            yield number, index, each


def with_when(item: Item, number: int, index: int, when: str | None) -> Item:
    """The item with the expression of one alternative changed."""
    conditions = item.tiers[number].conditions
    return with_tier(item, number, conditions=_put(conditions, index, replace(conditions[index], when=when)))


@plants("condition-impossible")
def impossible(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """A condition asks for less than one day and more than two."""
    never = "days < 1 and days > 2"
    for item in benchmark.items:
        for number, index, each in alternatives(item):
            if each.when:
                spoiled = with_when(item, number, index, f"({each.when}) and {never}")
                yield Planted(with_item(benchmark, spoiled), item.id, book)
        for number, index, branch in fines(item):
            if branch.condition:
                spoiled = with_branch(item, number, index, condition=f"not ({branch.condition}) and {branch.condition}")
                yield Planted(with_item(benchmark, spoiled), item.id, book)
        for number, scoring in enumerate(item.scorings):
            factor = replace(
                scoring.factors[0], options=(Option("不可能", Decimal(0), never), *scoring.factors[0].options)
            )
            spoiled = with_scoring(item, number, factors=_put(scoring.factors, 0, factor))
            yield Planted(with_item(benchmark, spoiled), item.id, book)


@plants("condition-shared")
def shared(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """A condition of one tier stands in another too; an option of a factor stands twice."""
    for item in benchmark.items:
        for number, _, each in alternatives(item):
            for other, tier in enumerate(item.tiers):
                if other != number and tier.conditions:
                    spoiled = with_tier(item, other, conditions=(*tier.conditions, each))
                    yield Planted(with_item(benchmark, spoiled), item.id, book)
        for number, scoring in enumerate(item.scorings):
            factor = scoring.factors[0]
            twice = replace(factor, options=(*factor.options, replace(factor.options[0], weight=Decimal("0.01"))))
            spoiled = with_scoring(item, number, factors=_put(scoring.factors, 0, twice))
            yield Planted(with_item(benchmark, spoiled), item.id, book)


Border = tuple[tuple[int, int, str], tuple[int, int, str], str, Decimal]


def borders(item: Item) -> Iterator[Border]:
    """Pairs of alternatives, otherwise alike, of which one ends at the number where the other starts."""
    listed = [(number, index, each.when) for number, index, each in alternatives(item) if each.when]
    for one in listed:
        for two in listed:
            if one[0] == two[0] or NUMBER.sub("", one[2]).strip(" and") != NUMBER.sub("", two[2]).strip(" and"):
                continue
            ends = {(found[1], found[3]) for found in NUMBER.finditer(one[2]) if found[2] == "<"}
            starts = {(found[1], found[3]) for found in NUMBER.finditer(two[2]) if found[2] == ">="}
            for fact, value in ends & starts:
                yield one, two, fact, Decimal(value)


@plants("condition-overlap")
def condition_overlap(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """The upper alternative starts at half the number."""
    for item in benchmark.items:
        for _, two, fact, value in borders(item):
            when = two[2].replace(f"{fact} >= {value}", f"{fact} >= {value / 2}")
            yield Planted(with_item(benchmark, with_when(item, two[0], two[1], when)), item.id, book)


@plants("condition-gap")
def condition_gap(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """The lower alternative ends at three quarters of the number, in items that have nothing to fall back on."""
    for item in benchmark.items:
        if any(not tier.conditions for tier in item.tiers) or any(not each.when for _, _, each in alternatives(item)):
            continue
        for one, _, fact, value in borders(item):
            when = one[2].replace(f"{fact} < {value}", f"{fact} < {value * 3 / 4}")
            yield Planted(with_item(benchmark, with_when(item, one[0], one[1], when)), item.id, book)


@plants("condition-end-shared")
def end_shared(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """The lower alternative includes the number where the upper one starts."""
    for item in benchmark.items:
        for one, _, fact, value in borders(item):
            when = one[2].replace(f"{fact} < {value}", f"{fact} <= {value}")
            yield Planted(with_item(benchmark, with_when(item, one[0], one[1], when)), item.id, book)


@plants("condition-special-case")
def special(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """Another tier asks for the same and one thing more."""
    for item in benchmark.items:
        for number, _, each in alternatives(item):
            for other, tier in enumerate(item.tiers):
                if each.when and other != number and tier.conditions:
                    more = TierCondition(each.text, f"({each.when}) and has(minor_role)")
                    spoiled = with_tier(item, other, conditions=(*tier.conditions, more))
                    yield Planted(with_item(benchmark, spoiled), item.id, book)


@plants("branch-unreachable")
def unreachable(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """A fine is for more than five days in a tier for less than three."""
    for item in benchmark.items:
        for number, index, _ in fines(item):
            short = with_tier(item, number, conditions=(TierCondition("不足三日", "days < 3"),))
            spoiled = with_branch(short, number, index, condition="days > 5")
            yield Planted(with_item(benchmark, spoiled), item.id, book)


# Scorings -----------------------------------------------------------------------------------------------------------


def weighed(scoring: Scoring, change: Callable[[Decimal], Decimal]) -> tuple[Any, ...]:
    """The factors with every weight changed."""
    return tuple(
        replace(factor, options=tuple(replace(each, weight=change(each.weight)) for each in factor.options))
        for factor in scoring.factors
    )


@plants("scoring-misses-ceiling")
def ceiling(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """Every weight is a quarter of what it was."""
    for item in benchmark.items:
        for number, scoring in enumerate(item.scorings):
            spoiled = with_scoring(item, number, factors=weighed(scoring, lambda weight: weight / 4))
            yield Planted(with_item(benchmark, spoiled), item.id, book)


@plants("scoring-misses-floor")
def floor(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """The start is half the range higher."""
    for item in benchmark.items:
        for number, scoring in enumerate(item.scorings):
            spoiled = with_scoring(item, number, start=scoring.start + Decimal("0.5"))
            yield Planted(with_item(benchmark, spoiled), item.id, book)


@plants("scoring-leaves-range")
def leaves(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """Nothing caps the sum, and weights are doubled; nothing holds it up, and they are lowered."""
    for item in benchmark.items:
        for number, scoring in enumerate(item.scorings):
            doubled = weighed(scoring, lambda weight: weight * 2)
            spoiled = with_scoring(item, number, cap=None, most=None, factors=doubled)
            yield Planted(with_item(benchmark, spoiled), item.id, book)
            lowered = weighed(scoring, lambda weight: weight - Decimal("0.2"))
            spoiled = with_scoring(item, number, floor=None, least=None, factors=lowered)
            yield Planted(with_item(benchmark, spoiled), item.id, book)


# Citations and dates ------------------------------------------------------------------------------------------------


def cited(item: Item, citation: Citation, *, basis: bool) -> Item:
    """The item with one citation more."""
    return replace(item, basis=(*item.basis, citation)) if basis else replace(item, violated=(*item.violated, citation))


@plants("article-missing")
def missing(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """Article 999 of a law whose text of that day is known."""
    for item in benchmark.items:
        for citation in item.basis[:1]:
            if book.resolve(citation, benchmark.in_force_from).version is not None:
                for basis in (True, False):
                    spoiled = cited(item, Citation(citation.law, 999), basis=basis)
                    yield Planted(with_item(benchmark, spoiled), item.id, book)


@plants("law-not-in-force")
def clause_not_in_force(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """A clause that is one only on other days."""
    for provision in book.provisions:
        citation = Citation(provision.law, provision.article, provision.paragraph, sub=provision.sub)
        if book.resolve(citation, benchmark.in_force_from).state == "not_listed":
            for item in benchmark.items:
                yield Planted(with_item(benchmark, cited(item, citation, basis=True)), item.id, book)
            return


@plants("law-not-in-force")
def law_repealed(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """The law ended the day before the table came into force."""
    for item in benchmark.items:
        law = book.full_name(item.basis[0].law) if item.basis else None
        if law is None or book.resolve(item.basis[0], benchmark.in_force_from).version is None:
            continue
        versions = [each for each in book.versions[law] if each.in_force_from <= benchmark.in_force_from]
        versions[-1] = replace(versions[-1], in_force_to=benchmark.in_force_from - DAY)
        ended = replace(book, versions={**book.versions, law: tuple(versions)})
        yield Planted(benchmark, item.id, ended, alone=False)


@plants("in-force-before-law")
def before_law(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """The table is older than the law it cites."""
    early = replace(benchmark, in_force_from=min(benchmark.in_force_from, date(2020, 1, 1)))
    for item in benchmark.items:
        for basis in (False, True):
            spoiled = cited(item, Citation(NOISE_LAW, 1), basis=basis)
            yield Planted(with_item(early, spoiled), item.id, book, alone=False)


@plants("statute-unknown")
def unknown(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """A law that nobody has."""
    for item in benchmark.items:
        yield Planted(with_item(benchmark, cited(item, Citation("某某管理办法", 1), basis=True)), item.id, book)


@plants("versions-overlap")
def versions_overlap(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """A version in force while the one before it still is."""
    ends = benchmark.in_force_from + 200 * DAY
    before = replace(benchmark, id=f"{benchmark.id}-before", in_force_to=ends)
    later = replace(benchmark, in_force_from=benchmark.in_force_from + 100 * DAY, in_force_to=None)
    yield Planted(later, "", book, (before,))
    yield Planted(later, "", book, (replace(before, in_force_to=None),))


@plants("versions-gap")
def versions_gap(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """A version that starts a month after the one before it ended."""
    ends = benchmark.in_force_from - 31 * DAY
    before = replace(benchmark, id=f"{benchmark.id}-before", in_force_from=ends - 300 * DAY, in_force_to=ends)
    yield Planted(benchmark, "", book, (before,))


@plants("confirmed-before-in-force")
def confirmed_early(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """Confirmed the day before it came into force."""
    yield Planted(replace(benchmark, last_confirmed=benchmark.in_force_from - DAY), "", book)


@plants("document-number-year")
def number_late(benchmark: Benchmark, book: StatuteBook) -> Iterator[Planted]:
    """A document number of the year after."""
    number = f"延州规〔{benchmark.in_force_from.year + 1}〕1号"
    yield Planted(replace(benchmark, document_number=number), "", book)
