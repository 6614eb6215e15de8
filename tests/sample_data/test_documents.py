"""The invented market-supervision decisions say what their labels say, and law and table support the clean ones."""

from __future__ import annotations

import re
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import yaml
from stdnum.cn import ric

from checker.samples import sample_data
from models.evaluation.gold import Gold, load_gold

HOME = sample_data()
MARKET = [gold for gold in load_gold(HOME / "gold") if gold.id.startswith("a-") and (gold.fields or {}).get("agency")]
DIGITS = "零一二三四五六七八九"


def source(gold: Gold) -> str:
    """The words of a source without markup and space."""
    markup = (HOME / "sources" / f"{gold.id}.html").read_text(encoding="utf-8")
    return re.sub(r"<[^>]+>|\s", "", markup)


def numeral(number: int) -> str:
    """1 to 999 as an article of law counts it: 124 is 一百二十四."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    said = f"{DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        said += ("" if tens == 1 and not hundreds else DIGITS[tens]) + "十"
    elif hundreds and ones:
        said += "零"
    return said + (DIGITS[ones] if ones else "")


def ids(gold: Gold) -> str:
    return gold.id


def test_numerals_of_articles() -> None:
    assert [numeral(n) for n in (9, 10, 16, 101, 124, 117)] == [
        "九",
        "十",
        "十六",
        "一百零一",
        "一百二十四",
        "一百一十七",
    ]


@pytest.mark.parametrize("gold", MARKET, ids=ids)
def test_every_citation_of_a_label_stands_in_the_document(gold: Gold) -> None:
    words = source(gold)
    fields: dict[str, Any] = gold.fields or {}
    for cited in [*fields["violated"], *fields["penalty_basis"]]:
        short = cited["law"].removeprefix("中华人民共和国")
        assert short in words, (short, "law")
        assert re.search(rf"第(?:{numeral(cited['article'])}|{cited['article']})条", words), cited
        if cited.get("item"):
            assert re.search(rf"[（(]?(?:{numeral(cited['item'])}|{cited['item']})[）)]?项", words), cited


@pytest.mark.parametrize("gold", MARKET, ids=ids)
def test_every_name_and_sum_of_a_label_stands_in_the_document(gold: Gold) -> None:
    words = source(gold).replace(",", "")
    fields: dict[str, Any] = gold.fields or {}
    for party in fields["respondents"]:
        assert all(value in words for key, value in party.items() if value and key != "kind"), party
    for sanction in fields["sanctions"]:
        if sanction["amount"] is not None:
            assert written(Decimal(sanction["amount"]), words), (gold.id, sanction)


def checks_out(number: str) -> bool:
    """Whether the last character of an identity number follows from the others."""
    return bool(ric.calc_check_digit(number) == number[-1])


def written(amount: Decimal, words: str) -> bool:
    """Whether a sum stands in the words as digits, in 万元, or in capitals of thousands (陆仟)."""
    plain = f"{amount:f}".rstrip("0").rstrip(".")
    tens = f"{amount / 10000:f}".rstrip("0").rstrip(".")
    capital = "零壹贰叁肆伍陆柒捌玖"[int(amount // 1000)] + "仟" if 1000 <= amount < 10000 else None
    return plain in words or f"{tens}万元" in words or (capital is not None and capital in words)


def test_there_are_enough_decisions_and_kinds_of_fault() -> None:
    assert len(MARKET) >= 36
    assert len({name for gold in MARKET for name in gold.checks.must}) >= 14
    faulty = sum(bool(gold.checks.must) for gold in MARKET)
    assert 0.25 <= faulty / len(MARKET) <= 0.5


def test_a_fault_is_planted_where_and_only_where_the_label_says_so() -> None:
    assert [gold.id for gold in MARKET if bool(gold.fault) != bool(gold.checks.must)] == []
    assert [gold.id for gold in MARKET if len(gold.checks.must) > 1] == []


def test_clean_decisions_keep_to_ninety_days_and_to_the_order_of_their_dates() -> None:
    for gold in MARKET:
        fields: dict[str, Any] = gold.fields or {}
        dates = [fields[name] for name in ("act_end", "filing_date", "notice_date", "decision_date") if fields[name]]
        assert dates == sorted(dates), gold.id
        if not gold.checks.must and fields["filing_date"]:
            assert (fields["decision_date"] - fields["filing_date"]).days <= 90, gold.id


def test_full_identity_numbers_stand_only_where_planted() -> None:
    shape = re.compile(r"[1-9]\d{5}(?:19|20)\d\d[01]\d[0-3]\d{4}[\dX]")  # place, day of birth, serial, check digit
    found = [gold.id for gold in MARKET if any(map(checks_out, shape.findall(source(gold))))]
    assert found == [gold.id for gold in MARKET if "unmasked-personal-data" in gold.checks.must]


@pytest.mark.parametrize("gold", [gold for gold in MARKET if gold.format == "pdf"], ids=ids)
def test_a_printed_page_holds_the_words_of_its_source(gold: Gold) -> None:
    with pypdfium2.PdfDocument(HOME / "cases" / gold.file) as printed:
        pages = "".join(page.get_textpage().get_text_range() for page in printed)
    fields: dict[str, Any] = gold.fields or {}
    number = re.sub(r"\D", "", fields["document_number"])
    assert number in re.sub(r"\D", "", pages)
    assert len(re.sub(r"\s", "", pages)) >= 0.98 * len(source(gold))


def test_the_zip_with_names_in_gbk_holds_two_decisions() -> None:
    with zipfile.ZipFile(HOME / "cases" / "两份决定书.zip", metadata_encoding="gbk") as archive:
        names = archive.namelist()
        assert sorted(names) == sorted(f"{path.stem}.txt" for path in (HOME / "sources" / "archive").glob("*.html"))
        assert all(not info.flag_bits & 0x800 for info in archive.infolist())
        assert all("行政处罚决定书" in archive.read(name).decode() for name in names)


def test_the_builder_needs_nothing_of_the_product() -> None:
    for path in [HOME / "build.py", *Path(HOME / "building").glob("*.py")]:
        assert not re.search(r"^\s*(?:from|import) (?:checker|models)\b", path.read_text(encoding="utf-8"), re.M), path


def test_two_versions_of_the_food_table_have_different_cut_points() -> None:
    tables = [
        yaml.safe_load((HOME / "benchmarks" / f"food-yanbian-{year}.yaml").read_text("utf-8")) for year in (2022, 2024)
    ]
    tops = [
        [branch["upper"] for tier in table["items"][0]["tiers"] for branch in tier["branches"] if "base" not in branch]
        for table in tables
    ]
    assert tops[0] != tops[1]
    assert tables[0]["in_force_to"] < tables[1]["in_force_from"]
