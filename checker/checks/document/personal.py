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


# What 国办发〔2018〕118号 and the publicity rules want masked whoever the respondent is. Homes, birth dates and plates
# are masked in our outputs all the same, but published decisions name them too often for a lead to help.
LISTED = frozenset({"id_number", "phone", "bank_account", "identity_document"})


def _run(case: Case) -> Iterator[Finding]:
    """A lead: only a text that is published must be masked, and the file alone does not tell whether it is."""
    found = [each for each in case.decision.personal_data if each.kind in LISTED]
    if not found:
        return
    shown = [(each.kind, each.shown) for each in found]
    named = [
        say(f"personal:{kind if f'personal:{kind}' in messages() else 'other'}", masked=masked)
        for kind, masked in shown
    ]
    yield finding(
        CHECK,
        case,
        "lead",
        evidence=[each.span for each in found],
        rules=(RULE,),
        trace=tuple(Step(kind, masked, "决定书") for kind, masked in shown),
        confidence=0.9,
        listed=joined(named),
    )


CHECK = Check("unmasked-personal-data", "一般", RULE.reference_zh, RULE.reference_en, _run)
