"""裁量情节 by sentence, with polarity: denied, supposed, quoted from law, or only claimed by the party."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.extract.paper import Paper
from checker.records.decision import Circumstance

KINDS: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (kind, effect, re.compile(pattern))
    for kind, effect, pattern in (
        ("under_14", "none", r"(?:不满|未满)(?:十四|14)周?岁(?!以上)"),
        (
            "aged_14_to_18",
            "lighter",
            r"(?:已满)?(?:十四|14)周?岁(?:以上)?(?:不满|未满|至)(?:十八|18)周?岁|未成年人(?:违法|，)",
        ),
        ("mental_incapacity", "none", r"(?:精神病人|智力残疾人|不能辨认(?:或者)?(?:不能)?控制自己行为)"),
        (
            "no_fault",
            "none",
            r"(?:没有|无)主观(?:过错|故意)|主观上(?:没有|无|不存在)(?:过错|故意)|(?:履行|尽到)了?[^，。；]{0,14}(?:进货查验|注意)(?:等)?义务",
        ),
        ("coerced_or_deceived", "lighter", r"受(?:他人)?(?:胁迫|诱骗|蒙骗)"),
        (
            "removed_harm",
            "lighter",
            r"(?:主动|积极|及时)(?:采取[^，。；]{0,14})?(?:消除|减轻|降低|挽回)[^，。；]{0,14}(?:危害|后果|影响|损失|污染)|(?:主动|及时|全部)?召回|主动(?:退还|退赔|赔偿|清除)|消除(?:了)?(?:违法行为)?(?:的)?(?:危害)?(?:后果|影响)|主动下架",
        ),
        (
            "confessed_unknown",
            "lighter",
            r"主动(?:供述|交代|交待|说明|报告)[^，。；]{0,16}(?:尚未|未|没有)?(?:掌握|违法)|主动投案|自首",
        ),
        (
            "meritorious_help",
            "lighter",
            r"立功表现|(?:提供|检举)[^，。；]{0,12}(?:重要|他人)[^，。；]{0,8}(?:线索|违法)",
        ),
        (
            "first_offence",
            "lighter",
            r"(?:首次|初次|第一次)(?:发生|实施|出现)?(?:此类|该类|同类)?(?:违法|被查|违反|被处罚|发现)|(?:系|属|为|属于)(?:首次|初次|初犯|初违)|(?:首次|初次)(?:违法)?，|(?:无|没有|未有|不存在|未(?:发现|查询到)(?:其|当事人)?(?:有)?)[^，。；]{0,20}(?:同类|相同|类似|该类|其他)?违法(?:行为)?(?:记录|前科|史)|(?:未|没有)(?:曾)?(?:因同类|因此类|因相同|受过|受到过)[^，。；]{0,16}(?:处罚|行为)|首违",
        ),
        (
            "minor_harm",
            "lighter",
            r"(?:危害|损害|违法)?(?:后果|情节|行为|影响)(?:较为|比较|较|显著)?(?:轻微|较轻|较小|不大)|(?:未|没有|尚未|并未)(?:造成|产生|发现|引发|导致)(?:明显|严重|实际|不良|任何|其他|人身|重大|较大)?(?:的)?(?:危害|不良|损害|社会|人身|环境|安全)[^，。；]{0,14}(?:后果|影响|伤害|损害|事故|危害)?|违法程度轻微",
        ),
        (
            "corrected_in_time",
            "lighter",
            r"(?:及时|立即|当场|当日|主动|自行|已经?|按时|按期|按要求|限期内|期限内|案发后|检查后|日前)[^，。；不未拒]{0,12}(?:整改|改正|纠正|补办|拆除|清理|恢复原状|停止|停工|更换|整治|关闭|覆盖|移入|移除|清除|修复|打捞|搭设)(?!通知|期限|情况|复查|供|营业)|(?:整改|改正)(?:完毕|到位|完成)|复查合格",
        ),
        (
            "cooperated",
            "lighter",
            r"(?:积极|主动|能够|能|如实|全力|较好地?)[^，。；不拒]{0,6}配合[^，。；]{0,14}(?:调查|执法|检查|查处|工作|办案)?|如实(?:陈述|供述|提供|说明|交代)[^，。；]{0,12}|认错(?:态度)?(?:较好|良好|积极)|配合(?:执法|调查)[^，。；]{0,10}",
        ),
        (
            "small_amount",
            "lighter",
            r"(?:数额|金额|数量|货值|面积|获利|违法所得|涉案)[^，。；]{0,12}(?:较小|较少|不大|较低|轻微|很少)",
        ),
        ("short_duration", "lighter", r"(?:持续)?(?:时间|期间)(?:较短|不长|短暂|很短)"),
        (
            "hardship",
            "lighter",
            r"(?:经济|家庭|生活|经营)(?:确有|确实|状况|条件|存在)?(?:困难|贫困)|残疾人?(?:证)?|低保(?:户|家庭)|重大疾病",
        ),
        ("minor_role", "lighter", r"(?:起|处于)?(?:次要|辅助|从属)(?:作用|地位)"),
        (
            "repeat_offence",
            "heavier",
            r"(?:再次|又|二次|第二次|第三次|多次|屡次|屡教不改)[^，。；]{0,14}(?:实施|发生|违反|违法|被查|从事|擅自|经营|使用|受到)|(?:曾|此前)(?:于|因|经|被)[^。；]{0,60}(?:处罚|处以|罚款)|(?:一|二|两|1|2)年内[^，。；]{0,20}(?:再次|又|第二次|受到|同类)",
        ),
        (
            "obstructed",
            "heavier",
            r"(?:阻碍|阻挠|拒绝|妨碍|逃避|抗拒|暴力|威胁|辱骂)[^，。；]{0,10}(?:执法|检查|调查|公务|监督)(?:人员)?",
        ),
        (
            "destroyed_evidence",
            "heavier",
            r"(?:隐匿|销毁|转移|伪造|篡改|毁灭|隐瞒)[^，。；]{0,8}(?:证据|账|票据|资料|物品|数据|事实)",
        ),
        (
            "refused_correction",
            "heavier",
            r"(?:拒不|拒绝|逾期(?:仍)?(?:未|不)|仍(?:未|不)|未按(?:要求|期)?)[^，。；]{0,8}(?:改正|整改|停止|执行|拆除|恢复|补办|清理|清除|完成)",
        ),
        (
            "harmed_vulnerable",
            "heavier",
            r"(?:侵害|危害|损害|欺骗|针对|对)[^，。；]{0,10}(?:未成年人|老年人|老人|儿童|残疾人|孕妇|学生)",
        ),
        (
            "emergency_period",
            "heavier",
            r"(?:疫情|突发事件|自然灾害|重污染天气|重大活动)[^，。；]{0,12}(?:期间|防控|预警|时期)",
        ),
        (
            "large_amount",
            "heavier",
            r"(?:数额|金额|数量|货值|面积|获利|违法所得|涉案)[^，。；]{0,12}(?:较大|巨大|较多|较高)",
        ),
        ("long_duration", "heavier", r"(?:持续)?(?:时间|期间)(?:较长|长达|很长)"),
        ("instigated", "heavier", r"(?:教唆|胁迫|诱骗|指使|唆使)[^，。；]{0,10}(?:他人|员工|从业)"),
        (
            "serious_result",
            "heavier",
            r"(?:造成|引发|导致|发生)(?:了)?[^，。；未没]{0,12}(?:严重|重大|伤亡|死亡|事故|人身伤害|中毒|污染事故)[^，。；]{0,8}|后果严重|严重后果",
        ),
        ("bad_social_effect", "heavier", r"(?:社会)?影响(?:恶劣|较坏|极坏)|(?:恶劣|不良)(?:的)?社会影响"),
    )
)
NEGATION = re.compile(
    r"(?:未(?:发现|见|有|曾|造成|出现|查[实见]|产生|引发)?|没有|不存在|不具有|不具备|并无|无|并非|不属于|不符合|不是|尚未|难以认定|不构成|不能认定)[^，。；]{0,24}$"
)
OWN_NEGATION = frozenset({"first_offence", "minor_harm", "no_fault", "under_14"})
ABSENT = re.compile(r"(?:未发现|没有发现|不存在|不具有|并无|没有|未有)[^。；]{0,40}$")  # 不存在…、拒不改正的情形
SUPPOSED = re.compile(
    r"(?:如|若|倘|假如|如果|凡|应当|可以|有下列|下列情形|之一的|将依法|将(?:予以|从重)|逾期|今后|再次违法将|的，(?:应当|可以|依法))"
)
LAW = re.compile(r"第[^，。；]{1,12}条[^。；]{0,30}规定[:：，]?|《[^》]*》[^。；]{0,30}规定")
CLAIMED = re.compile(
    r"(?:当事人|其|你单位|该单位|申辩人|陈述人|张某|李某|代理人)?[^，。；]{0,12}(?:辩称|申辩称|陈述称|提出|主张|认为(?!其行为违)|称|表示|请求|申请)(?!疑)"
)
ADOPTED = re.compile(
    r"(?:予以|依法|决定)?采纳|经(?:复核|核实|查证)[^。；]{0,20}(?:属实|成立|情况属实)|本(?:局|机关|队)[^。；]{0,10}认可"
)
REFUSED = re.compile(r"不予采纳|不予支持|不能成立|不成立|未予采纳|不采纳")


PLEA = re.compile(r"(?:当事人|代理人|申辩|陈述|听证)[^。\n]{0,50}(?:提出|理由(?:为|是|有)|辩称|称|主张|认为)[：:]")
ANSWER = re.compile(
    r"(?:经|进行)复核|本(?:局|机关|队)(?:经|逐项|复核|认为)|复核(?:意见|认为)|经审[查核]|听证主持人|我局"
)


def read_circumstances(paper: Paper) -> tuple[tuple[Circumstance, ...], tuple[Circumstance, ...]]:
    """(found, denied). A kind told several times keeps its strongest place: reasoning before facts."""
    found: dict[tuple[str, str], Circumstance] = {}
    denied: dict[str, Circumstance] = {}
    pleaded = tuple(_pleaded(paper.text, paper.parts.tail))
    for begin, end in paper.parts.sentences:
        if begin >= paper.parts.tail or end - begin < 6 or any(low <= begin < high for low, high in pleaded):
            continue
        sentence = paper.text[begin:end]
        if _unspoken(paper, sentence, begin):
            continue
        place = _place(paper, sentence, begin)
        for kind, effect, start, stop, negated in _in_sentence(sentence):
            spans = paper.spans(begin + start, begin + stop)
            made = Circumstance(kind, effect, spans, round(0.82 * paper.doubt(begin + start, begin + stop), 4), place)
            if negated:
                denied.setdefault(kind, made)
            else:
                found.setdefault((kind, place), made)
    kept = tuple(each for (kind, _), each in found.items() if kind not in denied or each.place == "reasoning")
    return kept, tuple(each for kind, each in denied.items() if (kind, "reasoning") not in found)


def _pleaded(text: str, limit: int) -> Iterator[tuple[int, int]]:
    """Passages that list the party's reasons, and the agency's answer to them where it rejects them."""
    for match in PLEA.finditer(text, 0, limit):
        end = text.find("\n", match.end())
        end = len(text) if end < 0 else end
        answer = ANSWER.search(text, match.end(), end)
        refused = REFUSED.search(text, answer.start(), end) if answer else None
        yield match.end(), end if refused or answer is None else answer.start()


def _unspoken(paper: Paper, sentence: str, begin: int) -> bool:
    """Whether the sentence is not the agency's own finding: the party's claim, or the law's words alone."""
    claim = CLAIMED.search(sentence)
    if (
        claim
        and re.search(r"当事人|申辩|陈述|辩称|代理人|你单位|其", sentence[: claim.end()])
        and not re.search(r"本(?:局|机关|队)认为", sentence)
    ):
        following = paper.text[begin : begin + len(sentence) + 160]
        return not ADOPTED.search(following) or bool(REFUSED.search(following))
    return bool(REFUSED.search(sentence)) and "采纳" in sentence


def _place(paper: Paper, sentence: str, begin: int) -> str:
    if re.search(r"从轻|减轻|从重|不予处罚|裁量|情节|情形|档|阶次", sentence):
        return "reasoning"
    place = paper.parts.place(begin)
    return "facts" if place == "facts" else "reasoning" if place in ("reasoning", "operative") else "other"


def _in_sentence(sentence: str) -> Iterator[tuple[str, str, int, int, bool]]:
    law_from, law_to = _law_words(sentence)
    for kind, effect, pattern in KINDS:
        for match in pattern.finditer(sentence):
            if law_from <= match.start() < law_to:
                continue
            clause = re.split(r"[，。；、：]", sentence[: match.start()])[-1]
            if SUPPOSED.search(clause[-14:]) or re.match(
                r"[^，。；]{0,12}的[，,](?:将|应当|可以|依法|处|属于|为|按)", sentence[match.end() :]
            ):
                continue
            lead = re.split(r"[，。；：]", sentence[: match.start()])[-1]
            negated = kind not in OWN_NEGATION and bool(
                (ABSENT if kind == "refused_correction" else NEGATION).search(lead)
            )
            if kind == "no_fault" and match.group()[0] in "履尽" and NEGATION.search(lead):
                continue
            if kind == "corrected_in_time" and re.search(r"(?:责令|要求|通知|限)[^，。；]{0,12}$", lead):
                continue
            if kind == "repeat_offence" and re.search(r"没有|未曾|未[因受]|无(?!证|照)|不存在", match.group()):
                continue
            if kind in ("first_offence", "minor_harm") and re.search(
                r"(?:不(?:属于|符合|具有|构成|是)|并非|不能认定为?)[^，。；]{0,10}$", lead
            ):
                negated = True
            yield kind, effect, match.start(), match.end(), negated
            break


def _law_words(sentence: str) -> tuple[int, int]:
    """The part of a sentence that is a quotation of law, which decides nothing about this case."""
    match = LAW.search(sentence)
    if match is None:
        return -1, -1
    quote = re.compile(r"[“\"][^”\"]*[”\"]").search(sentence, match.end() - 1)
    if quote and quote.start() <= match.end() + 2:
        return match.end(), quote.end()
    own = re.search(r"(?:当事人|该(?:公司|单位|店)|鉴于|本案|你单位)", sentence[match.end() :])
    tail = sentence[match.end() :]
    if re.match(r"[^，。；]{0,30}(?:的|之一)[，,]?[^，。；]{0,6}(?:应当|可以|依法|从)", tail):
        return match.end(), match.end() + (own.start() if own else len(tail))
    return -1, -1
