"""A table's words for a condition as an expression over facts; words that are not all understood give none."""

from __future__ import annotations

import re
from decimal import Decimal

from checker.text.numerals import CHINESE, parse_number

NUM = rf"(?:\d[\d,]*(?:\.\d+)?|[{CHINESE}]+)(?:\.\d+)?(?:[百千]?万|亿)?"
DAYS = {"日": 1, "天": 1, "个月": 30, "月": 30, "年": 365, "周": 7}
MEASURES = (
    ("count.area", {"平方米": "1", "㎡": "1", "亩": "666.67", "公顷": "10000", "平方公里": "1000000"}),
    ("count.weight", {"吨": "1000", "公斤": "1", "千克": "1", "斤": "0.5"}),
    ("count.distance", {"米": "1", "公里": "1000", "千米": "1000"}),
    ("count.people", {"人": "1", "名": "1"}),
    (
        "count.count",
        dict.fromkeys(("台", "件", "个", "辆", "只", "份", "瓶", "盒", "袋", "批", "套", "枚", "头", "株", "处"), "1"),
    ),
)
SUMS = (
    (r"货值(?:金额)?|涉案(?:货值|金额|产品货值)", "goods_value"),
    (r"违法所得|非法所得|违法获利", "illegal_gains"),
    (r"(?:违法)?经营额|(?:违法)?销售(?:额|收入|金额)|营业额", "turnover"),
    (r"广告费(?:用)?", "advertising_fee"),
    (r"合同(?:价款|金额|价)", "contract_price"),
    (r"(?:工程)?造价", "project_cost"),
    (r"(?:总)?投资额?", "investment"),
    (r"处置费用?", "disposal_cost"),
)
# One wording, one circumstance; the longer wordings of refusal and denial stand first.
WORDS: tuple[tuple[str, str], ...] = (
    (r"不(?:能)?配合(?:执法)?(?:调查|检查|查处)?", "not has(cooperated)"),
    (
        r"(?:积极|主动|能够?|如实)?(?:主动)?配合(?:执法(?:机关|部门|人员)?|行政机关|有关部门)?(?:的)?(?:调查|检查|查处|工作)?(?:取证)?",
        "has(cooperated)",
    ),
    (
        r"(?:拒不|逾期(?:仍)?(?:未|不|没有)|限期内(?:未|不)|未(?:在)?(?:限期|规定期限)内|未按(?:期|要求))(?:内)?(?:改正|整改|停止|恢复|拆除|补办|完成)[^，。；]{0,12}",
        "has(refused_correction)",
    ),
    (
        r"(?:(?:在)?(?:责令)?(?:限期|期限|规定期限|改正期限)内|及时|立即|主动|当场|自行|按期)(?:予以|进行|完成)?(?:改正|整改|停止)(?:违法行为)?(?:的)?",
        "has(corrected_in_time)",
    ),
    (
        r"(?:属于?|系|为)?(?:首次|初次|第一次)(?:实施|发生|被发现|从事)?(?:该|此|本|同)?(?:类|项)?(?:违法|违反|被查处)?(?:行为)?",
        "has(first_offence)",
    ),
    (
        r"主动(?:消除|减轻|消除或者减轻)(?:违法行为)?(?:的)?(?:危害|不良)?(?:后果|影响)|主动(?:召回|退赔|赔偿)[^，。；]{0,10}",
        "has(removed_harm)",
    ),
    (
        r"(?:未|没有|尚未)(?:造成|产生|导致|引发)(?:严重|重大|明显|实际|人身|不良)?(?:危害|不良|社会|环境)?(?:后果|影响|损害|损失|伤害|污染)|(?:危害)?后果轻微|(?:违法)?情节轻微|危害较小",
        "has(minor_harm)",
    ),
    (
        r"(?:已)?造成(?:了)?(?:较大|严重|重大|一定|恶劣)?(?:的)?(?:危害|不良|生态|环境|社会|人身)?[^，。；未]{0,10}(?:后果|损害|损失|伤害|事故|伤亡|死亡|污染)(?:的)?|后果严重",
        "has(serious_result)",
    ),
    (r"(?:造成)?(?:恶劣|不良|较坏)(?:的)?社会影响|社会影响恶劣", "has(bad_social_effect)"),
    (
        r"(?:阻碍|阻挠|拒绝|妨碍|抗拒|逃避)[^，。；]{0,16}(?:检查|执法|调查|公务)[^，。；]{0,6}|暴力抗法",
        "has(obstructed)",
    ),
    (r"(?:隐匿|销毁|转移|伪造|毁灭|篡改)[^，。；]{0,10}(?:证据|物品|材料|资料|数据)", "has(destroyed_evidence)"),
    (
        r"(?:(?:一|二|两|三|[123])年内)?[^，。；]{0,10}(?:再次|重复|多次|屡次|[二两三]次以上)[^，。；]{0,16}(?:违法|发生|实施|违反|查处|处罚|被发现)[^，。；]{0,8}|(?:一|二|两|三|[123])年内[^，。；]{0,24}(?:受(?:过|到)?|被|因)[^，。；]{0,16}处罚(?:过)?|有同类违法行为(?:情况)?",
        "has(repeat_offence)",
    ),
    (r"无同类违法行为|(?:无|没有)(?:同类|类似)?违法(?:行为)?记录", "has(first_offence)"),
    (r"(?:数额|金额|数量|货值)较小", "has(small_amount)"),
    (r"(?:数额|金额|数量|货值)(?:较大|巨大)", "has(large_amount)"),
    (r"受(?:他人)?(?:胁迫|诱骗|教唆)", "has(coerced_or_deceived)"),
    (r"主动供述[^，。；]{0,24}|主动投案", "has(confessed_unknown)"),
    (r"(?:有)?立功(?:表现)?", "has(meritorious_help)"),
    (r"(?:已满)?(?:十四|14)周岁(?:以上)?(?:不满|未满)(?:十八|18)周岁", "has(aged_14_to_18)"),
    (r"(?:没有|无|能证明没有)主观过错", "has(no_fault)"),
    (r"(?:经济|生活)(?:确有)?困难", "has(hardship)"),
    (r"(?:对|向)?(?:单位|企业|法人)", 'respondent_kind == "organisation"'),
    (r"(?:对)?(?:个人|公民|自然人)", 'respondent_kind == "citizen"'),
    (r"(?:对)?个体工商户", 'respondent_kind == "individual_business"'),
)
FILLER = re.compile(
    r"^(?:的|且|并|并且|同时|或者|以及|当事人|案发后|违法行为(?:人)?|能够|能|有|，|、|；|。|\s)+|(?:的|，|、|；|。|\s)+$"
)
OPEN = re.compile(rf"^(?P<name>.*?)(?:在|为|达|达到|超过)?(?P<low>{NUM})?(?P<u>[^\d以不至]*?)?(?P<sign>.*)$")


def expression(words: str, topic: str = "", *, below_excludes: bool = False) -> str | None:
    """The expression for a condition's words, None when any part of them is not understood.

    `topic` is the heading or factor that the words answer (违法行为持续时间: "3个月以下").
    """
    text = re.sub(r"\s+", "", words)
    either = re.split(r"[；;]?(?:或者|或(?!者))", text) if re.search(r"或", text) else [text]
    read = [_all(part, topic, below_excludes=below_excludes) for part in either]
    if any(part is None for part in read):
        return None
    told = [part for part in read if part]
    return told[0] if len(told) == 1 else " or ".join(f"({part})" if " and " in part else part for part in told) or None


def _all(text: str, topic: str, *, below_excludes: bool) -> str | None:
    found = []
    for part in re.split(r"[，,；;、]|且|并且|同时(?!满足)|以及", text):
        part = FILLER.sub("", part)
        if not part:
            continue
        read = _one(part, topic, below_excludes=below_excludes)
        if read is None:
            return None
        found.append(f"({read})" if " or " in read else read)
    return " and ".join(dict.fromkeys(found)) or None


def _one(part: str, topic: str, *, below_excludes: bool) -> str | None:
    for pattern, made in WORDS:
        if re.fullmatch(rf"(?:当事人|违法行为人|其|案发后|能够)?(?:{pattern})(?:的)?", part):
            return made
    return measured(part, topic, below_excludes=below_excludes)


def measured(part: str, topic: str, *, below_excludes: bool = False) -> str | None:
    """A size as comparisons: 3个月以上6个月以下, 货值金额不足一万元, 第2次, 100平方米以上."""
    name = _fact(part, topic)
    if name is None:
        return None
    sizes = [(_size(match, name), match) for match in re.finditer(rf"({NUM})([^\d{CHINESE}以不至~—-]{{0,4}})", part)]
    told = [(value, match) for value, match in sizes if value is not None]
    if not told or len(told) > 2:
        return None
    parts = []
    for value, match in told:
        sign = _sign(part[: match.start()], part[match.end() :], below_excludes=below_excludes)
        if sign is None:
            sign = ">=" if len(told) == 2 and match is told[0][1] else "<=" if len(told) == 2 else "=="
        parts.append(f"{name} {sign} {value.normalize():f}")
    rest = re.sub(rf"{NUM}", "", part)
    return " and ".join(parts) if len(rest) < 26 else None


def _fact(part: str, topic: str) -> str | None:
    for pattern, name in SUMS:
        if re.search(rf"(?:{pattern})", part):
            return name
    if re.search(rf"{NUM}(?:元|万|圆)", part):
        return next((name for pattern, name in SUMS if re.search(rf"(?:{pattern})", topic)), None)
    if re.search(rf"{NUM}次", part) and re.search(r"同类|违法|次数|再次|受处罚|本次", topic + part):
        return "nth_offence"
    if re.search(rf"{NUM}(?:个月|天|日|年|月|周)", part) and re.search(
        r"持续|时间|时长|期限|逾期|超期|天数", topic + part
    ):
        return "days"
    units = [(name, unit) for name, table in MEASURES for unit in table if re.search(rf"{NUM}{unit}", part)]
    return max(units, key=lambda pair: len(pair[1]))[0] if units else None


def _size(match: re.Match[str], name: str) -> Decimal | None:
    value = parse_number(match.group(1).replace(",", ""))
    if value is None:
        return None
    unit = match.group(2)
    if name == "days":
        marks = sorted(DAYS, key=len, reverse=True)
        factor = next((DAYS[mark] for mark in marks if unit.startswith(mark)), None)
        if factor == DAYS["月"] and value % 12 == 0:
            return value / 12 * DAYS["年"]
        return value * factor if factor else None
    if name == "nth_offence":
        return value if unit.startswith("次") else None
    if name.startswith("count."):
        table = next(table for key, table in MEASURES if key == name)
        scale = next((table[mark] for mark in sorted(table, key=len, reverse=True) if unit.startswith(mark)), None)
        return value * Decimal(scale) if scale else None
    return value if unit.startswith(("元", "圆")) or not unit else None


def _sign(before: str, after: str, *, below_excludes: bool) -> str | None:
    if after.startswith(("以上", "及以上", "（含）以上", "起")):
        return ">="
    if re.search(r"(?:不足|不满|低于|少于|小于|未满|未达(?:到)?)$", before):
        return "<"
    if re.search(r"(?:不超过|不高于|至多)$", before):
        return "<="
    if re.search(r"(?:超过|高于|大于|多于)$", before):
        return ">"
    if after.startswith(("以下", "以内", "及以下", "之内")):
        return "<" if below_excludes and after.startswith("以下") else "<="
    return None
