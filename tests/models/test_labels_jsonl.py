"""Label files: what is written is read back, and every mistake is refused with file, line and reason."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.labels import LabelError, LabelledText, SpanLabel
from models.labels.jsonl import dump, parse, read, write
from models.labels.record import MONEY_ROLES

TEXT = "当事人主动消除危害后果，处罚款5000元。"
GOOD = {
    "id": "t1",
    "text": TEXT,
    "kind": "decision",
    "spans": [
        {"task": "circumstance", "start": 3, "end": 11, "label": "removed_harm", "polarity": "found"},
        {"task": "money", "start": 15, "end": 20, "label": "fine"},
    ],
    "source": "handwritten:w",
    "template": "w",
    "agency": "甲市市场监督管理局",
}


def changed(**values: object) -> str:
    return json.dumps({**GOOD, **values}, ensure_ascii=False)


def span(**values: object) -> dict[str, object]:
    return {"task": "money", "start": 15, "end": 20, "label": "fine", **values}


BAD = {
    "overlap": (changed(spans=[span(), span(start=18, end=21, label="price")]), "overlap"),
    "same place twice": (changed(spans=[span(), span()]), "overlap"),
    "unknown role": (changed(spans=[span(label="bribe")]), "bribe"),
    "unknown task": (changed(spans=[span(task="dates")]), "dates"),
    "a kind is no span": (changed(spans=[span(task="kind", label="decision")]), "kind"),
    "unknown kind": (changed(kind="verdict"), "verdict"),
    "unknown complete task": (changed(complete=["dates"]), "dates"),
    "unknown polarity": (changed(spans=[span(task="circumstance", label="cooperated", polarity="maybe")]), "maybe"),
    "circumstance without polarity": (changed(spans=[span(task="circumstance", label="cooperated")]), "polarity"),
    "money with polarity": (changed(spans=[span(polarity="found")]), "polarity"),
    "past the end": (changed(spans=[span(end=99)]), "15-99"),
    "before the start": (changed(spans=[span(start=-1)]), "-1-20"),
    "empty span": (changed(spans=[span(end=15)]), "15-15"),
    "backwards": (changed(spans=[span(start=20, end=15)]), "20-15"),
    "offset as words": (changed(spans=[span(start="15")]), "spans.0.start"),
    "no text": (changed(text=""), "text"),
    "blank text": (changed(text=" \n"), "blank"),
    "unknown field": (changed(colour="red"), "colour"),
    "missing id": (json.dumps({key: value for key, value in GOOD.items() if key != "id"}), "id"),
    "not JSON": ('{"id": ', "JSON"),
    "a list": ("[1, 2]", "Field"),
    "item without wording": (changed(item="food-124-1-5"), "food-124-1-5"),
}


@pytest.mark.parametrize(("words", "told"), BAD.values(), ids=BAD.keys())
def test_a_mistake_is_refused_with_file_line_and_reason(tmp_path: Path, words: str, told: str) -> None:
    path = tmp_path / "labels.jsonl"
    path.write_text(changed() + "\n\n" + words + "\n", encoding="utf-8")
    with pytest.raises(LabelError) as caught:
        read(path)
    assert (caught.value.file, caught.value.line) == (str(path), 3)
    assert told in str(caught.value)
    assert all(caught.value.reason)


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xff\xfe\x00"], ids=["empty", "blank lines", "not UTF-8"])
def test_a_file_without_texts_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "labels.jsonl"
    path.write_bytes(content)
    with pytest.raises(LabelError, match=r"labels\.jsonl"):
        read(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LabelError, match="none"):
        read(tmp_path / "none.jsonl")


def test_an_id_may_stand_once(tmp_path: Path) -> None:
    path = tmp_path / "labels.jsonl"
    path.write_text(changed() + "\n" + changed() + "\n", encoding="utf-8")
    with pytest.raises(LabelError, match="t1"):
        read(path)


def test_different_tasks_may_overlap_and_neighbours_touch() -> None:
    words = changed(
        spans=[
            span(),
            span(start=20, end=21, label="other"),
            span(task="section", start=0, end=21, label="decision"),
        ]
    )
    assert len(parse(words, file="x").spans) == 3


def test_a_refused_text_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "labels.jsonl"
    good = parse(changed(), file="x")
    assert write(path, [good]) == 1
    before = path.read_bytes()
    bad = LabelledText("t2", "甲", None, (SpanLabel("money", 0, 5, "fine"),), "reviewer", "", "")
    with pytest.raises(LabelError, match="0-5"):
        write(path, [good, bad])
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_writing_where_one_may_not_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LabelError, match="cannot be written"):
        write(tmp_path / "no" / "labels.jsonl", [parse(changed(), file="x")])


@given(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip),
    st.sampled_from(MONEY_ROLES),
    st.text(st.characters(exclude_categories=["Cs"])),
)
def test_what_is_written_is_read_back(text: str, role: str, name: str) -> None:
    made = LabelledText(
        "一",
        text,
        None,
        (SpanLabel("money", 0, len(text), role),),
        "reviewer",
        name,
        name,
        ("money",),
        who=name or None,
    )
    line = dump(made)
    assert "\n" not in line
    assert parse(line, file="x") == made
