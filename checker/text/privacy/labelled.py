"""What a label or a check digit tells: accounts, passports, landlines, e-mail, WeChat, birth dates; and plates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import luhn

from checker.text.privacy.numbers import OTHER, Place

# The account that a fine is paid into is the treasury's, an account of a body is its own.
PUBLIC_ACCOUNT = re.compile(
    r"财政|国库|非税|罚没|代收|[缴交](?:纳|至|到|款|入)|执收|汇(?:入|至|到)|对公|基本户|一般户"
    r"|(?:户名|收款(?:人|单位|账户))[:：]?[^，。；\n]{0,20}(?:局|委|厅|所|公司|中心|大队|支队|财政|专户|厂|社|店)"
)
ACCOUNT = re.compile(
    r"(?:(?:银行|储蓄|工资|收款|付款|开户)?(?:卡|账|帐)(?:户)?(?:号码?|户)?|尾号)(?:[（(][^）)\n]{0,12}[)）])?\s?[:：为是]?\s?"
    r"(?P<v>\d(?:[ \-]?\d){8,24})(?![\d元])"
)
CARD = re.compile(r"(?<![0-9A-Za-z.])[3-6]\d{3}(?:[ \-]?\d{4}){3}(?:[ \-]?\d{1,3})?(?!\d|\.\d)")
DOCUMENT = re.compile(
    r"(?:护照|通行证|回乡证|台胞证|居住证|居留证|军官证|士兵证|警官证|残疾人?证|社保卡|社会保障卡|医保卡|(?<!执法)证件)"
    r"(?:号码|编号|号)?(?:[（(][^）)\n]{0,8}[)）])?\s?[:：\t为是]?\s?(?P<v>[A-Za-z]{0,3}\d{6,20}[A-Za-z]?)(?![\dA-Za-z*＊])"
)
LANDLINE = re.compile(
    r"(?:电话|联系方式|手机|座机|Tel|TEL)(?:号码?)?\s?[:：\t为是]?\s?"
    r"(?P<v>(?:[(（]?0\d{2,3}[)）]?[\- —–]?)?[2-8]\d{6,7}(?:[\-转]\d{1,5})?)(?![\d元])"
)
EMAIL = re.compile(r"(?<![A-Za-z0-9._%+\-@*])(?P<v>[A-Za-z0-9._%+\-]+)@(?P<host>[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+)")
ONLINE = re.compile(
    r"(?:微信|QQ|qq|支付宝)(?!公众)(?:号码?|账[号户]|帐[号户]|ID|名)?\s?[:：为是]\s?(?P<v>[A-Za-z0-9_\-@.]{5,40})"
)
DATE = (
    (
        r"(?:18|19|20)\d{2}\s?(?:年\s?(?P<v{0}>\d{{1,2}}\s?月(?:\s?\d{{1,2}}\s?日)?)|[\-./](?P<w{0}>\d{{1,2}}[\-./]\d{{1,2}})|"
        r"(?P<x{0}>(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])))"
    )
    .replace("{{", "{")
    .replace("}}", "}")
)
BIRTH = re.compile(
    rf"(?:(?<![日月])出生(?:日期|年月日?|时间|于)?|(?<![发产])生于|生日)(?:[（(][^）)\n]{{0,8}}[)）])?\s?[:：\t为是]?\s?{DATE.replace('{0}', '1')}"
    rf"|{DATE.replace('{0}', '2')}\s?(?:出?生(?![产效成活意物]))"
)
PLATE = re.compile(
    r"(?<![\u4e00-\u9fffA-Za-z0-9])?(?P<v>[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新][A-HJ-NP-Z][·•.\s]?"
    r"(?=[A-HJ-NP-Z0-9]*\d)[A-HJ-NP-Z0-9]{4,6}[挂学警港澳]?)(?![A-Za-z0-9])"
)
ORGANISED = re.compile(r"统一社会信用代码|法定代表人")
PERSON = re.compile(
    r"身份证|公民身份|性别|[，,、\s\t][男女](?=[，,、\s\t。；])|出生|家庭住址|(?<!（)住址|民族|[汉满蒙回]族|朝鲜族"
)
BODY = re.compile(r"统一社会信用代码|信用代码|法定代表人|法人代表|有限(?:责任)?公司|合作社|负责人")
BLOCK_ENDS = re.compile(r"本局|本机关|我局|行政机关|联系人|经查|案件来源|违法事实|\n\s*\n")
REACH = 180


def labelled(text: str) -> Iterator[Place]:
    """Everything that a label beside it makes personal; the text has its digits in half width."""
    for match in ACCOUNT.finditer(text):
        if not PUBLIC_ACCOUNT.search(around(text, match.start("v"))):
            yield "bank_account", *match.span("v")
    for match in CARD.finditer(text):
        other = OTHER.search(text[max(match.start() - 16, 0) : match.start()])
        public = other or PUBLIC_ACCOUNT.search(around(text, match.start()))
        if not public and luhn.is_valid(re.sub(r"\D", "", match.group())):
            yield "bank_account", *match.span()
    for match in DOCUMENT.finditer(text):
        yield "identity_document", *match.span("v")
    for match in LANDLINE.finditer(text):
        if of_citizen(text, match.start()):
            yield "landline", *match.span("v")
    for match in EMAIL.finditer(text):
        if not match["host"].endswith(("gov.cn", ".gov")):
            yield "email", *match.span("v")
    for match in ONLINE.finditer(text):
        yield "online_account", *match.span("v")
    for match in BIRTH.finditer(text):
        yield from (("birth_date", *match.span(name)) for name in ("v1", "w1", "x1", "v2", "w2", "x2") if match[name])
    if PERSON.search(text) and not ORGANISED.search(text):  # a company's lorry is no person's; a citizen's car is
        for match in PLATE.finditer(text):
            yield "plate", *match.span("v")


def around(text: str, at: int) -> str:
    """The line or sentence around a position, and the line before it, where forms put whose account it is."""
    low = max((text.rfind(mark, 0, at) for mark in "。\n"), default=-1)
    low = max(text.rfind("\n", 0, max(low, 0)), low - 60, -1)
    ends = [end for mark in "。\n" if (end := text.find(mark, at)) >= 0]
    return text[low + 1 : min(ends, default=len(text))][-400:]


def of_citizen(text: str, at: int) -> bool:
    """Whether the words around tell of a natural person and of no company whose data this could be."""
    before, block = _block(text, at)
    if not PERSON.search(block):
        return False
    if "经营者" in before and not re.search(r"有限(?:责任)?公司|合作社", before):
        return True  # an individual business is its owner
    persons, bodies = [m.start() for m in PERSON.finditer(before)], [m.start() for m in BODY.finditer(before)]
    if not bodies:
        return bool(persons) or not BODY.search(block)
    return bool(persons) and persons[-1] > bodies[-1]


def not_of_body(text: str, at: int) -> bool:
    """Whether no company stands before that this could be the seat of; a form asks persons for their 住址."""
    before, _ = _block(text, at)
    return not BODY.search(before) or of_citizen(text, at)


def _block(text: str, at: int) -> tuple[str, str]:
    """The words before a position that belong to the same party, and these with the ones behind it."""
    before = text[max(at - REACH, 0) : at]
    before = before[max((match.end() for match in BLOCK_ENDS.finditer(before)), default=0) :]
    after = text[at : at + REACH // 2]
    stop = BLOCK_ENDS.search(after)
    return before, before + (after[: stop.start()] if stop else after)
