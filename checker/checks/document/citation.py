"""citation-incomplete: the penalty basis must be named down to what identifies the provision."""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.building import finding
from checker.checks.check import Check
from checker.checks.law import REVISION, decided
from checker.checks.procedure.tables import penalty_law
from checker.records.assessment import Case, ResolvedCitation
from checker.records.finding import Finding, Step


def _run(case: Case) -> Iterator[Finding]:
    """Certain for a basis without any article; a lead for a paragraph left out where several set penalties."""
    seen = set()
    for assessment in case.assessments:
        for each in assessment.basis:
            key = (each.citation.law, each.citation.article, each.citation.paragraph)
            if key not in seen:
                seen.add(key)
                yield from _one(case, each)


def _one(case: Case, resolved: ResolvedCitation) -> Iterator[Finding]:
    cited = resolved.citation
    rule = penalty_law("contents", on=decided(case) or REVISION)
    if cited.article is None and cited.evidence:
        step = Step("处罚依据", f"《{cited.law}》", "决定书", cited.evidence)
        yield finding(
            CHECK,
            case,
            "violation",
            "article",
            evidence=cited.evidence,
            rules=(rule,),
            trace=(step,),
            confidence=0.85,
            law=cited.law,
        )
        return
    paragraphs = sorted({each.paragraph for each in resolved.provisions if each.paragraph is not None})
    if cited.paragraph is None and cited.item is None and len(paragraphs) > 1 and cited.evidence:
        listed = "、".join(f"第{number}款" for number in paragraphs)
        yield finding(
            CHECK,
            case,
            "lead",
            "paragraph",
            evidence=cited.evidence,
            rules=(rule,),
            trace=(Step("该条设有处罚的款", listed, f"《{cited.law}》第{cited.article}条"),),
            confidence=0.8,
            law=cited.law,
            article=cited.article,
            listed=(listed, ", ".join(f"para. {number}" for number in paragraphs)),
        )


CHECK = Check(
    "citation-incomplete",
    "一般",
    "《中华人民共和国行政处罚法》第五十九条第一款第三项",
    "Administrative Penalty Law, art. 59(1)(3)",
    _run,
)
