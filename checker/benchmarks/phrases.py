"""Ranges, conditions and weights of a benchmark in words, as (zh, en) pairs; money is yuan."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from checker.messages import messages, say
from checker.records.benchmark import TierCondition
from checker.records.law import Citation
from checker.records.ranges import Bound, Branch
from checker.statutes.conditions import describe
from checker.statutes.glossary import fact_words

Words = tuple[str, str]


def number(value: Decimal) -> str:
    """A Decimal without exponent or needless zeros: 50000, 0.5."""
    return f"{value.normalize():f}"


def percent(value: Decimal) -> Words:
    """A fraction as a percentage: 0.05 is 5%."""
    return say("phrase:percent", value=number(value * 100))


def size_words(lower: Bound | None, upper: Bound | None, base: str) -> Words:
    """A range in yuan, or, for another base, in times (from 1 up) or percent of it."""
    if lower is None and upper is None:
        return say("phrase:any")
    if lower is not None and upper is not None and lower.value == upper.value:
        return _of_base(_value(lower.value, base), base)
    parts: list[Words] = []
    # "0 to 5000" is worded as the law does: up to 5000.
    if lower is not None and (lower.value > 0 or upper is None):
        parts.append(say("phrase:from" if lower.inclusive else "phrase:over", value=_value(lower.value, base)))
    if upper is not None:
        parts.append(say("phrase:to" if upper.inclusive else "phrase:under", value=_value(upper.value, base)))
    return _of_base(("".join(zh for zh, _ in parts), " ".join(en for _, en in parts)), base)


def _value(value: Decimal, base: str) -> Words:
    if base == "yuan":
        return say("phrase:yuan", value=number(value))
    if value < 1 and value != 0:
        return percent(value)
    return say("phrase:times", value=number(value))


def _of_base(size: Words, base: str) -> Words:
    return size if base == "yuan" else say("phrase:of-base", base=base_words(base), size=size)


def base_words(base: str) -> Words:
    """The name of a base without its unit: 货值金额."""
    zh, en = fact_words(base)
    return zh.removesuffix("（元）"), en.removesuffix(" (yuan)")


def unit_words(unit: str) -> Words:
    """每人, per person; nothing for a sum in total, the unit itself where it has no words."""
    if unit == "total":
        return "", ""
    key = f"phrase:unit:{unit}"
    return say(key) if key in messages() else (unit, f" {unit}")


def branch_words(branch: Branch) -> Words:
    """One branch as a phrase, its condition and addressee included."""
    if branch.sanction == "fine":
        size = size_words(branch.lower, branch.upper, branch.base)
        what = say(
            "phrase:branch", obligation=say(f"phrase:{branch.obligation}"), unit=unit_words(branch.unit), size=size
        )
    else:
        what = say(f"sanction:{branch.sanction}")
    if branch.subject == "responsible_person":
        what = say("phrase:responsible_person", what=what)
    return say("phrase:when", when=describe(branch.condition), what=what) if branch.condition else what


def branches_words(branches: Iterable[Branch]) -> Words:
    """Several branches as one phrase; "none" for none."""
    return joined((branch_words(each) for each in branches), "；", "; ")


def condition_words(condition: TierCondition) -> Words:
    """The table's words and, in brackets, how they are read; text alone is marked as cannot tell."""
    zh, en = describe(condition.when) if condition.when else say("phrase:text-only")
    return f"{condition.text}〔{zh}〕", f"{condition.text} [{en}]"


def citation_words(cited: Citation) -> Words:
    """《法》第124条第1款第5项, the same in both languages: the numbers are what people compare."""
    parts = [f"《{cited.law}》"]
    parts += [f"第{cited.article}条"] if cited.article else []
    parts += [f"之{cited.sub}"] if cited.sub else []
    parts += [f"第{cited.paragraph}款"] if cited.paragraph else []
    shown = "".join([*parts, f"第{cited.item}项" if cited.item else ""])
    return shown, shown


def citations_words(listed: Iterable[Citation]) -> Words:
    """Several citations as one phrase."""
    return joined(map(citation_words, listed), "、", ", ")


def joined(pairs: Iterable[Words], zh: str, en: str) -> Words:
    """Phrases joined in each language; "none" for none."""
    listed = list(pairs)
    if not listed:
        return say("phrase:none")
    return zh.join(each[0] for each in listed), en.join(each[1] for each in listed)
