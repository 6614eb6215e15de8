"""sanction-not-provided: a kind of sanction that none of the cited provisions allows."""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.building import finding, joined
from checker.checks.check import Check
from checker.checks.fines import WITHOUT_AMOUNTS, basis_words, is_open, statute_rules
from checker.checks.law import penalty_law
from checker.checks.wording import citation_words
from checker.messages import say
from checker.records.assessment import Case, ResolvedCitation
from checker.records.finding import Finding, Step

# Art. 28 confiscates gains whatever the provision says; "other" is what could not be named, so it accuses nobody.
ALWAYS = frozenset({"confiscate_gains", "other"})


def run(case: Case) -> Iterator[Finding]:
    """All cited provisions together, for a decision may name one for each sanction without saying which."""
    basis = cited(case)
    if not basis or not case.decision.sanctions:
        return
    if not any(each.provisions for each in basis):
        yield from _unknown(case, basis)
    elif not is_open(basis):
        yield from _compare(case, basis)


def cited(case: Case) -> tuple[ResolvedCitation, ...]:
    """The penalty basis of all charges, each citation once."""
    found = {each.citation: each for assessment in case.assessments for each in assessment.basis}
    return tuple((found | {each.citation: each for each in case.basis}).values())


def _compare(case: Case, basis: tuple[ResolvedCitation, ...]) -> Iterator[Finding]:
    allowed = {branch.sanction for each in basis for held in each.provisions for branch in held.branches}
    for index, sanction in enumerate(case.decision.sanctions):
        if sanction.kind in allowed | ALWAYS:
            continue
        names = joined(say(f"sanction:{kind}") for kind in sorted(allowed))
        yield finding(
            CHECK,
            case,
            "lead",
            evidence=sanction.evidence,
            rules=(*statute_rules(basis), penalty_law("kinds", case)),
            trace=(
                Step("决定的处罚种类", say(f"sanction:{sanction.kind}")[0], "决定书", sanction.evidence),
                Step("规定的处罚种类", names[0], basis_words(basis)[0]),
            ),
            confidence=sanction.amount.confidence if sanction.amount else 0.9,
            sanction=index,
            kind=say(f"sanction:{sanction.kind}"),
            basis=basis_words(basis),
            allowed=names,
        )


def _unknown(case: Case, basis: tuple[ResolvedCitation, ...]) -> Iterator[Finding]:
    """Said once a decision, here, for every check of ranges is blind to such a basis."""
    unheld = [each for each in basis if each.state in ("law_unknown", "not_listed")]
    own = [each for each in unheld if not any(word in each.citation.law for word in WITHOUT_AMOUNTS)]
    if own:
        yield finding(
            CHECK,
            case,
            "cannot_tell",
            "unknown",
            evidence=[span for each in own for span in each.citation.evidence],
            rules=(),
            missing=("statute",),
            basis=joined(citation_words(each.citation) for each in own),
        )


CHECK = Check(
    name="sanction-not-provided",
    severity="较重",
    basis_zh="所引处罚条款规定的处罚种类；《行政处罚法》第四条、第九条、第二十八条（2021年7月15日前为第三条、第八条）",
    basis_en="Sanctions of the cited provision; Administrative Penalty Law arts. 4, 9, 28 (3, 8 before 2021-07-15)",
    run=run,
)
