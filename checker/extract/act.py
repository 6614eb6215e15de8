"""When the act began and when it ended or was found: periods, days since, days until, the day of detection."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from checker.extract.paper import Paper
from checker.extract.periods import Period, read_periods
from checker.extract.timeline import first_date
from checker.records.decision import Event
from checker.records.read import Read
from checker.text.dates import DateToken

Day = Read[date]
ACT = re.compile(
    r"购进|购入|开始|销售|卖|售出|生产|经营|营业|发布|施工|排放|排污|驾驶|运输|投入使用|开工|建设|使用|从事|上架|加工|制作|堆放|倾倒|擅自|未取得|未经|未办理"
    r"|期间|实施|屠宰|焚烧|占用|开业|违法行为发生|收取|承运|举办|组织|雇|安排|宣传|捕捞|取水|开采|出租|出借|诊疗|执业|发放|出具|提供|转让|办理|挪用|拖欠|克扣"
)
DOER = re.compile(
    r"(?:期间)?[，,]?(?:当事人|其|该[\u4e00-\u9fff]{1,3}|[\u4e00-\u9fff]{1,8}(?:公司|某)|你(?:单位|公司|店|厂)?)"
)
WHO = re.compile(r"当事人|被处罚人|违法行为人|你(?:单位|公司|店|厂)?|[\u4e00-\u9fff]某|[二两三]人")
# Dates of papers, goods, earlier cases and rules are not dates of the act.
HISTORIC = re.compile(
    r"曾|此前|上一次|前次|成立|注册|登记成立|(?<!未经)核准|(?<!未)(?<!未依法)取得[^，。；]{0,12}(?:许可|执照|证|批复)|有效期|生产日期|保质期|限用|批号|出生|颁发|核发|施行|公布|修[正订]"
    r"|发布的《|实施的《|到期|届满|签订|签署|下发|印发|(?<!未经)(?<!未获)批准|被(?!处罚[人单者当])[^，。；]{0,12}(?:处罚(?![人单者])|罚款|警告)"
)
TERM = re.compile(
    r"停留期|居留期|签证|检测|监测时间|有效期|租赁|租期|合同期|承租期|期限|保质期|经营期|检验周期|公示|拘留|停业整顿|工期|校准|计划|应[当于在]|限"
)
SINCE = re.compile(r"[^，。；]{0,8}?起(?!草|诉|拟)|开始|以来|以后|之后|后|始")
# 自2023年4月20日受聘, 自7月11日开设暑期班至…: 自 tells the first day also without 起.
FROM = re.compile(
    r"(?:至|到)(?:检查|查获|案发|被查|今|立案|现场|[本我][局机])|[^，。；]{0,8}?(?:坏|损坏|停|出?故障|失灵|失效|断|脱落)了?"
    r"|(?:即|便|就)?(?:受聘|聘[用请]|开[设办业工展始]|入职|上岗|从事|经营|营业|生产|销售|使用|占用|擅自|未)"
)
# What marks the first day of an act that is told as a story: he bought the goods on this day, the works began.
OPENS = re.compile(
    r"购进|购入|进货|采购|收购|买入|买来|动工|开工|进场|开始|开业|开张|投产|投入(?:使用|生产|运行|运营)|投用|启用|发布(?!的)|推送|张贴|悬挂|散发|投放|标注|标示|上传|上架|上线|入职|上岗|招用|聘用|租用|承租"
)
BEGUN = re.compile(
    OPENS.pattern + r"|营业|雇|擅自|未经|未取得|未办理|搭建|占用|施工|生产|加工|制作|分装|装盒|灌装"
    r"|脱落|损坏|停用|关闭|拆除|取水|开挖|开垦|砍伐|采伐|倾倒|堆放|填埋|改装"
)
BOUGHT = re.compile(r"购进|购入|进货|采购|收购|买入|买来|生产|加工|制作")
STALE = re.compile(
    r"(?:超过|超出|过了?|已过)(?:了)?(?:标[注明示]的?)?[^，。；]{0,6}(?:保质期|有效期|使用期|限期|使用期限|失效日期)|过期|失效|变质|霉变"
)
UNTIL = re.compile(r"(?:截至|截止到?|截止|直至|直到|至|到)\s*$")
# 自同年4月17日8时从某地开航起: behind 自 the word may stand farther off
SINCE_FAR = re.compile(r"[^，。；]{0,20}?起(?!草|诉|拟)")
SINCE_FOR = re.compile(r"起[，,]?(?:因|由于|为|在|即|便|就|连续|多次|先后|陆续|每|一直)")
# 进场时间是2022年11月3日; 购进：2024年1月20日; 北门是7月11日焊上的: the day is what the clause tells
OPEN_LABEL = re.compile(
    r"(?:购进|进货|开工|进场|动工|开始|投产|开业|启用|施工|入职)[^，。；：:]{0,8}?(?:的?(?:时间|日期|日子))?\s*(?:为|是|系|[:：\t])\s*$"
)
CLEFT_BEFORE, CLEFT = re.compile(r"[是系]\s*$"), re.compile(r"(?!前|后)[^，。；“”、]{1,10}的(?=[，。；“”\n])")
OVER_NIGHT = ("次日", "翌日", "第二天")
ACCIDENT = re.compile(r"发生[^，。；]{0,20}?(?:事故|火灾|爆炸|坍塌|泄漏)")
UNTIL_AFTER = re.compile(
    r"[^，。；]{0,40}?止(?=[，。；])|[^，。；]{0,14}(?:止|时|被|案发|检查|查[获处]|停|删|下架|拆|售|销|共|累计|合计|尚|仍|已|投诉|当日|当天|晚|方|才|制止|处理|封存|完工|竣工|封顶)|，"
)
STOPPED = re.compile(
    r"[^，。；]{0,12}?(?:自行|主动|即|就|已|才|自查[^，。；]{0,8})?(?:停止(?:了)?(?:生产|经营|营业|销售|施工|使用|建设|排放|发布|违法|该|上述)|停产|停业|停炉|停工|歇业|删除|下架|撤下|关停|关闭|终止|结构封顶|完工|竣工|全部(?:售|卖|销售?)[完罄空])"
)
ORDERED = re.compile(r"责令|要求|通知|复查|整改|期限|限")
RECEIVED = re.compile(
    r"^[，,]?[^，。；]{0,24}?(?:收到|接到|接(?=[^，。；]{0,16}(?:通报|举报|投诉|函|报告|线索|转办|转来))|收悉|受理)[^，。；]*"
)
LABELLED = re.compile(r"(?:检查|违法|案发|发生|抽样|行为|事发)(?:时间|日期)\s*[:：\t]\s*$")
STILL = re.compile(
    r"前[^。；]{0,24}逾期仍?未|[^。；]{0,12}复查[^。；]{0,24}仍|[^，。；]{0,4}(?:期满)?仍(?:然)?(?:拒|未|不|没)"
)
STEP = re.compile(r"[，,]?(?:经[^，。；]{0,8}|本?局?|[^，。；]{0,10}(?:予以|决定|依法))?(?:立案|送达|告知|受案)")
REPORTED = re.compile(
    r"^[，,\s（(]*(?:编号[^，。；]*[，,])?(?:称|反映|载明|显示|举报|要求|诉|投诉|结论|判定|内容|反应)"
)
DAYS = r"[两二三四五六七八九十\d]+[天日次]|连续|先后|分别|多次"
DETECTED = re.compile(
    r"夜查|抽查|督查|查看|执法人员[^。；]{0,16}?[到赴][^，。；]{0,10}(?:店|场|厂|工地|公司|单位|户)|检查|巡查|查获|查处|查见|抽检|抽样|抽取[^，。；]{0,18}[样检测]|取样|采样|勘验|勘查|发现|排查|监测|抓获|拦[下截停]|暗访|核查|巡[逻护]|到现场|到场|赶到|赴现场|联合执法|稽查|检定|取芯|被查(?![封扣])"
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A date of the facts with the words around it, as far as the dates beside it and the sentence."""

    token: DateToken
    before: str
    after: str


BORN = re.compile(r"(?:出生(?:日期|年月日|年月|时间|于)?|生日|生于)[:：\t 为]*$")


def read_act(paper: Paper, events: Sequence[Event]) -> tuple[Day | None, Day | None]:
    """(start, end) of the act. A period told as one; else the days that begin and end it, else the day it was found."""
    facts = _facts(paper, events)
    periods = [each for each in read_periods(paper, facts) if _of_act(paper, each)]
    certain = [each for each in periods if not each.looked_through]
    if certain:
        return _days(paper, min(certain, key=lambda each: each.listed))
    ends = {each.last.start for each in periods}
    told = [each for each in _told(paper, facts) if each.token.start not in ends]
    found = _detected(paper, told)
    since = _first(paper, told, _is_since, 0.75, "act-since")
    if since is not None and found is not None and since.value > found.value:
        since = None
    until = _until(paper, told, since)
    if periods:  # nothing but what was looked through
        first, last = _days(paper, periods[0])
        return since or first, until if until and until.value > last.value else last
    end = until or _stopped(paper, told, found) or found
    if since is None and until is not None and (night := _night(paper, facts, until)):
        return night, until
    # One day told with a verb that begins nothing is the day of the act, not of its beginning.
    since = since or _begun(paper, told, found or first_date(events, "filing"), BEGUN if end else OPENS)
    end = end or _act_day(paper, [each for each in told if since is None or each.token.value > since.value], events)
    if since is not None and end is not None and since.value >= end.value:
        return (since, end) if since.source == "rule:act-since" and since.value == end.value else (None, end)
    return since, end


def _of_deeds(paper: Paper) -> list[DateToken]:
    """The dates but those on which somebody was born."""
    return [each for each in paper.dates if not BORN.search(paper.text[max(each.start - 8, 0) : each.start])]


def _facts(paper: Paper, events: Sequence[Event]) -> list[DateToken]:
    """Dates told before the law is applied and before the notice: what follows is procedure and plea."""
    limit = paper.parts.legal
    tokens = [token for token in _of_deeds(paper) if token.start < limit]
    if not tokens:  # facts and law in one sentence
        tokens = [token for token in _of_deeds(paper) if token.start < paper.parts.tail]
    notices = {event.date.value for event in events if event.date and event.kind in ("notice", "hearing_notice")}
    for index, token in enumerate(tokens):
        if token.value in notices and index and not re.search(r"[:：\t]\s*$", paper.text[: token.start][-3:]):
            return tokens[:index]
    return tokens


def _told(paper: Paper, facts: Sequence[DateToken]) -> Iterator[_Told]:
    for index, token in enumerate(facts):
        if token.precision != "day":
            continue
        low, high = paper.parts.sentence(token.start)
        following = facts[index + 1].start if index + 1 < len(facts) else high
        previous = facts[index - 1].end if index else low
        before = paper.text[max(low, previous, token.start - 16) : token.start]
        before = (
            re.split(r"[，,：:\t]", before)[-1]
            if not (LABELLED.search(before) or OPEN_LABEL.search(before))
            else before
        )
        yield _Told(token, before, paper.text[token.end : min(high, following, token.end + 80)])


def _of_act(paper: Paper, each: Period) -> bool:
    """Whether a period is told of somebody's doing, and of no term or earlier matter."""
    if HISTORIC.search(each.lead) or TERM.search(each.lead[-12:]) or each.away or each.first.value > each.last.value:
        return False
    near = paper.text[max(each.first.start - 30, 0) : each.last.end + 50]
    if each.listed:  # days one by one are also those of papers: only what was done on them counts
        done = ACT.search(each.after[:30]) or OPENS.search(each.after[:30]) or re.match(DAYS, each.after)
        return done is not None and not (DETECTED.search(each.after[:30]) or STALE.search(each.after[:16]))
    return bool(ACT.search(near) or DOER.match(paper.text, each.last.end) or WHO.search(each.lead) or each.opens)


def _days(paper: Paper, each: Period) -> tuple[Day, Day]:
    one, other = each.first, each.last
    return (
        paper.read(one.value, one.start, one.end, 0.8, "act-period"),
        paper.read(other.value, other.start, other.end, 0.8, "act-period"),
    )


def _night(paper: Paper, facts: Sequence[DateToken], until: Day) -> Day | None:
    """The day before, where an act went on 至次日: it began on the evening that is told."""
    for one, other in zip(facts, facts[1:], strict=False):
        if paper.text[other.start : other.end] in OVER_NIGHT and other.value == until.value and one.precision == "day":
            return paper.read(one.value, one.start, one.end, 0.7, "act-night")
    return None


def _is_since(each: _Told) -> bool:
    """自2023年3月1日起, 2023年3月1日开始: the day from which the act went on."""
    if (
        HISTORIC.search(each.before)
        or TERM.search(each.before)
        or re.match(r"起?[^，。；]{0,6}(?:施行|(?<=[日天月年])内)", each.after)
    ):
        return False
    named = re.search(r"[自从]\s*$", each.before)
    marked = SINCE.match(each.after) or (SINCE_FAR.match(each.after) if named else None)
    if OPEN_LABEL.search(each.before) or (CLEFT_BEFORE.search(each.before) and CLEFT.match(each.after)):
        return True
    if (marked is None and named and FROM.match(each.after)) or SINCE_FOR.match(each.after):
        return True
    if marked is None or (marked.group() in ("后", "之后", "以后") and not ACT.search(each.after[:16])):
        return False
    stale = re.match(r"起?(?:即|就|便)?(?:已|处于)?[^，。；]{0,4}(?:超过|过期|失效)", each.after)
    return not stale and bool(
        ACT.search(each.after[:44]) or (named and not DETECTED.search(re.split(r"[，。；]", each.after)[0]))
    )


def _first(paper: Paper, told: Sequence[_Told], holds: object, sure: float, rule: str) -> Day | None:
    for each in told:
        if callable(holds) and holds(each):
            return paper.read(each.token.value, each.token.start, each.token.end, sure, rule)
    return None


def _begun(paper: Paper, told: Sequence[_Told], before: Day | None, verbs: re.Pattern[str]) -> Day | None:
    """The first day of the act by its verb; goods that only grew stale were lawful on the day they were bought."""
    stale = STALE.search(paper.text, 0, paper.parts.tail) is not None
    for each in told:
        if before is not None and each.token.value >= before.value:
            continue
        verb = verbs.search(each.after[:44])
        if verb is None or _aside(each) or DETECTED.search(each.after[: verb.start()]):
            continue
        if stale and BOUGHT.match(verb.group()):
            continue
        return paper.read(each.token.value, each.token.start, each.token.end, 0.65, "act-begun")
    return None


def _aside(each: _Told) -> bool:
    """Whether a date belongs to a paper, to goods, to an earlier case, or to what people said or filed."""
    return bool(
        HISTORIC.search(each.before)
        or HISTORIC.search(each.after[:20])
        or TERM.search(each.before)
        or RECEIVED.match(each.after)
        or re.match(
            r"[^，。；]{0,16}(?:立案|举报|投诉|告知|送达|申辩|陈述|检[验测][^，。；]{0,8}报告|鉴定)", each.after
        )
        or UNTIL.search(each.before)
    )


def _detected(paper: Paper, told: Sequence[_Told]) -> Day | None:
    """The day of the inspection or sampling; a report that only came in on a day tells of another day."""
    for each in told:
        if LABELLED.search(each.before):
            return paper.read(each.token.value, each.token.start, each.token.end, 0.85, "act-label")
        if STEP.match(each.after):
            continue
        rest = RECEIVED.sub("", each.after, count=1)
        if rest != each.after and REPORTED.match(rest):
            continue
        if HISTORIC.search(each.before) or UNTIL.search(each.before) or HISTORIC.match(each.after):
            continue
        if DETECTED.search(rest):
            return paper.read(each.token.value, each.token.start, each.token.end, 0.7, "act-found")
    return None


def _until(paper: Paper, told: Sequence[_Told], since: Day | None) -> Day | None:
    """截至…, 至…被查获: the last day told."""
    for each in told:
        cue = UNTIL.search(each.before)
        if cue is None or TERM.search(each.before) or HISTORIC.search(each.before):
            continue
        if since is not None and each.token.value < since.value:
            continue
        if each.after.startswith("前") and STALE.search(paper.text, 0, paper.parts.tail):
            continue  # 至2023年5月14日前卖出4桶: what was sold before it went stale
        if UNTIL_AFTER.match(each.after):
            return paper.read(each.token.value, each.token.start, each.token.end, 0.75, "act-until")
    return None


def _stopped(paper: Paper, told: Sequence[_Told], found: Day | None) -> Day | None:
    """The day the party stopped of itself, or was found going on in spite of an order."""
    for each in told:
        if found is not None and each.token.value > found.value and STILL.match(each.after):
            return paper.read(each.token.value, each.token.start, each.token.end, 0.65, "act-went-on")
        if found is not None and each.token.value < found.value:
            continue
        if STOPPED.match(each.after) and not ORDERED.search(each.before + each.after[:12]):
            return paper.read(each.token.value, each.token.start, each.token.end, 0.65, "act-stopped")
    return None


def _act_day(paper: Paper, told: Sequence[_Told], events: Sequence[Event]) -> Day | None:
    steps = {event.date.value for event in events if event.date and event.kind not in ("inspection", "report")}
    for each in told:
        old = HISTORIC.search(each.after[:16]) or HISTORIC.search(each.before[-12:])
        if (
            each.token.value not in steps
            and not old
            and not STEP.match(each.after)
            and not RECEIVED.match(each.after)
            and (
                ACT.search(each.after[:40])
                or ACCIDENT.search(each.after[:60])
                or WHO.search(each.before + each.after[:24])
            )
        ):
            return paper.read(each.token.value, each.token.start, each.token.end, 0.6, "act-date")
    return None
