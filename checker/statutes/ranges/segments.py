"""Clauses between ； and 。, and the segments between their commas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

CLAUSE = re.compile(r"[^;。\n]+")
# A comma inside a number, or between 罚款数额 and its size, parts nothing.
COMMA = re.compile(r"(?<!\d)[，,](?!\d{3}(?!\d))|[:：]")
JOINED = re.compile(
    r"以上[，,](?=[\d一二两三四五六七八九十百千万]{1,8}(?:[万千百亿]?元|倍)(?:以下|以内))|罚款(?:的?(?:数额|金额|幅度|标准)|额)[，,](?=(?:最高|最低)?(?:为|是|在|不得))|标准(?:计算)?[，,](?=处以?罚款)|罚款:(?=[\d一二两三四五六七八九十百千万])|罚款[，,](?=(?:数额|金额|额)(?:为|是|在|最高))"
)
VERB = re.compile(
    r"(?<![之到加])(?<!办事)(?<!管理)(?:可以|可)?(?:并|单|另|各|分别)*处(?:以)?"
    r"(?!罚(?!款)|分(?!别)|理|置|境|长|方|于|室|暑|女|级|所(?![收需得获生购造属筹售抽欠骗]))"
    r"|(?:可以|可)?(?:并|单)?(?:给予|予以|科以|科处)"
)
ORDER = (
    r"(?:责令|责成|给予|予以|没收|吊销|追缴|追回|退还|取消|撤销|暂扣|扣留|收缴|处(?![于所理分置])|通报|禁止|"
    r"依法(?:给予|予以|处|追究|没收|吊销|追回|责令|取缔))"
)
CONSEQUENCE = re.compile(
    rf"^(?:但|也|还|或者|或|并且|并|同时|应当|可以|可|也可以|还可以|应|一律|分别|其)*(?:{ORDER}|由(?!于)|限期|依照|按照|除(?:依照|按照))"
    rf"|^[^，]{{2,40}}?(?:部门|机关|机构|政府|委员会|法院|局)(?:应当|可以|可|有权|并)*{ORDER}"
    rf"|^(?:并|还)?(?:可以|应当)?对[^，]{{2,60}}?{ORDER}"
)
CONDITION_END = re.compile(
    r"(?<![元倍%‰])(?<!以下)(?<!以上)(?<!以内)(?<!负责)的(?=(?:可以|可)?(?:并|单|另)?(?:处(?!罚(?!款)|[于理分置所])|给予|予以|由|没收|吊销|责令|对(?!其?社会)))"
)


@dataclass(frozen=True, slots=True)
class Segment:
    """Words between two commas; `start` and `end` are places in the compact text, `head` ends its condition."""

    text: str
    start: int
    end: int
    head: int

    @property
    def consequence(self) -> str:
        """What follows the condition."""
        return self.text[self.head :]


def clauses(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every clause."""
    for match in CLAUSE.finditer(text):
        yield match.start(), match.end()


def segments(text: str, start: int, end: int) -> Iterator[Segment]:
    """The comma segments of one clause."""
    joined = {match.end() - 1 for match in JOINED.finditer(text, start, end)}
    begin = start
    for match in COMMA.finditer(text, start, end):
        if match.start() not in joined:
            yield _segment(text, begin, match.start())
            begin = match.end()
    yield _segment(text, begin, end)


def _segment(text: str, start: int, end: int) -> Segment:
    words = text[start:end]
    return Segment(words, start, end, _head(words))


def _head(words: str) -> int:
    """How much of the segment is a condition: all when it ends in 的, else up to the 的 before a sanction's verb."""
    if words.endswith(("的", "时")) and not words.endswith(("罚款的", "目的")):
        return len(words)
    if words.endswith(("罚款的", "罚款时")):
        return len(words)
    match = CONDITION_END.search(words)
    return match.end() if match else 0
