"""What each sum of money is: fine, gains, goods, price, capital, quoted range, proposal, history."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from checker.extract.equations import is_term, without
from checker.extract.keys import DECIDED_BEFORE, EACH, HISTORY, KEYS, MERGED, NOTICE, PROPOSED_LIST, RECKONED, SUFFERED
from checker.extract.paper import Paper
from checker.records.decision import MoneyMention
from checker.records.read import Read
from checker.text.money import MoneyToken
from checker.text.numerals import CHINESE

AFTER_FINE = re.compile(
    r"[)）]?(?:[（(][^）)]{0,30}[)）])?\s*(?:整)?的?(?:人民币)?(?:的)?(?:行政)?罚款(?!的?(?:缴|合计|共))"
)
AFTER_RANGE = re.compile(r"(?:整)?(?:以上|以下|以内|至|—|-|~)")
BEFORE_RANGE = re.compile(
    r"(?:不超过|以上(?:不足)?|不足|低于|超过|至|—|~|不满|高于|最高(?:可以?)?(?:处|罚款|达|为)?|最低(?:可以?)?(?:处|罚款|为)?|至多)$"
)
PER_UNIT = re.compile(rf"{EACH}[^，。；元]{{0,4}}$")
PER_FINE = re.compile(rf"{EACH}[^，。；元]{{0,10}}$")
# 其中8000元已先行缴纳, 其中15000元暂缓执行
PAID = re.compile(r"(?:罚款)?(?:已[^，。；]{0,6}(?:缴|交|付)|[可予准]?以?(?:暂缓|缓[缴执]|暂不|延期|分期|免[缴予]))")
DEEMED = re.compile(rf"的?(?:[{CHINESE}]+|\d+(?:\.\d+)?)倍|计算|计(?![入划])")  # 不足一万元的，按一万元计算
CHANGED = re.compile(
    r"(?:的?罚款)?[，,]?(?:调整|下调|降低|减少|减轻|变更|调减|降|减)(?:为|至|到)"
)  # 由8万元调整为6万元
CHANGED_TO = re.compile(r"(?:调整|下调|降低|减少|减轻|变更|调减|降|减)[为至到](?:人民币)?$")
IMPOSED = frozenset({"fine", "fine_total", "unit_fine", "confiscated"})
WINDOW = 46  # characters before a sum in which its key word stands


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of money with its role."""

    token: MoneyToken
    role: str
    confidence: float


def read_sum(paper: Paper, each: Sum, rule: str, confidence: float | None = None) -> Read[Decimal]:
    """The amount of a sum with its evidence, as sure as its role unless told otherwise."""
    sure = each.confidence if confidence is None else confidence
    return paper.read(each.token.amount, each.token.start, each.token.end, sure, rule)


def assign(paper: Paper) -> list[Sum]:
    """Every sum with its role, in the order of the text."""
    found = [_one(paper, token, previous) for token, previous in zip(paper.money, [None, *paper.money], strict=False)]
    for index, each in enumerate(found):
        parts = _parts(paper, found, index) if each.role in ("fine", "fine_total") else []
        if len(parts) > 1 and sum(one.token.amount for one in parts) == each.token.amount:
            found[index] = replace(each, role="fine_total")
            found[index + 1 : index + 1 + len(parts)] = [replace(one, role="fine") for one in parts]
    return found


def _parts(paper: Paper, sums: list[Sum], index: int) -> list[Sum]:
    """The sums told as parts of one: 合并罚款15000元（其中第一项10000元、第二项5000元）."""
    token = sums[index].token
    end = paper.parts.sentence(token.start)[1]
    after = paper.text[token.end : end]
    if not re.match(r"[整正]?[（(，,]\s*其中", after) or re.search(r"已?[^，。；]{0,6}[缴付]", after):
        return []
    parts = [each for each in sums[index + 1 :] if each.token.start < end]
    return parts if all(each.role in ("fine", "fine_total", "other") for each in parts) else []


def _one(paper: Paper, token: MoneyToken, previous: MoneyToken | None) -> Sum:
    text = paper.text
    begin, end = paper.parts.sentence(token.start)
    after = text[token.end : token.end + 44]
    if AFTER_RANGE.match(after) or BEFORE_RANGE.search(text[max(token.start - 8, begin) : token.start]):
        if not re.match(r"至本|-\d", after) and not CHANGED_TO.search(text[begin : token.start]):
            return Sum(token, "quoted_range", 0.95)
    if CHANGED.match(after):
        return Sum(token, "proposed_fine", 0.8)
    if DEEMED.match(after) and re.search(r"按(?:照)?$", text[max(token.start - 3, begin) : token.start]):
        return Sum(token, "deemed_base", 0.95)
    role, confidence = _by_words(text, begin, token, after)
    before = text[begin : token.start]
    if role in IMPOSED and paper.in_quote(token.start):
        return Sum(token, "quoted_range", 0.85)
    if role == "fine" and paper.parts.place(token.start) != "operative":
        return _told(text, token, before, text[begin:end], confidence)
    if role == "fine" and DECIDED_BEFORE.search(before):
        return Sum(token, "earlier_fine", 0.85)
    if role in ("fine", "confiscated") and HISTORY.search(before) and "决定" not in before:
        return Sum(token, "earlier_fine", 0.85)
    return Sum(token, role, confidence)


def _told(text: str, token: MoneyToken, before: str, sentence: str, confidence: float) -> Sum:
    """A fine that another part tells: an earlier one, or the one proposed."""
    if HISTORY.search(before) or SUFFERED.search(before):
        return Sum(token, "earlier_fine", 0.85)
    if NOTICE.search(sentence) or PROPOSED_LIST.search(text[max(token.start - 230, 0) : token.start]):
        return Sum(token, "proposed_fine", 0.85)
    return Sum(token, "fine", confidence)


def _by_words(text: str, begin: int, token: MoneyToken, after: str) -> tuple[str, float]:
    if re.match(r"/|每", after):
        return "price", 0.9
    whole = text[begin : token.start]
    if is_term(whole, after):
        return "cost", 0.85
    if re.search(r"其中[^，。；元]{0,6}$", whole) and PAID.match(after):
        return "refund", 0.8
    fined = AFTER_FINE.match(after)
    before = RECKONED.sub(lambda match: "·" * len(match.group()), without(whole)[-WINDOW:])
    if "其中" not in whole and MERGED.match(whole.lstrip()) and re.search(r"罚款[^，。；没]{0,6}$", before):
        return "fine_total", 0.9
    if fined:
        return _fined(before)
    best, role = _nearest(before)
    if best < 0 or re.search(r"[。；]", before[best:]):
        return "other", 0.3
    if role == "fine" and PER_FINE.search(before):
        return "unit_fine", 0.9
    if role == "fine_total" and "罚" not in before[max(best - 12, 0) :]:
        other = _total_of(before[:best])
        if other is not None:
            return other, 0.85
    if role in ("price", "other", "cost") and PER_UNIT.search(before):
        if "罚" in text[max(token.start - 60, 0) : token.end + 30]:
            return "unit_fine", 0.8
    near = len(before) - best <= 14
    return role, 0.93 if near else 0.75


def _fined(before: str) -> tuple[str, float]:
    """What a sum is that 罚款 follows."""
    if re.search(r"拟(?:对|作|给|处|决)", before):
        return "proposed_fine", 0.9
    if re.search(r"(?:剩余|其余|尚余)的?$", before):
        return "refund", 0.8
    if re.search(r"(?:合计|共计|总计)[^，。；]{0,8}$", before):
        return "fine_total", 0.9
    return ("unit_fine", 0.9) if PER_FINE.search(before) else ("fine", 0.96)


def _nearest(before: str) -> tuple[int, str]:
    """Where the key word nearest to the sum ends, and what it says; -1 for none."""
    best, role = -1, "other"
    for name, pattern in KEYS:
        for match in pattern.finditer(before):
            if match.end() > best:
                best, role = match.end(), name
    return best, role


def _total_of(before: str) -> str | None:
    """What a bare 共计 sums up: the key word before it, when that is no fine."""
    best: tuple[int, str] | None = None
    for name, pattern in KEYS:
        for match in pattern.finditer(before):
            if name not in ("fine_total", "other") and (best is None or match.end() > best[0]):
                best = (match.end(), name)
    return best[1] if best is not None and best[1] != "fine" else None


def mentions(paper: Paper, sums: list[Sum]) -> tuple[MoneyMention, ...]:
    """All sums as records; roles that the contract does not have become other or fine."""
    names = {"refund": "payment", "unit_fine": "fine"}  # what is paid back is paid
    return tuple(
        MoneyMention(
            names.get(each.role, each.role),
            read_sum(paper, each, "money-role"),
            each.token.words,
        )
        for each in sums
    )
