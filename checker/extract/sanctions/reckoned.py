"""What a fine is reckoned from: so much each, so many times a base."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.extract.keys import PIECES
from checker.extract.paper import Paper
from checker.extract.roles import Sum, read_sum
from checker.extract.sanctions.clause import Clause
from checker.records.read import Read
from checker.text.numerals import CHINESE, parse_number

COUNTED = re.compile(rf"(?<![\d.])(\d[\d,，]*(?:\.\d+)?|[{CHINESE}]+)\s?(?:个(?=月))?({PIECES})")
RATE = re.compile(rf"每(?:超过?)?(?:一|1)?({PIECES})")
ALIKE = {"名": "人", "辆次": "辆", "车": "辆", "人次": "人"}
MULTIPLE = re.compile(
    rf"(?P<base>货值(?:金额)?|违法所得|工程(?:合同)?(?:总)?(?:造价|价款)|建设工程造价|合同(?:价款|价)|销售额|广告费用|投资额?|税款|处置费用|经营额)"
    rf"(?:[（(][^）)]{{0,24}}[)）]|[^，。；倍]{{0,16}}?)?(?:百分之(?P<percent>[{CHINESE}\d.]+)|(?P<mark>\d+(?:\.\d+)?)[%％]|(?P<times>[{CHINESE}]+|\d+(?:\.\d+)?)倍)"
)
BASES = {
    "货值": "goods_value",
    "违法": "illegal_gains",
    "工程": "project_cost",
    "建设": "project_cost",
    "合同": "contract_price",
    "销售": "annual_sales",
    "广告": "advertising_fee",
    "投资": "investment",
    "税款": "tax",
    "处置": "disposal_cost",
    "经营": "turnover",
}


def per_unit(paper: Paper, sums: Sequence[Sum], clause: Clause) -> tuple[Read[Decimal] | None, Read[Decimal] | None]:
    """The rate of a fine by head or piece, and how many there are."""
    unit = next(
        (each for each in sums if each.role == "unit_fine" and clause.start <= each.token.start < clause.end), None
    )
    if unit is None:
        return None, None
    amount = read_sum(paper, unit, "unit-fine", 0.9)
    before = clause.text[: unit.token.start - clause.start]
    rates = [match.group(1) for match in RATE.finditer(before)]
    alike = [each for each in counts(clause) if not rates or _piece(rates[-1]) == _piece(each[1].group(2))]
    for value, match in alike[:1]:
        return amount, paper.read(value, clause.start + match.start(), clause.start + match.end(), 0.85, "unit-count")
    return amount, None


def counts(clause: Clause) -> Iterator[tuple[Decimal, re.Match[str]]]:
    """How many of what the clause tells; 每吨 is no count."""
    for match in COUNTED.finditer(clause.text):
        value = parse_number(match.group(1).replace(",", "").replace("，", ""))
        if value is not None and clause.text[max(match.start() - 1, 0) : match.start()] not in ("每", "超", "第"):
            yield value, match


def product_of(clause: Clause, units: Sequence[Sum], amount: Decimal) -> bool:
    """Whether a rate of the clause and a count of it come to the amount."""
    told = [value for value, _ in counts(clause)]
    return any(each.token.amount * value == amount for each in units for value in told)


def _piece(word: str) -> str:
    return ALIKE.get(word, word)


def multiple_of(paper: Paper, clause: Clause, low: int) -> tuple[Read[Decimal] | None, str | None]:
    """How many times which base the fine is, as the clause says."""
    for match in MULTIPLE.finditer(clause.text):
        if re.match(r"(?:以上|以下|至|的?(?:以上|以下))", clause.text[match.end() : match.end() + 3]):
            continue
        value = parse_number(match["percent"] or match["mark"] or match["times"])
        if value is not None:
            value = value if match["times"] else value / 100
            start = clause.start + match.start()
            read = paper.read(value, start, clause.start + match.end(), 0.88, "multiple")
            return read, BASES[match["base"][:2]]
    return None, None
