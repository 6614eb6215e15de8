"""The formula of a weight table, from its remarks: 罚款金额＝裁量百分值总和×建设项目总投资额×5%."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from checker.benchmarks.importing.wordings import NUM, SUMS
from checker.text.numerals import parse_number

TOTAL = r"(?:裁量)?(?:百分值|权重|分值|得分|百分比|比例)(?:之和|总和|合计|总值)?"
FORMULA = re.compile(
    rf"(?P<label>[^；;。\n＝=：:]{{0,60}}?)罚款(?:金额|数额)\s*[＝=]\s*(?P<total>[^；;。\n×xX*]{{0,60}}?{TOTAL})\s*[×xX*]\s*(?P<rest>[^；;。\n]+)"
)
LIMIT = re.compile(
    rf"(?P<label>[^；;。，\n]{{0,40}}?){TOTAL}(?:的)?(?P<side>超过|高于|不足|低于|小于)\s*(?P<at>{NUM}[%％])(?:的)?[，,]?(?:均)?按(?:照)?\s*(?P<to>{NUM}[%％])"
)
STEP = re.compile(r"[×xX*]")
BASES = (*SUMS, (r"税款|欠税", "tax"), (r"(?:应缴|应付)?费(?:额|用)", "fee"))


@dataclass(frozen=True, slots=True)
class Formula:
    """fine = total × `amount` × `base`; `label` names the column or the case that it is for, "" for the only one."""

    label: str
    amount: Decimal
    base: str
    text: str


@dataclass(frozen=True, slots=True)
class Limit:
    """The total is cut or raised to `value`; `label` as in Formula."""

    label: str
    side: str  # cap or floor
    value: Decimal


def formulas(remarks: str) -> list[Formula]:
    """Every formula in a table's remarks that is total × something."""
    text = re.sub(r"\s+", "", remarks)
    found = []
    for match in FORMULA.finditer(text):
        read = _base(match["rest"])
        if read is not None:
            found.append(Formula(_label(match["label"]), *read, match.group()))
    return found


def limits(remarks: str) -> list[Limit]:
    """Caps and floors of the total."""
    text = re.sub(r"\s+", "", remarks)
    return [
        Limit(_label(match["label"]), "cap" if match["side"] in ("超过", "高于") else "floor", value)
        for match in LIMIT.finditer(text)
        if (value := weight(match["to"])) is not None
    ]


def _label(words: str) -> str:
    words = re.sub(r"^.*?(?:如下|[)）]|\d[.．、])", "", words) if re.search(r"如下|[)）]|^\d", words) else words
    return re.sub(r"^(?:本表)?(?:的)?(?:裁量)?(?:的)?(?:计算方法为?)?|的$", "", words)


def _base(written: str) -> tuple[Decimal, str] | None:
    amount, base = Decimal(1), "yuan"
    for part in STEP.split(re.sub(r"[（(].*?[)）]", "", written)):
        number = _number(part)
        if number is not None:
            amount *= number
        elif base == "yuan":
            known = next((name for pattern, name in BASES if re.search(rf"(?:{pattern})$", part)), None)
            base = known or part
            if not known and not re.fullmatch(r"[\u4e00-\u9fff]{2,20}", part):
                return None
        else:
            return None
    return amount, base


def _number(part: str) -> Decimal | None:
    """100万, 20万元, 5%, 3倍, 百分之五."""
    if (share := weight(part)) is not None and re.search(r"[%％]|分之|/", part):
        return share
    match = re.fullmatch(rf"({NUM})(?:元|倍)?", part)
    return parse_number(match.group(1)) if match else None


def weight(written: str) -> Decimal | None:
    """A weight as a fraction: 5%, 1/3, 百分之五, -10%, 0.05; whole numbers are percentages (a score of 100)."""
    text = written.strip().replace("％", "%").replace("－", "-").replace("＋", "").lstrip("+")
    sign = Decimal(-1) if text.startswith("-") else Decimal(1)
    text = text.lstrip("-")
    if match := re.fullmatch(r"(\d+)/(\d+)", text):
        return sign * (Decimal(match.group(1)) / Decimal(match.group(2))).quantize(Decimal("1e-12"))
    if match := re.fullmatch(r"(\d+(?:\.\d+)?)%", text):
        return sign * Decimal(match.group(1)) / 100
    if match := re.fullmatch(rf"百分之({NUM})", text):
        number = parse_number(match.group(1))
        return sign * number / 100 if number is not None else None
    if re.fullmatch(r"0?\.\d+", text):
        return sign * Decimal(text)
    if re.fullmatch(r"\d{1,3}(?:\.\d+)?(?:分)?", text):
        return sign * Decimal(text.rstrip("分")) / 100
    return None
