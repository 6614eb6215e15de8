"""Every YAML case of tests/cases: a check fires, stays silent or cannot tell, as the case says and for its reason."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.checks import CHECKS
from checker.records.assessment import Case
from checker.records.finding import Finding
from tests.checks.making import case_from
from tests.checks.measuring import measured

FOLDER = Path(__file__).parents[1] / "cases"
KNOWN = {"name", "why", "text", "case", "benchmarks", "expect", "status", "message_contains"}
BY_NAME = {check.name: check for check in CHECKS}


def entries() -> list[Any]:
    """One parameter a case, named check/case."""
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        sheet = yaml.safe_load(path.read_text(encoding="utf-8"))
        for case in sheet["cases"]:
            entry = merged(sheet.get("base", {}), case)
            found.append(pytest.param(sheet["check"], entry, id=f"{sheet['check']}/{entry['name']}"))
    return found


def merged(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """The sheet's common values under a case's own; lists are replaced, not joined."""
    both = {**base, **over}
    for name in base.keys() & over.keys():
        if isinstance(base[name], dict) and isinstance(over[name], dict):
            both[name] = merged(base[name], over[name])
    return both


def the_case(entry: dict[str, Any]) -> Case:
    """The case as made from values, or as the whole way through the house measures its text."""
    if "case" in entry:
        return case_from(entry["case"], entry.get("text", ""))
    return measured(entry["text"], entry.get("benchmarks"))


def outcome(findings: list[Finding]) -> str:
    """fires, cannot_tell or silent."""
    if any(finding.status != "cannot_tell" for finding in findings):
        return "fires"
    return "cannot_tell" if findings else "silent"


@pytest.mark.parametrize(("name", "entry"), entries())
def test_case_ends_as_expected(name: str, entry: dict[str, Any]) -> None:
    assert set(entry) <= KNOWN, f"unknown keys {set(entry) - KNOWN}"
    findings = list(BY_NAME[name].run(the_case(entry)))
    messages = " | ".join(f"[{finding.status}] {finding.message_zh}" for finding in findings)
    assert outcome(findings) == entry["expect"], f"{entry['why']} Got: {messages}"
    if "status" in entry:
        assert {finding.status for finding in findings} == {entry["status"]}, messages
    wanted = entry.get("message_contains", [])
    for words in [wanted] if isinstance(wanted, str) else wanted:
        assert any(words in finding.message_zh or words in finding.message_en for finding in findings), messages


@pytest.mark.parametrize(("name", "entry"), entries())
def test_evidence_slices_the_original_text(name: str, entry: dict[str, Any]) -> None:
    case = the_case(entry)
    for finding in BY_NAME[name].run(case):
        for span in finding.evidence:
            assert case.text.document.pages[span.page - 1].text[span.start : span.end] == span.quote
