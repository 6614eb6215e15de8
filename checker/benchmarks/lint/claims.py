"""The conditions of a table, grouped as they compete: the tiers of an item, the options of a factor."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from checker.benchmarks.lint.finding import Desk, Place
from checker.benchmarks.lint.words import Pair
from checker.records.benchmark import Benchmark, Item, Tier

NUMBERED = re.compile(r"（\d+）$")  # the importer numbers tiers of one name
PARTS = re.compile("[，；、]")


@dataclass(frozen=True, slots=True)
class Claim:
    """One alternative under which a tier, or an option of a factor, applies. `owner` numbers the tier in its group."""

    owner: int
    name: str
    text: str
    when: str | None
    place: Place
    part: str = ""  # a condition that the name adds, where the table names no degree


@dataclass(frozen=True, slots=True)
class Group:
    """Claims of which only one owner should hold: the tiers of an item, the options of one factor."""

    benchmark: Benchmark
    item: Item
    kind: str  # tier or option
    claims: tuple[Claim, ...]
    residual: bool  # something holds where no claim does

    def pairs(self) -> Iterator[tuple[Claim, Claim]]:
        """Claims of two owners, left out where names tell them apart: a matrix with half its conditions in the name."""
        for one, two in combinations(self.claims, 2):
            if one.owner != two.owner and bare(one.part) == bare(two.part):
                yield one, two


def groups(desk: Desk) -> Iterator[Group]:
    """The tiers of every item, and the options of every factor of which exactly one applies."""
    for benchmark, item, place in desk.items():
        claims = tuple(
            Claim(
                number,
                tier.name,
                each.text,
                each.when,
                (*place, "tiers", number, "conditions", index),
                _part(tier, each.text),
            )
            for number, tier in enumerate(item.tiers)
            for index, each in enumerate(tier.conditions)
        )
        yield Group(benchmark, item, "tier", claims, any(not tier.conditions for tier in item.tiers))
        for row, scoring in enumerate(item.scorings):
            for column, factor in enumerate(scoring.factors):
                inside = (*place, "scorings", row, "factors", column, "options")
                options = tuple(
                    Claim(number, f"{factor.name}：{each.text}", each.text, each.when, (*inside, number))
                    for number, each in enumerate(factor.options)
                )
                if not factor.several:
                    yield Group(benchmark, item, "option", options, residual=False)


def _part(tier: Tier, text: str) -> str:
    """What the name of a tier without a degree says beyond its condition."""
    name = NUMBERED.sub("", tier.name)
    known = tier.effect != "unstated" or bare(name) in bare(text)
    return "" if known or all(bare(each) in bare(text) for each in PARTS.split(name)) else name


def expressions(desk: Desk) -> Iterator[tuple[Benchmark, Item, Place, Pair, str]]:
    """Every expression of every table, with the name of what it belongs to."""
    for benchmark, item, place in desk.items():
        for number, tier in enumerate(item.tiers):
            name = f"“{tier.name}”", f"“{tier.name}”"
            inside = (*place, "tiers", number)
            for index, each in enumerate(tier.conditions):
                if each.when:
                    yield benchmark, item, (*inside, "conditions", index), name, each.when
            for index, branch in enumerate(tier.branches):
                if branch.condition:
                    yield benchmark, item, (*inside, "branches", index), name, branch.condition
        for row, scoring in enumerate(item.scorings):
            inside = (*place, "scorings", row)
            if scoring.when:
                yield benchmark, item, inside, (f"“{scoring.text}”",) * 2, scoring.when
            for column, factor in enumerate(scoring.factors):
                for index, option in enumerate(factor.options):
                    if option.when:
                        here = (*inside, "factors", column, "options", index)
                        yield benchmark, item, here, (f"“{factor.name}：{option.text}”",) * 2, option.when
            for index, correction in enumerate(scoring.corrections):
                if correction.when:
                    here = (*inside, "corrections", index)
                    yield benchmark, item, here, (f"“{correction.text}”",) * 2, correction.when


def bare(text: str) -> str:
    """Words without punctuation, and without the 的 that ends a condition."""
    return "".join(each for each in text if each.isalnum()).removesuffix("的")
