"""What a multiple is of: names that facts have, other nouns as written."""

from __future__ import annotations

import re

BASES = (
    ("违法所得", "illegal_gains"),
    ("非法所得", "illegal_gains"),
    ("货值金额", "goods_value"),
    ("违法经营额", "turnover"),
    ("非法经营额", "turnover"),
    ("经营额", "turnover"),
    ("违法收入", "illegal_income"),
    ("非法收入", "illegal_income"),
    ("广告费用", "advertising_fee"),
    ("合同价款", "contract_price"),
    ("工程造价", "project_cost"),
    ("货值", "goods_value"),
)
NAMES = dict(BASES)
BASE = re.compile("|".join(sorted(NAMES, key=len, reverse=True)))
SALES = re.compile(r"上一?(?:会计)?年度?[^，。;]{0,8}(?:销售额|营业额|经营额|销售收入|营业收入|市场销售额)$")
TAX = re.compile(r"税款$")
LEAD = re.compile(
    r"^(?:处以?|并处以?|以|按照?|相当于|等于|对其|其|人民币|应处|但|且|根据[^，。;]{2,12}处以?|共计|合计|总额|额为|为|是|在|的)+"
)
TAIL = re.compile(r"(?:的|之|人民币|为|在|按)+$")
SANCTION = re.compile(
    r"^[^，。;]*?(?:(?:警告|拘留|没收(?:违法|非法)所得|通报批评|停业整顿|没收[^，。;、]{1,20}?)(?:、|或者|或|和|以及|并)(?:者)?(?:可以)?(?:并|单)?(?:处以?)?)+"
)


def read_base(words: str) -> str:
    """The base these words name, "" for none: a fact's name where it has one, else the noun as written."""
    noun = strip_noun(words)
    if not noun:
        return ""
    if SALES.search(noun):
        return "annual_sales"
    if TAX.search(noun):
        return "tax"
    known = BASE.findall(noun)
    if known and (noun.endswith(known[-1]) or noun.endswith(known[-1] + "总额")):
        return NAMES[known[-1]]
    return noun


def strip_noun(words: str) -> str:
    """The words between a verb and a size without connectors and other sanctions."""
    noun = SANCTION.sub("", words)
    noun = LEAD.sub("", noun)
    return TAIL.sub("", noun).strip("、")


def last_known(words: str) -> str:
    """The last base with a fact's name that these words mention, "" for none."""
    known = BASE.findall(words)
    return NAMES[known[-1]] if known else ""
