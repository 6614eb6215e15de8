"""unreachable-amount: a fine that no choice of a scoring table's options can produce."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checker.benchmarks.reachable import Reachable, Reached, reachable_item
from checker.checks.benchmark.tiers import applied_words, is_proved, rule_of
from checker.checks.building import fact_words, plain
from checker.checks.check import Check
from checker.checks.fines import Fine, bearing, fine_finding, fines
from checker.checks.leniency import reduction_told
from checker.messages import say
from checker.records.assessment import Case
from checker.records.finding import Finding, Status, Step


def run(case: Case) -> Iterator[Finding]:
    """Fines under an item that scores by factors; a penalty reduced below the minimum has left the table lawfully."""
    if reduction_told(case):
        return
    for fine in fines(case):
        match, whom = fine.assessment.match, fine.sanction.respondent or 0
        person = case.decision.respondents[whom].kind == "citizen" if whom < len(case.decision.respondents) else False
        mixed = person and len(case.decision.respondents) > 1  # a manager beside the organisation: another scale
        if (
            match is None
            or not match.measures
            or not match.item.scorings
            or mixed
            or len(bearing(fine.assessment.basis)) > 1
        ):
            continue
        found = reachable_item(match.item, case.facts)
        if found is None:
            yield from _unknown(case, fine)
        elif found.parts and not found.contains(fine.yuan):
            yield _unreachable(case, fine, found)


def _unknown(case: Case, fine: Fine) -> Iterator[Finding]:
    """The base that the table multiplies was not read."""
    assert fine.assessment.match is not None
    bases = [each.base for each in fine.assessment.match.item.scorings if each.base != "yuan"]
    missing = [base for base in dict.fromkeys(bases) if base not in case.facts.values]
    if missing:
        rules, facts = rule_of(fine.assessment), fact_words(missing)
        yield fine_finding(CHECK, case, fine, "cannot_tell", "unknown", rules=rules, missing=missing, facts=facts)


def _unreachable(case: Case, fine: Fine, found: Reachable) -> Finding:
    match = fine.assessment.match
    assert match is not None
    near = found.nearest(fine.yuan)
    beyond = near.below is None or near.above is None
    # Inside the table's ends an agency may have rounded; beyond them no rounding leads there.
    status: Status = "violation" if beyond and is_proved(fine.assessment) else "lead"
    nearest = near.below or near.above
    ends = tuple(_end(each) for each in (found.lowest, found.highest))
    steps = [(name, each) for name, each in (("之下最近", near.below), ("之上最近", near.above)) if each is not None]
    return fine_finding(
        CHECK,
        case,
        fine,
        status,
        "beyond" if beyond else None,
        trace=(
            Step("可得出的金额", f"{ends[0][0]}—{ends[1][0]}", f"{match.benchmark.title}“{match.item.violation}”"),
            *(Step(name, f"{plain(each.amount)}元", _way(each)) for name, each in steps),
        ),
        rules=rule_of(fine.assessment),
        weight=match.certainty,
        item=match.item.violation,
        below=_end(near.below.amount if near.below else None),
        above=_end(near.above.amount if near.above else None),
        lowest=ends[0],
        highest=ends[1],
        nearest=_end(nearest.amount if nearest else None),
        benchmark=applied_words(fine.assessment),
    )


def _end(amount: Decimal | None) -> tuple[str, str]:
    """An amount with its unit; "none" where there is no such end."""
    return say("yuan:exact", value=plain(amount)) if amount is not None else say("tier:none")


def _way(reached: Reached) -> str:
    """The options that give an amount, as a line of the computation."""
    parts = [f"{name}：{'、'.join(options)}" for name, options in reached.choice]
    if reached.corrections:
        parts.append(f"修正：{'、'.join(reached.corrections)}")
    return "；".join(parts) or reached.tier or "计分表"


CHECK = Check(
    name="unreachable-amount",
    severity="较重",
    basis_zh="《行政处罚法》第三十四条；国办发〔2022〕27号；所适用的裁量权基准",
    basis_en="Administrative Penalty Law art. 34; State Council opinion 国办发〔2022〕27号; the benchmark applied",
    run=run,
)
