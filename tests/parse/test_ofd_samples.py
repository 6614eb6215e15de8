"""Whole decisions as OFD: they read as their web pages do, over line and page ends and out of ruled tables."""

from __future__ import annotations

import re
from importlib.util import module_from_spec, spec_from_file_location
from typing import Any

import pytest
import yaml
from lxml import html as lxml_html

from checker.contract import extract_json
from checker.parse import boxes, parse
from checker.parse.ofd import sheet
from checker.pipeline import Options, Pipeline, pipeline
from checker.samples import sample_data
from checker.text.repair import repair
from tests.making_ofd import LEFT, PITCH, SIZE, TOP, line_objects, ofd, page, steps, text

HOME = sample_data()
# A form in one ruled table over two pages; prose with a hard code in a line; lists; two respondents and sums.
SAMPLES = ["a-food-12", "a-food-02", "a-19", "b-con-01", "b-tra-03"]


@pytest.fixture(scope="module")
def joined() -> Pipeline:
    return pipeline(Options((HOME / "benchmarks",)))


def builder() -> Any:
    """sample_data/build.py as a module; the folder is data, not a package."""
    spec = spec_from_file_location("sample_builder", HOME / "build.py")
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def bare(value: Any) -> Any:
    """A contract object without places, confidence and file."""
    if isinstance(value, dict):
        left_out = ("evidence", "confidence", "source", "file", "sha256", "text_quality")
        return {key: bare(each) for key, each in value.items() if key not in left_out}
    return [bare(each) for each in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", SAMPLES)
def test_a_decision_says_the_same_as_ofd_and_as_a_web_page(joined: Pipeline, name: str) -> None:
    build = builder()
    source = (HOME / "sources" / f"{name}.html").read_text(encoding="utf-8")
    fields = yaml.safe_load((HOME / "gold" / f"{name}.yaml").read_text(encoding="utf-8"))["fields"]
    web = joined.check(build.page(source, "utf-8"), "x.html")
    fixed = joined.check(build.ofd(source, {"header": fields["agency"], "seal": True}), "x.ofd")
    assert web.decision is not None and fixed.decision is not None
    assert bare(extract_json(fixed.decision)) == bare(extract_json(web.decision))
    assert sorted((f.check, f.status) for f in fixed.findings) == sorted((f.check, f.status) for f in web.findings)
    assert len(fixed.pages) > 1


@pytest.mark.parametrize("name", ["a-ofd-01", "a-ofd-02"])
def test_a_shipped_ofd_holds_the_words_of_its_source_and_every_reading_has_boxes(joined: Pipeline, name: str) -> None:
    gold = yaml.safe_load((HOME / "gold" / f"{name}.yaml").read_text(encoding="utf-8"))
    data = (HOME / "cases" / gold["file"]).read_bytes()
    document = parse(data, gold["file"])
    source = lxml_html.fromstring((HOME / "sources" / f"{name}.html").read_text(encoding="utf-8")).text_content()
    furniture = rf"— \d —|(?<=\n){gold['header']}\n" if gold.get("header") else r"— \d —"
    read = re.sub(r"\s", "", re.sub(furniture, "", f"\n{document.text}"))
    if gold.get("header"):  # under the running head of page one the agency's own line went with the pattern
        read = gold["header"] + read
    assert read.replace(gold["fields"]["agency"], "") == re.sub(r"\s", "", source).replace(gold["fields"]["agency"], "")
    decision = joined.read(data, gold["file"]).decision
    assert decision is not None and decision.fine_total is not None
    for span in decision.fine_total.evidence:
        laid = sheet(data, span.page)
        assert laid is not None and laid.text[span.start : span.end] == span.quote
        found = boxes(data, [span])
        assert found and all(0 < box.x0 < box.x1 < 210 and 0 < box.y0 < box.y1 < 297 for box in found)


def body(*lines: tuple[str, float]) -> str:
    """Lines with their indents in characters."""
    return "".join(
        text(words, LEFT + indent * SIZE, TOP + n * PITCH, dx=steps(words)) for n, (words, indent) in enumerate(lines)
    )


FULL = "经查明当事人于二零二三年三月在其店内销售超过保质期食品"


def test_a_line_runs_on_at_the_margin_and_an_indented_one_begins() -> None:
    objects = body((FULL[:24], 2), (FULL[:26], 0), ("并拒绝改正。", 0), (FULL[:24], 2), ("证据：若干。", 0))
    assert parse(ofd(page(objects)), "x").text == "\n".join(
        [f"　　{FULL[:24]}{FULL[:26]}并拒绝改正。", f"　　{FULL[:24]}证据：若干。"]
    )


def test_a_line_that_ends_before_the_margin_was_ended_by_somebody() -> None:
    objects = body((FULL[:24], 2), (FULL[:26], 0), (FULL[:20], 0), ("证据目录", 0))
    assert parse(ofd(page(objects)), "x").text.endswith(f"{FULL[:20]}\n证据目录")


def test_a_long_code_that_did_not_fit_leaves_a_short_line() -> None:
    code = "91222406MA1549RD0Y"
    objects = body((FULL[:24], 2), (FULL[:17], 0), (f"{code}，住所不明。", 0), (FULL[:26], 0))
    assert f"{FULL[:17]}{code}，住所不明。" in parse(ofd(page(objects)), "x").text


def test_without_indents_words_decide_and_a_sentence_ends_its_line() -> None:
    objects = body((FULL[:26], 0), (FULL[:25] + "。", 0), (FULL[:26], 0), ("（一）罚款五万元。", 0))
    assert parse(ofd(page(objects)), "x").text.splitlines() == [
        FULL[:26] + FULL[:25] + "。",
        FULL[:26],
        "（一）罚款五万元。",
    ]


def test_a_sentence_goes_on_over_the_page_and_a_paragraph_does_not() -> None:
    one = body((FULL[:24], 2), (FULL[:26], 0))
    two = body(("并拒绝改正。", 0), (FULL[:24], 2), (FULL[:25] + "，", 0))
    three = body(("处罚如下文所列各项内容所示。", 2), (FULL[:26], 0))
    clean = repair(parse(ofd(page(one), page(two), page(three)), "x")).text.splitlines()
    assert (
        clean
        == [
            f"{FULL[:24]}{FULL[:26]}并拒绝改正。",
            f"{FULL[:24]}{FULL[:25]}，",  # the next page begins with an indent, whatever the comma says
            "处罚如下文所列各项内容所示。",
            FULL[:26],
        ]
    )


def test_the_agency_under_a_running_head_of_the_same_words_stays() -> None:
    head = text("延吉市市场监督管理局", 70, 15, dx="g 9 5")
    first = head + line_objects(["延吉市市场监督管理局", "行政处罚决定书", "当事人：某某", "罚款五万元。", "另页"])
    second = head + line_objects(["本机关决定不再延期。", "二零二三年五月", "共两页", "此处无正文", "完"])
    clean = repair(parse(ofd(page(first), page(second)), "x")).text
    assert clean.count("延吉市市场监督管理局") == 1
