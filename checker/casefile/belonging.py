"""Whether two documents of a folder are about one case: by number, by respondent, else by there being one case only."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.records.decision import Decision

DECIDES = frozenset({"decision", "simplified_decision", "no_penalty_decision"})
# Documents that stand by themselves: law and tables are of no case, judgments of a case after this one.
OF_NO_CASE = frozenset({"benchmark", "law", "judgment", "reconsideration"})
LEAST = 4  # characters of a name that tells somebody: 张某 tells nobody
BRACKETS = str.maketrans("［］[]【】()（）", "〔〕〔〕〔〕〔〕〔〕")


def of_one_case(decision: Decision, others: Sequence[tuple[Decision, str]]) -> tuple[Decision, ...]:
    """Those of the other documents of a folder, each with its text, that are about this decision's case.

    Another decision never is; a document that names nobody belongs when the folder decides one case only.
    """
    several = any(other.kind.value in DECIDES for other, _ in others)
    return tuple(
        other
        for other, text in others
        if other.kind.value not in DECIDES | OF_NO_CASE and _belongs(decision, other, text, several=several)
    )


def _belongs(decision: Decision, other: Decision, text: str, *, several: bool) -> bool:
    squeezed = re.sub(r"\s", "", text).translate(BRACKETS)
    number = decision.document_number
    if number is not None and number.value.translate(BRACKETS) in squeezed:
        return True
    names = _names(decision)
    if any(name.translate(BRACKETS) in squeezed for name in names if len(name) >= LEAST):
        return not several or not _names(other) or bool(set(names) & set(_names(other)))
    return not several and not _names(other)


def _names(decision: Decision) -> list[str]:
    return [re.sub(r"\s", "", each.name.value) for each in decision.respondents if each.name is not None]
