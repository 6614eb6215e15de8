"""The violation where no sentence names it: the clause of the facts that says what was done or left undone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.extract.paper import Paper
from checker.extract.violation import SUBJECT, WRONG, Name

WHO = re.compile(rf"{SUBJECT}|[该本][\u4e00-\u9fff]{{1,3}}(?=未|自)")
CLAUSE = re.compile(r"[^，。；：\n│]+")
# Sentences of the facts that tell of other things: papers, steps of the procedure, pleas, earlier cases.
ASIDE = re.compile(
    r"^\s*(?:(?:以上|上述)(?:违法)?事实|证据|主要证据|有下列证据)|曾[于因被经]|因[^，。；]{2,16}?(?:于[^，。；]{2,14})?被[^，。；]{0,16}(?:处|罚|拘留)|此前|前次|称|辩|申辩|认为|告知|送达|责令|要求其?[于在限]|复查|整改"
)
DAY = r"(?:(?:19|20)\d{2}年)?\d{1,2}月(?:\d{1,2}日)?(?:底|初|中旬)?"
LEAD = re.compile(
    rf"(?:[（(【\[]?[一二三四五六七八九十\d]+[)）、.．】\]]|[①-⑳]|(?:[自从至于]|截至|截止)?{DAY}(?:起|至今|以来|期间|至|[—-])?|\d{{1,2}}时(?:许|左右|\d{{1,2}}分)?"
    r"|(?:现?查明|查实|查见|发现|经查|检查|存在)|[但且并也均仍即而就却则又]|一直|至今|[一二三两]周内|情况下|[\u4e00-\u9fff]{{2,10}}?产生的|在[^，]{2,24}?(?:期间|过程中|途中|内|上|旁|边|处|里|市场|路口|停车场)(?=未|擅|用|使|遗|倾|露|非|违))+"
)
# A clause that says what was left undone: the thing first (灭火器, 废气) or the omission itself.
LEFT = re.compile(
    rf"(?P<thing>[\u4e00-\u9fff、A-Za-z“”\d]{{2,18}}?)?(?P<v>(?:(?!违[法规]|超[过出标]){WRONG}|未登记|未申请|未覆盖|未统一|无(?:有效|证|照|许可))[^\d（(“]*)"
)
UNTIL = re.compile(
    r"(?:(?<=[^使])用于|[共约合]?计?\d|约|（|\(|的情况下|的情形|的状态|[共合]计|予以|证据|为证|手续$|仍|系|[于在]$).*$"
)
# What nobody is punished for: the answer of the party, the course of the case, the results.
PLEA = re.compile(r"辩称|申辩|听证|主张|陈述|复核|采纳")
NOT_A_DEED = re.compile(
    r"未(?:按期|改正|整改|停止|造成|发现|提[出供交]|要求|陈述|申辩|申请听证|申请复|查|产生|付|支付|出售|售|见|使用完|达|满|收|引起|参与|予|再|经核|影响|能?出示|能?提供|果)|没有(?:造成|发现|证据)|不(?:知|予|服|同意|作|存在|具备|超过|满|构成|足|详)|未成年|无(?:异议|关|法|人员)|违法所得|未来|并未"
)
ENDS = re.compile(r"\s*(?:[。；\n\d]|$|，(?:违反|以上|上述|有|被|执法))")
SCANT = 4  # characters: 未公示, 未覆盖 say too little alone
# What is wrong without any 未 or 不: deeds that only offenders do.
DEED = re.compile(
    r"(?P<v>(?:占用、|堵塞、|封闭、)*(?:占用|堵塞|封闭|锁闭|遗撒|倾倒|抛撒|露天|提供了?不真实|组织虚假|重复收|分解收|超标准收|串换|虚[构开报假]|[伪变]造(?![件品])|冒[用充]|私[设拉搭]|乱[堆搭]|赌博|殴打|盗窃|损[毁坏]|毁坏|划损|夜间施工|延长工作|克扣|拖欠|隐瞒|招用|使用童工|接纳未成年)[^，。；：（(“”\d约共]{0,24})"
    r"|(?P<hit>(?:用[^，。；]{1,6}?)?(?:击打|踢打|推搡|掌掴|砸|划损|划伤)[^，。；：（(“”]{2,24})"  # 用石块划损3辆小汽车的漆面
)
# 《娱乐场所管理条例》第二十三条“歌舞娱乐场所不得接纳未成年人”: what the law forbids is what was done.
FORBIDDEN = re.compile(
    r"条[^，。；“”]{0,12}[，：]?[“\"][^”\"]{0,24}?(?:不得|禁止|严禁)(?P<v>[^，。；”\"、]{4,24}?)[。]?[”\"]"
)
# 第三十三条第（二）项“非因不可抗力改变行程”的规定: an item that lists violations, quoted word by word.
ITEMISED = re.compile(
    r"项[，：]?[“\"](?P<v>(?![^”\"]*(?:应当|必须|不得|可以|罚款|处|责令|警告|没收))[^，。；”\"]{4,30})[”\"]"
)
# …“禁止占用、锁闭、封堵出口、疏散通道”: several verbs, of which one was done
FORBIDDEN_MANY = re.compile(
    r"条[^，。；“”]{0,12}[，：]?[“\"][^”\"]{0,24}?(?:不得|禁止|严禁)(?P<v>[^，。；”\"]{4,36}?)[。]?[”\"]"
)
FORBIDS = re.compile(r"《(?:禁止|严禁)(?P<v>[^》]{3,12}?)(?:的?(?:暂行)?(?:规定|办法|条例))》")
VEHICLE = re.compile(r"[轮车船舶]$")  # 该公司桂C5XX86号货车未按规定检测: whose it is is no part of the name


@dataclass(frozen=True, slots=True)
class _Clause:
    start: int
    end: int
    weight: float


def read_deeds(paper: Paper, names: Sequence[str]) -> Iterator[Name]:
    """What the facts say was left undone or done, the most telling first; last what the quoted law forbids."""
    found = sorted(_told(paper, names), key=lambda each: (-each.weight, each.start))
    strong = [each for each in found if each.weight >= 2]
    yield from (Name(each.start, each.end, 0.45, "cause-deed") for each in strong)
    for pattern in (ITEMISED, FORBIDDEN, FORBIDS):
        for match in pattern.finditer(paper.text, 0, paper.parts.tail):
            yield Name(match.start("v"), match.end("v"), 0.45, "cause-forbidden")
    yield from (Name(each.start, each.end, 0.4, "cause-deed") for each in found if each not in strong)
    for match in FORBIDDEN_MANY.finditer(paper.text, 0, paper.parts.tail):
        yield Name(match.start("v"), match.end("v"), 0.4, "cause-forbidden")


def _told(paper: Paper, names: Sequence[str]) -> Iterator[_Clause]:
    for low, high in paper.parts.sentences:
        if low >= min(paper.parts.legal, paper.parts.tail):
            return
        if PLEA.search(paper.text, low, high):
            continue
        for match in CLAUSE.finditer(paper.text, low, min(high, paper.parts.legal)):
            if not ASIDE.search(match.group()):
                yield from _of_clause(paper, match.start(), match.end(), names)


def _of_clause(paper: Paper, start: int, end: int, names: Sequence[str]) -> Iterator[_Clause]:
    text = paper.text
    start = _past(text, start, end, names)
    left = LEFT.match(text, start, end)
    if left and not NOT_A_DEED.match(left["v"]) and not NOT_A_DEED.search(left["v"][:12]):
        stop = _stop(text, left.start("v"), left.end("v"))
        if left["thing"] and _lawful(left["thing"]):
            if VEHICLE.search(left["thing"]) and stop - left.start("v") > SCANT:
                yield _Clause(left.start("v"), stop, _weight(paper, left.start("v"), stop, 0.5))
            return
        begin = left.start()
        if stop - left.start("v") > SCANT or left["thing"]:
            yield _Clause(begin, stop, _weight(paper, begin, stop, 1.0 if left["thing"] else 2.0))
        return
    deed = DEED.search(text, start, end)
    if deed and (deed.start() == start or ENDS.match(text, deed.end())):
        stop = deed.end() if deed["hit"] else _stop(text, deed.start(), deed.end())
        yield _Clause(deed.start(), stop, 0.5)


def _past(text: str, start: int, end: int, names: Sequence[str]) -> int:
    """Where the clause goes on behind numbers, days, the party and words of finding."""
    while start < end:
        match = LEAD.match(text, start, end)
        name = "" if match else next((each for each in names if text.startswith(each, start, end)), "")
        match = match or (None if name else WHO.match(text, start, end))
        past = match.end() if match else start + len(name)
        if past == start:
            break
        start = past
    while start < end and text[start].isspace():
        start += 1
    return start


def _lawful(thing: str) -> bool:
    """Whether what stands before the omission is the party's own doing or a paper, and no part of the name."""
    return bool(
        re.search(r"发现|检查|[销出]售|使用|当事人|经营|[两二三名]人|名|其|系|项目|在|[轮车船舶机秤犬]$", thing)
    )


def _stop(text: str, start: int, end: int) -> int:
    cut = UNTIL.search(text, start + 2, end)
    return cut.start() if cut and cut.start() - start > 2 else end


def _weight(paper: Paper, start: int, end: int, base: float) -> float:
    """A clause that ends the tale weighs more, and one whose words the reasoning and the decision take up again."""
    rest = paper.text[min(paper.parts.legal, paper.parts.operative[0]) : paper.parts.tail]
    value = paper.text[start:end]
    pairs = [value[i : i + 2] for i in range(len(value) - 1)]
    taken_up = sum(pair in rest for pair in pairs) / max(len(pairs), 1)
    return base + 0.5 * bool(ENDS.match(paper.text, end)) + 0.5 * taken_up
