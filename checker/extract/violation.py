"""What a name of a violation looks like: verbs that begin one, words that only point back, trimming to the short name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

LONGEST = 60  # characters; what is longer tells the facts and names no violation
BODY = r"(?:诊所|卫生[室院]|合作社|商店|学校|食堂|场所|单位|公司|店|厂|部|校|院|行|所|户|场|站|馆|村|社|中心|企业|酒店|餐馆|餐厅|个人|船|车)"
MARK = r"(?:[一二三四甲乙]|[（(][一二三四五\d][)）])?"  # 当事人二, 被处罚人（一）
SUBJECT = (
    rf"(?:[二两三]人|(?:上述|涉案|[二两三]名?|被处罚)?当事人{MARK}|被处罚(?:人|单位){MARK}|违法行为人{MARK}|[你该](?:[（(]?{BODY}[)）]?|人|们)?"
    r"|[\u4e00-\u9fff]{1,2}(?:某|\*|×)[某\*×\u4e00-\u9fff]{0,2}?|行为人|经营者|其(?!行为|他|中|余|所|上述)|该[\u4e00-\u9fff]{1,3}(?=未|无|不|擅|在|将|非))"
)
# Omissions and acts without leave: what the law forbids, whoever words it.
WRONG = (
    r"(?:未(?:取得|经|按|依|采取|采用|办理|标|明码|建立|设置|设立|履行|保持|将|对|安装|附有?|及时|如实|落实|配备|佩戴|制定|组织|进行|公示|报|登记|备案|申报|申请(?:强制)?检定|申请办理|张贴|悬挂|执行|实行|缴"
    r"|签订|参加|随车|携带|系|戴|礼让|减速|查验|索取|培训|检|在)|擅自|私自|非法|无证|无照|违规|违法(?!行为|所得|事实|情[节形]|程度|记录)|不(?:按|执行|标明|明码|履行|落实|如实|依法)|没有(?:采取|按|取得|办理|依法|标明)|超(?:过|出|越|标|载|限|员|范围)|偷工减料)"
)
VERB = (
    r"(?:未|无|不|没有|违|擅自|非法|私自|从|销售|出售|生产|经营|使用|发布|侵犯|虚|利用|以|用|超|将|把|在|拒|进行|进货|伪造|变造|提供|出具|占|损|毁|排放|倾倒|堆|堵|驾驶|运输|运送|运营|雇|招|允许|聘|组织|接纳|接受"
    r"|收|转|出租|出借|购|建|搭|施工|拖欠|克扣|安排|哄抬|串|泄露|隐|逃|抗|偷|骗|欺|假|仿|冒|诱|强|捕|猎|砍|滥|采|挖|开|破坏|弃|丢|遗|乱|随意|对|向|为|给|通过|明知|殴打|盗|赌|吸|贩|持有|携带|阻|妨碍|拆|改|封闭|遮挡"
    r"|圈|埋压|锁|制|加工|屠宰|贮存|储存|散|张贴|虐|寻衅|扰乱|诈|敲|冲|酒后|醉酒|逾期|篡改|混|掺|取水|取得|办理|举办|开展|从事|挪用|贷|误导|夸大|编造|捏造|做|作|刊登|参与|容留|介绍|设置|露天|饲养|放养|多|少|瞒|迟|漏|延长|降低|减少"
    r"|套|调换|电鱼|毒鱼|炸鱼|乘坐|闯|逆行|违停|重复|分解|留存|泄|悬挂|机动车)"
)
# Words that only point back: 上述行为, 第一项行为, 其行为, 以上事实.
POINTER = re.compile(
    r"(?:(?:的|之)?(?:上述|前述|以上|该|此|其|这|本案|第?[（(]?[①-⑳一二三四五六七八九十\d]+[)）]?(?:项|种|个)?|[两三四]|所述|涉案|违法|相关)*的?(?:违法)?(?:行为|事实|做法|问题|情形|情况)?(?:均|已|也|都|分别|显然|客观上)*|分别|均|已|的)$"
)
GENERIC = re.compile(
    r"(?:环境|消防|交通|价格|广告|行政|安全生产|食品|药品|土地|规划|劳动|卫生|税收)?(?:违法|违规|违章)(?:行为)?$|(?:此|本|该|其|有关|相关|上述|作为|拒不改正|逾期|同类|情节|主动|无证据|没有证据|未发现|在自查|不(?:构成|属于|是|存在)|系?(?:初次|首次|初犯|偶犯))|实施?同"
)
FACTS = re.compile(
    r"[。；\n]|第[^，]{1,6}条|(?:19|20)\d{2}年|检查(?:时|中)?发现|(?<!阻碍)(?<!阻挠)执法人员|立案|本局|我局|(?:该|上述|前述|涉案)[^，]{1,4}$"
)
ADVERB = re.compile(
    r"，|的|(?:上述|前述)(?!行为)|(?:以上|该|其|此)?行为[均已]*(?:构成|属于?|系)了?|在(?=占用|擅自|非法)|存在|实施(?:了)?|有(?!奖)|因|涉嫌|仍然?|继续|共同|明知[^，]{2,20}，|作为[^，]{2,16}(?:，|(?<=[位者人业司])(?=擅自|未|违|非法))|在明知[^，]{2,20}(?:情况下|时)，?|于(?=[\d〇二三四])"
    r"|[自从]?(?:(?:19|20)\d{2}年)?\d{1,2}月(?:\d{1,2}日)?(?:\d{1,2}时(?:许|\d{1,2}分)?)?(?:至[^，]{2,12}?(?:期间|日|月(?!\d)))?(?:期间|起)?，?|(?:19|20)\d{2}年"
    r"|在[^，]{2,12}期间，?|在[^，]{2,30}?(?:处|路口|附近|路段|门口|店内|公里)(?=实施|驾)"
)
TRAILING = re.compile(
    r"(?:的情况下.*|，(?:经[^，]{0,6}|被)?责令[^，]{0,12}[，而后仍]*(?:逾期|拒)[不未][^，]{0,6}|，(?:以上|上述)事实.*|的?(?:违法)?行为|(?<!目)的|一案|(?<![备立档个])案|，|、|：|[（(][^）)]*[)）]?|[\s”\"])+$"
)
GOODS = re.compile(r"(?:销售|经营|出售|使用)(?!的|未|不|无)[^不无未的，]{2,24}?(?P<core>(?:未|不)[^的，]{3,16})$")
# 在规划区内进行工程建设而未取得许可证: the omission is what the law forbids, the rest is lawful in itself.
CONTRARY = re.compile(r"(?:在|进行|从事)[^，未不无]{2,24}[而却但](?P<core>(?:未|不|没有|无)[^，]{3,30})$")
MARKED = re.compile(r"未|不|无|没有|擅自|非法|违|超|虚|伪|假|冒|拒|骗|偷|私自|非")


@dataclass(frozen=True, slots=True)
class Name:
    """A candidate: where it stands, how sure its pattern is, and which it was."""

    start: int
    end: int
    sure: float
    rule: str


def trimmed(text: str, name: Name, names: Sequence[str]) -> Name | None:
    """Without the party, adverbs of time and place, 涉嫌 and 案; None when what is left names no violation."""
    start, end = name.start, name.end
    while start < end and (step := _lead(text, start, end, names)):
        start += step
    tail = TRAILING.search(text, start, end)
    end = tail.start() if tail else end
    start = _core(text, start, end)
    value = text[start:end]
    shortest = 2 if name.rule == "cause-charged" else 3
    if not shortest <= len(value) <= LONGEST or POINTER.match(value) or GENERIC.match(value) or FACTS.search(value):
        return None
    return Name(start, end, name.sure, name.rule)


def _lead(text: str, start: int, end: int, names: Sequence[str]) -> int:
    for each in names:
        if text.startswith(each, start) and start + len(each) < end:
            return len(each)
    closing = text.find("）", start, end)
    if closing >= 0 and "（" not in text[start:closing]:
        return closing + 1 - start  # the bracket was opened before the name begins
    match = ADVERB.match(text, start, end)
    return match.end() - start if match else 0


def _core(text: str, start: int, end: int) -> int:
    """销售砂糖橘未明码标价 is 未明码标价; 进行有奖销售，有奖销售信息不明确 is what is wrong with it."""
    if goods := GOODS.match(text, start, end):
        return goods.start("core")
    if but := CONTRARY.match(text, start, end):
        return but.start("core")
    clauses = text[start:end].split("，")
    if len(clauses) == 2 and not MARKED.search(clauses[0]) and MARKED.search(clauses[1]):
        return end - len(clauses[1])
    return start
