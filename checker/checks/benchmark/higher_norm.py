"""higher-norm-ignored: one act under two norms, fined by the one with the lower fine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from checker.assess.norms import Norm, fitting, norm_of
from checker.benchmarks.match import agreement
from checker.checks.benchmark.tiers import rule_of, title_words, version_of
from checker.checks.building import joined
from checker.checks.check import Check
from checker.checks.fines import Fine, bearing, fine_finding, fines, is_open
from checker.checks.law import REVISION, decided, penalty_law
from checker.checks.leniency import reduction_told
from checker.checks.wording import citation_words, range_words
from checker.records.assessment import Case
from checker.records.finding import Finding, RuleRef, Step
from checker.records.law import Citation

ALIKE = 0.6  # share of the other item's words that the document must have besides the citation
# The decision weighs the norms against each other, or speaks of several acts: a person has looked at it already.
WEIGHED = re.compile(
    r"罚款数额(?:较|更)?高|数额高的规定|择一重|从一重|竞合|特别(?:法|规定)优|新法优|上位法优|第二十九条|分别(?:裁量|处罚|处以|作出)"
    r"|合并(?:执行|处罚)|(?:两|二|三|多|数)(?:项|个|种)违法行为|吸收"
)


def run(case: Case) -> Iterator[Finding]:
    """Only with one respondent, one fine and one charge, and since 2021-07-15, when the rule came into the law."""
    day = decided(case)
    decision, listed = case.decision, tuple(fines(case))
    acts = {each.charge for each in decision.sanctions}
    if day is None or day < REVISION or len(decision.respondents) != 1 or len(listed) != 1 or len(acts) != 1:
        return
    fine = listed[0]
    match = fine.assessment.match
    doubtful = decision.text_quality.damaged or reduction_told(case) or WEIGHED.search(case.text.text) is not None
    several = len(bearing(fine.assessment.basis)) > 1 or is_open(fine.assessment.basis)
    if doubtful or several or match is None or fine.sanction.count is not None:
        return
    if match.runner_up is not None or not match.sure:
        return
    used = norm_of(case.text, decision, match.benchmark, match.item, fine.sanction)
    heavier = [each for each in _others(case, fine) if _is_heavier(each, used, fine)]
    if heavier:
        yield _ignored(case, fine, used, max(heavier, key=_height))


def _others(case: Case, fine: Fine) -> Iterator[Norm]:
    """Items of other provisions that a violated provision cited here names, in their own words too."""
    violated = [
        replace(each.citation, law=each.provisions[0].law if each.provisions else each.citation.law)
        for each in case.violated
    ]
    cited = [each.citation for each in fine.assessment.basis]
    own = fine.assessment.match.item.basis if fine.assessment.match else ()
    for norm in fitting(case.text, case.decision, case.benchmarks, violated, fine.sanction):
        apart = not any(_same_clause(mine, theirs) for mine in norm.item.basis for theirs in (*own, *cited))
        if norm.cited is not None and norm.wording >= ALIKE and apart:
            yield norm


def _same_clause(one: Citation, other: Citation) -> bool:
    """Whether two penalty bases are one clause: its items (项) share one range, so none is heavier than another."""
    return agreement(replace(one, item=None), replace(other, item=None)) > 0


def _is_heavier(other: Norm, used: Norm, fine: Fine) -> bool:
    """Certain only when both ends lie no lower, the top higher, and the fine is under the other norm altogether."""
    high, low = other.whole, used.whole
    if not other.must or high is None or low is None or None in (high.lower, high.upper, low.upper):
        return False
    assert high.lower and high.upper and low.upper
    least = low.lower.value if low.lower else 0
    return high.upper.value > low.upper.value and high.lower.value >= least and high.below(fine.yuan)


def _height(norm: Norm) -> tuple[object, ...]:
    assert norm.whole and norm.whole.upper and norm.whole.lower
    return norm.whole.upper.value, norm.whole.lower.value, norm.item.id


def _ignored(case: Case, fine: Fine, used: Norm, other: Norm) -> Finding:
    assert used.whole and other.whole and other.whole.lower
    basis = joined(citation_words(each) for each in other.item.basis)
    place = tuple(f"{title}：{other.item.violation}" for title in title_words(other.benchmark))
    law = penalty_law("twice", case)
    return fine_finding(
        CHECK,
        case,
        fine,
        "lead",
        trace=(
            Step("适用的事项", f"{used.item.violation}：{range_words(used.whole)[0]}", used.benchmark.title),
            Step("同样符合的事项", f"{other.item.violation}：{range_words(other.whole)[0]}", other.benchmark.title),
            Step(
                "符合的理由",
                f"决定书引用了{citation_words(other.cited)[0] if other.cited else ''}，用语相符{other.wording:.0%}",
                "违反条款",
                tuple(span for each in case.decision.violated for span in each.evidence),
            ),
        ),
        rules=(law, *rule_of(fine.assessment), RuleRef(place[0], place[1], version_of(other.benchmark))),
        weight=0.7,
        item=used.item.violation,
        allowed=range_words(used.whole),
        other=other.item.violation,
        other_basis=basis,
        heavier=range_words(other.whole),
        rule=(law.reference_zh, law.reference_en),
    )


CHECK = Check(
    name="higher-norm-ignored",
    severity="一般",
    basis_zh="《行政处罚法》第二十九条（2021年7月15日起）",
    basis_en="Administrative Penalty Law art. 29 (since 2021-07-15)",
    run=run,
)
