"""A decision around the sentence under test."""

from __future__ import annotations

from checker.extract import extract
from checker.records.decision import Decision
from tests.making import clean

HEAD = "某市某某局\n行政处罚决定书\n某执罚〔2023〕1号\n"
PARTY = "当事人：某市甲乙有限公司，法定代表人：王某。\n"
TAIL = (
    "\n依据《某某条例》第五十条，决定罚款1000元。\n自收到本决定书之日起15日内缴纳罚款。"
    "\n如不服本决定，可在60日内申请行政复议。\n某市某某局\n2023年12月6日"
)


def decided(middle: str, *, head: str = HEAD, party: str = PARTY, tail: str = TAIL) -> Decision:
    """What is read from a short decision with these words in the middle."""
    return extract(clean(head + party + middle + tail))


def value(read: object) -> object:
    """The bare value of a read, as ISO text for dates; None for nothing read."""
    bare = getattr(read, "value", None)
    return bare.isoformat() if hasattr(bare, "isoformat") else bare
