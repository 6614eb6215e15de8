"""mandatory-sanction-missing: gains found and not confiscated, or an obligatory sanction left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checker.checks.building import finding, plain, step
from checker.checks.check import Check
from checker.checks.fines import basis_words, statute_rules
from checker.checks.law import decided, entry, penalty_law
from checker.checks.leniency import REDUCING, claimed, reduction_told
from checker.checks.statute.provided import cited
from checker.checks.wording import citation_words
from checker.messages import say
from checker.records.assessment import Case, ResolvedCitation
from checker.records.finding import Finding, RuleRef, Step
from checker.records.ranges import Branch
from checker.records.read import Read

# Gains that went back to those who paid, or that the text says why it leaves, are not to be confiscated.
RETURNED = re.compile(
    r"(?<!依法应当)退赔|退款|清退|不予没收|免予没收|不再没收|(?:追缴|收缴)[^。；]{0,6}违法所得"
    r"|(?:退还|返还|退回)[^。；]{0,15}(?:款|费|所得|消费者|客户)|(?:款|费|所得)[^。；]{0,10}(?:退还|返还|退回)"
)
# A warning told as given: with the day, or with the order to correct that came with it.
GIVEN = re.compile(r"(?:\d日|当日|当场|已|曾|此前|通知书)[^。；“]{0,40}(?:给予|予以)(?:了|其|当事人)?警告")
# Kinds that need no object: goods to confiscate may have been sold, a licence may never have been granted.
SURE = frozenset({"fine", "warning", "criticism"})


def run(case: Case) -> Iterator[Finding]:
    """Nothing where the decision reduces or waives the penalty: leaving a sanction out is then lawful."""
    if not case.decision.sanctions or claimed(case) in REDUCING:
        return
    yield from _gains(case)
    if not reduction_told(case):
        yield from _obligatory(case)


def _gains(case: Case) -> Iterator[Finding]:
    gains, kinds = case.decision.illegal_gains, {sanction.kind for sanction in case.decision.sanctions}
    if gains is None or gains.value <= 0 or "confiscate_gains" in kinds or _dealt_with(case, gains):
        return
    basis = cited(case)
    rules = [RuleRef(*citation_words(each.citation), version=_source(each)) for each in basis if _confiscates(each)]
    on = decided(case)
    if on is not None and entry("penalty_law_substance", on=on).values["gains"]:
        rules.append(penalty_law("gains", case))
    if not rules:
        return
    yield finding(
        CHECK,
        case,
        "violation",
        evidence=(*gains.evidence, *(span for each in case.decision.sanctions for span in each.evidence)),
        rules=rules,
        trace=(step("违法所得", gains), Step("没收违法所得", "未见", "决定的处罚"), Step("退赔", "未见", "全文")),
        confidence=gains.confidence,
        gains=gains.value,
        rule=(rules[0].reference_zh, rules[0].reference_en),
    )


def _dealt_with(case: Case, gains: Read[Decimal]) -> bool:
    text = case.text.text
    amount = re.escape(plain(gains.value))
    return RETURNED.search(text) is not None or re.search(rf"没收[^。；]{{0,30}}{amount}", text) is not None


def _confiscates(resolved: ResolvedCitation) -> bool:
    return any(
        branch.sanction == "confiscate_gains" and branch.obligation == "must"
        for provision in resolved.provisions
        for branch in provision.branches
    )


def _source(resolved: ResolvedCitation) -> str:
    return resolved.version.source if resolved.version else resolved.provisions[0].source


def _obligatory(case: Case) -> Iterator[Finding]:
    imposed = {sanction.kind for sanction in case.decision.sanctions}
    holding = {branch for assessment in case.assessments for branch in assessment.statutory.branches}
    for resolved in cited(case):
        # Where a citation may mean several paragraphs nobody can say which sanctions it obliges to.
        if len(resolved.provisions) != 1:
            continue
        branches = resolved.provisions[0].branches
        for kind in dict.fromkeys(branch.sanction for branch in branches if _obliges(branch, holding)):
            if kind not in imposed and not _given_before(case, kind):
                yield _left_out(case, resolved, kind)


def _given_before(case: Case, kind: str) -> bool:
    """Whether the text tells of a warning given before this decision, as before a refusal to correct is fined."""
    return kind == "warning" and GIVEN.search(case.text.text) is not None


def _obliges(branch: Branch, holding: set[Branch]) -> bool:
    sure = branch.sanction in SURE and branch.obligation == "must" and not branch.choice
    return sure and branch.subject == "respondent" and (branch.condition is None or branch in holding)


def _left_out(case: Case, resolved: ResolvedCitation, kind: str) -> Finding:
    return finding(
        CHECK,
        case,
        "lead",
        "left-out",
        evidence=(*resolved.citation.evidence, *(span for each in case.decision.sanctions for span in each.evidence)),
        rules=statute_rules((resolved,)),
        trace=(
            Step("应当给予的处罚", say(f"sanction:{kind}")[0], basis_words((resolved,))[0]),
            Step(
                "决定的处罚", "、".join(say(f"sanction:{each.kind}")[0] for each in case.decision.sanctions), "决定书"
            ),
        ),
        confidence=0.9,
        kind=say(f"sanction:{kind}"),
        basis=basis_words((resolved,)),
    )


CHECK = Check(
    name="mandatory-sanction-missing",
    severity="较重",
    basis_zh="《行政处罚法》第二十八条第二款（2021年7月15日前依所引处罚条款）；所引条款中应当给予的处罚",
    basis_en="Administrative Penalty Law art. 28(2) (before 2021-07-15 the cited provision); sanctions it obliges to",
    run=run,
)
