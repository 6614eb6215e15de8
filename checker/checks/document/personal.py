"""unmasked-personal-data: ID numbers, phones and bank accounts shown in full."""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.building import finding, joined
from checker.checks.check import Check
from checker.messages import messages, say
from checker.records.assessment import Case
from checker.records.finding import Finding, RuleRef, Step

RULE = RuleRef(
    "《中华人民共和国个人信息保护法》、《中华人民共和国行政处罚法》第五十条",
    "Personal Information Protection Law; Administrative Penalty Law, art. 50",
)


def _run(case: Case) -> Iterator[Finding]:
    """A lead: only a text that is published must be masked, and the file alone does not tell whether it is."""
    found = case.decision.personal_data
    if not found:
        return
    shown = [(kind, f"{span.quote[:3]}{'*' * (len(span.quote) - 5)}{span.quote[-2:]}") for kind, span in found]
    named = [
        say(f"personal:{kind if f'personal:{kind}' in messages() else 'other'}", masked=masked)
        for kind, masked in shown
    ]
    yield finding(
        CHECK,
        case,
        "lead",
        evidence=[span for _, span in found],
        rules=(RULE,),
        trace=tuple(Step(kind, masked, "决定书") for kind, masked in shown),
        confidence=0.9,
        listed=joined(named),
    )


CHECK = Check("unmasked-personal-data", "一般", RULE.reference_zh, RULE.reference_en, _run)
