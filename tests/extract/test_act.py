"""When the act began and ended: periods, days since, days until, the deed, the detection; and dates of other things."""

from __future__ import annotations

import pytest

from tests.extract.decided import decided, value

LAW = "当事人的行为违反了《某某条例》第十条的规定。"
TOLD = [
    (
        "2023年6月13日，本局检查发现甲某正在诊疗。经询问，甲某自2023年4月20日受聘，参与诊疗9人次。",
        ("2023-04-20", "2023-06-13"),
        "自 without 起",
    ),
    (
        "2023年1月12日，本局联合检查查获待宰生猪。经查，当事人自2022年11月15日起在该民房内私自屠宰。",
        ("2022-11-15", "2023-01-12"),
        "内 of a place is no term",
    ),
    (
        "2023年6月13日，本局检查发现当事人未公示。责令其自2023年6月14日起15日内改正。",
        (None, "2023-06-13"),
        "a term to mend is no beginning",
    ),
    (
        "2023年5月8日，我局执法人员巡查发现当事人正在采砂。经查，当事人自2023年4月2日开始在该河段采砂，截至被查获之日共采砂300立方米。",
        ("2023-04-02", "2023-05-08"),
        "since a day, until it was found",
    ),
    (
        "2023年6月1日至2023年6月30日期间，当事人未按规定公示收费标准。",
        ("2023-06-01", "2023-06-30"),
        "a period",
    ),
    ("当事人于2023年7月19日至23日出具虚假报告。", ("2023-07-19", "2023-07-23"), "a period within a month"),
    (
        "2023年3月5日，本局收到举报。3月6日，执法人员检查，查获不合格电线20卷。经查，当事人于2023年1月10日购进该批电线100卷，至3月6日已售出80卷。",
        ("2023-01-10", "2023-03-06"),
        "goods bought on a day",
    ),
    (
        "经查，当事人2020年8月1日取得营业执照，2023年5月20日与乙公司签订合同，5月25日进场施工，至6月28日主体完工。本局于2023年7月3日立案。",
        ("2023-05-25", "2023-06-28"),
        "licences and contracts are not the act",
    ),
    (
        "查明：当事人从2022年12月1日起在直播间宣称产品可治病，2023年2月15日主动下架。本局于2023年2月20日立案。",
        ("2022-12-01", "2023-02-15"),
        "stopped of itself",
    ),
    (
        "2023年2月1日我局立案。2021年3月8日，当事人未经批准开始占用林地修建道路，同年9月30日完工。",
        ("2021-03-08", "2021-09-30"),
        "an approval that was not given is no history",
    ),
    (
        "2022年11月5日当事人与甲公司签订供货协议，11月8日至12月1日分三次运输危险货物。",
        ("2022-11-08", "2022-12-01"),
        "a contract before the period does not hide it",
    ),
    ("2023年4月6日，当事人驾驶货车装载砂石，造成沿途遗撒。", (None, "2023-04-06"), "one day alone"),
    (
        "2023年6月15日，执法人员检查发现冻鸡爪已超过保质期（生产日期2021年11月2日，保质期18个月）。经查，该批冻鸡爪系2022年3月1日购进，2023年5月3日起超过保质期。",
        (None, "2023-06-15"),
        "goods that grew stale were lawful when bought",
    ),
    (
        "2023年4月18日，本局接到抽检机构移送的检验报告，载明当事人2023年3月28日销售的豆芽不合格。",
        (None, "2023-03-28"),
        "a report tells of another day",
    ),
    (
        "2022年5月10日检查发现当事人未建立台账，责令改正。2022年6月8日复查，当事人仍未建立。",
        (None, "2022-06-08"),
        "found going on",
    ),
    (
        "2022年8月，当事人开始从事经营。本局于2022年11月3日立案，现场笔录在卷。",
        (None, None),
        "a month is no day, and filing is no act",
    ),
    (
        "当事人申请执照，有效期自2020年1月1日起至2025年1月1日。2023年8月1日检查时超范围经营。",
        (None, "2023-08-01"),
        "a term of validity is no period",
    ),
    (
        "当事人曾于2021年3月2日因同类行为被处罚。2023年8月1日执法人员检查时发现当事人又超范围经营。",
        (None, "2023-08-01"),
        "an earlier case",
    ),
]


@pytest.mark.parametrize(("facts", "days", "why"), TOLD, ids=[why for _, _, why in TOLD])
def test_days_of_the_act(facts: str, days: tuple[str | None, str | None], why: str) -> None:
    made = decided(f"{facts}\n{LAW}")
    assert (value(made.act_start), value(made.act_end)) == days


def test_pleas_and_notices_after_the_facts_tell_nothing_of_the_act() -> None:
    made = decided(
        "经查，当事人自2023年1月15日起无照经营，2023年4月7日被查获。\n"
        "2023年5月5日，本局送达处罚告知书。当事人称其自2023年3月1日才开始经营，至5月8日已停止。\n" + LAW
    )
    assert (value(made.act_start), value(made.act_end)) == ("2023-01-15", "2023-04-07")


def test_facts_and_law_in_one_sentence() -> None:
    made = decided("被处罚人于2023年9月3日8时17分，在某路口实施闯红灯的违法行为，违反了《某某条例》第三十八条。")
    assert value(made.act_end) == "2023-09-03"
