"""Draft the provisions of a law file from the law's text; a person corrects and confirms what comes out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from checker.records.ranges import Branch
from checker.statutes.lawtext import Article, Paragraph, articles
from checker.statutes.ranges import RangeReading, parse_ranges
from checker.statutes.ranges.amounts import NUM, PERCENT, YUAN, _value

SIZE = re.compile(rf"{YUAN}|{NUM}倍|{PERCENT}")


def draft(text: str) -> Iterator[dict[str, Any]]:
    """One entry of `provisions` a paragraph whose sanctions were all understood; others are left out, not guessed."""
    for article in articles(text):
        for paragraph in article.paragraphs:
            yield from _paragraph(article, paragraph)


def _paragraph(article: Article, paragraph: Paragraph) -> Iterator[dict[str, Any]]:
    lead = parse_ranges(paragraph.lead)
    if sound(paragraph.lead, lead) and any(branch.sanction == "fine" for branch in lead.branches):
        yield _entry(article, paragraph, lead, sorted(paragraph.items))
        return
    for number, words in sorted(paragraph.items.items()):
        reading = parse_ranges(words)
        if sound(words, reading) and any(branch.sanction == "fine" for branch in reading.branches):
            yield _entry(article, paragraph, reading, [number])


def sound(text: str, reading: RangeReading) -> bool:
    """Whether nothing was left over and every size in the text stands in a branch or a condition."""
    if reading.unparsed:
        return False
    told = set()
    for branch in reading.branches:
        told |= {bound.value for bound in (branch.lower, branch.upper) if bound is not None}
        told |= {Decimal(number) for number in re.findall(r"[<>=] (\d+(?:\.\d+)?)", branch.condition or "")}
    sizes = {_value(match.group(), match.group()) for match in SIZE.finditer(text)}
    return sizes <= told


def _entry(article: Article, paragraph: Paragraph, reading: RangeReading, items: list[int]) -> dict[str, Any]:
    entry: dict[str, Any] = {"article": article.number}
    if article.sub:
        entry["sub"] = article.sub
    entry["paragraph"] = paragraph.number
    if items:
        entry["items"] = items
    seen: list[dict[str, Any]] = []
    for branch in reading.branches:
        each = _branch(branch)
        if each not in seen:
            seen.append(each)
    entry["branches"] = _disjoint(seen)
    return entry


def _disjoint(branches: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """有违法所得的, a multiple; 不足二万元的, a sum: the multiple is for what the sum leaves, so say so."""
    limits: dict[str, str] = {}
    for each in branches:
        match = re.fullmatch(r"(\w+) < (\S+)", each.get("when", ""))
        if match is not None and each["sanction"] == "fine":
            limits[match.group(1)] = match.group(2)
    for each in branches:
        name = each.get("when", "").removesuffix(" > 0")
        if each["sanction"] == "fine" and each.get("when", "").endswith(" > 0") and name in limits:
            each["when"] = f"{name} >= {limits[name]}"
    return branches


def _branch(branch: Branch) -> dict[str, Any]:
    entry: dict[str, Any] = {"sanction": branch.sanction}
    if branch.condition:
        entry["when"] = branch.condition
    if branch.obligation == "may":
        entry["obligation"] = "may"
    if branch.choice:
        entry["choice"] = branch.choice
    for name, bound in (("lower", branch.lower), ("upper", branch.upper)):
        if bound is not None:
            whole = bound.value == bound.value.to_integral_value()
            entry[name] = int(bound.value) if whole else str(bound.value.normalize())
    for name, default in (("base", "yuan"), ("unit", "total"), ("subject", "respondent")):
        if getattr(branch, name) != default:
            entry[name] = getattr(branch, name)
    return entry
