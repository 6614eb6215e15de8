"""Results made by hand, for tests of the store and the reports."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from checker.records.assessment import Assessment, Band, Case, Result, Versions
from checker.records.decision import Decision, Sanction
from checker.records.document import CleanText, Document, Page
from checker.records.finding import Finding, RuleRef, Step
from checker.records.problem import Problem
from checker.records.ranges import Bound, MoneyRange
from checker.records.read import Read, Span
from checker.records.truth import Facts

VERSIONS = Versions("rules@1", "law1", "bench1", "checks1")
TEXT = "延吉市市场监督管理局\n延市监罚字〔2023〕15号\n罚款50000元，电话13812345678。"


def span(quote: str) -> Span:
    """Where the quote stands in TEXT."""
    start = TEXT.index(quote)
    return Span(1, start, start + len(quote), quote)


def read(value: Any, quote: str) -> Read[Any]:
    """A value with its evidence in TEXT."""
    return Read(value, (span(quote),), 0.9, "rule:test")


def result(
    file: str = "a.txt", sha256: str = "a" * 64, *, findings: bool = True, versions: Versions = VERSIONS
) -> Result:
    """One decision with a fine of 50000 that should be at most 30000, and a finding that says so."""
    fine = Sanction("fine", read(Decimal(50000), "50000元"), 0, (span("罚款50000元"),))
    decision = Decision(
        file,
        sha256,
        read("decision", "延市监罚字"),
        document_number=read("延市监罚字〔2023〕15号", "延市监罚字〔2023〕15号"),
        agency=read("延吉市市场监督管理局", "延吉市市场监督管理局"),
        decision_date=read(date(2023, 5, 6), "2023"),
        sanctions=(fine,),
        fine_total=read(Decimal(50000), "50000元"),
    )
    allowed = MoneyRange(Bound(Decimal(10000)), Bound(Decimal(30000)))
    band = Band(allowed, (), (), (Step("上限", "30000元", "《…》第124条"),))
    assessment = Assessment(0, 0, (), band, expected=allowed, expected_from="tier")
    page = Page(1, TEXT)
    document = Document(file, sha256, "txt", (page,))
    text = CleanText(TEXT, range(len(TEXT) + 1), document, (0,))
    case = Case(text, decision, Facts({}), (), (assessment,))
    finding = Finding(
        "fine-above-maximum",
        "violation",
        "重大",
        "罚款50000元高于上限30000元，电话13812345678。",
        "The fine of 50,000 yuan is above the maximum of 30,000.",
        (span("罚款50000元"), span("13812345678")),
        (RuleRef("《…》第124条", "article 124", "2021-04-29"),),
        (Step("超出", "50000 - 30000 = 20000元", "计算"),),
        confidence=0.95,
        sanction=0,
    )
    found = (finding,) if findings else ()
    return Result(file, sha256, versions, "txt", (page,), case, decision, found, (), ("fine-above-maximum",))


def unreadable(file: str = "broken.pdf") -> Result:
    """A file that could not be read."""
    problem = Problem("pdf-encrypted", "parse", file, f"{file}：已加密", f"{file}: encrypted", fatal=True)
    return Result(file, "b" * 64, VERSIONS, problems=(problem,))
