"""What each sum of money is: fine, gains, goods, price, capital, quoted range, proposal, history."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.extract.paper import Paper
from checker.records.decision import MoneyMention
from checker.text.money import MoneyToken
from checker.text.numerals import CHINESE

AFTER_FINE = re.compile(
    r"[)）]?(?:[（(][^）)]{0,30}[)）])?\s*(?:整)?的?(?:人民币)?(?:的)?(?:行政)?罚款(?!的?(?:缴|合计|共))"
)
AFTER_RANGE = re.compile(r"(?:整)?(?:以上|以下|以内|至|—|-|~)")
BEFORE_RANGE = re.compile(
    r"(?:不超过|以上(?:不足)?|不足|低于|超过|至|—|~|不满|高于|最高(?:可以?)?(?:处|罚款|达|为)?|最低(?:可以?)?(?:处|罚款|为)?|至多)$"
)
KEYS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (role, re.compile(pattern))
    for role, pattern in (
        ("late_fee", r"加处罚款|滞纳金|每日按|加处"),
        ("proposed_fine", r"拟(?:对|作|给|处|决)[^。；]{0,60}罚款|拟罚款|拟处"),
        (
            "other",
            r"罚没(?:款|金额|款项)?[^，。；\n元]{0,8}(?:合计|共计|总计|总额)(?:为)?(?:人民币)?|罚没款?(?:共|合)?计?|共计罚没",
        ),
        (
            "fine_total",
            r"(?:罚款)?(?:合计|共计|总计|合并)(?:处以?|执行|缴纳)?(?:的)?(?:罚款)?(?:人民币)?(?:金额)?(?:为)?|罚款(?:总额|合计|共计|总计)",
        ),
        ("refund", r"退(?:还|赔|回|款|费)|退一赔|返还"),
        (
            "confiscated",
            r"没收(?:其)?(?:当事人)?(?:全部)?(?:的)?违法所得|违法所得[^，。；]{0,8}予以没收|没收[^，。；：:\n]{0,18}的?金额",
        ),
        ("illegal_gains", r"违法所得|非法所得|获利|盈利|利润"),
        ("goods_value", r"货值(?:金额)?|涉案(?:物品|产品|商品|食品|货物)?(?:价值|金额)|案值"),
        ("registered_capital", r"注册资[本金]|注册资金|出资额?|认缴|实缴|资产总额|总资产"),
        (
            "cost",
            r"工程(?:总)?造价|合同(?:价款|价|金额|总价)|总?投资(?:额|总额)?|成本|处置费用?|进价|购进价?|广告费用?|费用",
        ),
        (
            "price",
            r"单价|售价|销售价(?:格)?|价格|每(?:盒|袋|瓶|件|个|斤|公斤|千克|份|台|支|箱|包|只|克|条|吨|套|次|杯|桶|辆)|标价|原价|元/|经营额|销售(?:额|收入|金额)|收入|收取|收费|营业额|(?<!罚款)(?<!罚没)(?<!处罚)(?<!没收)(?<!物的)金额",
        ),
        ("fine", r"罚\s?款|处以?|并处|罚金"),
    )
)
HISTORY = re.compile(
    r"曾(?:于|因|经|被)|此前|上一次|前次|以往|历史处罚|(?:于)?(?:19|20)\d{2}年[^。；]{0,30}(?:因|被)[^。；]{0,60}(?:罚款|处罚)[^。；]{0,12}(?:后|，又|再次)|前因"
)
NOTICE = re.compile(r"告知书|告知(?:当事人|其|你)|拟(?:对|作|给|处)|建议(?:对|给)|听证(?:告知|通知)")
QUOTE = re.compile(r"(?:规定|内容)[:：]?\s*[“\"]|第[^。；]{1,12}[条款项]规定[:：，,]?[“\"]?")
PER_UNIT = r"每(?:人|件|平方米|辆|次|吨|株|台|头|户|名|个|只|部|亩)[^，。；]{0,4}$"
DEEMED = re.compile(rf"的?(?:[{CHINESE}]+|\d+(?:\.\d+)?)倍|计算|计(?![入划])")  # 不足一万元的，按一万元计算
SUMMED = re.compile(r"(?:以上|上述|综上)?[^，。；]{0,14}(?:合计|共计|总计)")  # opens a sentence that adds up
WINDOW = 46  # characters before a sum in which its key word stands


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of money with its role."""

    token: MoneyToken
    role: str
    confidence: float


def assign(paper: Paper) -> list[Sum]:
    """Every sum with its role, in the order of the text."""
    return [_one(paper, token, previous) for token, previous in zip(paper.money, [None, *paper.money], strict=False)]


def _one(paper: Paper, token: MoneyToken, previous: MoneyToken | None) -> Sum:
    text = paper.text
    begin, end = paper.parts.sentence(token.start)
    after = text[token.end : token.end + 44]
    if AFTER_RANGE.match(after) or BEFORE_RANGE.search(text[max(token.start - 8, begin) : token.start]):
        if not re.match(r"至本|-\d", after):
            return Sum(token, "quoted_range", 0.95)
    if DEEMED.match(after) and re.search(r"按(?:照)?$", text[max(token.start - 3, begin) : token.start]):
        return Sum(token, "deemed_base", 0.95)
    role, confidence = _by_words(text, begin, token, after)
    if role == "fine" and paper.parts.place(token.start) != "operative":
        sentence = text[begin:end]
        if HISTORY.search(text[begin : token.start]):
            return Sum(token, "earlier_fine", 0.85)
        if NOTICE.search(sentence):
            return Sum(token, "proposed_fine", 0.85)
    if (
        role in ("fine", "confiscated")
        and HISTORY.search(text[begin : token.start])
        and "决定" not in text[begin : token.start]
    ):
        return Sum(token, "earlier_fine", 0.85)
    return Sum(token, role, confidence)


def _by_words(text: str, begin: int, token: MoneyToken, after: str) -> tuple[str, float]:
    if re.match(r"/|每", after):
        return "price", 0.9
    if re.match(r"\s*[×xX*✕]", after):
        return "cost", 0.85
    fined = AFTER_FINE.match(after)
    before = text[max(begin, token.start - WINDOW) : token.start]
    if SUMMED.match(text[begin : token.start].lstrip()) and re.search(r"罚款[^，。；没]{0,6}$", before):
        return "fine_total", 0.9
    if fined:
        if re.search(r"拟(?:对|作|给|处|决)", before):
            return "proposed_fine", 0.9
        if re.search(r"(?:合计|共计|总计)[^，。；]{0,8}$", before):
            return "fine_total", 0.9
        if re.search(r"每(?:人|件|平方米|辆|次|吨|株|台|头|户|名|个|只|部|亩)[^，。；]{0,10}$", before):
            return "unit_fine", 0.9
        return "fine", 0.96
    best, role = -1, "other"
    for name, pattern in KEYS:
        for match in pattern.finditer(before):
            if match.end() > best:
                best, role = match.end(), name
    if best < 0:
        return "other", 0.3
    if re.search(r"[。；]", before[best:]):
        return "other", 0.3
    if role == "fine" and re.search(r"每(?:人|件|平方米|辆|次|吨|株|台|头|户|名|个|只|部|亩)[^，。；]{0,10}$", before):
        return "unit_fine", 0.9
    if role == "fine_total" and "罚" not in before[max(best - 12, 0) :]:
        other = _total_of(before[:best])
        if other is not None:
            return other, 0.85
    if role in ("price", "other", "cost") and re.search(PER_UNIT, before):
        if "罚" in text[max(token.start - 60, 0) : token.end + 30]:
            return "unit_fine", 0.8
    near = len(before) - best <= 14
    return role, 0.93 if near else 0.75


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
    names = {"refund": "other", "unit_fine": "fine"}
    return tuple(
        MoneyMention(
            names.get(each.role, each.role),
            paper.read(each.token.amount, each.token.start, each.token.end, each.confidence, "money-role"),
            each.token.words,
        )
        for each in sums
    )
