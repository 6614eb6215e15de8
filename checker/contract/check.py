"""Result → the object that `caiheng check --json` prints."""

from __future__ import annotations

from decimal import Decimal

from checker.contract.privacy import Cover
from checker.contract.shapes import (
    AmountsJson,
    AssessmentJson,
    BoundJson,
    CheckJson,
    ErrorJson,
    FindingJson,
    MatchJson,
    ProblemJson,
    RangeJson,
    RuleJson,
    StepJson,
    TierChoiceJson,
    TierJson,
)
from checker.contract.values import money, spans
from checker.records.assessment import Assessment, ItemMatch, Result, TierMatch
from checker.records.decision import Decision
from checker.records.finding import Finding, Step
from checker.records.problem import Problem
from checker.records.ranges import Bound, MoneyRange


def check_json(result: Result) -> CheckJson:
    """The contract's object; `error` is the first fatal problem, `assessments` hold one entry a fine.

    Personal data is starred.
    """
    return Cover.of(result.decision).json(_all(result))


def _all(result: Result) -> CheckJson:
    decision = result.decision
    assessments = result.case.assessments if result.case else ()
    main = main_assessment(assessments, decision)
    return CheckJson(
        file=result.file,
        sha256=result.sha256,
        document_kind=decision.kind.value if decision else None,
        document_number=decision.document_number.value if decision and decision.document_number else None,
        agency=decision.agency.value if decision and decision.agency else None,
        benchmark=main.benchmark.id if main and main.benchmark else None,
        tier=_tier_choice(main) if main and main.match else None,
        expected=_amounts(main.expected) if main else None,
        fine_total=money(decision.fine_total.value) if decision and decision.fine_total else None,
        findings=[_finding(each) for each in result.findings],
        assessments=[_assessment(each, decision) for each in assessments],
        checks_run=list(result.checks_run),
        problems=[_problem(each) for each in result.problems],
        versions={
            "extractor": result.versions.extractor,
            "statutes": result.versions.statutes,
            "benchmarks": result.versions.benchmarks,
            "checks": result.versions.checks,
        },
        error=_error(result.problems),
    )


def main_assessment(assessments: tuple[Assessment, ...], decision: Decision | None) -> Assessment | None:
    """The assessment of the largest fine: the one a single-line summary speaks of."""
    if not assessments:
        return None
    return max(assessments, key=lambda each: amount_of(each, decision) or Decimal(-1))


def amount_of(assessment: Assessment, decision: Decision | None) -> Decimal | None:
    """Yuan of the fine an assessment measures, None without one."""
    if decision is None or assessment.sanction is None:
        return None
    amount = decision.sanctions[assessment.sanction].amount
    return amount.value if amount else None


def _tier_choice(assessment: Assessment) -> TierChoiceJson:
    return TierChoiceJson(
        claimed=assessment.claimed,
        supported=list(assessment.supported),
        amount_matches=list(assessment.amount_matches),
    )


def _amounts(band: MoneyRange | None) -> AmountsJson | None:
    if band is None:
        return None
    return AmountsJson(
        lower=money(band.lower.value) if band.lower else None,
        upper=money(band.upper.value) if band.upper else None,
    )


def _bound(bound: Bound | None) -> BoundJson | None:
    return BoundJson(value=money(bound.value), inclusive=bound.inclusive) if bound else None


def _range(band: MoneyRange | None) -> RangeJson | None:
    return RangeJson(lower=_bound(band.lower), upper=_bound(band.upper)) if band else None


def _steps(trace: tuple[Step, ...]) -> list[StepJson]:
    return [
        StepJson(parameter=step.parameter, value=step.value, source=step.source, evidence=spans(step.evidence))
        for step in trace
    ]


def _finding(finding: Finding) -> FindingJson:
    return FindingJson(
        check=finding.check,
        status=finding.status,
        severity=finding.severity,
        message_zh=finding.message_zh,
        message_en=finding.message_en,
        evidence=spans(finding.evidence),
        rules=[
            RuleJson(reference_zh=rule.reference_zh, reference_en=rule.reference_en, version=rule.version)
            for rule in finding.rules
        ],
        missing=list(finding.missing),
        trace=_steps(finding.trace),
        confidence=round(finding.confidence, 4),
        sanction=finding.sanction,
    )


def _assessment(assessment: Assessment, decision: Decision | None) -> AssessmentJson:
    amount = amount_of(assessment, decision)
    return AssessmentJson(
        sanction=assessment.sanction,
        charge=assessment.charge,
        amount=money(amount) if amount is not None else None,
        basis=[name_of(each.citation.law, each.citation.article, each.citation.paragraph) for each in assessment.basis],
        statutory=_range(assessment.statutory.range),
        match=_match(assessment.match),
        tiers=[_tier(each) for each in assessment.tiers],
        claimed=assessment.claimed,
        supported=list(assessment.supported),
        amount_matches=list(assessment.amount_matches),
        expected=_range(assessment.expected),
        expected_from=assessment.expected_from,
        missing=list(dict.fromkeys((*assessment.missing, *assessment.statutory.missing))),
        trace=_steps((*assessment.statutory.trace, *assessment.trace)),
    )


def name_of(law: str, article: int | None, paragraph: int | None) -> str:
    """A citation for people: 《…》第124条第1款."""
    return f"《{law}》" + (f"第{article}条" if article else "") + (f"第{paragraph}款" if paragraph else "")


def _match(match: ItemMatch | None) -> MatchJson | None:
    if match is None:
        return None
    return MatchJson(
        benchmark=match.benchmark.id,
        item=match.item.id,
        violation=match.item.violation,
        score=round(match.score, 4),
        how=match.how,
        runner_up=match.runner_up.id if match.runner_up else None,
        runner_up_score=round(match.runner_up_score, 4),
        sure=match.sure,
        nothing=round(match.nothing, 4) if match.nothing is not None else None,
    )


def _tier(match: TierMatch) -> TierJson:
    return TierJson(
        name=match.tier.name,
        effect=match.tier.effect,
        conditions=[condition.text for condition in match.tier.conditions],
        text=match.tier.text,
        truth=match.verdict.truth.value,
        missing=list(match.verdict.missing),
        range=_range(match.band.range),
    )


def _problem(problem: Problem) -> ProblemJson:
    return ProblemJson(
        code=problem.code,
        stage=problem.stage,
        page=problem.page,
        fatal=problem.fatal,
        message_zh=problem.message_zh,
        message_en=problem.message_en,
    )


def _error(problems: tuple[Problem, ...]) -> ErrorJson | None:
    fatal = next((each for each in problems if each.fatal), None)
    if fatal is None:
        return None
    return ErrorJson(code=fatal.code, message_zh=fatal.message_zh, message_en=fatal.message_en)
