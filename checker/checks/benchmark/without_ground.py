"""aggravated-without-ground, mitigated-without-ground: an effect claimed for which the decision tells no reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checker.checks.benchmark.tiers import applied_rules, named
from checker.checks.benchmark.weighed import ground_told
from checker.checks.building import finding
from checker.checks.check import Check
from checker.checks.law import penalty_law
from checker.checks.leniency import found
from checker.messages import say
from checker.records.assessment import Case
from checker.records.finding import Finding, Step

WEIGHED = re.compile(r"从轻|从重|减轻|加重|不予|免予")


def groundless(
    check: Check, case: Case, effects: frozenset[str], words: re.Pattern[str], grounds: Iterable[str]
) -> Iterator[Finding]:
    """A lead where one of `effects` is claimed, no circumstance of `grounds` is found, and no reason is worded.

    Silent where the facts meet a tier of the effect by themselves, such as a small goods value.
    """
    claim = case.decision.claimed_effect
    if claim is None or claim.value not in effects or not case.decision.sanctions:
        return
    if not any(WEIGHED.search(span.quote) for span in claim.evidence):
        return  # a tier named by its degree (较轻, 较重) rests on the table's own measure
    met = any(tier.tier.effect in effects for each in case.assessments for tier in named(each, each.supported))
    if met or found(case, grounds) or ground_told(case, words, claim.evidence):
        return
    effect = say(f"effect:{claim.value}")
    # Fairness asks that the penalty answer the facts; the benchmark, where one applies, says which facts.
    rules = (penalty_law("fairness", case), *applied_rules(case))
    yield finding(
        check,
        case,
        "lead",
        evidence=(*claim.evidence, *case.decision.discretion),
        rules=rules,
        trace=(
            Step("主张的裁量", effect[0], claim.source, claim.evidence),
            Step("认定的相应情节", "未见", "全文"),
        ),
        confidence=claim.confidence * 0.85,
        effect=effect,
        rule=(rules[0].reference_zh, rules[0].reference_en),
    )
