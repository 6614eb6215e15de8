"""Every benchmark item that the facts of a case fit, with its range, for the rule that the heavier fine goes (art. 29).

Art. 29 of the Administrative Penalty Law (2021): one act that breaks several norms, each asking for a fine, is fined by
the norm with the higher fine.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.assess import tiers as tier_rules
from checker.assess.bands import union
from checker.assess.case import act_day
from checker.assess.facts import facts_of
from checker.benchmarks import field_of, in_force
from checker.benchmarks.match import agreement
from checker.benchmarks.wording import similarities
from checker.records.assessment import Band, ItemMatch, TierMatch
from checker.records.benchmark import Benchmark, Item
from checker.records.decision import Decision, Sanction
from checker.records.document import CleanText
from checker.records.law import Citation
from checker.records.ranges import MoneyRange
from checker.records.truth import Truth

CITED = 0.8  # agreement with a cited violated provision from which it is the same paragraph, or the same item
ALIKE = 0.8  # share of the item's words (rare ones weighing more) that the document has, for wording alone
HEAD = 1200  # characters of the document that tell the facts, as for matching
OUTSIDE = frozenset({"none", "reduced"})  # tiers that leave the norm's own range


@dataclass(frozen=True, slots=True)
class Norm:
    """An item that the facts fit. `cited` is the violated provision of the decision that it names, None for none.

    `wording` is the share of its words in the document (0..1); `whole` is the range in yuan of its tiers here, those
    without a penalty and below the minimum left out; `expected` that of the one tier which the facts meet. None: the
    facts do not tell it.
    """

    benchmark: Benchmark
    item: Item
    cited: Citation | None
    wording: float
    whole: MoneyRange | None
    expected: MoneyRange | None
    must: bool  # every fine of the item is obligatory (处, not 可以处)

    @property
    def why(self) -> str:
        """What makes it fit: cited, wording, or both as cited+wording."""
        parts = [*(["cited"] if self.cited is not None else []), *(["wording"] if self.wording >= ALIKE else [])]
        return "+".join(parts)


def fitting(
    text: CleanText,
    decision: Decision,
    benchmarks: Sequence[Benchmark],
    violated: Iterable[Citation],
    sanction: Sanction | None = None,
) -> tuple[Norm, ...]:
    """Items in force on the day of the act for this agency whose violated provision is cited, or whose words are there.

    `violated` are the decision's citations with full names of laws. The nearest level goes first.
    """
    on, agency = act_day(decision), decision.agency.value if decision.agency else None
    if on is None or agency is None:
        return ()
    region = decision.region.value if decision.region else None
    current = in_force(benchmarks, on=on, agency=agency, region=region, field=field_of(agency))
    pairs = [(benchmark, item) for benchmark in current for item in benchmark.items]
    cause = decision.cause.value if decision.cause else ""
    alike = similarities(f"{cause} {text.text[:HEAD]}", [item.violation for _, item in pairs])
    named = tuple(violated)
    found = []
    for (benchmark, item), likeness in zip(pairs, alike, strict=True):
        cited = _cited(item, named)
        if cited is not None or likeness >= ALIKE:
            found.append(norm_of(text, decision, benchmark, item, sanction, cited=cited, wording=round(likeness, 4)))
    return tuple(found)


def _cited(item: Item, violated: Sequence[Citation]) -> Citation | None:
    scored = [(agreement(mine, theirs), mine) for mine in violated for theirs in item.violated]
    best = max(scored, key=lambda each: each[0], default=(0.0, None))
    return best[1] if best[0] >= CITED else None


def norm_of(
    text: CleanText,
    decision: Decision,
    benchmark: Benchmark,
    item: Item,
    sanction: Sanction | None,
    *,
    cited: Citation | None = None,
    wording: float = 0.0,
) -> Norm:
    """An item with its ranges for the facts of this case."""
    facts = facts_of(text, decision, sanction)
    match = ItemMatch(benchmark, item, 1.0, "citation")
    tiers = tier_rules.measure(text, match, facts, sanction, person=False, apart=False)
    own = [each for each in tiers if each.tier.effect not in OUTSIDE]
    fines = [branch for each in own for branch in each.tier.branches if branch.sanction == "fine"]
    must = bool(fines) and all(branch.obligation == "must" for branch in fines)
    return Norm(benchmark, item, cited, wording, _hull([each.band for each in own]), _expected(tiers), must)


def _hull(bands: Sequence[Band]) -> MoneyRange | None:
    """All bands together; None while one of them cannot be told, or sets no fine."""
    known = [each.range for each in bands if each.range is not None]
    return union(known) if known and len(known) == len(bands) else None


def _expected(tiers: Sequence[TierMatch]) -> MoneyRange | None:
    met = [each for each in tiers if each.verdict.truth is Truth.HOLDS]
    return met[0].band.range if len(met) == 1 else None
