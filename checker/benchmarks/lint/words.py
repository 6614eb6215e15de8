"""Amounts, ranges and citations as an office writes them, in both languages."""

from __future__ import annotations

from decimal import Decimal

from checker.records.law import Citation
from checker.records.ranges import Bound, Branch
from checker.statutes.conditions import describe
from checker.statutes.glossary import fact_words

Pair = tuple[str, str]
UNITS = {
    "per_person": ("每人", " per person"),
    "per_item": ("每件", " per item"),
    "per_day": ("每日", " per day"),
    "per_time": ("每次", " each time"),
    "per_vehicle": ("每辆", " per vehicle"),
    "per_square_metre": ("每平方米", " per square metre"),
}


def plain(value: Decimal) -> str:
    """A number without needless zeros or exponents."""
    shown = f"{value:f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def amount(value: Decimal, base: str = "yuan", unit: str = "total") -> Pair:
    """65000元; 货值金额的6.5倍; 合同价款的5%; 每人65000元."""
    each = UNITS.get(unit, ("", "") if unit == "total" else (f"（{unit}）", f" ({unit})"))
    if base == "yuan":
        return f"{each[0]}{plain(value)}元", f"{plain(value)} yuan{each[1]}"
    zh, en = (words.replace("（元）", "").replace(" (yuan)", "") for words in fact_words(base))
    size = (f"{plain(value * 100)}%",) * 2 if 0 < value < 1 else (f"{plain(value)}倍", f"{plain(value)} times")
    return f"{each[0]}{zh}的{size[0]}", f"{size[1]} {'of ' if 0 < value < 1 else ''}the {en}{each[1]}"


def end(bound: Bound, branch: Branch) -> Pair:
    """One end of a branch, with a mark where it is not included."""
    zh, en = amount(bound.value, branch.base, branch.unit)
    return (zh, en) if bound.inclusive else (f"{zh}（不含）", f"{en} (excluded)")


def range_words(lower: Bound | None, upper: Bound | None, branch: Branch) -> Pair:
    """The range from one end to the other in the branch's own base and unit."""
    if lower is not None and upper is not None:
        one, two = end(lower, branch), end(upper, branch)
        return f"{one[0]}至{two[0]}", f"{one[1]} to {two[1]}"
    if lower is not None:
        one = end(lower, branch)
        return f"{one[0]}以上", f"{one[1]} or more"
    if upper is not None:
        one = end(upper, branch)
        return f"{one[0]}以下", f"{one[1]} or less"
    return "无限", "without limit"


def base_words(branch: Branch) -> Pair:
    """What a branch counts in: 元, 货值金额的倍数, 每人."""
    each = UNITS.get(branch.unit, ("", "") if branch.unit == "total" else (f"（{branch.unit}）", f" ({branch.unit})"))
    if branch.base == "yuan":
        return f"{each[0]}金额（元）", f"yuan{each[1]}"
    zh, en = (words.replace("（元）", "").replace(" (yuan)", "") for words in fact_words(branch.base))
    return f"{each[0]}{zh}的倍数", f"multiples of the {en}{each[1]}"


def where_words(condition: str | None) -> Pair:
    """The condition of a branch as an opening clause; empty for none."""
    if condition is None:
        return "", ""
    zh, en = describe(condition)
    return f"{zh}时，", f"where {en}, "


def citation_words(citation: Citation) -> Pair:
    """《食品安全法》第124条第1款第5项; Food… stays in Chinese, as laws are named."""
    sub = f"之{citation.sub}" if citation.sub else ""
    parts = [f"第{citation.article}条{sub}" if citation.article else ""]
    parts += [
        f"第{citation.paragraph}款" if citation.paragraph else "",
        f"第{citation.item}项" if citation.item else "",
    ]
    numbers = [str(each) for each in (citation.article, citation.paragraph, citation.item) if each is not None]
    name = citation.law.removeprefix("中华人民共和国")
    return (
        f"《{name}》{''.join(parts)}",
        f"《{name}》 art. {'.'.join(numbers)}{f'-{citation.sub}' if citation.sub else ''}",
    )
