"""tier-outside-statute, reduced-not-below-minimum, statute-unknown: tiers against the range of the law they cite."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from checker.benchmarks.lint.finding import NOTE, Desk, Hit, Rule
from checker.benchmarks.lint.logic import satisfiable
from checker.benchmarks.lint.tiers import Fine, fines
from checker.benchmarks.lint.words import citation_words, end, range_words
from checker.records.benchmark import Item
from checker.records.law import Citation
from checker.records.ranges import Bound, Branch, MoneyRange
from checker.statutes import StatuteBook

LOWER = ("none", "reduced")  # effects that lie below the statutory minimum lawfully
OPEN = (*LOWER, "unstated")  # and those that may be one of them


def statutory_fines(item: Item, book: StatuteBook, on: date) -> list[Branch] | None:
    """The fines of all clauses that the item rests on, that day; None when one of them is not in the data."""
    found: list[Branch] = []
    for citation in item.basis:
        resolved = book.resolve(citation, on)
        if resolved.state != "known":
            return None
        found += [each for provision in resolved.provisions for each in provision.branches if each.sanction == "fine"]
    return found


def hull(branches: Iterable[Branch]) -> MoneyRange | None:
    """The smallest range that holds all of them; None for none."""
    listed = list(branches)
    if not listed:
        return None
    lows = [each.lower or Bound(Decimal(0)) for each in listed]
    highs = [each.upper for each in listed]
    low = min(lows, key=lambda bound: (bound.value, not bound.inclusive))
    high = None if None in highs else max((b for b in highs if b), key=lambda bound: (bound.value, bound.inclusive))
    return MoneyRange(low, high)


def allowed(branch: Branch, law: Sequence[Branch], conditions: Sequence[str | None] = ()) -> MoneyRange | None:
    """What the law allows where a branch can hold; None when the law counts otherwise there.

    `conditions` are the alternatives under which the branch's tier applies; a branch that none of them leaves room
    for is compared by its own condition alone.
    """
    alike = [each for each in law if (each.subject, each.base, each.unit) == (branch.subject, branch.base, branch.unit)]
    alike = [each for each in alike if satisfiable(branch.condition, each.condition)]
    within = [
        each
        for each in alike
        if any(satisfiable(branch.condition, each.condition, own) for own in conditions or (None,))
    ]
    return hull(within or alike)


def _compared(desk: Desk) -> Iterator[tuple[Hit, Fine, MoneyRange]]:
    for benchmark, item, place in desk.items():
        law = statutory_fines(item, desk.book, benchmark.in_force_from)
        for fine in fines(item, place) if law else ():
            band = allowed(fine.branch, law or (), [each.when for each in fine.tier.conditions])
            if band is not None:
                values = {
                    "tier": fine.tier.name,
                    "range": range_words(fine.branch.lower, fine.branch.upper, fine.branch),
                    "law": citation_words(item.basis[0]),
                    "statutory": range_words(band.lower, band.upper, fine.branch),
                }
                yield Hit(benchmark, item, fine.place, values), fine, band


def _outside(desk: Desk) -> Iterator[Hit]:
    for hit, fine, band in _compared(desk):
        low, high = fine.branch.lower, fine.branch.upper
        if high is not None and band.upper is not None and high.value > band.upper.value:
            yield _with(hit, "above", value=end(high, fine.branch), limit=end(band.upper, fine.branch))
        under = low is not None and band.lower is not None and low.value < band.lower.value
        if under and low is not None and band.lower is not None and fine.tier.effect not in OPEN:
            yield _with(hit, "below", value=end(low, fine.branch), limit=end(band.lower, fine.branch))
    for benchmark in desk.benchmarks:
        for number, cut in enumerate(benchmark.position_rule.cuts if benchmark.position_rule else ()):
            if Decimal(cut[1]) < 0 or Decimal(cut[2]) > 1:
                yield Hit(benchmark, None, ("position_rule", "cuts", number), {"tier": cut[0]}, "cut")


def _not_reduced(desk: Desk) -> Iterator[Hit]:
    for hit, fine, band in _compared(desk):
        low, high, minimum = fine.branch.lower, fine.branch.upper, band.lower
        if fine.tier.effect not in LOWER or minimum is None or minimum.value == 0:
            continue
        limit = end(minimum, fine.branch)
        if low is not None and low.value >= minimum.value:
            yield _with(hit, "", value=end(low, fine.branch), limit=limit)
        elif high is not None and high.value > minimum.value:
            yield _with(hit, "reaches", value=end(high, fine.branch), limit=limit)


def _with(hit: Hit, variant: str, **values: object) -> Hit:
    return replace(hit, variant=variant, values={**hit.values, **values})


def _unknown(desk: Desk) -> Iterator[Hit]:
    for benchmark, item, place in desk.items():
        for number, citation in enumerate(item.basis):
            state = desk.book.resolve(citation, benchmark.in_force_from).state
            if state in ("law_unknown", "not_listed") and not _was_listed(citation, desk.book):
                yield Hit(benchmark, item, (*place, "basis", number), {"law": citation_words(citation)})


def _was_listed(citation: Citation, book: StatuteBook) -> bool:
    """Whether the clause stands in the data for some other day; then it is a matter of dates."""
    return book.resolve(citation, None).state == "known"


OUTSIDE = Rule("tier-outside-statute", "较重", _outside)
NOT_REDUCED = Rule("reduced-not-below-minimum", "较重", _not_reduced)
UNKNOWN = Rule("statute-unknown", NOTE, _unknown)
