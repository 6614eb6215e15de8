"""Damaged text: what is mended, what is only said, and what is never read."""

from __future__ import annotations

import itertools
import random
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.extract.paper import Paper
from checker.messages import messages
from checker.parse import parse
from checker.samples import sample_data
from checker.text.formal import spelled, well_formed
from checker.text.numerals import parse_number
from checker.text.repair import repair
from checker.text.repair.damage import REASONS
from tests.making import clean, document

GARBLED = "行政处罚决定书：当事人违反了食品安全法的规定"
MENDED = [  # (damaged, what it can only have been, reason)
    ("延州政办发〔201723", "延州政办发〔2017〕23号", "document-number-damaged"),
    ("吉政办发〔201691号", "吉政办发〔2016〕91号", "document-number-damaged"),
    ("延市监罚字〔2023第0451号", "延市监罚字〔2023〕第0451号", "document-number-damaged"),
    ("延市监罚字2023〕15号", "延市监罚字〔2023〕15号", "document-number-damaged"),
    ("延市监罚字〔2023〕15\n当事人", "延市监罚字〔2023〕15号\n当事人", "document-number-damaged"),
    ("应当在20178月底前完成", "应当在2017年8月底前完成", "date-marks-lost"),
    ("20235月6日检查", "2023年5月6日检查", "date-marks-lost"),
    ("2023年56日检查", "2023年5月6日检查", "date-marks-lost"),
    ("2023年5月6，检查", "2023年5月6日，检查", "date-marks-lost"),
    ("延边州人民政府办公室\n\n201783", "延边州人民政府办公室\n\n2017年8月3日", "date-marks-lost"),
    ("罚款5O00元", "罚款5000元", "digit-confusions"),
    ("2O23年l2月6日", "2023年12月6日", "digit-confusions"),
    ("罚罚款款人人民民币币55000000元元。", "罚款人民币5000元。", "overprinted-characters"),
    ("關(guān)于印發(fā)的實施(shī)", "關于印發的實施", "pinyin-readings"),
    (GARBLED.encode().decode("latin-1"), GARBLED, "mojibake"),
    (GARBLED.encode("gbk").decode("latin-1"), GARBLED, "mojibake"),
    ("书证齐全。" + "行政处罚决定".encode().decode("gbk") + "。", "书证齐全。行政处罚决定。", "mojibake"),
]
SAID = [  # (damaged, reason); the text stays as it is
    ("延市监罚字〔188815号", "document-number-damaged"),
    ("延市监罚字〔2023〕号", "document-number-damaged"),
    ("延市监罚字〔〕15号", "document-number-damaged"),
    ("延市监罚字〔023〕15号", "document-number-damaged"),
    ("延市监罚字〔2023 15号", "document-number-damaged"),
    ("于年月日检查", "dates-without-numbers"),
    ("2023年月6日检查", "dates-without-numbers"),
    ("二〇二三年月六日", "dates-without-numbers"),
    ("203年5月6日检查", "dates-broken"),
    ("2023年13月6日检查", "dates-broken"),
    ("二二三年五月六日", "dates-broken"),
    ("2023年112日检查", "date-marks-lost"),
    ("2023年5月6检查", "date-marks-lost"),
    ("纲要（20152020年）", "date-marks-lost"),
    ("罚款元。", "amounts-without-numbers"),
    ("并处万元罚款", "amounts-without-numbers"),
    ("罚款50,00元", "amounts-broken"),
    ("罚款000元", "amounts-broken"),
    ("罚款0元", "amounts-broken"),
    ("附件5 500元", "amounts-broken"),
    ("罚款5·000元", "amounts-broken"),
    ("罚款伍万仟元整", "amounts-broken"),
    ("罚款万叁仟元整", "amounts-broken"),
    ("罚款伍叁仟元整", "amounts-broken"),
    ("罚款贰佰壹8元", "amounts-broken"),
    ("罚款伍万叁仟整", "amounts-without-unit"),
    ("罚款5000，", "amounts-without-unit"),
    ("第条第二款", "citations-broken"),
    ("第一百二四条", "citations-broken"),
    ("自收到决定书之日起日内", "periods-without-numbers"),
    ("罚款5\ufffd000元", "replacement-characters"),
    ("罚款?000元", "lost-characters"),
    ("罚款5□00元", "lost-characters"),
    ("充分听取當?shù)卣意见", "pinyin-readings"),
    ("文书\ue123号", "private-use-characters"),
    ("锟斤拷锟斤拷", "mojibake"),
    ("头。琛屾斂澶勭綒鍐冲畾涔，尾", "mojibake"),
    ("罚款\u202e00005\u202c元", "bidi-controls"),
]
SOUND = [
    "罚款人民币2万5千元",
    "苏环行罚字〔2022〕85第114号",
    "处罚决定书号：吉公主岭交运罚〔2023〕00415\n当事人",
    "罚款5 000元",
    "罚款12 500 000元",
    "出生年月日",
    "　　　　年　　月　　日",
    "签收日期：年月日",
    "单位：人民币元",
    "单价：元/吨",
    "处一万元以上十万元以下罚款",
    "违法所得0元",
    "0.5万元",
    "３５，０００元",
    "高高兴兴，家家户户",
    "王(wáng)某",
    "□是□否",
    "第一百一十条、第二十条、第一千二百零五条",
    "2023年3季度、2023年5月至8月、2021年5次",
    "型号M1O2，O型血",
    "壹拾万元整、拾万元、伍万零叁佰元整、叁仟零伍拾元整",
    "10%以上50%以下",
    "注册证编号×1械注×2××××3",
    "zhōng is a reading",
]


def test_every_reason_has_a_name_in_both_languages_and_a_line_in_the_document() -> None:
    described = (Path(__file__).parents[2] / "docs" / "damage.md").read_text(encoding="utf-8")
    for reason in REASONS:
        assert f"damage:{reason}" in messages() and f"`{reason}`" in described


def put_right(text: str) -> str:
    return clean(text, kind="html").text


@pytest.mark.parametrize(("damaged", "right", "reason"), MENDED)
def test_what_can_have_been_one_thing_only_is_mended_and_marked(damaged: str, right: str, reason: str) -> None:
    made = clean(damaged, kind="html")
    assert made.text == right and made.damage == (reason,)
    assert made.places and all(place.repaired for place in made.places)
    assert made.doubt(0, len(made.text)) < 1


@pytest.mark.parametrize(("damaged", "reason"), SAID)
def test_what_may_have_been_another_thing_is_said_and_left(damaged: str, reason: str) -> None:
    made = clean(damaged, kind="html")
    assert reason in made.damage
    assert not any(place.repaired for place in made.places)
    assert made.doubt(0, len(made.text)) <= 0.5


@pytest.mark.parametrize("text", SOUND)
def test_sound_text_is_not_called_damaged(text: str) -> None:
    assert clean(text, kind="html").damage == ()


@pytest.mark.parametrize("path", sorted((sample_data() / "cases").iterdir()), ids=lambda path: path.stem)
def test_no_sample_is_called_damaged(path: Path) -> None:
    if path.name.startswith("broken") or path.suffix == ".zip":
        return
    assert repair(parse(path.read_bytes(), path.name)).places == ()


CUT = ["罚款000元", "罚款50,00元", "附件5 500元", "罚款伍万仟元整", "罚款伍叁仟元整", "并处万元罚款", "罚款贰佰壹8元"]
CUT += ["罚款5\ufffd000元", "罚款?000元", "罚款\u202e00005\u202c元"]


@pytest.mark.parametrize("text", CUT)
def test_the_rest_of_a_number_is_never_read_as_a_number(text: str) -> None:
    assert Paper.of(clean(text, kind="html")).money == []


@pytest.mark.parametrize(
    "text",
    ["年5月6日检查", "203年5月6日检查", "2023年5月6检查", "2023年5月日", "2023年112日检查"],
)
def test_the_rest_of_a_date_is_never_read_as_a_date(text: str) -> None:
    made = Paper.of(clean(f"2022年3月1日，{text}", kind="html"))
    assert [f"{token.value}" for token in made.dates] == ["2022-03-01"]


def test_an_amount_without_its_number_is_a_fine_of_unknown_size() -> None:
    from checker.extract import RuleExtractor

    text = (
        "某市某局\n行政处罚决定书\n某市监罚字〔2023〕15号\n当事人：某公司\n经查，当事人违反了《食品安全法》第三十四条。\n"
        "决定处罚如下：\n1.对第一项行为罚款5000元；\n2.对第二项行为罚款元。\n某市某局\n2023年5月6日"
    )
    found = RuleExtractor().extract(clean(text, kind="html"))
    assert [each.amount.value if each.amount else None for each in found.sanctions if each.kind == "fine"] == [
        5000,
        None,
    ]
    assert found.fine_total is None
    assert [place.evidence[0].quote for place in found.text_quality.places] == ["罚款元"]


def test_doubt_is_where_the_damage_is() -> None:
    text = clean("货值金额3000元。\n罚款人民币5O00元。", kind="html")
    near, far = text.text.index("5000"), text.text.index("3000")
    assert text.doubt(near, near + 4) == 0.75 and text.doubt(far, far + 4) == 1


def test_losses_all_over_a_text_cast_doubt_on_all_of_it() -> None:
    text = clean("货值金额3000元。\n罚款元。\n于年月日。\n第条。", kind="html")
    far = text.text.index("3000")
    assert text.doubt(far, far + 4) == 0.8


@given(
    st.lists(
        st.sampled_from([*(each[0] for each in MENDED), *(each[0] for each in SAID), "，", "\n", "罚款5000元"]),
        max_size=12,
    ),
    st.sampled_from(["pdf", "html", "txt"]),
)
def test_every_span_quotes_its_page_whatever_was_repaired(parts: list[str], kind: str) -> None:
    source = document("".join(parts), kind=kind)
    made = repair(source)
    offsets = list(made.offsets)
    assert len(offsets) == len(made.text) + 1
    assert all(one <= two for one, two in itertools.pairwise(offsets))
    for start in range(0, len(made.text), 5):
        for span in made.spans(start, min(start + 7, len(made.text))):
            assert source.pages[0].text[span.start : span.end] == span.quote
    for place in made.places:
        assert 0 <= place.start < place.end <= len(source.text)


@given(st.text(alphabet="罚款元年月日〔〕号第条0O1l5９伍万仟?□\ufffd(（)）ā鐨Ã \n", max_size=60))
def test_no_text_breaks_the_repair(text: str) -> None:
    made = clean(text, kind="txt")
    Paper.of(made)
    assert len(made.offsets) == len(made.text) + 1


@given(st.integers(0, 10**11))
def test_numbers_spelled_in_full_read_back_and_are_well_formed(value: int) -> None:
    written = spelled(value)
    assert parse_number(written) == value and well_formed(written)


@given(
    st.text(alphabet="行政处罚决定书当事人违反食品安全法的规定", min_size=6, max_size=40),
    st.sampled_from(["latin-1", "gbk"]),
)
def test_whole_characters_come_back_from_a_wrong_reading(text: str, wrong: str) -> None:
    try:
        garbled = text.encode().decode(wrong)
    except UnicodeDecodeError:
        return  # half a character is left over: not exact, so not repaired
    assert put_right(garbled) == text


KINDS = {"dates": (r"\d{4}年\d{1,2}月\d{1,2}日", r"[年月日]"), "numbers": (r"〔\d{4}〕\d+号", r"[〔〕]")}


@pytest.mark.parametrize("kind", KINDS)
def test_lost_marks_in_the_samples_are_noticed(kind: str) -> None:
    """Nine in ten at least; tests/bench/damage.py prints the figure for every kind of loss."""
    whole, part = KINDS[kind]
    lost = noticed = 0
    for path in sorted((sample_data() / "cases").glob("*.txt")):
        if path.name.startswith("broken"):
            continue
        text = parse(path.read_bytes(), path.name).text
        chance = random.Random(path.name)
        inside = [
            match.start() + mark.start()
            for match in re.finditer(whole, text)
            for mark in re.finditer(part, match.group())
        ]
        for at in chance.sample(inside, min(4, len(inside))):
            lost += 1
            noticed += bool(clean(text[:at] + text[at + 1 :], kind="txt").places)
    assert lost > 20 and noticed >= 0.9 * lost
