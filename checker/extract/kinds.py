"""What kind of document this is: by its title first, by tell-tale sentences second."""

from __future__ import annotations

import re

from checker.extract.paper import Paper
from checker.records.read import Read

COLUMNS, RECORD_WITHIN = 4, 1500  # so many columns of a publicity record in the first characters make it one
HEAD = 600  # characters in which a title stands
TITLES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("judgment", r"(?:行政|民事|刑事|执行)[^\n]{0,8}(?:判决|裁定)书|人民法院\s*\n"),
        ("reconsideration", r"行政复议(?:终止|驳回|中止)?(?:申请)?决定书|复议决定书"),
        ("no_penalty_decision", r"不予[\u4e00-\u9fff]{0,4}处罚(?:决定|告知)书"),
        ("hearing_notice", r"听证(?:告知|通知)书"),
        (
            "penalty_notice",
            r"(?:行政)?处罚(?![^\n]{0,6}听证)(?:事先|先行|意见)?[^\n]{0,4}告知书|事先(?:[（(]听证[)）])?告知书|权利义务?告知书|违法行为(?:处理)?通知书|拟处罚告知",
        ),
        (
            "simplified_decision",
            r"(?:当场|简易程序)[^\n]{0,8}处罚[^\n]{0,8}决定书|处罚决定书[^\n]{0,4}[（(](?:当场|简易)",
        ),
        ("decision", r"处罚[^\n]{0,6}决定书(?!文?号)|处罚决定(?=\s*\n)|公安交通管理(?:行政)?处罚决定书"),
        ("service_receipt", r"送达回[证执]"),
        ("filing_approval", r"立案(?:审批|呈批|登记|报告)表?|案件来源登记表"),
        ("inspection_record", r"(?:现场|勘验|勘查)[^\n]{0,6}(?:检查|勘验|勘查)?(?:笔录|记录)|检查(?:笔录|记录)"),
        ("interview_record", r"(?:询问|调查|谈话)(?:[（(][^）)\n]{1,6}[)）])?笔录"),
        ("legal_review", r"法制审核[^\n]{0,4}(?:意见|表|书|记录)|法制审查意见"),
        (
            "discussion_record",
            r"(?:集体|案件)讨论(?:笔录|记录)|案审会[^\n]{0,6}(?:纪要|记录)|案件审[议理]委员会[^\n]{0,6}(?:纪要|记录)|集体讨论",
        ),
        (
            "rectification_order",
            r"责令(?:限期)?(?:立即)?(?:改正|整改|停止)[^\n]{0,10}(?:通知|决定|指令)书|整改指令书|(?:责令)?限期(?:改正|整改)(?:指令|通知|决定)书",
        ),
        ("closing_report", r"结案(?:报告|审批表)|关于[^\n，。]{2,40}案的?结案报告"),
        ("publicity_record", r"行政处罚[^\n]{0,6}(?:信息)?公(?:示|开)(?:表|信息)?"),
        (
            "benchmark",
            r"裁量(?:权)?(?:基准|标准|规则|规定|办法|适用)[^\n]{0,12}(?=\s*(?:\n|$|[（(]))|裁量(?:权)?[^\n。，]{0,6}(?:表|目录)(?=\s*\n)|免罚清单|不予(?:行政)?处罚[^\n。，]{0,14}(?:清单|目录)",
        ),
        (
            "law",
            r"^(?:中华人民共和国)?[^\n，。]{2,24}(?:法|条例|规定|办法)(?:\s*\n[\s\S]{0,400}?第一条|\s*[（(]节选[)）]\s*\n[\s\S]{0,400}?第[^\n]{1,6}条)",
        ),
    )
)
OTHER = re.compile(
    r"关于[^\n]{2,60}的(?:通知|意见|公告|函|批复|报告|决定)|通知\s*\n|新闻|记者|通讯员|工作总结|实施方案"
)
DECIDES = re.compile(
    r"(?:处罚|决定)如下|(?:^|\n)\s*罚款[:：]|(?:^|\n)\s*处罚决定[:：\t]|决定(?:对[^。\n]{0,30})?(?:给予|处以?|作出)[^。\n]{0,40}(?:罚款|处罚|警告)"
    r"|决定(?!书)(?:对[^。，\n]{0,30})?[^。\n]{0,30}?(?:处|罚款)(?:罚款)?(?:人民币)?[\d一二三四五六七八九壹贰叁肆伍陆柒捌玖]"
)
QUOTED = re.compile(r"原告|被告|上诉人|申请人[^。\n]{0,20}不服|本院认为|判决如下|复议机关")
# The columns of the standard record (双公示), with or without a title above them.
RECORD = re.compile(
    r"行政相对人(?:名称|类别)?|(?:行政)?处罚决定(?:书)?文号|违法行为类型|处罚(?:类别|内容)|处罚(?:决定)?机关|处罚决定日期"
)
ON_THE_SPOT = re.compile(r"当场(?:作出|做出|处罚|收缴)|简易程序")


def read_kind(paper: Paper) -> Read[str]:
    """The document kind of the contract, with the words that tell it; "other" when nothing does."""
    head = paper.text[:HEAD]
    best: tuple[int, str, int] | None = None
    for kind, pattern in TITLES:
        match = pattern.search(head)
        if match is not None and _is_title(head, match) and (best is None or match.start() < best[0]):
            best = (match.start(), kind, match.end())
    other = OTHER.search(head[:300])
    if best is not None and (other is None or best[0] <= other.start() or best[1] in ("judgment", "reconsideration")):
        return _refined(paper, *best)
    if other is not None:
        return paper.read("other", other.start(), other.end(), 0.8, "kind-other")
    return _by_sentences(paper)


def _is_title(head: str, match: re.Match[str]) -> bool:
    """A title stands on a line of its own, or nearly so, and is not quoted or spoken of."""
    start = head.rfind("\n", 0, match.start()) + 1
    end = head.find("\n", match.end())
    line = head[start : end if end >= 0 else len(head)]
    before = head[start : match.start()]
    if re.search(r"[《“\"，。；]|(?:送达|作出|收到|制作|不服|关于)", before):
        return False
    if re.fullmatch(r"\s*[\u4e00-\u9fff]{4,24}", before) and re.match(r"[\s　]", head[match.end() :]):
        return True  # a text without line breaks: agency, title, then a space
    return len(line.strip()) <= 60 or match.start() - start <= 4


def _refined(paper: Paper, start: int, kind: str, end: int) -> Read[str]:
    text = paper.text
    if kind == "decision" and QUOTED.search(text[:1500]) and "本院" in text:
        return paper.read("judgment", start, end, 0.7, "kind-quoted")
    if kind == "decision" and re.search(r"决定(?:对[^。\n]{0,40})?不予(?:行政)?处罚", text[paper.parts.legal :]):
        if not any(token.start >= paper.parts.operative[0] for token in paper.money if _fined(paper, token.start)):
            return paper.read("no_penalty_decision", start, end, 0.8, "kind-no-penalty")
    if kind == "decision" and (match := ON_THE_SPOT.search(text)) and len(text) < 1500:
        if not re.search(r"立案|听证|法制审核|集体讨论|处罚告知书", text):
            return paper.read("simplified_decision", match.start(), match.end(), 0.85, "kind-on-the-spot")
    return paper.read(kind, start, end, 0.97, "kind-title")


def _fined(paper: Paper, position: int) -> bool:
    return "罚款" in paper.text[max(position - 20, 0) : position + 20] and position < paper.parts.tail


def _by_sentences(paper: Paper) -> Read[str]:
    text = paper.text
    columns = list(RECORD.finditer(text[:RECORD_WITHIN]))
    if len({match.group() for match in columns}) >= COLUMNS:
        return paper.read("publicity_record", columns[0].start(), columns[0].end(), 0.85, "kind-columns")
    judged = re.search(r"本院认为|判决如下", text)
    if judged:
        return paper.read("judgment", judged.start(), judged.end(), 0.8, "kind-judgment-words")
    decides = DECIDES.search(text)
    if decides and re.search(r"违反", text) and not re.search(r"记者|通讯员|据悉", text):
        kind = "simplified_decision" if ON_THE_SPOT.search(text) and len(text) < 1500 else "decision"
        return paper.read(kind, decides.start(), decides.end(), 0.6, "kind-decides")
    return paper.read("other", 0, min(len(text), 40), 0.5, "kind-none")
