"""Tiers of an item: which the facts meet, which the decision claims, which its amount lies in."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from checker.assess.bands import band_of
from checker.assess.facts import with_wordings
from checker.records.assessment import Band, ItemMatch, TierMatch
from checker.records.benchmark import Tier
from checker.records.decision import Decision, Sanction
from checker.records.document import CleanText
from checker.records.truth import Facts, Truth, Verdict
from checker.statutes.conditions import evaluate

EFFECT_WORDS = {
    "none": ("不予", "免予"),
    "reduced": ("减轻",),
    "lighter": ("从轻", "较轻", "轻微"),
    "ordinary": ("一般", "中等", "适中"),
    "heavier": ("从重", "较重", "严重", "特别严重"),
}


def measure(
    text: CleanText, match: ItemMatch, facts: Facts, sanction: Sanction | None, *, person: bool, apart: bool
) -> tuple[TierMatch, ...]:
    """Every tier of the matched item with its verdict and range.

    `apart`: the law punishes managers on a scale of their own, so a tier that tells none for them has no range here.
    """
    tiers = match.item.tiers
    expressions = [each.when for tier in tiers for each in tier.conditions]
    expressions += [branch.condition for tier in tiers for branch in tier.branches]
    known = with_wordings(facts, expressions, text)
    verdicts = [_conditions(tier, known) for tier in tiers]
    source = f"{match.benchmark.title}“{match.item.violation}”"
    return tuple(
        TierMatch(
            tier,
            verdict if verdict is not None else _residual(verdicts),
            Band(None, (), ("responsible_person",), ())
            if person and apart and all(branch.subject == "respondent" for branch in tier.branches)
            else band_of(tier.branches, known, source=f"{source}{tier.name}", sanction=sanction, person=person),
        )
        for tier, verdict in zip(tiers, verdicts, strict=True)
    )


def _conditions(tier: Tier, facts: Facts) -> Verdict | None:
    """Any alternative suffices; a condition in words alone cannot be told. None: the tier sets no condition."""
    if not tier.conditions:
        return None
    parts = [
        evaluate(each.when, facts) if each.when is not None else Verdict(Truth.UNKNOWN, (f"text:{each.text}",), ())
        for each in tier.conditions
    ]
    truth = parts[0].truth
    for part in parts[1:]:
        truth |= part.truth
    return Verdict.merge(truth, parts)


def _residual(verdicts: Sequence[Verdict | None]) -> Verdict:
    """The tier without conditions holds when no other does."""
    others = [each for each in verdicts if each is not None]
    if any(each.truth is Truth.HOLDS for each in others):
        return Verdict.merge(Truth.FAILS, others)
    unknown = any(each.truth is Truth.UNKNOWN for each in others)
    return Verdict.merge(Truth.UNKNOWN if unknown else Truth.HOLDS, others)


def claimed(decision: Decision, tiers: Sequence[TierMatch]) -> str | None:
    """The item's tier that the decision claims: by name, else by the one tier of the claimed effect.

    A penalty reduced below the law's minimum is in no other tier, whatever tier the reasoning passes by.
    """
    said = decision.claimed_tier.value if decision.claimed_tier else ""
    effect = decision.claimed_effect.value if decision.claimed_effect else None
    open_ones = [each.tier for each in tiers if effect != "reduced" or each.tier.effect in ("reduced", "none")]
    exact = [tier.name for tier in open_ones if said and _same(tier.name, said)]
    if len(exact) == 1:
        return exact[0]
    told = {name for name, words in EFFECT_WORDS.items() if any(word in said for word in words)}
    effects = told if told and effect != "reduced" else {effect}
    fitting = [tier.name for tier in open_ones if tier.effect in effects]
    return fitting[0] if len(fitting) == 1 else None


def _same(name: str, said: str) -> bool:
    strip = "处罚违法情节档阶次程度行为的"
    return name == said or name.strip(strip) == said.strip(strip)


def matching(tiers: Sequence[TierMatch], amount: Decimal | None) -> tuple[str, ...]:
    """Tiers whose range holds the amount."""
    if amount is None:
        return ()
    return tuple(each.tier.name for each in tiers if each.band.range is not None and each.band.range.contains(amount))
