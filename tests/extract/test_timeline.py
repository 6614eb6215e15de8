"""The notice and its day; other papers that are told or served."""

from __future__ import annotations

import pytest

from tests.extract.decided import decided, value

LAW = "\n当事人的行为违反《某某条例》第十条。"
NOTICES = [
    ("2023年6月20日，本局作出某罚告〔2023〕7号告知书，6月21日送达当事人。", "2023-06-21"),
    ("某罚告〔2023〕7号《行政处罚告知书》《听证告知书》已于2023年3月13日送达。", "2023-03-13"),
    ("2023年5月10日送达责令改正通知书。2023年7月25日，本局送达行政处罚告知书。", "2023-07-25"),
    ("2023年6月7日送达检验报告及结果告知书。2023年8月21日送达《行政处罚听证告知书》。", "2023-08-21"),
    ("陈述申辩\t2023年1月9日送达行政处罚告知书，当事人未陈述。", "2023-01-09"),
    ("通知书送达\t2023年10月12日", "2023-10-12"),
    ("告知书送达日期：2023年9月16日，当事人未申辩。", "2023-09-16"),
    ("2023年5月4日告知陈述、申辩权利，当事人无异议。", "2023-05-04"),
    ("2023年4月19日，我局已向当事人告知拟不予处罚的事实、理由及依据。", "2023-04-19"),
    ("经告知（2023.7.10），当事人未陈述申辩。", "2023-07-10"),
    ("本机关已于2023年6月22日履行事先告知程序。", "2023-06-22"),
    ("2023年5月10日送达责令改正通知书，当事人已改正。", None),
    ("2023年5月10日告知当事人检验结果及复检权利。", None),
]


@pytest.mark.parametrize(("text", "day"), NOTICES)
def test_the_day_of_the_notice(text: str, day: str | None) -> None:
    assert value(decided("2023年1月3日本局立案。\n" + text + LAW).notice_date) == day


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("\n本决定前，本局已于2023年5月31日送达行政处罚告知书。\n2023年12月6日", "2023-05-31"),
        ("\n本决定书于2023年12月8日送达。\n2023年12月6日", None),
    ],
)
def test_a_notice_told_behind_the_decision(told: str, day: str | None) -> None:
    tail = "\n决定罚款1000元。\n如不服本决定，可在60日内申请行政复议。" + told
    assert value(decided("2023年1月3日本局立案。" + LAW, tail=tail).notice_date) == day
