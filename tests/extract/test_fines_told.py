"""Fines beside sums that belong to them but are none: instalments, rates, totals; and orders told in passing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.extract.decided import HEAD, TAIL, decided, value
from tests.extract.told import ONE, TWO

END = TAIL[TAIL.index("\n自收到") :]
FACTS = "经查属实，当事人的行为违反了《甲条例》第九条。2023年4月3日送达告知书，当事人未申辩。\n"
FINES: tuple[tuple[str, str, list[tuple[str, int]]], ...] = (
    # a decision without any word for deciding
    (
        TWO,
        "依照《甲条例》第五十九条第（三）项，对甲乙公司罚款10万元；依照同条同项，对赵某强从重处罚款伍万元，并吊销其证件。",
        [("100000", 0), ("50000", 1)],
    ),
    (
        TWO,
        "依据《甲条例》第九条的规定，对甲乙公司处罚款3万元；根据该条例第十条，对赵某强罚款5000元。",
        [("30000", 0), ("5000", 1)],
    ),
    (TWO, "按照《甲条例》第九条第二款，对赵某强罚款2000元；对甲乙公司处罚款2万元。", [("2000", 1), ("20000", 0)]),
    (ONE, "我局认为，依据《甲条例》第九条，对该公司从轻处罚款伍仟元。", [("5000", 0)]),
    (ONE, "综上，根据《甲条例》第九条之规定，对当事人处以罚款人民币8000元。", [("8000", 0)]),
    # instalments
    (
        ONE,
        "决定处罚款34万元。\n被处罚单位的罚款经批准分三期缴纳：2024年2月29日前缴10万元，2024年4月30日前缴12万元，6月30日前缴清剩余12万元。",
        [("340000", 0)],
    ),
    (ONE, "决定罚款10万元，准予分期：首期缴5万元，2024年5月31日前缴5万元。", [("100000", 0)]),
    (ONE, "决定罚款9万元。罚款分3次缴纳，每次缴3万元。", [("90000", 0)]),
    (
        ONE,
        "决定罚款8万元。因经济困难，同意延期，2023年12月31日前缴纳3万元，余款5万元2024年6月底前付清。",
        [("80000", 0)],
    ),
    (ONE, "决定罚款6万元，自2024年5月起每月各缴2万元，至7月缴清。", [("60000", 0)]),
    # the amount behind the word, in words that goods have as well
    (ONE, "决定：\n对甲乙公司处合同价款百分之一点一的罚款，金额为271,535元。", [("271535", 0)]),
    (ONE, "决定对你单位处货值金额五倍的罚款，金额5000元。", [("5000", 0)]),
    (ONE, "决定对你单位处销售收入百分之二的罚款，数额为20000元。", [("20000", 0)]),
    (ONE, "决定处上一年收入40%的罚款，款额共计人民币36000元。", [("36000", 0)]),
    (ONE, "决定处以罚款，金额人民币叁仟元。", [("3000", 0)]),
    # payment in the sentence that decides
    (ONE, "决定罚款500元，限15日内缴纳。", [("500", 0)]),
    (ONE, "决定对当事人处罚款3000元，于收到本决定书之日起十五日内缴至某银行。", [("3000", 0)]),
    # rates
    (ONE, "决定处以罚款，数额为上一年度收入的50%即48000元。", [("48000", 0)]),
    (ONE, "决定：罚款金额为应纳税款的百分之五十，计9,300.00元；滞纳金2,100.00元另行征收。", [("9300", 0)]),
    # what was proposed, taken off, paid or is left
    (ONE, "决定罚款12万元（原拟15万元，采纳申辩后减3万元）。", [("120000", 0)]),
    (ONE, "决定减轻处罚，罚款由告知的8万元调整为6万元。", [("60000", 0)]),
    (ONE, "决定罚款由原定10万元下调至7万元，减少3万元。", [("70000", 0)]),
    (ONE, "决定：处罚款5万元，其中2万元已缴，剩余3万元应于15日内缴纳。", [("50000", 0)]),
    (ONE, "决定罚款5万元，已缴2万元，其余3万元罚款限期缴清。", [("50000", 0)]),
    (ONE, "决定罚款3万元，其中第一项1万元，第二项2万元。", [("10000", 0), ("20000", 0)]),
    (ONE, "决定处罚款30000元，其中15000元暂缓执行。", [("30000", 0)]),
    (ONE, "决定处罚款30000元，其中20000元可延期缴纳。", [("30000", 0)]),
    (ONE, "决定给予警告、罚款人民币伍佰元的行政处罚，奖励举报人100元。", [("500", 0)]),
    (ONE, "决定罚款2万元。前次决定罚款1万元当事人尚未缴纳，一并催缴。", [("20000", 0)]),
    (ONE, "决定罚款2万元。前案决定对其罚款6000元，已执行完毕。", [("20000", 0)]),
    (
        ONE,
        "决定：\n一、责令退还土地；\n二、罚款：水浇地1460.0平方米，每平方米处300元，计438,000元；建设用地926.4平方米，每平方米处100元，计92,640元。合计罚款530,640元。",
        [("438000", 0), ("92640", 0)],
    ),
    (ONE, "决定罚款：大车3辆，每辆处500元，计1500元；小车2辆，每辆处200元，计400元。", [("1500", 0), ("400", 0)]),
    (
        ONE,
        "决定罚款：按成年工20人，每人处100元，共2000元；童工2人，每人处5000元，共10000元。",
        [("2000", 0), ("10000", 0)],
    ),
    (ONE, "决定：（一）罚款：杨树12株，每株处200元，为2400元；（二）责令补种。", [("2400", 0)]),
    (ONE, "决定对使用童工2名每名处5000元罚款，计1万元。", [("10000", 0)]),
    # totals of several
    (
        TWO,
        "决定：\n对甲乙公司罚款27万元；\n对赵某强罚款1.35万元。\n两名当事人共计罚款28.35万元。",
        [("270000", 0), ("13500", 1)],
    ),
    (
        TWO,
        "决定：\n（一）对甲乙公司罚款58万元；\n（二）对赵某强罚款9万元。\n两当事人罚款总额67万元。",
        [("580000", 0), ("90000", 1)],
    ),
    (
        TWO,
        "决定：\n1.对甲乙公司罚款5万元；\n2.对赵某强罚款1万元。\n两被处罚人罚款合计6万元。",
        [("50000", 0), ("10000", 1)],
    ),
    (
        TWO,
        "决定：\n1.对甲乙公司罚款5万元；\n2.对赵某强罚款1万元。\n单位与个人罚款总计6万元。",
        [("50000", 0), ("10000", 1)],
    ),
    (TWO, "决定：\n1.对甲乙公司罚款5万元；\n2.对赵某强罚款1万元。\n罚款总额：6万元。", [("50000", 0), ("10000", 1)]),
)


@pytest.mark.parametrize(("parties", "operative", "due"), FINES, ids=[each[1][:24] for each in FINES])
def test_fines(parties: str, operative: str, due: list[tuple[str, int]]) -> None:
    decision = decided(FACTS + operative, head=HEAD, party=parties, tail=END)
    fines = [(each.amount and each.amount.value, each.respondent) for each in decision.sanctions if each.kind == "fine"]
    assert fines == [(Decimal(amount), who) for amount, who in due]
    assert value(decision.fine_total) == sum(Decimal(amount) for amount, _ in due)


@pytest.mark.parametrize(
    ("operative", "due"),
    [
        ("决定：给予警告，予以通报，并处罚款35000元。", ["warning", "criticism", "fine"]),
        ("决定给予通报批评，罚款500元。", ["criticism", "fine"]),
        ("决定罚款500元。本案情况予以通报给行业协会。", ["fine"]),
        ("决定罚款500元，并责令暂停康复科6个月涉及医疗保障基金使用的医药服务。", ["fine", "restrict_business"]),
        ("决定：责令停止接受新业务一年，罚款50万元。", ["restrict_business", "fine"]),
        ("决定：限制该公司业务范围，罚款50万元。", ["restrict_business", "fine"]),
        ("决定：责令其暂停网络交易平台服务三十日，罚款1万元。", ["restrict_business", "fine"]),
        ("决定罚款500元。另，当事人已自行暂停相关业务。", ["fine"]),
    ],
)
def test_orders(operative: str, due: list[str]) -> None:
    decision = decided(FACTS + operative, head=HEAD, party=ONE, tail=END)
    assert [each.kind for each in decision.sanctions] == due


def test_a_name_with_a_dot_among_several() -> None:
    party = "被处罚人：巴某·吐尔逊，男，1969年生；加某，男，1985年生；库某，男，1981年生。\n"
    operative = "决定：\n1）对巴某·吐尔逊罚款6340元；\n2）对加某罚款5460元；\n3）对库某罚款900元。"
    decision = decided(FACTS + operative, head=HEAD, party=party, tail=END)
    assert [value(each.name) for each in decision.respondents] == ["巴某·吐尔逊", "加某", "库某"]
    assert [each.respondent for each in decision.sanctions] == [0, 1, 2]
