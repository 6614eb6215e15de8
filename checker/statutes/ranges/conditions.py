"""Leading conditions of a clause as expressions: amounts that decide, refusal to correct, grave circumstances."""

from __future__ import annotations

import re

from checker.statutes.ranges.amounts import YUAN, _value

BASES = (
    ("违法所得", "illegal_gains"),
    ("货值金额", "goods_value"),
    ("经营额", "turnover"),
    ("违法经营额", "turnover"),
    ("违法收入", "illegal_income"),
    ("广告费用", "advertising_fee"),
    ("合同价款", "contract_price"),
    ("工程造价", "project_cost"),
    ("销售额", "annual_sales"),
    ("货值", "goods_value"),
)
BASE = "|".join(sorted((name for name, _ in BASES), key=len, reverse=True))
NONE_OR_UNDER = re.compile(
    rf"(?:没有|无)({BASE})(?:、|，|或者|或)+(?:\1)?(?:不足|低于|不满)({YUAN})|({BASE})(?:不足|低于|不满)({YUAN})(?:、|，|或者|或)+(?:没有|无)(?:\3)"
)
NONE = re.compile(rf"(?:没有|无)({BASE})|({BASE})(?:难以|无法)(?:计算|确定)")
UNDER = re.compile(rf"({BASE})(?:金额)?(?:在)?(?:不足|低于|不满)({YUAN})|({BASE})(?:金额)?(?:在)?({YUAN})以下的")
FROM = re.compile(rf"({BASE})(?:金额)?(?:在|达到|超过)?({YUAN})(以上)?(?:的|不足({YUAN})的|，)")
WITH = re.compile(rf"有({BASE})的")
WORDS = (
    (re.compile(r"情节(?:特别)?严重|情节(?:特别)?恶劣"), "severe"),
    (
        re.compile(
            r"拒不(?:改正|停止|整改|执行|恢复|拆除|补办|清除|申报|采取)|拒绝改正|逾期(?:不|未|仍)[^，。；]{0,12}"
        ),
        "has(refused_correction)",
    ),
    (
        re.compile(r"(?:造成|引起|发生)[^，。；]{0,12}(?:严重|重大)[^，。；]{0,8}|后果严重|造成损失"),
        "has(serious_result)",
    ),
    (re.compile(r"情节(?:较轻|轻微)|危害后果轻微"), "has(minor_harm)"),
    (
        re.compile(r"(?:再次|又|二次|两次以上|多次)[^，。；]{0,12}(?:违法|违反|受到)|再犯|屡教不改"),
        "has(repeat_offence)",
    ),
)


def read_condition(clause: str, *, in_words: bool = True) -> str | None:
    """The expression for the conditions before the sanctions of a clause, None for none that is understood.

    A condition in words that are not understood becomes text("…"), which nobody can tell without a person; not
    so with `in_words` off, for the first clause of a provision, whose words describe the violation itself.
    """
    found: list[str] = []
    amounts = _amounts(clause)
    if amounts:
        found.append(amounts)
    for pattern, expression in WORDS:
        if pattern.search(clause) and expression not in found:
            found.append(expression)
    if not found and in_words:
        match = re.search(
            r"(?:^|，)((?:造成|导致|经|有(?!下列|前款)|属于|未|擅自|个人|单位|对)[^，。；]{2,30})的[，,]", clause
        )
        if match:
            found.append(f'text("{match.group(1)}")')
    return " and ".join(found) or None


def _amounts(clause: str) -> str | None:
    match = NONE_OR_UNDER.search(clause)
    if match:
        name, size = match.group(1) or match.group(3), match.group(2) or match.group(4)
        return _compare(name, "<", size)
    parts = []
    for match in UNDER.finditer(clause):
        parts.append(
            _compare(
                match.group(1) or match.group(3), "<" if match.group(1) else "<=", match.group(2) or match.group(4)
            )
        )
    if not parts:
        match = FROM.search(clause)
        if match:
            parts.append(_compare(match.group(1), ">=" if match.group(3) else ">", match.group(2)))
            if match.group(4):
                parts.append(_compare(match.group(1), "<", match.group(4)))
    if not parts:
        match = NONE.search(clause)
        if match:
            parts.append(f"{dict(BASES)[match.group(1) or match.group(2)]} == 0")
        elif with_ := WITH.search(clause):
            parts.append(f"{dict(BASES)[with_.group(1)]} > 0")
    told = [part for part in parts if part]
    return " and ".join(told) or None


def _compare(name: str, sign: str, size: str) -> str:
    value = _value(size, size)
    return "" if value is None else f"{dict(BASES)[name]} {sign} {value.normalize():f}"
