"""law-version: a cited article that did not exist, or a law that was not in force, when the act was done."""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.building import finding
from checker.checks.check import Check
from checker.checks.law import penalty_law
from checker.checks.wording import citation_words
from checker.records.assessment import Case, ResolvedCitation
from checker.records.finding import Finding, RuleRef, Step


def run(case: Case) -> Iterator[Finding]:
    """Each citation once, of the violated provisions and of the penalty basis.

    A lead where the act ended before the day of the decision: a later version applies when it is more lenient.
    """
    listed = (*case.violated, *(each for assessment in case.assessments for each in assessment.basis))
    seen = set()
    for resolved in listed:
        citation = resolved.citation
        place = (citation.law, citation.article, citation.sub, resolved.state)
        if resolved.state in ("article_missing", "law_not_in_force") and resolved.on and place not in seen:
            seen.add(place)
            if citation.evidence:
                yield _stale(case, resolved)


def _stale(case: Case, resolved: ResolvedCitation) -> Finding:
    missing = resolved.state == "article_missing"
    version = resolved.version.source if resolved.version else ""
    articles = str(resolved.version.articles) if resolved.version else ""
    day = case.decision.decision_date
    decided_then = day is not None and day.value == resolved.on
    words = citation_words(resolved.citation)
    own = RuleRef(f"《{resolved.citation.law}》", resolved.citation.law, version)
    return finding(
        CHECK,
        case,
        "violation" if decided_then else "lead",
        "article" if missing else "law",
        evidence=resolved.citation.evidence,
        rules=(own, penalty_law("earlier_law", case)),
        trace=(
            Step("所引条款", words[0], "决定书", resolved.citation.evidence),
            Step("适用日期", str(resolved.on), "违法行为终了日，未读出时为决定日"),
            Step("当时有效的版本", f"{version}，共{articles}条" if missing else "无", "法规数据"),
        ),
        # A number is easily misread, and an article that does not exist is what a misread number looks like.
        confidence=0.85,
        citation=words,
        law=resolved.citation.law,
        day=resolved.on,
        version=version,
        articles=articles,
    )


CHECK = Check(
    name="law-version",
    severity="较重",
    basis_zh="《行政处罚法》第三十七条（2021年7月15日前依《立法法》不溯及既往的规定）",
    basis_en="Administrative Penalty Law art. 37 (before 2021-07-15 the Legislation Law's rule against retroactivity)",
    run=run,
)
