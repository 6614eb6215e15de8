"""Masks keep length and offsets, and leave amounts, dates, document numbers and what is public alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.extract import RuleExtractor
from checker.parse import parse
from checker.samples import sample_data
from checker.text.masking import mask, personal
from checker.text.repair import repair
from tests.making import clean

CASES = sorted(path for path in (sample_data() / "cases").iterdir() if not path.name.startswith("broken"))
PIECES = st.sampled_from(
    [
        *(
            "身份证号：",
            "222401198001011234",
            "２２２４０１１９８００１０１１２３４",
            "222401 19800101 1234",
            "13812345678",
            "电话",
        ),
        *(
            "住",
            "家庭住址：",
            "延吉市北山街道",
            "丹春路12号3单元401室",
            "，",
            "。",
            "\n",
            " ",
            "；",
            "当事人：张某，男，",
            "本局",
        ),
        *(
            "账号：6222021234567890128",
            "护照号E12345678",
            "1980年1月2日出生",
            "吉HA1234",
            "罚款50000元",
            "2023年5月6日",
        ),
        *(
            "延市监罚字〔2023〕15号",
            "微信：abc12345",
            "a@b.com",
            "统一社会信用代码91222401MA0Y88KC9H",
            "法定代表人",
            "*",
            "财政局",
        ),
    ]
)
PUBLIC = [
    "联系人：金某 联系电话：0433-2911111",
    "罚款缴至农业银行延吉支行，户名：延吉市财政局，账号：6222021234567890128",
    "户名：延吉市市场监督管理局罚没款专户，账号0760010104000888",
    "统一社会信用代码：91222401MA0Y88KC9H",
    "统一社会信用代码：912224010123456789",
    "营业执照注册号：222400800101123",
    "订单编号：202305061234567890",
    "检验报告编号：222401198001011234",  # its check digit is wrong: no identity number
    "快递单号13812345678",
    "执法证号：07010123456、执法证件号码：07010123456",
    "举报邮箱：ybscjg@yanbian.gov.cn，投诉电话12315",
    "微信公众号：yanbianjiandu2023",
    "当事人：延吉市某某有限公司，统一社会信用代码：91222401MA0Y88KC9H，住所：延吉市长白山西路3099号，电话：0433-2512345",
    "经营场所：延吉市河南街5号",
    "罚款13812345678元",
    "货值金额13812345678.00",
    "2023年5月6日生产，发生于2023年10月",
    "住宿费500元，住院3日",
    "由其户籍所在地的乡镇人民政府、街道办事处负责",
    "家庭住址：延吉市公园街道",
    "222401********1234",
    "统一社会信用代码91222401MA0Y88KC9H，其货车吉H·12345号运输",
]
HIDDEN = [
    ("身份证号：222401198001011234", "19800101"),
    ("驾驶证号222401198001011234", "19800101"),
    ("222401\n198001011234", "19800101"),
    ("公民身份号码：22240119800101123x", "19800101"),
    ("张某，男，222401800101123", "800101"),
    ("电话+86 138 1234 5678", "1234 5678"),
    ("卡号：6222 0212 3456 7890 123", "3456"),
    ("当事人：李某，女，汉族，1980年1月2日出生，住所：延吉市北山街道丹春路12号", "丹春路"),
    ("经营者：王某；经营者住址：延吉市朝阳川镇太东村3组", "太东村"),
    ("现住敦化市江南镇某村二组", "二组"),
    ("家住吉林省延边朝鲜族自治州珲春市靖和街道光明社区5组", "光明社区"),
    ("家庭住址：延吉市北山街道，丹春路12号3单元401室", "丹春路"),
    ("户籍地址：延吉市参花街388号", "参花街"),
    ("台胞证号：12345678", "345678"),
    ("残疾证号：22240119800101123441", "19800101"),
    ("QQ号：123456789", "456789"),
    ("当事人：文某，男，住址：延吉市，驾驶吉H·A1234", "A1234"),
]


@given(st.lists(PIECES, max_size=25).map("".join))
def test_a_mask_keeps_length_and_changes_only_what_it_found(text: str) -> None:
    masked = mask(text)
    assert len(masked) == len(text)
    assert all(new in (old, "*") for old, new in zip(masked, mask(masked), strict=True))
    hidden = {index for each in personal(text) for index in range(each.start, each.end)}
    assert all(
        new == old or (index in hidden and new == "*")
        for index, (old, new) in enumerate(zip(text, masked, strict=True))
    )


@given(st.text(max_size=80))
def test_any_text_can_be_masked(text: str) -> None:
    assert len(mask(text)) == len(text)


@pytest.mark.parametrize("text", PUBLIC)
def test_what_is_public_stays(text: str) -> None:
    assert mask(text) == text


@pytest.mark.parametrize(("text", "secret"), HIDDEN)
def test_what_is_personal_goes(text: str, secret: str) -> None:
    masked = mask(text)
    assert secret not in masked and len(masked) == len(text)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_amounts_dates_and_document_numbers_of_the_samples_stay(path: Path) -> None:
    if path.suffix == ".zip":
        return
    text = repair(parse(path.read_bytes(), path.name))
    masked = mask(text.text)
    births = [each for each in personal(text.text) if each.kind == "birth_date"]
    for pattern in (
        r"\d[\d,.]*[十百千万亿]*元",
        r"\d{4}年\d{1,2}月\d{1,2}日",
        r"〔\d{4}〕第?\d+号",
        r"9[0-9A-Z]{17}",
        r"第[一二三四五六七八九十百]+条",
    ):
        for match in re.finditer(pattern, text.text):
            if not any(match.start() < each.end and each.start < match.end() for each in births):
                assert masked[match.start() : match.end()] == match.group()


def test_a_number_torn_by_a_page_is_starred_as_a_whole() -> None:
    pages = ("当事人：张某，身份证号222401198", "001011234，住延吉市。罚款100元。")
    found = RuleExtractor().extract(clean(*pages, kind="txt")).personal_data
    assert "".join(each.shown for each in found) == "222*************34"
    assert all(len(each.shown) == len(each.span.quote) for each in found)
