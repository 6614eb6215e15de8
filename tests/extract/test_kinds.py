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
    ("案号：某交罚〔2024〕5号\n违反《某法》第十条。\n决定责令停止经营，处罚款叁万圆整（30000元）。", "decision"),
    ("某局 某环罚〔2024〕5号\n违反《某法》第十条。\n我局决定对你公司罚款伍万陆仟元。", "decision"),
    ("某罚〔2024〕5号\n违反《某法》第十条。\n本机关决定没收工具，罚款500元。", "decision"),
    ("某罚〔2024〕5号\n违反《某法》第十条。\n我所决定对张某处二百元罚款。", "decision"),
    ("某函〔2024〕5号\n违反《某法》第十条的，可以处罚款。\n请你单位在收到本函后决定是否整改。", "other"),
    ("关于报送结案情况的通知\n各科室：", "other"),
    ("某市民宿管理办法（节选）解读\n记者从市局获悉，办法已经施行。", "other"),
]


@pytest.mark.parametrize(("text", "kind"), TITLES, ids=[kind + text[:8] for text, kind in TITLES])
def test_the_title_tells_the_kind(text: str, kind: str) -> None:
    assert read_kind(Paper.of(clean(text + "\n"))).value == kind
