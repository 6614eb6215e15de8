"""The cause (案由): the violation by the name that the text gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.extract.deeds import PLEA, read_deeds
from checker.extract.naming import apart, occurrences
from checker.extract.paper import Paper
from checker.extract.parties import called
from checker.extract.sanctions.payers import short_names
from checker.extract.violation import MARKED, SUBJECT, VERB, WRONG, Name, trimmed
from checker.records.decision import Respondent
from checker.records.read import Read
from checker.text.dates import FULL

SCANT = 4  # characters between two names that tell no act: 甲某、乙某
SURE = 0.7  # below it a name is a clause found somewhere, and clauses tell other things as well
LABEL = re.compile(
    r"(?:^|[\n\t。；　])\s*[【\[]?(?:[一二三四五六七八九十\d]+[、.．])?(?:案\s?由|案件名称|案件性质|处罚事由|违法行为类型|违法类型|违法行为名称|违法事项|违法行为)(?:[】\]]\s*[:：\t]?|\s*[:：\t])\s*(?P<v>[^\n\t。；　]{3,60})"
)
LAWFUL = re.compile(
    r"违反了?(?!本[法条]|国家|社会|法律|诚)(?=[^，。；]{0,40}?(?:《|条|同法|该法|该条例|上述|前述|规定))"
)
NOT_NOW = re.compile(r"曾[于因被]|涉嫌$|规定[，：]?$|[因如若]$")
EARLIER = re.compile(r"曾[于因被以经]|此前|前次|上一?次")
OPENER = re.compile(
    r"\s*(?:[一二三四五六七八九十\d]+[、.．]|[（(][一二三四五六七八九十\d]+[)）]|[①-⑳])?"
    r"(?:(?:综上(?:所述)?|据此|因此|经[^，。；]{1,10}|本案中?|我?[本我](?:局|机关|支队|大队|单位|厅|委|队|行|所|中心)[^，。；]{0,8}?认为|现?(?:已)?查明)[，：:]?)*"
)
ENDING = re.compile(
    r"(?:[（(][^（）()]*[)）])?，?(?:其|该|上述|此)?(?:的|之)?(?:上述|该|此类|这一)?(?:违法)?(?:行为|做法)?(?:[（(][^（）()]*[)）])?，?(?:已经?|均|分别|显然|明显|涉嫌|同时|客观上|也|都)*，?$"
)
CHARGE = re.compile(
    r"(?P<cue>构成|属于|属|系(?!统|列|数)|定性为|认定为|(?<=[，为均])是)了?[“\"]?(?:《[^》]{2,40}》[^，。；“”]{0,24}?(?:规定|所称|所指|所列|禁止)的?)?[“\"]?"
    rf"(?P<v>(?:(?<=构成)[\u4e00-\u9fff]{{2,8}}?(?={WRONG}))?{VERB}[^，。；：\n“”\"《》]{{1,50}}?|[^，。；：\n“”\"《》]{{2,24}}?(?=[”\"]?的?违法行为(?!人)))[”\"]?(?:的(?:(?!的)[\u4e00-\u9fff]){{2,4}}违法行为|的?(?:违法|不正当竞争)?行为)?(?=[，。；]|$|，?违反)"
)
# 构成《证券法》第一百九十一条第一款所述的内幕交易行为: the law's own word, whatever it begins with
BY_LAW = re.compile(
    r"(?:构成|属于|属|系)了?[“\"]?(?:《[^》]{2,40}》|该法|该条例|上述|前述)[^，。；“”]{0,24}?(?:规定|所称|所指|所列|所述|禁止|项)的?[“\"]?"
    r"(?P<v>(?!所|的)[^，。；：\n“”\"《》第]{2,30}?)[”\"]?的?(?:违法)?行为(?=[，。；])"
)
# 定性：普通食品广告涉及疾病治疗功能，违反…
TITLED = re.compile(
    r"(?:定性|违法性质|行为性质|违法事实认定)\s*[:：]\s*(?P<v>[^\n，。；：《》]{4,50}?)(?:的?行为)?(?=，?(?:违反|属于|构成|已))"
)
NO_CHARGE = re.compile(
    r"从轻|减轻|从重|不予处罚|轻微|较轻|较重|情节|情形|阶次|档|等级|违法所得|初次|首次|主观|过错|免责|免除|法定|理由|事由|拒不改正|主动|配合|阻碍执法|再次|有效|合法|另案|立功|表现|为[^，]{1,10}(?:所|而)|(?<!不)真实|(?<!不)属实|明知(?!.*仍)|知情|不知|无关|个人|自用|(?<!他)人$|者$|实施$|不能(?:控制|辨认)|父亲|母亲|较[长大多广]|风险|困难|户$"
)
NOT_CHARGED = re.compile(
    r"申辩|陈述|辩称|提出|称[，：:]?|认为其|请求|鉴于|不$|行政处罚法|裁量|不予处罚|从轻|减轻|从重|如果?|若|今后"
)
SUSPECTED = re.compile(
    rf"(?<!以)涉嫌(?!违反|违法(?!{VERB})|犯罪|构成)(?P<v>[^，。；：\n“”《》]{{2,50}}?)(?:一案|案件|(?<!立)案(?!件)|的?(?:违法)?行为|(?=立案)|(?=[，。；]|的(?:线索|举报|问题|情况|事实)|\n|$))(?!侦查)"
)
CASE = re.compile(
    rf"(?:{SUBJECT}|公司|店|厂|部|超市|院|场|所|中心|对|关于|，|[)）])(?:涉嫌)?(?P<v>{VERB}[^，。；：\n“”《》]{{2,50}}?)(?:一案|(?<![方档备答提预草图议])案(?=[，,（(]|\s*(?:\n|$)|已|经|进行|，|由|立案|，?本))"
)
PARTY = re.compile(rf"(?:^|(?<=[，：:；、])){SUBJECT}")
FILE = re.compile(
    r"(?:[（(][^）)\n]*[)）])?(?:涉嫌)?(?P<v>[^，。；：\n（）]{3,30}?)一案(?!件)"
)  # behind the party's name, whatever words
CALLED = re.compile(
    rf"[对就](?:{SUBJECT}|其)?(?P<v>{VERB}[^，。；：\n“”《》]{{3,50}}?)的?(?:违法)?行为，?(?:予以|给予|处|作出|决定|罚款|依法|依据|按|，)"
    rf"|{SUBJECT}(?P<w>{VERB}[^，。；：\n“”《》]{{3,40}}?)的(?:违法)?行为|(?:实施|存在)了?(?P<x>{VERB}[^，。；：\n“”《》]{{3,40}}?)的(?:违法)?行为|本案[系为](?P<y>{VERB}[^，。；：\n“”《》]{{3,30}})"
)
LISTED = re.compile(
    r"(?:^|[\n│｜：\t])\s*(?:[一二三四五六七八九十\d]+[、.．]|[（(][一二三四五六七八九十\d]+[)）]|[①-⑳])[对因]?"
    r"(?P<v>(?:(?<=对)[^，。；：\n“”《》]{2,16}(?=未)|未|无|不|擅自|非法|从|经营|销售|生产|使用|发布|进货|违|超|占|堵|封|将|在|安排|接纳)[^，。；：\n“”《》]{3,40}?)(?:的?(?:违法)?行为)?，(?:处|罚款|给予|并处|警告|没收)"
)
# 违反国家有关规定擅自举办学校: the rule stands in the name's way, and no article is told.
AGAINST = re.compile(
    rf"违反(?:了)?(?:国家|有关|相关|法律|法规|行政)[^，。；《》条]{{0,10}}规定，?(?P<v>{VERB}[^，。；：\n“”《》]{{3,40}})(?=[，。])"
)
# 有下列行为之一的…（二）X的，由…处: the item of the law that the agency quotes for this act.
ITEM = re.compile(
    rf"(?:[“\"](?:[^”\"]*?(?:[)）]|规定，|…|；|：))?|第[^，。；]{{1,10}}(?:[条款项]的?规定|项)[，：])\s*(?:[\u4e00-\u9fff]{{1,6}}(?:单位|者|人|企业|机构))?"
    rf"(?P<v>{VERB}[^，。；：“”\"]{{3,40}}(?:，[^，。；：“”\"]{{2,20}})?)(?:的，?|，违法所得[^，。；]{{2,12}}的，)(?=由|责令|处|没收|给予|可以?|并处|依照|；|”|。)"
)
AGAIN = re.compile(
    rf"(?:再次|两次|多次|一年内又)(?P<v>{VERB}[^，。；：\n“”《》]{{1,24}}?)(?:或者?|的?[，。]|的|被|已被|受[到过])"
)
# 曾因接纳未成年人被处罚, and now 再次, 同类: what was done before tells what was done.
BEFORE = re.compile(
    rf"曾?因(?P<v>{VERB}[^，。；：\n“”《》]{{1,24}}?)(?:的|一事)?，?(?:已?被|受[到过]|于[^，。；]{{6,12}}被)"
)
SAME = re.compile(r"再次|同类|同种|同样|两次|屡查")
REPORTED = re.compile(
    r"(?:反映|举报|投诉)[^，。；]{2,40}?(?P<v>(?:发布|销售|经营|生产|使用|未|擅自|无证|无照)[^，。；“”]{2,20}?)(?=。|的(?:举报|线索|问题|投诉))"
)
THING = (
    r"(?:[\u4e00-\u9fff、]{0,8}(?:设施|设备|器材|标志|标识|标签|信息|餐具|餐饮具|人员|废物|废气|废水|污水|车辆|货物))?"
)
OMITTED = re.compile(rf"(?P<v>{THING}{WRONG}[^，。；：\n“”\d]{{2,30}}?)(?:的情况下)?(?=[，。\n])")
SUMMED = re.compile(
    rf"(?:发现|查明|查实|检查|违法事实)[^。；\n]*[，：](?P<v>{THING}{WRONG}[^，。；：\n“”\d]{{2,30}}?)(?=[。；\n])"
)
OF_PARTY = re.compile(rf"{SUBJECT}(?P<v>{WRONG}[^，。；：\n“”\d]{{2,30}}?)(?:的情况下)?(?=[，。\n])")
# 你店于2023年7月1日至8月31日使用童工2名: the predicate of the sentence that tells who did what when.
DID = re.compile(
    rf"{SUBJECT}(?:[于自]|，)?(?:(?:19|20)\d{{2}}年)?\d{{1,2}}月\d{{1,2}}日[^，。；]{{0,24}}?，?(?:[在为][^，。；]{{2,20}}?)?(?P<v>(?:{WRONG}|使用|组织|露天|倾倒|焚烧|排放|捕捞|雇佣|招用)[^，。；：\n“”\d]{{2,20}}?)(?=约|\d|[，。；：“])"
)
UNRELATED = re.compile(
    r"组织者|父亲|理由|范围|时间较|部分|记录|笔录|单据|小票|费用|原因|申请复检|发现|陈述|申辩|听证|告知|责令|改正|整改|配合|造成|期限|台账|申请复议|违法所得|检查|售出|成本|在场"
)


def read_cause(paper: Paper, parties: Sequence[Respondent]) -> Read[str] | None:
    """The label's name; else what the sentence on the law calls the act; else how the text calls it elsewhere."""
    names = [name for party in parties for name in (*called(paper, party), *short_names(party))]
    for candidate in _candidates(paper, names):
        name = trimmed(paper.text, candidate, names)
        if (
            name
            and name.sure < SURE
            and name.rule != "cause-deed"
            and UNRELATED.search(paper.text[name.start : name.end])
        ):
            continue
        if name is not None:
            return paper.read(paper.text[name.start : name.end], name.start, name.end, name.sure, name.rule)
    return None


def _candidates(paper: Paper, names: Sequence[str]) -> Iterator[Name]:
    """From the surest to the least sure."""
    text, tail = paper.text, paper.parts.tail
    labelled = _matches(LABEL, text, 0, tail, 0.93, "cause-label")
    yield from (each for each in labelled if not FULL.match(text, each.start))
    sentences = list(_lawful(paper))
    acts = [each for start, at, _ in sentences for each in _act(text, start, at, names)]
    for start, at, _ in sentences:  # 在没有真实交易的情况下开具发票，属于虚开发票行为，违反…
        charged = _charges(paper, start, at)
        yield from (each for each in charged if "行为" in text[each.end : at])
    long = [each for each in acts if "，" in text[each.start : each.end]]
    yield from (each for each in acts if each.sure > 0.8 and each not in long)
    by_law = _matches(BY_LAW, text, 0, tail, 0.8, "cause-charged")
    yield from (each for each in by_law if not NO_CHARGE.search(text[each.start : each.end]))
    yield from _matches(TITLED, text, 0, tail, 0.8, "cause-titled")
    for start, _, end in sentences:
        yield from _charges(paper, start, end)  # 将工程交由个人施工，属于违法分包，违反…: the law's own name for it
    yield from (each for each in acts if each not in long)
    yield from long
    yield from _matches(CASE, text, 0, tail, 0.75, "cause-case")
    for each in (*names, "当事人"):
        for _, end in occurrences(text, (each,), 0, tail):
            if match := FILE.match(text, end, tail):
                yield Name(match.start("v"), match.end("v"), 0.75, "cause-case")
    yield from _matches(AGAINST, text, 0, paper.parts.operative[0], 0.7, "cause-against")
    yield from _matches(SUSPECTED, text, 0, tail, 0.7, "cause-suspected")
    called_so = _matches(CALLED, text, 0, tail, 0.65, "cause-called")
    yield from (each for each in called_so if not _earlier(paper, each))
    yield from _matches(LISTED, text, paper.parts.operative[0], tail, 0.6, "cause-listed")
    elsewhere = _charges(paper, 0, tail)
    yield from (
        each for each in elsewhere if text[each.start - 1] not in "系是" or MARKED.search(text[each.start : each.end])
    )
    yield from _matches(ITEM, text, paper.parts.legal, tail, 0.5, "cause-item")
    again = _matches(AGAIN, text, 0, len(text), 0.5, "cause-again")
    yield from (each for each in again if not _supposed(paper, each))
    if SAME.search(text, 0, tail):
        yield from _matches(BEFORE, text, 0, tail, 0.5, "cause-before")
    yield from _matches(DID, text, 0, paper.parts.legal, 0.45, "cause-did")
    yield from read_deeds(paper, names)
    for start, _, _ in sentences:
        yield from _omitted(paper, start)
    yield from _matches(OF_PARTY, text, 0, paper.parts.legal, 0.35, "cause-party")
    yield from _matches(REPORTED, text, 0, tail, 0.45, "cause-reported")


def _matches(pattern: re.Pattern[str], text: str, start: int, end: int, sure: float, rule: str) -> Iterator[Name]:
    for match in pattern.finditer(text, start, end):
        name = next(each for each in "vwxy" if each in pattern.groupindex and match[each])
        yield Name(match.start(name), match.end(name), sure, rule)


def _earlier(paper: Paper, name: Name) -> bool:
    """Whether the sentence tells of a penalty before this one."""
    low, _ = paper.parts.sentence(name.start)
    return EARLIER.search(paper.text, low, name.start) is not None


def _supposed(paper: Paper, name: Name) -> bool:
    """今后如再次…: a warning of what has not been done."""
    low, _ = paper.parts.sentence(name.start)
    return re.search(r"今后|以后|[如若]", paper.text[low : name.start]) is not None


def _lawful(paper: Paper) -> Iterator[tuple[int, int, int]]:
    """(start, place of 违反, end) of the sentences that say what law was broken, in order."""
    for match in LAWFUL.finditer(paper.text, 0, paper.parts.tail):
        start, end = paper.parts.sentence(match.start())
        inside = paper.text[start : match.start()]
        if inside.count("“") <= inside.count("”") and not NOT_NOW.search(inside):
            yield start, match.start(), end


def _act(text: str, start: int, at: int, names: Sequence[str]) -> Iterator[Name]:
    """What stands between the subject and 违反, without 的行为 and the like."""
    opener = OPENER.match(text, start, at)
    start = opener.end() if opener else start
    ending = ENDING.search(text, start, at)
    end = ending.start() if ending else at
    if construed := re.search(r"，(?:属于?|构成|系|是|已)", text[start:end]):
        end = start + construed.start()
    named = apart(list(occurrences(text, names, start, end)))
    others = ((start + each.start(), start + each.end()) for each in PARTY.finditer(text[start:end]))
    subjects = apart([*named, *others])
    called_so = [each for each in subjects if each in named]
    for one, other in zip(called_so, called_so[1:], strict=False):
        if other[0] - one[1] > SCANT:  # 甲…，乙…，均违反: each act has its own clause
            subjects, end = [one], other[0]
            break
    begin = subjects[-1][1] if subjects else start
    if subjects or re.match(VERB, text[start:end]):
        called_act = ending is not None and "行为" in ending.group()  # 当事人…的行为违反: it is named as an act
        yield Name(begin, end, (0.85 if called_act else 0.8) if subjects else 0.6, "cause-act")


def _charges(paper: Paper, start: int, end: int) -> Iterator[Name]:
    """属于…, 构成…的行为; what is construed of a plea, of a circumstance or by the Penalty Law is no violation."""
    found = []
    for match in CHARGE.finditer(paper.text, start, end):
        low, _ = paper.parts.sentence(match.start())
        before = paper.text[low : match.start()]
        inside = before.count("“") > before.count("”") or NOT_CHARGED.search(before)
        if not inside and not NO_CHARGE.search(match["v"]) and not NO_CHARGE.search(match.group()):
            found.append(match)
    for match in sorted(found, key=lambda each: each["cue"] in ("属于", "属", "系", "是")):
        yield Name(match.start("v"), match.end("v"), 0.8, "cause-charged")


def _omitted(paper: Paper, at: int) -> Iterator[Name]:
    """The omission in the sentence right before 上述行为违反, or the one that sums up what was found: 未标明价格."""
    text = paper.text
    end = len(text[:at].rstrip())
    start, _ = paper.parts.sentence(max(end - 1, 0))
    if PLEA.search(text, start, at) or EARLIER.search(text, start, at):
        return
    yield from sorted(_matches(OMITTED, text, start, at, 0.4, "cause-facts"), key=lambda each: text[each.end] != "。")
    yield from _matches(SUMMED, text, 0, at, 0.4, "cause-facts")
