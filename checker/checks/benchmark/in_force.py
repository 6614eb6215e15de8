"""benchmark-not-in-force: the benchmark cited was in force neither when the act was done nor when it was decided."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from checker.benchmarks import is_named
from checker.checks.benchmark.tiers import title_words, version_of
from checker.checks.building import confidence_of, evidence_of, finding, step
from checker.checks.check import Check
from checker.checks.law import penalty_law
from checker.records.assessment import Case
from checker.records.benchmark import Benchmark
from checker.records.finding import Finding, RuleRef, Step


def run(case: Case) -> Iterator[Finding]:
    """Only benchmarks known to us; a name without a year means any version of it."""
    cited, day = case.decision.benchmark_cited, case.decision.decision_date
    if cited is None or day is None:
        return
    known = [each for each in case.benchmarks if is_named(cited.value, each)]
    act = case.decision.act_end
    days = [day.value, *([act.value] if act else [])]
    if not known or any(_in_force(each, on) for each in known for on in days):
        return
    # The version nearest to the day of the decision is the one that was meant.
    meant = min(known, key=lambda each: abs((each.in_force_from - day.value).days))
    early = meant.in_force_from > day.value
    yield finding(
        CHECK,
        case,
        # Without the day of the act, an older version may have been the right one.
        "violation" if act is not None or early else "lead",
        "early" if early else "late",
        evidence=evidence_of(cited, day, act),
        rules=(RuleRef(*title_words(meant), version=version_of(meant)), penalty_law("earlier_law", case)),
        trace=(
            step("引用的裁量权基准", cited),
            Step("施行期间", version_of(meant), meant.source),
            step("决定日期", day),
            *((step("违法行为终了", act),) if act else ()),
        ),
        confidence=confidence_of(cited, day, act),
        benchmark=title_words(meant),
        start=meant.in_force_from,
        end=meant.in_force_to or meant.in_force_from,
        day=day.value,
    )


def _in_force(benchmark: Benchmark, on: date) -> bool:
    return benchmark.in_force_from <= on and (benchmark.in_force_to is None or on <= benchmark.in_force_to)


CHECK = Check(
    name="benchmark-not-in-force",
    severity="较重",
    basis_zh="《行政处罚法》第三十七条（2021年7月15日起，参照适用于裁量权基准）",
    basis_en="Administrative Penalty Law art. 37 (since 2021-07-15, applied to benchmarks by practice)",
    run=run,
)
