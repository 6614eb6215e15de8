"""The parts of a decision, found by cue sentences; headings are often absent."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

SENTENCE = re.compile(r"[^。；;\n]*[。；;\n]?")
STRONG = re.compile(
    r"决定(?:予以|给予|如下)?[:：]\s*(?=\n|[1１一①（(])|"
    r"(?:作出|做出|给予|处以|予以|决定)[^。；\n\t]{0,40}?(?:如下|以下|下列)[^。；\n\t]{0,14}?(?:处罚|决定|处理)"
    r"|(?:处罚|处理)(?:决定|意见)?如下|(?:作|作出)(?:如下|以下|下列)(?:行政)?(?:处罚|处理|决定)|行政处罚(?:的)?(?:决定|内容|种类(?:和|及)?(?:内容|幅度)?|结果)\s*[:：\t]"
    r"|(?:^|\n)\s*[【\[]?(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])?\s*(?:(?:行政)?处罚)?(?:决定(?!书)|的种类|内容|依据(?:及|和|、)(?:处罚)?决定)(?![^\n]{0,8}(?:履行|救济|期限|执行|送达))[^。：:\n\t]{0,10}[】\]]?[:：\t\n]"
    r"|(?:^|\n)\s*罚款(?:金额|数额)?\s*[:：\t]|(?:合并|分别)?处罚[:：]\s*\n"
    r"|(?:^|\n)\s*[一二三四五六七八九十]+、(?:行政)?(?:处罚)?决定。"
    # 决定对你公司：（一）…罚款…, 分别裁量，合并执行：1.…: a colon and a list of what is imposed, whatever stands before it
    r"|(?:决定|作出|(?:分别|合并|减轻|从轻|从重)(?:予以|给予)?(?:处罚|执行))[^。；：:\n]{0,30}[:：]\s*"
    r"(?=\n?\s*(?:[1１一①][.．、,，]|[（(][1１一][)）])[^。；\n]{0,80}?(?:罚款|没收|警告|吊销|暂扣|拘留|责令|处以))"
)
WEAK = re.compile(
    r"(?<!本)决定(?!书|机关|的|送达|起|之[日次]|后|作出之)[^。\n]{0,80}?(?:处|罚款|没收|警告|吊销|拘留|暂扣|停产|停业)"
)
WEAKEST = re.compile(
    r"(?:依据|根据|依照|按照)[^。\n]{0,160}[:：]\s*\n\s*(?:[1１一①][.．、]|[（(][1１一][)）])[^。；\n]{0,80}?(?:罚款|没收|警告|吊销|暂扣|拘留)|"
    r"(?:^|\n)(?:综上[^，。\n]{0,6}，)?(?:现)?(?:依据|根据|依照|按照)[^。\n]{0,90}条[^。\n]{0,60}(?:没收|吊销|暂扣|警告|罚款(?:人民币)?[￥¥\d壹贰叁肆伍陆柒捌玖一二三四五六七八九])|"
    r"(?:处以?|给予|并处|行为|当事人|单位|公司)[^。；\n]{0,30}罚款[^。；\n]{0,8}[￥¥\d壹贰叁肆伍陆柒捌玖一二三四五六七八九]|处以?[^。；\n以]{0,20}元[^。；\n]{0,4}罚款|(?:给予|处)警告"
    # 依照该条，对椰风假日罚款10万元；依照同条，对邱某从重处罚款5万元: whoever is fined, by whatever short name
    r"|(?:依据|根据|依照|按照)[^。；\n]{2,60}?[条款项][^。；\n]{0,12}?，对[^，。；\n]{2,24}?(?:从重|从轻|减轻)?(?:处以?)?罚款(?:人民币)?[￥¥\d壹贰叁肆伍陆柒捌玖一二三四五六七八九]"
)
NOT_YET = re.compile(
    r"加处罚款|每日按|[本原]应|拟(?:对|作|给|处|决)|告知书|事先告知|建议|曾(?:于|因|被)|此前|上一次|审核意见|听证告知"
)
REMEDY = re.compile(
    r"(?:如|若)?(?:当事人|你(?:单位|公司)?|您|被处罚人)?[^。\n]{0,12}不服(?:本|该|上述)|(?:对|如对)本(?:行政)?(?:处罚)?决定(?:书)?不服"
    r"|(?:可以?|有权)[^。\n]{0,40}申请(?:行政)?复议|(?:^|\n)\s*(?:[一二三四五六七八九十]+、)?(?:救济|复议诉讼|权利告知|告知事项)"
)
PAYMENT = re.compile(
    r"(?:自|从)?(?:收到|接到|送达)本?(?:行政)?(?:处罚)?决定(?:书)?之?[日次][^。\n]{0,10}?(?:十五|15|1[05]|7)[^。\n]{0,4}日内[^。\n]{0,60}?[缴交]"
    r"|(?:罚款|罚没款|款项)[^。\n]{0,30}[缴交]至|逾期(?:不|未)[缴交]|(?:十五|15)日内[^。\n]{0,50}[缴交]纳?|履行方式"
    r"|(?:罚款|款项)[^。；\n]{0,24}分(?:[两二三四五六七八九十\d]{1,2})?[期次](?:缴|交|履行)"
)
LEGAL = re.compile(
    r"违反(?:了)?《|(?:行为)?(?:已)?(?:违反|构成)[^。\n]{0,40}第[^。\n]{1,12}条|上述行为(?:已)?(?:违反|构成)"
)


@dataclass(frozen=True, slots=True)
class Sections:
    """Places in a clean text. `operative` is the passage that decides, `tail` what follows it (payment, remedies)."""

    sentences: tuple[tuple[int, int], ...]
    starts: tuple[int, ...]
    body: int  # where the respondent block may end: the first long sentence
    legal: int  # first sentence that characterises the act in law
    operative: tuple[int, int]
    tail: int

    def sentence(self, position: int) -> tuple[int, int]:
        """The sentence around a position."""
        return self.sentences[max(bisect_right(self.starts, position) - 1, 0)]

    def place(self, position: int) -> str:
        """facts, reasoning (law, discretion, defence), operative, tail."""
        if position >= self.tail:
            return "tail"
        if self.operative[0] <= position < self.operative[1]:
            return "operative"
        return "facts" if position < self.legal else "reasoning"


def split(text: str) -> Sections:
    """Find the parts; without a cue a part is empty and stands at the end of the text."""
    sentences = tuple((match.start(), match.end()) for match in SENTENCE.finditer(text) if match.end() > match.start())
    starts = tuple(start for start, _ in sentences)
    remedy = _remedy(text)
    operative = _operative(text, sentences, starts, remedy if remedy is not None else len(text))
    begin = operative if operative is not None else len(text)
    ends = [_first_after(pattern, text, begin + 8) for pattern in (PAYMENT, REMEDY)]
    # 决定罚款500元，15日内缴纳: what stands in the deciding sentence itself cannot end it at its beginning
    listed = [_opened(starts, end, begin) for end in ends if end is not None]
    tail = max(min(listed, default=len(text)), begin)
    legal = LEGAL.search(text)
    law = legal.start() if legal else begin
    return Sections(sentences, starts, _body(text, sentences), min(law, begin), (begin, tail), tail)


def _opened(starts: tuple[int, ...], at: int, begin: int) -> int:
    """The beginning of the sentence around a place; the place itself in the sentence that decides."""
    start = starts[bisect_right(starts, at) - 1]
    return start if start > begin else at


def _first_after(pattern: re.Pattern[str], text: str, start: int) -> int | None:
    match = pattern.search(text, min(start, len(text)))
    return match.start() if match else None


def _remedy(text: str) -> int | None:
    """Where the remedies begin; a heading like 权利告知 is none of theirs while the heading of the decision follows."""
    for match in REMEDY.finditer(text, len(text) // 4):
        if not match.group().startswith("\n") or not STRONG.search(text, match.end()):
            return match.start()
    return None


def _operative(text: str, sentences: tuple[tuple[int, int], ...], starts: tuple[int, ...], limit: int) -> int | None:
    """The last decisive sentence before the remedies that is not a notice, a proposal or history.

    Sentences that decide one after another are one passage, from the first of them.
    """
    for pattern in (STRONG, WEAK, WEAKEST):
        found: list[int] = []
        for match in pattern.finditer(text, 0, limit):
            index = max(bisect_right(starts, max(match.end() - 2, match.start())) - 1, 0)
            near = max(sentences[index][0], match.start() - 30)
            if not NOT_YET.search(text, near, min(sentences[index][1], match.end() + 12)):
                at = bisect_right(starts, match.start() + (text[match.start()] == "\n")) - 1
                found.append(max(min(at, index), 0))
        if found:
            first = found[-1]
            while pattern is not STRONG and (before := _before(text, sentences, first)) in found:
                first = before
            return starts[first]
    return None


def _before(text: str, sentences: tuple[tuple[int, int], ...], index: int) -> int:
    """The sentence before one, without the line ends between; -1 for none."""
    index -= 1
    while index >= 0 and not text[slice(*sentences[index])].strip():
        index -= 1
    return index


def _body(text: str, sentences: tuple[tuple[int, int], ...]) -> int:
    for start, end in sentences:
        if end - start > 45 and not re.match(r"\s*\S{2,14}[:：\t]", text[start:end]):
            return start
    return min(len(text), 400)
