"""From a result to the columns that lists sort and filter by."""

from __future__ import annotations

import hashlib
from typing import Any

from checker.benchmarks import field_of
from checker.contract import check_json, extract_json
from checker.contract.check import main_assessment
from checker.contract.shapes import ExtractJson
from checker.records.assessment import Result, Versions

SEVERITIES = ("重大", "较重", "一般", "提示")  # worst first


def versions_key(versions: Versions) -> str:
    """One short key of all versions; a result with another key is stale."""
    joined = "\0".join((versions.extractor, versions.statutes, versions.benchmarks, versions.checks))
    return hashlib.sha256(joined.encode()).hexdigest()[:40]


def result_id(file: str, sha256: str, key: str, beside: str = "") -> str:
    """Primary key from content alone, of the file and of its case file: the same work gives the same row."""
    parts = (file, sha256, key, beside) if beside else (file, sha256, key)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:40]


def status_of(result: Result) -> str:
    """The state of the whole: unreadable, not_checked, violation, lead, cannot_tell or in_line.

    not_checked: it was read and is not a penalty decision. in_line is said only when every check ran.
    """
    if any(problem.fatal and problem.code != "not-a-decision" for problem in result.problems):
        return "unreadable"
    if result.case is None:
        return "not_checked"
    found = {finding.status for finding in result.findings}
    for status in ("violation", "lead", "cannot_tell"):
        if status in found:
            return status
    return "cannot_tell" if any(problem.stage == "check" for problem in result.problems) else "in_line"


def _cause(result: Result, extracted: ExtractJson | None) -> str | None:
    """The cause as read; where the text does not label it, the matched benchmark item, marked as such."""
    if extracted is not None and extracted["cause"] is not None:
        return extracted["cause"]["value"]
    found = [each.match.item.violation for each in (result.case.assessments if result.case else ()) if each.match]
    return f"〔基准事项〕{found[0]}" if found else None


def row_of(result: Result) -> dict[str, Any]:
    """The values of a row in `results`, without `current`; texts as the contract tells them, personal data starred."""
    decision, key = result.decision, versions_key(result.versions)
    checked, extracted = check_json(result), extract_json(decision) if decision else None
    main = main_assessment(result.case.assessments if result.case else (), decision)
    expected = main.expected if main else None
    agency = checked["agency"]
    severities = [finding.severity for finding in result.findings if finding.status != "cannot_tell"]
    return {
        "id": result_id(result.file, result.sha256, key, result.beside),
        "file": result.file,
        "sha256": result.sha256,
        "beside": result.beside,
        "versions_key": key,
        "versions": checked["versions"],
        "format": result.format,
        "kind": checked["document_kind"],
        "document_number": checked["document_number"],
        "agency": agency,
        "region": decision.region.value if decision and decision.region else None,
        "field": field_of(agency) if agency else None,
        "cause": _cause(result, extracted),
        "decision_date": decision.decision_date.value if decision and decision.decision_date else None,
        "fine_total": decision.fine_total.value if decision and decision.fine_total else None,
        "expected_lower": expected.lower.value if expected and expected.lower else None,
        "expected_upper": expected.upper.value if expected and expected.upper else None,
        "benchmark": checked["benchmark"],
        "claimed": main.claimed if main else None,
        "status": status_of(result),
        "severity": min(severities, key=SEVERITIES.index) if severities else None,
        "error_code": checked["error"]["code"] if checked["error"] else None,
        "extracted": extracted,
        "checked": checked,
    }
