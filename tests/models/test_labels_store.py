"""Corrections flow out as labels and labels in as corrections; nothing is lost, personal data stays inside."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from checker.review import EPOCHS
from checker.store import Store, corrections
from models.cli import application
from models.labels import LabelError, LabelledText, SpanLabel, jsonl, studio
from models.labels.from_store import labelled
from models.labels.into_store import keep
from tests.making_corrections import DECISION, correction, kind, saved

AT = "2026-03-03T00:00:00+00:00"
SAID = (
    correction(note="是标价"),
    kind("other", who="李审", at="2026-01-09T00:00:00+00:00", note="不是决定书"),
    correction(
        quote="拒不改正",
        task="circumstance",
        label="refused_correction",
        polarity="denied",
        machine_label="refused_correction",
        machine_polarity="denied",
        epoch=EPOCHS["circumstance"],
    ),
)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(str(tmp_path / "cases.db"))
    saved(made)
    return made


def kept(store: Store) -> set[tuple[object, ...]]:
    return {
        (each.id, each.superseded_by, replace(each.correction, extractor="")) for each in corrections.standing(store)
    }


@pytest.mark.parametrize("form", [jsonl, studio])
def test_corrections_survive_the_way_out_and_in(store: Store, tmp_path: Path, form: object) -> None:
    corrections.add(store, SAID)
    form.write(tmp_path / "out", labelled(store))  # type: ignore[attr-defined]
    other = Store(str(tmp_path / "other.db"))
    saved(other)
    assert keep(other, form.read(tmp_path / "out"), file="out", who=None, at=AT) == 3  # type: ignore[attr-defined]
    assert kept(other) == kept(store)


def test_the_text_exported_is_masked_and_its_labels_lie_where_they_did(store: Store) -> None:
    corrections.add(store, SAID)
    (text,) = labelled(store)
    assert "13812345678" not in text.text and len(text.text) == len(DECISION)
    assert [text.text[span.start : span.end] for span in text.spans] == ["300元", "拒不改正"]
    assert (text.kind, text.who, text.spans[0].who, text.spans[0].note) == ("other", "李审", "张审", "是标价")
    assert text.agency == "延吉市市场监督管理局" and jsonl.mistake(text) is None


def test_superseded_corrections_and_those_of_an_earlier_epoch_are_not_labels(store: Store) -> None:
    corrections.add(store, [correction(), correction(label="cost", at=AT), kind(epoch=0)])
    (text,) = labelled(store)
    assert [span.label for span in text.spans] == ["cost"] and text.kind is None


def test_offsets_over_several_pages(tmp_path: Path) -> None:
    from checker.records.document import Page
    from tests.making_results import result

    first, second = "第一页，货值300元。", "第二页，罚款5000元。"
    with Store(str(tmp_path / "a.db")) as store:
        store.save(replace(result(), pages=(Page(1, first), Page(2, second))))
        made = correction(second, "5000元", "fine", sha256="a" * 64, page=2, machine_label=None)
        corrections.add(store, [made])
        (text,) = labelled(store)
        span = text.spans[0]
        assert text.text[span.start : span.end] == "5000元"
        keep(store, [replace(text, at=AT)], file="f", who=None, at=AT)
        assert [each.correction.page for each in corrections.standing(store)] == [2]
        over = replace(text, spans=(SpanLabel("money", 5, span.end, "fine"),))
        with pytest.raises(LabelError, match="over a page"):
            keep(store, [over], file="f", who=None, at=AT)


def whole(**changes: object) -> LabelledText:
    made = LabelledText(
        correction().sha256, DECISION, "other", (), "reviewer", "t", "局", who="张审", at="2026-01-01T00:00:00Z"
    )
    return replace(made, **changes)  # type: ignore[arg-type]


BAD = {
    "no document": whole(id="f" * 64),
    "not that of the database": whole(text=DECISION.replace("300", "400")),
    "not kept": whole(spans=(SpanLabel("section", 0, 5, "heading"),)),
    "give --who": whole(who=None),
    "ISO": whole(at="neulich"),
}


@pytest.mark.parametrize("words", BAD)
def test_labels_that_do_not_fit_the_store_are_refused_and_none_is_kept(store: Store, words: str) -> None:
    good = whole(kind=None, spans=(SpanLabel("money", 3, 5, "other"),))
    with pytest.raises(LabelError, match=words) as caught:
        keep(store, [good, BAD[words]], file="set.jsonl", who=None, at=AT)
    assert "set.jsonl" in str(caught.value)
    assert corrections.standing(store) == ()


def test_a_label_made_elsewhere_gets_the_machines_reading_beside_it(store: Store) -> None:
    start = DECISION.index("300元")
    text = whole(kind=None, spans=(SpanLabel("money", start, start + 3, "price"),), who=None)
    keep(store, [text], file="f", who="王审", at=AT)
    (made,) = corrections.standing(store)
    assert (made.correction.machine_label, made.correction.who) == ("goods_value", "王审")
    assert made.correction.extractor.startswith("rules@")


def test_commands_round_trip_between_the_formats(store: Store, tmp_path: Path) -> None:
    corrections.add(store, SAID)
    run = CliRunner()
    one, two, three = (str(tmp_path / name) for name in ("a.jsonl", "b.json", "c.jsonl"))
    steps = (
        ["labels", "export", "--db", str(tmp_path / "cases.db"), "--out", one],
        ["labels", "export", "--labels", one, "--format", "label-studio", "--out", two],
        ["labels", "import", two, "--out", three],
        ["labels", "import", three, "--db", str(tmp_path / "cases.db")],
    )
    for words in steps:
        done = run.invoke(application, words, catch_exceptions=False)
        assert done.exit_code == 0, done.output
    assert Path(one).read_bytes() == Path(three).read_bytes()
    assert json.loads(Path(two).read_text(encoding="utf-8"))[0]["data"]["text"].startswith("延吉市")
    assert len(corrections.of_document(store, correction().sha256)) == 3


def test_commands_say_what_is_missing(tmp_path: Path) -> None:
    run = CliRunner()
    Store(str(tmp_path / "empty.db")).close()
    for words, told in (
        (["labels", "export", "--db", str(tmp_path / "no.db"), "--out", "x"], "no.db"),
        (["labels", "export", "--db", str(tmp_path / "empty.db"), "--out", "x"], "还没有更正"),
        (["labels", "export", "--out", "x"], "--labels"),
        (["labels", "import", "x"], "--out"),
    ):
        done = run.invoke(application, words)
        assert done.exit_code == 2 and told in done.output


def test_pages_read_otherwise_since_carry_their_labels_or_lose_them(store: Store) -> None:
    from sqlalchemy import update

    from checker.store.tables import Page

    corrections.add(store, [correction(), correction(quote="50000元", label="fine")])
    with store.engine.begin() as connection:
        text = "扫描件\n" + DECISION.replace("50000元", "S0000元")
        connection.execute(update(Page).values(text=text))
    (made,) = labelled(store)
    assert [made.text[span.start : span.end] for span in made.spans] == ["300元"]
