"""What the columns of a published table mean, told by their headings and never by their place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

# The order matters where a heading fits several: the first that fits wins.
MEANINGS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (
            "degree",
            r"^(?:违法)?(?:情节|情形|程度)?(?:特别)?(?:轻微|较轻|一般|较重|严重|从轻|从重|减轻|不予处罚)(?:处罚|情形|情节|违法|行为|违法行为|档次?|等次|阶次)?$",
        ),
        ("number", r"序号|编号|编码|项目编码|代码|职权编码"),
        ("weight", r"权重|分值|百分值|裁量值|得分|裁量比例|裁量百分比"),
        ("factor", r"裁量(?:要素|因素|因子)|评分(?:项目|因素)|考量因素"),
        (
            "violated",
            r"违反(?:的)?(?:法律)?(?:条款|规定|依据|条文)|违则|违法条款|禁止(?:性)?(?:条款|规定)|义务(?:条款|规定)|定性依据",
        ),
        (
            "basis",
            r"处罚(?:的)?(?:法律)?(?:依据|条款|条文)|罚则|法律责任|处罚法律依据|裁量依据|^(?:法律|设定|法定|实施)?依据$|法律法规依据|法律依据",
        ),
        ("statutory", r"法定(?:处罚)?(?:幅度|标准|种类)|法律规定的处罚"),
        (
            "range",
            r"裁量(?:幅度|标准|基准(?!依据)|内容|结果)|处罚(?:幅度|标准|内容|裁量标准|裁量基准|裁量|种类(?:和|及|与|、)?幅度|金额|额度|措施|结果|意见)|罚款(?:幅度|标准|金额|额度|数额)?|具体标准|量罚(?:标准|幅度)|不予处罚(?:的)?(?:情节|情形|条件)",
        ),
        (
            "tier",
            r"^(?:违法|情节|行为)?(?:程度|等级)|(?:裁量|处罚|违法)?(?:阶次|档次|等次|级别|层级)|裁量(?:等级|情节等级)|情节(?:程度|等级|轻重)|违法情节等级",
        ),
        (
            "condition",
            r"(?:适用|违法|裁量|具体|表现)?(?:情形|情节|条件)(?:和|与|及|、)?(?:后果|描述|情形|认定)?|违法(?:事实|后果)|(?:适用|划分)(?:条件|标准)|表现形式|情节(?:与|和)后果|细化标准",
        ),
        (
            "violation",
            r"^(?:具体|主要)?违法(?:行为|事项|事实|种类|类别)?(?:名称|类型|种类|内容|情形|表现)?$|^(?:行政)?处罚(?:事项|项目|名称)(?:名称)?$|案由|事项名称|行为名称|职权名称",
        ),
        ("category", r"^(?:类别|大类|小类|领域|行业|专业|执法领域|业务领域)$"),
        ("remark", r"备\s*注|说明|附注"),
    )
)
LABELS = ("violated", "basis", "remark", "violation", "statutory")
SHORT = 40  # characters: a heading is short


@dataclass(frozen=True, slots=True)
class Column:
    """A column with the meaning of its heading; `name` is the heading's own words."""

    meaning: str
    name: str
    index: int


def meaning(heading: str) -> str | None:
    """The meaning of a heading, None for words that are no heading that we know."""
    if "《" in heading:
        return None
    words = re.sub(r"[\s（(【\[].*$|[:：]$", "", heading.replace(" ", ""))
    if (
        not words
        or len(words) > SHORT
        or re.search(r"[\d元%％，。；]|警告$|百分之|以上|以下|[一二三四五六七八九十]倍", words)
    ):
        return None  # an amount or a sentence heads nothing
    for name, pattern in MEANINGS:
        if pattern.search(words) and (
            len(words) <= 12 or (name == "range" and words.endswith(("罚款", "幅度", "标准")))
        ):
            return name
    return None


def is_heading(texts: Iterable[str]) -> bool:
    """Whether a row heads a table or labels a passage: its first words are a known heading, all of them short."""
    words = [text for text in texts if text]
    if not words:
        return False
    known = [meaning(text) for text in words]
    return (known[0] in LABELS and len(words[0]) <= 8) or (len(words) > 1 and sum(1 for each in known if each) >= 2)


def read_columns(texts: Sequence[str], told: Mapping[int, str] | None = None) -> tuple[Column, ...] | None:
    """Columns of a header row; None when the row heads nothing: fewer than two known meanings, or none to measure by.

    `told` overrides meanings by place (from 0). Unknown headings between known ones are conditions by their own name.
    """
    known = {index: meaning(text) for index, text in enumerate(texts)}
    known |= dict(told or {})
    found = [name for name in known.values() if name]
    if len(found) < 2 or not {"range", "weight", "degree"} & set(found):
        return None
    if any(len(text) > SHORT for text in texts) or (
        found.count("degree") == 1 and not {"range", "weight"} & set(found)
    ):
        return None
    first = next((index for index, name in known.items() if name == "violation"), None)
    for index, name in known.items():
        if name == "violation" and index != first and index not in (told or {}):
            known[index] = None  # 违法行为 | 违法行为: the second tells the kinds of the first
    return tuple(
        Column(known[index] or "unknown", text, index) for index, text in enumerate(texts) if text or known[index]
    )
