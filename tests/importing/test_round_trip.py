"""Our own sample benchmarks, printed as offices print them and imported again, are the same tables."""

from __future__ import annotations

import io
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml

from checker.benchmarks.importing import assemble, open_source
from checker.errors import DocumentError
from checker.parse import libreoffice
from checker.samples import sample_data
from tests.importing.making import FORMATS, HEAD, Cell, Table, as_html
from tests.making_office import saved_as

FOLDER = sample_data() / "benchmarks"
TIERED = sorted(path.stem for path in FOLDER.glob("*.yaml") if "tiers:" in path.read_text(encoding="utf-8"))
NUMBERS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """第一百二十四条: numbers below a thousand as laws write them."""
    if number < 10:
        return NUMBERS[number]
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    words = f"{NUMBERS[hundreds]}百" if hundreds else ""
    words += (f"{NUMBERS[tens]}十" if tens > 1 or hundreds else "十") if tens else "零" if hundreds and ones else ""
    return words + (NUMBERS[ones] if ones else "")


def cited(written: str) -> str:
    """食品安全法 124 1 5 in a published table's words."""
    law, *numbers = written.split()
    words = f"《{law}》"
    for number, noun in zip(numbers, ("条", "款", "项"), strict=False):
        main, _, sub = number.partition("-")
        words += f"第{chinese(int(main))}{noun}" + (f"之{chinese(int(sub))}" if sub else "")
    return words


@lru_cache
def benchmark(name: str) -> dict[str, Any]:
    """A sample benchmark as its file writes it."""
    return dict(yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8")))


def published(items: list[dict[str, Any]]) -> Table:
    """The tier table as offices publish it: one row a tier, the item's cells merged down."""
    rows: list[list[Cell]] = [["序号", "违法行为", "违反条款", "处罚依据", "裁量阶次", "适用情形", "裁量幅度"]]
    for number, item in enumerate(items, start=1):
        tall = len(item["tiers"])
        merged = [
            str(number),
            item["violation"],
            "、".join(map(cited, item.get("violated", ()))),
            "、".join(map(cited, item["basis"])),
        ]
        for index, tier in enumerate(item["tiers"]):
            texts = [each["text"] for each in tier.get("conditions", ())]
            when = (
                texts[0]
                if len(texts) == 1
                else "有下列情形之一的：" + "；".join(f"{i}.{t}" for i, t in enumerate(texts, 1))
            )
            own: list[Cell] = [tier["name"], when if texts else "其他情形", tier["text"]]
            rows.append([*([(words, tall, 1) for words in merged] if index == 0 else []), *own])
    return rows


def money(items: Any) -> list[tuple[Any, ...]]:
    """What a table allows: (item, tier, lower, upper, base) of every fine."""
    return [
        (
            number,
            tier["name"],
            *(Decimal(str(branch[end])) if end in branch else None for end in ("lower", "upper")),
            branch.get("base", "yuan"),
        )
        for number, item in enumerate(items)
        for tier in item.get("tiers", ())
        for branch in tier.get("branches", ())
        if branch["sanction"] == "fine"
    ]


def tiered(name: str) -> list[dict[str, Any]]:
    """Items whose tiers have words to print."""
    return [
        item
        for item in benchmark(name)["items"]
        if item.get("tiers") and all(tier.get("text") for tier in item["tiers"])
    ]


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("name", TIERED)
def test_a_sample_benchmark_printed_and_imported_is_the_same(name: str, kind: str) -> None:
    items = tiered(name)
    made = assemble(open_source(FORMATS[kind](published(items)), f"{name}.{kind}"), HEAD)
    assert not made.unparsed
    assert [item["violation"] for item in made.items] == [item["violation"] for item in items]
    assert [item["basis"] for item in made.items] == [item["basis"] for item in items]
    assert money(made.items) == money(items)


def test_an_old_workbook_with_its_merged_ranges_is_the_same() -> None:
    """data/food-yanbian-2022.xls holds `published(tiered("food-yanbian-2022"))`, written once with xlwt 1.3.0."""
    path = Path(__file__).parent / "data" / "food-yanbian-2022.xls"
    made = assemble(open_source(path.read_bytes(), path.name), HEAD)
    assert [item["violation"] for item in made.items] == [item["violation"] for item in tiered("food-yanbian-2022")]
    assert money(made.items) == money(tiered("food-yanbian-2022"))


@pytest.mark.libreoffice
def test_an_old_word_file_is_the_same(soffice: str, tmp_path: Path) -> None:
    items = tiered("food-yanbian-2022")
    made_new, out = docx.Document(io.BytesIO(FORMATS["docx"](published(items)))), io.BytesIO()
    made_new.add_paragraph("附则")
    made_new.save(out)
    data = saved_as(soffice, out.getvalue(), tmp_path, "doc", "MS Word 97")
    made = assemble(open_source(data, "裁量基准.doc"), HEAD)
    assert [item["violation"] for item in made.items] == [item["violation"] for item in items]
    assert money(made.items) == money(items)


def test_an_old_word_file_without_libreoffice_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: None)
    with pytest.raises(DocumentError) as raised:
        open_source(rb"{\rtf1 x}", "裁量基准.rtf")
    assert raised.value.code == "needs-libreoffice"


@pytest.mark.browser
def test_a_ruled_pdf_over_many_pages_is_the_same(chromium: str) -> None:
    """Chromium breaks the table over pages, prints its header again, and tears cells: one fine table comes back."""
    from playwright.sync_api import sync_playwright

    items = [item for name in TIERED for item in tiered(name)]
    style = (
        "<style>@page{size:A4 landscape;margin:20mm} table{border-collapse:collapse}"
        "td{border:1px solid #000;font:12px 'Noto Serif CJK SC'}</style>"
    )
    page_text = as_html(published(items)).decode().replace("<body>", f"<body>{style}")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.set_content(page_text)
        data = page.pdf(prefer_css_page_size=True)
        browser.close()
    made = assemble(open_source(data, "全表.pdf"), HEAD)
    assert made.rows_read == made.rows_used + made.rows_listed
    assert [item["violation"] for item in made.items] == [item["violation"] for item in items]
    assert money(made.items) == money(items)
