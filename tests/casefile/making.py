"""A small case file: a decision, and what else may lie beside it."""

from __future__ import annotations

from pathlib import Path

DECISION = (
    "延吉市市场监督管理局\n行政处罚决定书\n延市监处罚〔2023〕8号\n当事人：延吉市顺达食品店\n"
    "经查，当事人销售超过保质期的食品，货值金额300元。{plea}\n"
    "上述行为违反了《中华人民共和国食品安全法》第三十四条第（十）项的规定。\n"
    "依据《中华人民共和国食品安全法》第一百二十四条第一款第（五）项，本局决定：罚款{fine}元。\n"
    "自收到本决定书之日起十五日内缴纳罚款。\n延吉市市场监督管理局\n2023年5月8日"
)
NOTICE = (
    "延吉市市场监督管理局\n行政处罚告知书\n延市监罚告〔2023〕8号\n延吉市顺达食品店：\n"
    "你店销售超过保质期的食品，违反了《中华人民共和国食品安全法》第三十四条第（十）项，"
    "本局拟对你店作出罚款{fine}元的行政处罚。\n你店可在五日内陈述、申辩。\n延吉市市场监督管理局\n2023年4月20日"
)
PUBLISHED = (
    "行政处罚信息公示表\n行政相对人名称：延吉市顺达食品店\n行政处罚决定书文号：延市监处罚〔2023〕8号\n"
    "处罚内容：罚款{fine}元\n处罚机关：延吉市市场监督管理局\n"
)
PAYMENT = (
    "吉林省非税收入一般缴款书（收据）\n缴款人：延吉市顺达食品店\n项目：罚没收入　金额（元）：{figure}\n"
    "合计（大写）：{words}\n"
)
OTHERS = (
    "汪清县市场监督管理局\n行政处罚告知书\n汪市监罚告〔2023〕2号\n汪清县百川超市：\n"
    "本局拟对你店作出罚款7000元的行政处罚。\n汪清县市场监督管理局\n2023年4月2日"
)


def decision(fine: str = "50000", plea: str = "") -> str:
    """The decision with this fine."""
    return DECISION.format(fine=fine, plea=plea)


def write(folder: Path, **texts: str) -> Path:
    """A folder with these documents, by stem."""
    folder.mkdir(parents=True, exist_ok=True)
    for stem, text in texts.items():
        (folder / f"{stem}.txt").write_text(text, encoding="utf-8")
    return folder
