"""One block of a respondent: name, kind, code, representative, address, birth."""

from __future__ import annotations

import re
from datetime import date

from checker.extract.paper import Paper
from checker.records.decision import Respondent
from checker.records.read import Read

NAME_LABEL = re.compile(
    r"(?<![人者定])(?:名\s?称|姓\s?名|单位名称|企业名称|字号名称|字号|个体工商户)(?:[（(][^）)\n]{1,16}[)）])?\s*[:：\t]\s*"
)
# 姓名 包某福，性别 男: a label at the very start may do without a colon.
FIRST_LABEL = re.compile(rf"\s*(?:{NAME_LABEL.pattern}|姓\s?名(?:\s+|(?=[\u4e00-\u9fff*×]{{2,4}}[，,])))")
NAME = re.compile(
    r"(?P<name>[\u4e00-\u9fffA-Za-z·○〇][^\s，。；,;:：\t（(]{1,39}(?:[（(][^）)\n]{1,16}[)）][^\s，。；,;:：\t（(]{2,40}|[（(](?:特殊)?(?:普通合伙|有限合伙|个人独资(?:企业)?)[)）])?)"
)
CODE = re.compile(
    r"(?:统一社会信用代码|社会信用代码|信用代码|注册号|营业执照号码?)(?:[（(][^）)\n]*[)）])?[^:：\t\n，。0-9]{0,12}[:：\t为]?\s*(?P<v>[0-9A-Z*]{15,18})(?![0-9A-Z*])",
    re.IGNORECASE,
)
BARE_CODE = re.compile(r"(?<![0-9A-Z*])(?P<v>9[1-3]\d{6}[0-9A-Z]{10})(?![0-9A-Z*])")
PERSON = re.compile(
    r"(?:法定代表人|法人代表|负责人|经营者|投资人|业主|执行事务合伙人|代表人)(?:[（(][^）)\n]{1,24}[)）])?(?:姓名)?\s*[:：\t为是]?\s*"
    r"(?P<v>[\u4e00-\u9fff*×ＸX某·]{2,8}?)(?=[，。；、\s）)]|$|性别|身份|住|联系|职务|统一|电话)"
)
ADDRESS = re.compile(
    r"(?:住\s?所(?:地)?|住\s?址|地\s?址|经营场所|经营地址|注册地址|家庭住址|营业场所|单位地址|联系地址)(?:[（(][^）)\n]{1,10}[)）])?\s*[:：\t为在]?\s*(?P<v>[^\n\t，。；;,:：]{2,60}(?:\n(?!\s)[^\n\t，。；;,:：年我你本局查]{1,30}?(?<=[号室层村组楼街路区段道屯镇])(?=[，。；\n]|$))?)"
)
LIVES = re.compile(
    r"(?:[，,\t\n]|[男女])\s*(?:现住|家住|户籍地|住)(?:址|所)?(?P<v>[\u4e00-\u9fff][^\n\t，。；;,:：]{3,40})"
)
BIRTH = re.compile(
    r"(?:出生(?:日期|年月)?[:：\t]?\s*)?((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日\s*(?:出?生)|出生(?:日期|年月)\s*[:：\t]\s*((?:19|20)\d{2})[-年.](\d{1,2})[-月.](\d{1,2})"
)
ORGANISATION = re.compile(
    r"公司|厂|有限|合作社|集团|医院|学校|中心|企业|协会|研究院|银行|酒店管理|事务所|幼儿园|门诊部|卫生[院室]|项目部|委员会|工厂|矿|场(?!所)"
)
BUSINESS = re.compile(r"个体工商户|经营者|字号")
# The second character of a code tells what was registered: 92 is an individual business. 投资人 is of a sole proprietorship.
OF_BUSINESS = re.compile(r"(?<![0-9A-Z])92\d{6}[0-9A-Z*×]{6,10}(?![0-9A-Z])")
INVESTED = re.compile(r"投资人")
SHOP = re.compile(r"(?:店|超市|商店|商行|经营部|饭店|餐馆|餐厅|馆|坊|铺|摊|行|吧|诊所|药房|部|室|屋|园|城|堂|庄|院)$")
LABELS = re.compile(
    r"(?:名称|姓名|单位|字号|性别|年龄|民族|职业|住所|地址|住址|统一|法定|负责人|经营者|身份证|公民身份|证件|电话|联系|主体|类型|营业执照|出生|案由|现住|户籍)"
)
MAN = re.compile(r"^\W*\S{2,6}[，,\s]*(?:性别[:：]?)?\s*[男女]")
SAID = re.compile(r"不?(?:陈述|申辩|服|同意|要求|放弃)|签[名字收章]|无异议|基本情况|信息")


def read_party(paper: Paper, start: int, end: int) -> Respondent | None:
    """The respondent of a block; None when it names nobody."""
    text = paper.text
    stop = re.search(
        rf"\n(?!\s*{LABELS.pattern})[^\n]{{50,}}|\n\s*(?:案由|经查|现?查明|违法事实|案件来源|一、|根据|\d{{4}}年)|(?:本局|本机关|我局|经查)",
        text[start:end],
    )
    block_end = start + stop.start() if stop and stop.start() > 10 else end
    name = _name(paper, start, block_end)
    if name is None:
        return None
    block = text[start:block_end]
    return Respondent(
        name,
        _kind(name.value, block),
        _field(paper, CODE, start, block_end, "uscc") or _field(paper, BARE_CODE, start, block_end, "uscc-bare"),
        _field(paper, PERSON, start, block_end, "representative"),
        _field(paper, ADDRESS, start, block_end, "address", 4)
        or _field(paper, LIVES, start, block_end, "address-lives"),
        _birth(paper, start, block_end),
    )


def _name(paper: Paper, start: int, end: int) -> Read[str] | None:
    text = paper.text
    position = start
    label = FIRST_LABEL.match(text, start, end)
    if label:
        position = label.end()
    elif LABELS.match(text, start):
        later = NAME_LABEL.search(text, start, end)
        if later is None:
            return None
        position = later.end()
    if lead := re.compile(r"\s*(?:[为系]|\d{1,2}[.．、])\s*").match(text, position, end):
        position = lead.end()
    match = NAME.match(text, position)
    if match is None and (later := NAME_LABEL.search(text, position, min(position + 120, end))):
        match = NAME.match(text, later.end())
    if match is None or SAID.match(match["name"]):
        return None
    value = match["name"]
    cut = re.search(
        r"(?:性别|[男女](?=[住身汉朝满\d])|住所|地址|统一社会|身份证|(?:机动车)?驾驶证|居民身份|(?<=.)个体工商户$|法定代表人|、?(?:经营者|负责人)|联系电话|住址)",
        value,
    )
    value = value[: cut.start()] if cut and cut.start() >= 2 else value
    value = value.rstrip("、")
    return paper.read(value, match.start("name"), match.start("name") + len(value), 0.93, "respondent-name")


def _kind(name: str, block: str) -> str:
    if MAN.search(block) and len(name) <= 6:
        return "citizen"
    if INVESTED.search(block[:200]) and "经营者" not in block[:200]:
        return "organisation"
    if OF_BUSINESS.search(block[:260]):
        return "individual_business"
    if BUSINESS.search(block[:260]) and not re.search(r"公司|合作社|集团|法定代表人", name + block[:200]):
        return "individual_business"
    if re.search(r"法定代表人|法人代表|合伙人", block) or ORGANISATION.search(name):
        return "organisation"
    if "个体工商户" in block or (SHOP.search(name) and len(name) > 3):
        return "individual_business"
    return "organisation" if re.search(r"负责人[:：\t]", block) and len(name) > 4 else "citizen"


def _field(
    paper: Paper, pattern: re.Pattern[str], start: int, end: int, rule: str, shortest: int = 2
) -> Read[str] | None:
    match = pattern.search(paper.text, start, end)
    if match is None:
        return None
    lead = re.match(r"[位在为]于?(?=[\u4e00-\u9fff]{2}[省市县区])|位于", match["v"])
    start = match.start("v") + (lead.end() if lead and rule == "address" else 0)
    value = re.sub(r"(?:邮编|邮政编码|电话|联系).*$", "", paper.text[start : match.end("v")]).rstrip()
    if value.count("）") > value.count("（"):
        value = value[: value.rindex("）")]
    whole = value.replace("\n", "")
    return paper.read(whole, start, start + len(value), 0.94, rule) if len(whole) >= shortest else None


def _birth(paper: Paper, start: int, end: int) -> Read[date] | None:
    match = BIRTH.search(paper.text, start, end)
    if match is None:
        return None
    year, month, day = (int(part) for part in match.groups() if part)
    try:
        return paper.read(date(year, month, day), match.start(), match.end(), 0.9, "birth-date")
    except ValueError:
        return None
