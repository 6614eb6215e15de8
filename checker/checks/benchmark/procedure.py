"""deviation-without-procedure: a fine leaves the benchmark and no collective discussion or approval is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.checks.benchmark.deviation import deviations
from checker.checks.benchmark.tiers import rule_of, tier_words
from checker.checks.check import Check
from checker.checks.fines import fine_finding
from checker.checks.law import entry, penalty_law, rule
from checker.checks.wording import range_words
from checker.records.assessment import Case
from checker.records.finding import Finding, Step

DEPARTS = re.compile(
    r"不(?:再)?(?:按|执行|适用|参照)[^，。；]{0,12}(?:基准|幅度|阶次|档)|(?:突破|偏离|超出|低于|高于)[^，。；]{0,12}基准|酌定|酌情"
)
APPROVED = re.compile(
    r"集体(?:讨论|研究|审议|审理|合议)|案审会|案(?:件)?审(?:理|查)?委员会|审委会|负责人(?:审批|批准|同意)|(?:报|经)[^，。；]{0,16}批准|会议(?:研究|讨论|审议)"
)


def run(case: Case) -> Iterator[Finding]:
    """A lead beside the deviation itself, for the papers may be in the file; no procedure mends leaving the statute."""
    day = case.decision.decision_date
    if day is None:
        return
    found = entry("benchmark_statement", on=day.value)
    discussed = any(event.kind == "discussion" for event in case.decision.events)
    if not DEPARTS.search(case.text.text):
        return  # an amount that leaves the range without a word is outside-tier-range, and once is enough
    if not found.values["required"] or discussed or APPROVED.search(case.text.text):
        return
    for deviation in deviations(case):
        band = deviation.fine.assessment.statutory.range
        # A range that only follows from the position rule is a default of ours, not the agency's own table.
        if deviation.how == "position" or (band is not None and not band.contains(deviation.fine.yuan)):
            continue
        ref = rule(found)
        yield fine_finding(
            CHECK,
            case,
            deviation.fine,
            "lead",
            trace=(
                Step("基准幅度", range_words(deviation.allowed)[0], tier_words(deviation.names)[0]),
                Step("偏离", f"{deviation.distance:+}", "罚款 - 最近的端点"),
                Step("集体讨论或者负责人批准", "未见", "全文"),
            ),
            rules=(*rule_of(deviation.fine.assessment), ref, penalty_law("discussion", case)),
            weight=0.8,
            allowed=range_words(deviation.allowed),
            distance=abs(deviation.distance),
            bound=deviation.bound,
            rule=(ref.reference_zh, ref.reference_en),
        )


CHECK = Check(
    name="deviation-without-procedure",
    severity="一般",
    basis_zh="国办发〔2022〕27号意见；《行政处罚法》第五十七条第二款（2021年7月15日前为第三十八条第二款）",
    basis_en="State Council opinion 国办发〔2022〕27号; Penalty Law art. 57(2) (38(2) before 2021-07-15)",
    run=run,
)
