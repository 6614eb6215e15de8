"""What a model sees of a whole document when its kind is asked."""

from __future__ import annotations

import re

from checker.extract.features.grams import found, grams, plain
from checker.extract.paper import Paper

HEAD, LINES, TAIL = 260, 6, 160
CUES = re.compile(
    r"处罚决定|不予处罚|不予行政处罚|当场|简易程序|告知书|听证|陈述|申辩|立案|审批|承办人|负责人意见|现场检查|勘验|检查人员|见证人|"
    r"询问人|被询问人|记录人|问：|答：|问:|答:|法制审核|审核意见|审核人|集体讨论|参加人|主持人|讨论意见|送达|签收|受送达人|回证|责令|限期改正|整改|"
    r"结案|执行情况|归档|公示|处罚类别|处罚机关|裁量基准|违法程度|适用情形|裁量幅度|第一条|第二条|第三条|本办法|本条例|自发布之日起|施行|"
    r"原告|被告|本院|判决如下|申请人|被申请人|复议机关|行政复议决定|不服|起诉|记者|通讯员|据悉|通知|方案|总结|催告|强制执行|合同|甲方|乙方|"
    r"拟作出|拟处罚|决定如下|罚款|没收|警告|十五日内|六十日内|六个月内"
)


def kind_words(paper: Paper, told: str | None = None) -> tuple[str, ...]:
    """The words of the document; `told` is the kind that the rules read, None when the model is to see alone."""
    text = paper.text
    lines = [line.strip() for line in text[:1200].split("\n") if line.strip()][:LINES]
    words = [word for line in lines for word in grams("t:", plain(line[:40]), (2, 3, 4))]
    words += ["T:" + plain(line[-6:]) for line in lines if len(line) <= 40]
    words += found("h:", text[:HEAD], CUES) + found("f:", text, CUES) + found("z:", text[-TAIL:], CUES)
    words += [*grams("e:", plain(text[-40:]), (2,)), f"n:{min(len(text) // 300, 8)}", f"l:{min(len(lines), 6)}"]
    if told is not None:
        words.append("r:" + told)
    return tuple(words)
