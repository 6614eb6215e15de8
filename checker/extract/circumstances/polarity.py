"""Whether a sentence finds a circumstance, denies it, supposes it, or only lets the party claim it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.extract.paper import Paper

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


ORDER = re.compile(r"(?:责令|要求|通知|限)[^，。；]{0,12}$")
# 接纳不满14周岁的儿童: the age of those whom the respondent served or employed is none of the respondent's own.
OTHERS = re.compile(r"(?:含|包括|[者其]中|接纳|接待|招用|雇用|容留|提供|销售|[向对])[^，。；]{0,14}$")
PLEA = re.compile(r"(?:当事人|代理人|申辩|陈述|听证)[^。\n]{0,50}(?:提出|理由(?:为|是|有)|辩称|称|主张|认为)[：:]")
ANSWER = re.compile(
    r"(?:经|进行)复核|本(?:局|机关|队)(?:经|逐项|复核|认为)|复核(?:意见|认为)|经审[查核]|听证主持人|我局"
)


def pleaded(text: str, limit: int) -> Iterator[tuple[int, int]]:
    """Passages that list the party's reasons, and the agency's answer to them where it rejects them."""
    for match in PLEA.finditer(text, 0, limit):
        end = text.find("\n", match.end())
        end = len(text) if end < 0 else end
        answer = ANSWER.search(text, match.end(), end)
        refused = REFUSED.search(text, answer.start(), end) if answer else None
        yield match.end(), end if refused or answer is None else answer.start()


def claimed(paper: Paper, sentence: str, begin: int) -> bool:
    """Whether the sentence is only the party's claim, or a plea that the agency refuses."""
    claim = CLAIMED.search(sentence)
    if (
        claim
        and re.search(r"当事人|申辩|陈述|辩称|代理人|你单位|其", sentence[: claim.end()])
        and not re.search(r"本(?:局|机关|队)认为", sentence)
    ):
        following = paper.text[begin : begin + len(sentence) + 160]
        return not ADOPTED.search(following) or bool(REFUSED.search(following))
    return bool(REFUSED.search(sentence)) and "采纳" in sentence


def supposed(sentence: str, match: re.Match[str]) -> bool:
    """Whether the words stand in a condition, a threat, or a quotation of law."""
    low, high = _law_words(sentence)
    if low <= match.start() < high:
        return True
    clause = re.split(r"[，。；、：]", sentence[: match.start()])[-1]
    return bool(SUPPOSED.search(clause[-14:])) or bool(
        re.match(r"[^，。；]{0,12}的[，,](?:将|应当|可以|依法|处|属于|为|按)", sentence[match.end() :])
    )


def negated(kind: str, sentence: str, match: re.Match[str]) -> bool:
    """Whether the words before deny the circumstance; some kinds are themselves told by a negation."""
    lead = _lead(sentence, match)
    if kind in ("first_offence", "minor_harm"):
        return bool(re.search(r"(?:不(?:属于|符合|具有|构成|是)|并非|不能认定为?)[^，。；]{0,10}$", lead))
    if kind in OWN_NEGATION:
        return False
    return bool((ABSENT if kind == "refused_correction" else NEGATION).search(lead))


def no_mention(kind: str, sentence: str, match: re.Match[str]) -> bool:
    """Words that look like a circumstance and are none: an order to correct, a minor who was served, no record."""
    lead = _lead(sentence, match)
    if kind == "no_fault":
        return match.group()[0] in "履尽" and NEGATION.search(lead) is not None
    if kind == "corrected_in_time":
        return re.search(r"责令|要求|被动", match.group()) is not None or ORDER.search(lead) is not None
    if kind in ("under_14", "aged_14_to_18"):
        return OTHERS.search(lead) is not None
    if kind == "repeat_offence":
        return re.search(r"没有|未曾|未[因受]|无(?!证|照)|不存在", match.group()) is not None
    return False


def _lead(sentence: str, match: re.Match[str]) -> str:
    return re.split(r"[，。；：]", sentence[: match.start()])[-1]


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
