"""minor-respondent: a respondent under 14 is not punished, one of 14 to 18 must be treated more leniently."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from checker.checks.building import confidence_of, evidence_of, finding, step
from checker.checks.check import Check
from checker.checks.law import penalty_law
from checker.checks.leniency import LENIENT, claimed
from checker.records.assessment import Case
from checker.records.finding import Finding, Step
from checker.records.read import Read

CHILD, ADULT = 14, 18


def run(case: Case) -> Iterator[Finding]:
    """By the birth date and the day of the act; who was a minor when the case was decided was one before."""
    decision = case.decision
    if not decision.sanctions:
        return
    for index, respondent in enumerate(decision.respondents):
        punished = any(each.respondent in (index, None) for each in decision.sanctions)
        if respondent.birth_date is not None and respondent.kind == "citizen" and punished:
            yield from _by_age(case, respondent.birth_date)
    if not any(each.birth_date for each in decision.respondents):
        yield from _by_words(case)


def _by_age(case: Case, born: Read[date]) -> Iterator[Finding]:
    # The day the act began is when responsibility is asked; a later day can only make the respondent older.
    act = case.decision.act_end or case.decision.act_start
    day = act or case.decision.decision_date
    if day is None:
        return
    age = full_years(born.value, day.value)
    if age < CHILD:
        yield _minor(case, "child", born, day, age)
    elif age < ADULT and not _treated_leniently(case):
        yield _minor(case, "youth", born, day, age)
    elif act is None and age < ADULT + 2 and age >= ADULT and not _treated_leniently(case):
        # Limitation is two years: whoever is 20 at the decision may hardly have been a minor.
        yield finding(
            CHECK,
            case,
            "cannot_tell",
            "unknown",
            evidence=evidence_of(born, day),
            rules=(penalty_law("minor", case),),
            trace=(step("出生日期", born), step("决定日期", day)),
            missing=("act_end",),
            age=age,
        )


def full_years(born: date, day: date) -> int:
    """周岁: a year of age is full on the day after the birthday."""
    return day.year - born.year - ((day.month, day.day) <= (born.month, born.day))


def _treated_leniently(case: Case) -> bool:
    youth = any(each.kind == "aged_14_to_18" and each.place == "reasoning" for each in case.decision.circumstances)
    return youth or claimed(case) in LENIENT


def _minor(case: Case, key: str, born: Read[date], day: Read[date], age: int) -> Finding:
    ref = penalty_law("minor", case)
    return finding(
        CHECK,
        case,
        "violation",
        key,
        evidence=evidence_of(born, day),
        rules=(ref,),
        trace=(step("出生日期", born), step("行为日期", day), Step("年龄", f"{age}周岁", "行为日期 - 出生日期")),
        confidence=confidence_of(born, day),
        age=age,
        rule=(ref.reference_zh, ref.reference_en),
    )


def _by_words(case: Case) -> Iterator[Finding]:
    """Without a birth date: the decision itself finds that the respondent is a minor."""
    ref = penalty_law("minor", case)
    for each in case.decision.circumstances:
        child = each.kind == "under_14"
        if child or (each.kind == "aged_14_to_18" and not _treated_leniently(case)):
            yield finding(
                CHECK,
                case,
                "lead",
                "told-child" if child else "told-youth",
                evidence=each.evidence,
                rules=(ref,),
                trace=(Step("年龄", "不满十四周岁" if child else "已满十四周岁不满十八周岁", "决定书", each.evidence),),
                confidence=each.confidence,
                rule=(ref.reference_zh, ref.reference_en),
            )


CHECK = Check(
    name="minor-respondent",
    severity="重大",
    basis_zh="《行政处罚法》第三十条（2021年7月15日前为第二十五条）",
    basis_en="Administrative Penalty Law art. 30 (art. 25 before 2021-07-15)",
    run=run,
)
