"""What a clause of the operative part imposes: kinds and sums, and what of its words imposes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.extract.paper import Paper
from checker.extract.roles import Sum
from checker.extract.sanctions.beside import merged

KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (
            "confiscate_gains",
            r"没收(?:其|当事人|你单位|该单位)?(?:的)?(?:全部)?(?:违法|非法)所得|(?:违法|非法)所得[^，。；]{0,20}(?:予以|依法)没收|没收[^，。；]{0,12}违法所得",
        ),
        (
            "confiscate_goods",
            r"没收(?![^，。；\n、和及与并]{0,16}(?:违法|非法)所得)(?!款)[^，。；\n]{2,60}",
        ),
        ("warning", r"警告(?!书)"),
        ("criticism", r"通报批评"),
        ("suspend_licence", r"暂扣[^，。；\n]{0,24}(?:证|执照|许可)"),
        ("downgrade", r"降低[^，。；\n]{0,10}资质"),
        ("revoke_licence", r"吊销[^，。；\n]{0,30}"),
        ("restrict_business", r"限制(?:开展)?(?:其)?生产经营活动|限制生产"),
        ("stop_production", r"责令[^，。；\n]{0,12}停产停业|责令停业|停业整顿|停产整治|停产整顿"),
        ("close", r"责令[^，。；\n]{0,8}关闭"),
        ("practice_ban", r"(?:禁止|不得)[^，。；\n]{0,30}(?:从事|担任|申请)|限制从业"),
        ("detention", r"行政拘留|拘留(?:\d|[一二三四五六七八九十])"),
    )
)
SKIP = re.compile(
    r"逾期|加处|到期不|每日按|如不服|不服本|申请(?:人民)?法院|强制执行|责令(?:立即|限期)?(?:改正|整改)(?:违法行为)?$"
)
THREAT = re.compile(
    r"今后|将依法|将(?:予以|从重|被)(?!没收)|再次(?:发生|违法|违反)|如(?:再|拒不|逾期|仍不)"
)  # not imposed here
CLAUSE = re.compile(r"[^。；;\n]+[。；;\n]?")


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of the operative part."""

    start: int
    end: int
    text: str


def clauses(paper: Paper, start: int, end: int) -> Iterator[Clause]:
    """The pieces between full stops, semicolons and line ends."""
    for match in CLAUSE.finditer(paper.text, start, end):
        yield Clause(match.start(), match.end(), match.group())


def imposed(paper: Paper, sums: Sequence[Sum], clause: Clause) -> list[tuple[str, int, Sum | None]]:
    """(kind, position, amount) in the order of the clause."""
    inside = [each for each in sums if clause.start <= each.token.start < clause.end]
    found: list[tuple[str, int, Sum | None]] = []
    for kind, pattern in KINDS:
        for match in pattern.finditer(clause.text):
            at = clause.start + match.start()
            before = clause.text[: match.start()]
            if SKIP.search(before[-30:]) or THREAT.search(before) or _only_law(clause.text, match):
                continue
            amount = None
            if kind == "confiscate_gains":
                amount = next(
                    (
                        each
                        for each in inside
                        if each.role in ("confiscated", "illegal_gains") and each.token.start >= at
                    ),
                    None,
                )
                amount = amount or next((each for each in inside if each.role == "illegal_gains"), None)
            found.append((kind, at, amount))
    units = [each for each in inside if each.role == "unit_fine"]
    fines = [
        each for each in inside if each.role == "fine" and not SKIP.search(paper.text[clause.start : each.token.start])
    ]
    totals = [each for each in inside if each.role == "fine_total"]
    if units:
        fines = totals[:1] or fines[:1] or units[:1]
    elif not fines and totals and not _later_total(clause):
        fines = totals[:1]
    for each in merged(paper, fines):
        found.append(("fine", each.token.start, each))
    return sorted(found, key=lambda item: item[1])


def _later_total(clause: Clause) -> bool:
    """Whether the clause only adds up fines imposed before it: 两项合并，共计罚款…, 以上罚款合计…"""
    adds = re.search(r"以上|上述|合并|[两二三四五六七八九]项|各项|罚没", clause.text)
    return bool(adds) or clause.text.lstrip().startswith(("合计", "共计", "总计"))


def _only_law(text: str, match: re.Match[str]) -> bool:
    """Whether the words are the law's, quoted: "…规定：没收违法所得，可以并处…", 情节严重的吊销."""
    before = text[: match.start()]
    quoted = before.count("“") > before.count("”")
    return quoted or bool(re.search(r"可以?(?:并|同时)?$|情节严重的[，,]?[^，]{0,8}$|应当(?:予以)?$", before[-16:]))
