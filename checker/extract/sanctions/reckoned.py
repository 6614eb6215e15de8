"""What a fine is reckoned from: so much each, so many times a base."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from checker.extract.paper import Paper
from checker.extract.roles import Sum
from checker.extract.sanctions.clause import Clause
from checker.records.read import Read
from checker.text.numerals import CHINESE, parse_number

PEOPLE = re.compile(rf"(\d+|[{CHINESE}]+)\s?(?:名|人|件|辆|台|次|株|吨|平方米|户|个|头|只|部|亩|瓶|处|盒|块|根)")
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
    amount = paper.read(unit.token.amount, unit.token.start, unit.token.end, 0.9, "unit-fine")
    for match in PEOPLE.finditer(clause.text):
        value = parse_number(match.group(1))
        if value is not None and clause.text[max(match.start() - 1, 0) : match.start()] != "每":
            start = clause.start + match.start()
            return amount, paper.read(value, start, clause.start + match.end(), 0.85, "unit-count")
    return amount, None


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
