"""The kind of a document by titles as offices word them."""

from __future__ import annotations

import pytest

from checker.extract.kinds import read_kind
from checker.extract.paper import Paper
from tests.making import clean

TITLES = [
    ("某税务局\n不予税务行政处罚决定书\n某税不罚〔2023〕4号", "no_penalty_decision"),
    ("某局\n行政处罚事先（听证）告知书\n某罚告〔2023〕3号", "penalty_notice"),
    ("某局\n案件审议委员会会议纪要（讨论记录）\n出席：赵某", "discussion_record"),
    ("关于黄某非法占地案的结案报告\n局领导：", "closing_report"),
    ("某人社局\n劳动保障监察限期改正指令书\n某公司：", "rectification_order"),
    ("某市民宿管理办法（节选）\n第四章\n第二十二条　经营者应当公示。", "law"),
    ("某市监罚〔2021〕3号\n当事人：某店\n该行为违反《某法》第十五条。\n罚款：五百元整。", "decision"),
    ("关于报送结案情况的通知\n各科室：", "other"),
    ("某市民宿管理办法（节选）解读\n记者从市局获悉，办法已经施行。", "other"),
]


@pytest.mark.parametrize(("text", "kind"), TITLES, ids=[kind + text[:8] for text, kind in TITLES])
def test_the_title_tells_the_kind(text: str, kind: str) -> None:
    assert read_kind(Paper.of(clean(text + "\n"))).value == kind
