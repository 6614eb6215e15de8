"""benchmark-not-stated: the decision chose an amount within a range and does not tell how the benchmark was applied."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.checks.check import Check
from checker.checks.fines import Fine, bearing, fine_finding, fines
from checker.checks.law import entry, rule
from checker.records.assessment import Case
from checker.records.finding import Finding, Step
from checker.records.ranges import Branch

TOLD = re.compile(
    r"裁量权?[^，。；]{0,8}(?:基准|标准|规则|规定|办法|细则|意见|适用|阶次|档次|幅度|因素|表)|(?:裁量|处罚)(?:阶次|档次|基准)"
)


def run(case: Case) -> Iterator[Finding]:
    """Once a decision; nothing for on-the-spot penalties, whose form has no room for it, nor before the rule."""
    decision = case.decision
    if decision.kind.value != "decision" or decision.decision_date is None:
        return
    found = entry("benchmark_statement", on=decision.decision_date.value)
    told = decision.benchmark_cited or decision.benchmark_applied or decision.claimed_tier
    if not found.values["required"] or told or TOLD.search(case.text.text):
        return
    fine = next((each for each in fines(case) if _had_choice(each)), None)
    if fine is not None:
        ref = rule(found)
        yield fine_finding(
            CHECK,
            case,
            fine,
            "lead",
            trace=(Step("裁量权基准适用情况", "未见", "全文", decision.discretion),),
            rules=(ref,),
            reads=(decision.decision_date,),
            weight=0.9,
            rule=(ref.reference_zh, ref.reference_en),
        )


def _had_choice(fine: Fine) -> bool:
    return any(
        _is_range(branch)
        for group in bearing(fine.assessment.basis)
        for provision in group
        for branch in provision.branches
        if branch.sanction == "fine"
    )


def _is_range(branch: Branch) -> bool:
    return branch.lower is None or branch.upper is None or branch.lower.value != branch.upper.value


CHECK = Check(
    name="benchmark-not-stated",
    severity="提示",
    basis_zh="国务院办公厅国办发〔2022〕27号意见（2022年8月17日起）",
    basis_en="State Council General Office opinion 国办发〔2022〕27号 (since 2022-08-17)",
    run=run,
)
