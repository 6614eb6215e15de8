"""Citations: law, article, paragraph, item, through chains, abbreviations and references back."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from checker.extract.lawnames import full_name
from checker.extract.paper import Paper
from checker.records.law import Citation
from checker.text.numerals import parse_digits, parse_number

N = "[〇零一二三四五六七八九十百\\d]{1,6}"
AND = "[、，,和及与至]"
MORE = rf"(?:{N}{AND}第?)*"  # 第一、二款; 第十三、十四条: the word stands behind the last number only
TOKEN = re.compile(
    rf"《(?P<law>[^《》\n]{{2,60}}(?:〈[^〉]*〉[^《》]*)?)》(?P<version>[（(][^（）()\n]{{0,30}}(?:修正|修订|版|年)[^（）()\n]{{0,8}}[)）])?"
    rf"(?:[（(](?:以下|下)(?:简|统)?称(?:为)?[“\"：:]?《?(?P<short>[^》）)”\"]{{2,30}})》?[”\"]?[)）])?"
    rf"|第(?P<articles>{MORE})(?P<article>{N})条(?:之(?P<sub>[一二三四五六七八九十]))?"
    rf"|(?:第|(?<=条))(?P<paragraphs>{MORE})(?P<paragraph>{N})款"
    rf"|第?\s?(?P<items>(?:[（(]{N}[)）]{AND}?第?|{N}{AND}第?)*)[（(]?(?P<item>{N})[)）]?项(?!(?:违法)?行为|违反|违法|问题|事实)"  # 第二十二条，第二项违反…: an act by its number
    rf"|第(?P<point>{N})目"
    r"|(?P<same>前款|该款|本款|(?:该|前|同)条(?!例))"
    r"|(?P<back>本法|该法|同法|本条例|该条例|同条例|上述条例|[该本]细则|该规定|该办法|本办法|本规定|(?:前引|前述|上述)(?:法律|条例|规定|办法)|(?:同一|前一?|后一?)(?:条例|办法|法(?!律|规)))"
)
NAMED = re.compile(r"([\u4e00-\u9fff]{2,24}(?:法|条例|办法|规定|细则))$")
LEAD = re.compile(r"^.*?(?:违反了?|依据|根据|依照|按照|适用|及|和|与|的|了)(?=[\u4e00-\u9fff]{2})")
JOINT = re.compile(r"^[、，,和及或与以至到\s的规定之]*$")
NOT_LAW = re.compile(
    r"基准|裁量|告知书|决定书|通知书|笔录|执照|许可证|报告|清单|证明|指导意见|裁决|合同|申请|公告|说明|身份证|回证|授权|协议|证书|批复|标准$|登记证"
)
# The law's own word for the thing: 属于该法第九十八条第三款第五项规定的劣药 is part of what was violated.
DEFINED = re.compile(
    r"(?:所?规定|所称|所指|所列)的(?![^，。；]{0,30}(?:行为|情[形节]|活动|处罚)[，。；])[^，。；]{1,30}[，。；]"
)
# 依照第九十八条第三款第五项规定属于劣药: what a word means, and nothing to punish by
CONSTRUED = re.compile(r"(?:的?规定)?[，,]?(?:应当?|可以?|即)?(?:认定|视|定性)?(?:属于|构成|认定为|视为|定性为)")
# 不符合第一百三十六条的免罚条件: what would excuse is nothing that one breaks
EXCUSES = re.compile(r"(?:所?规定)?的[^，。；]{0,10}(?:免罚|免予|免除|不予处罚|减轻|从轻|免责|豁免)")
CUES = (
    (
        "violated",
        re.compile(
            r"违法(?:条款|依据)[:：\t]|违反(?:了|《|\s)?|违背|(?:不符合|超[出过])(?=了?(?:《|第|该法|本法|国家|$))"
        ),
    ),
    (
        "basis",
        re.compile(
            r"依据|根据|依照|按照|适用|参照|鉴于|[按依](?=(?:该|同|本|前述?|后|上述)?(?:《|第|法第|条例第|法?$))"
        ),
    ),
    # 违反第十七条；又属于该法第二十八条规定的情形: what is added to a violation is one
    (
        "violated",
        re.compile(r"(?:又|还|同时|亦|也)(?:属于?|构成)了?(?=(?:《|第|该法|该条例|同法|$))"),
    ),
    (
        "other",
        re.compile(r"(?<![又还亦也])(?<!同时)属于?(?=(?:《|第|该法|该条例|同法|$))|构成(?=《)|(?<!不)符合(?=《)"),
    ),
)
LONGEST_RUN = 12  # 第一至九项; more is a slip
HYPOTHETICAL = re.compile(r"^违反本[法条办规]")


@dataclass(frozen=True, slots=True)
class Found:
    """A citation with its place and what the sentence uses it for: violated, basis, or other."""

    citation: Citation
    start: int
    end: int
    role: str


def find_citations(paper: Paper) -> list[Found]:
    """Every reference to an article, in order, chains taken apart ("第一款、第二款" gives two)."""
    shorts: dict[str, str] = {}
    found: list[Found] = []
    bare: list[tuple[str, int, int]] = []
    order: list[str] = []  # the laws as they are named
    law, last_end, current = "", 0, None
    foreign = False  # the last 《》 named no law: articles right behind it are not the law's
    for match in TOKEN.finditer(paper.text):
        gap = paper.text[last_end : match.start()]
        if match["law"]:
            named = _law(match, shorts)
            current, last_end, foreign = None, match.end(), bool(NOT_LAW.search(named))
            if not foreign:
                law = named
                order.append(law)
                bare.append((law, match.start(), match.end()))
            continue
        if match["back"]:
            law = _meant(match["back"], order) or law
            current, last_end, foreign = None, match.end(), False
            continue
        if match["same"]:
            if match["same"] in ("该条", "同条", "前款", "该款", "本款") and found and law:
                current = replace(found[-1].citation, item=None, point=None, evidence=())
            last_end = match.end()
            continue
        if match["article"]:
            named_before = _bare_name(gap, shorts)
            law = named_before or law
            order += [named_before] if named_before else []
            foreign = foreign and named_before is None and not re.search(r"[。；\n]", gap)
            if foreign:
                current, last_end = None, match.end()
                continue
            parts = [Citation(law, each) for each in _numbers(match["articles"], match["article"])] if law else []
            parts = [*parts[:-1], *(replace(each, sub=_n(match["sub"])) for each in parts[-1:])]
        elif current is not None and _joined(gap):
            parts = _deeper(current, match)
        else:
            continue
        current = parts[-1] if parts else None
        if parts:
            _add(found, parts, match, gap)
            last_end = match.end()
    found += _without_article(paper, found, bare)
    listed = sorted(found, key=lambda each: each.start)
    told = [_with_role(paper, each) for each in listed if not NOT_LAW.search(each.citation.law)]
    return _construed(paper, _carried(paper, told))


def _construed(paper: Paper, found: list[Found]) -> list[Found]:
    """Without a use for what only construes (依照第六十七条第一项、第四项，属于情节严重) or excuses."""
    idle = False
    for index in reversed(range(len(found))):
        one, text = found[index], paper.text
        after = text[one.end : found[index + 1].start] if index + 1 < len(found) else "。"
        idle = (idle and _joined(after)) or bool(CONSTRUED.match(text, one.end)) or bool(EXCUSES.match(text, one.end))
        if idle and one.role == ("violated" if EXCUSES.match(text, one.end) else "basis"):
            found[index] = replace(one, role="other")
    return found


def _carried(paper: Paper, found: list[Found]) -> list[Found]:
    """A citation on a line of its own below another one (a cell of a table) is used for the same."""
    for index, (one, other) in enumerate(zip(found, found[1:], strict=False)):
        between = re.sub(r"《[^》]*》$", "", paper.text[one.end : other.start])
        if other.role == "other" and re.fullmatch(r"[；;、]\s*", between):
            found[index + 1] = replace(other, role=one.role)
    return found


def _without_article(paper: Paper, found: list[Found], bare: list[tuple[str, int, int]]) -> list[Found]:
    """Laws that the operative part names as its basis without any article: 依据《…》的规定，决定…"""
    cited = {each.citation.law for each in found if paper.parts.place(each.start) == "operative"}
    return [
        Found(Citation(law), start, end, "")
        for law, start, end in bare
        if law not in cited
        and paper.parts.place(start) == "operative"
        and law.endswith(("法", "条例", "规定", "办法", "细则"))
    ]


def _add(found: list[Found], parts: list[Citation], match: re.Match[str], gap: str) -> None:
    """A part that continues the citation before replaces it; one that stands beside it in a chain is another."""
    start = match.start()
    deeper = not match["article"] and found and gap.strip() == "" and found[-1].end == match.start() - len(gap)
    if deeper:
        start = found.pop().start
    found += [Found(each, start, match.end(), "") for each in parts]


def _meant(word: str, order: list[str]) -> str | None:
    """The law that a word points back to: 前法 the former of two, 该条例 the last 条例; None when none is of its kind."""
    told = list(dict.fromkeys(reversed(order)))
    if word[0] == "前" and word[1] not in "引述":
        return told[1] if len(told) > 1 else None
    if word[0] == "后":
        return told[0] if told else None
    kind = next(each for each in ("条例", "规定", "办法", "细则", "法") if each in word)
    alike = (each for each in told if each.endswith(kind) and not (kind == "法" and each.endswith("办法")))
    return next(alike, None)


def _law(match: re.Match[str], shorts: dict[str, str]) -> str:
    name = match["law"].strip()
    law = shorts.get(name) or full_name(name.replace("〈", "《").replace("〉", "》"))
    if match["short"]:
        shorts[match["short"].strip('《》“”" ')] = law
    return law


def _bare_name(gap: str, shorts: dict[str, str]) -> str | None:
    """A law named without 《》 right before its article: 食品安全法第一百二十四条."""
    tail = gap.rstrip()[-30:]
    for short, law in shorts.items():
        if tail.endswith(short):
            return law
    match = NAMED.search(tail)
    if match is None:
        return None
    name = LEAD.sub("", match.group(1))
    full = full_name(name)
    return full if full != name or name.startswith("中华人民共和国") else None


def _joined(gap: str) -> bool:
    return bool(JOINT.match(gap))


def _deeper(current: Citation, match: re.Match[str]) -> list[Citation]:
    if match["paragraph"]:
        told = _numbers(match["paragraphs"], match["paragraph"])
        return [replace(current, paragraph=each, item=None, point=None) for each in told]
    if match["item"]:
        return [replace(current, item=each, point=None) for each in _numbers(match["items"], match["item"])]
    return [replace(current, point=_n(match["point"]))]


def _numbers(before: str, last: str) -> list[int | None]:
    """The numbers of 第（二）（三）项, 第一、二款, 第一至三项."""
    found: list[int | None] = []
    through = False
    for match in re.finditer(rf"({N})[)）]?(至)?", f"{before}；{last}"):
        value = _n(match[1])
        if through and value is not None and found[-1] is not None and 0 < value - found[-1] <= LONGEST_RUN:
            found += range(found[-1] + 1, value)
        found.append(value)
        through = match[2] is not None
    return found


def _n(written: str | None) -> int | None:
    """三十八 and, digit by digit, 一〇八."""
    if not written:
        return None
    value = parse_number(written)
    return int(value) if value is not None else parse_digits(written)


def _with_role(paper: Paper, found: Found) -> Found:
    start, _ = paper.parts.sentence(found.start)
    before = paper.text[start : found.start]
    best, role = -1, "other"
    for words in (before, paper.text[max(start - 16, 0) : start].rpartition("。")[2]):
        for name, pattern in CUES:
            for match in pattern.finditer(words):
                if match.start() > best and not HYPOTHETICAL.match(words[match.start() :]):
                    best, role = match.start(), name
        if best >= 0:
            break  # a heading or the cell before speaks only where the sentence itself does not
    if role == "other" and best >= 0 and DEFINED.match(paper.text, found.end) and substantive(found):
        role = "violated"
    spans = paper.spans(found.start, found.end)
    return Found(replace(found.citation, evidence=spans), found.start, found.end, role)


PROCEDURAL = (
    "行政处罚法",
    "行政复议法",
    "行政诉讼法",
    "行政强制法",
    "程序规定",
    "程序暂行规定",
    "听证",
    "行政许可法",
    "罚款决定与罚款收缴分离",
)


def substantive(found: Found) -> bool:
    """Whether the law is one that acts violate: not the Penalty Law and the laws of procedure and remedies."""
    return not any(word in found.citation.law for word in PROCEDURAL)
