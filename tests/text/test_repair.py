"""Repair never loses a digit, and every clean character knows the original it came from."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checker.text.masking import mask
from checker.text.repair import repair
from tests.making import clean, document

PIECES = st.sampled_from(
    [
        "罚款",
        "50000元",
        "５００",
        " ",
        "\n",
        "　",
        "（",
        "）",
        "2023年5月6日",
        "〔2023〕15号",
        "當事人",
        "。",
        "，",
        "\t",
        "a b",
    ]
)
PAGES = st.lists(st.lists(PIECES, max_size=40).map("".join), min_size=1, max_size=3)


@given(PAGES)
def test_every_span_quotes_its_page_and_offsets_ascend(pages: list[str]) -> None:
    made = repair(document(*pages, kind="pdf"))
    assert len(made.offsets) == len(made.text) + 1
    assert all(one < two for one, two in zip(made.offsets, list(made.offsets)[1:], strict=False))
    for start in range(0, len(made.text), 7):
        for span in made.spans(start, min(start + 5, len(made.text))):
            assert pages[span.page - 1][span.start : span.end] == span.quote


@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_digit_is_lost_or_invented(text: str) -> None:
    wide = str.maketrans("０１２３４５６７８９", "0123456789")
    digits = [char for char in text.translate(wide) if char.isdigit()]
    assert [char for char in clean(text).text if char.isdigit()] == digits


def test_a_number_torn_by_a_line_end_is_whole_again() -> None:
    assert "50000元" in clean("罚款人民币5\n0000元。", kind="txt").text


def test_spaced_titles_and_full_width_digits_close_up() -> None:
    assert clean("行 政 处 罚 决 定 书\n延市监罚字〔２０２３〕１５号").text == "行政处罚决定书\n延市监罚字〔2023〕15号"


def test_two_entries_of_a_form_stay_apart() -> None:
    assert clean("法定代表人：严某　职务：董事长").text == "法定代表人：严某\t职务：董事长"


def test_running_heads_and_page_numbers_between_pages_go() -> None:
    pages = [f"某某局行政处罚决定书\n正文第{n}段内容继续写到这里\n第 {n} 页 共 3 页" for n in (1, 2, 3)]
    text = clean(*pages, kind="pdf").text
    assert "页 共" not in text and text.count("某某局") == 0 and "正文第2段" in text


def test_traditional_text_becomes_simplified() -> None:
    source = "行政處罰決定書 當事人違反規定 執法機關 罰款額 責令 監督 縣 實際 開業 證據"
    assert "行政处罚决定书" in clean(source).text


def test_lost_characters_are_said() -> None:
    assert "document-number-damaged" in clean("延州政办发〔201723").damage
    assert clean("延州政办发〔2017〕23号").damage == ()


def test_personal_numbers_are_masked_at_their_own_length() -> None:
    text = "身份证号222401198001011234，电话13812345678，账号6222021234567890123"
    masked = mask(text)
    assert len(masked) == len(text) and "19800101" not in masked and "12345678，" not in masked


def test_a_sentence_runs_on_from_page_to_page_of_a_pdf() -> None:
    pages = (
        "根据延边州药品行政处罚裁量权基准本案货值金额不足五百元\n并且当事人积极配合调查因此适用从轻阶次处罚即十万元以\n",
        "\n上十三万元以下，本局按照一万元的十一倍来裁量罚款数额。\n综上所述依据药品管理法第一百一十七条第一款作出决定如下",
    )
    assert "即十万元以上十三万元以下" in repair(document(*pages, kind="pdf")).text


def test_brackets_of_a_number_that_ocr_mixed_up_are_paired() -> None:
    for written in ("图市监罚（2022〕97号", "图市监罚〔2022）97号", "图市监罚[2022〕第97号"):
        made = clean(written)
        assert made.text.startswith("图市监罚〔2022〕") and "number-brackets" in made.repairs
        assert made.spans(0, len(made.text))[0].quote == written
    for written in ("图市监罚（2022）97号", "见〔2022）附件", "图市监罚〔2022〕97号"):
        assert clean(written).text == written
