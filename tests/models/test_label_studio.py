"""Label Studio both ways: nothing is lost, the browser's way to count is understood, mistakes name their task."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.labels import LabelError, LabelledText, SpanLabel, studio
from models.labels.record import DOCUMENT_KINDS, POLARITIES, SPAN_LABELS, TASKS

TEXT = "当事人𠮷某主动改正，\n决定罚款5000元。"
FINE = TEXT.index("5000元")
LABELLED = LabelledText(
    "d1",
    TEXT,
    "decision",
    (
        SpanLabel("circumstance", 5, 9, "corrected_in_time", "found", who="乙", at="2026-01-02T00:00:00Z"),
        SpanLabel("money", FINE, FINE + 5, "fine", note="一处\n两行"),
    ),
    "reviewer",
    "t",
    "甲局",
    ("money",),
    "超期食品",
    ("食品安全法 124",),
    "food-1",
    "甲",
    "2026-01-01T00:00:00Z",
    "种类无误",
)


def exported(tmp_path: Path, *texts: LabelledText) -> list[dict[str, Any]]:
    studio.write(tmp_path / "out.json", texts or (LABELLED,))
    made: list[dict[str, Any]] = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    return made


def imported(tmp_path: Path, tasks: object) -> tuple[LabelledText, ...]:
    path = tmp_path / "in.json"
    path.write_text(json.dumps(tasks), encoding="utf-8")
    return studio.read(path)


def test_nothing_is_lost_both_ways(tmp_path: Path) -> None:
    exported(tmp_path)
    assert studio.read(tmp_path / "out.json") == (LABELLED,)


def test_offsets_are_written_as_a_browser_counts_them(tmp_path: Path) -> None:
    (task,) = exported(tmp_path)
    value = task["annotations"][0]["result"][-1]["value"]
    units = TEXT.encode("utf-16-le")
    assert units[2 * value["start"] : 2 * value["end"]].decode("utf-16-le") == "5000元" == value["text"]


def test_offsets_counted_in_characters_are_understood_by_the_quoted_words(tmp_path: Path) -> None:
    (task,) = exported(tmp_path)
    task["annotations"][0]["result"][-1]["value"] |= {"start": FINE, "end": FINE + 5}
    (text,) = imported(tmp_path, [task])
    assert text.spans[-1].start == FINE


def test_line_ends_as_label_studio_quotes_them(tmp_path: Path) -> None:
    (task,) = exported(tmp_path)
    value = {"start": 6, "end": 14, "labels": ["facts"], "text": "主动改正，\\n决定"}
    task["annotations"][0]["result"].append({**region("section"), "value": value})
    (text,) = imported(tmp_path, [task])
    assert TEXT[text.spans[-1].start : text.spans[-1].end] == "主动改正，\n决定"


def region(name: str, kind: str = "labels", **value: Any) -> dict[str, Any]:
    return {"id": "x", "from_name": name, "to_name": "text", "type": kind, "value": value}


def annotated(*results: dict[str, Any], **more: Any) -> list[dict[str, Any]]:
    return [{"id": 77, "data": {"text": TEXT}, "annotations": [{"id": 1, "result": list(results), **more}]}]


def test_a_new_project_tells_who_and_when(tmp_path: Path) -> None:
    by = {"completed_by": {"id": 3, "email": "a@example.cn"}, "updated_at": "2026-02-01T08:00:00Z"}
    fine = region("money", start=FINE + 1, end=FINE + 6, labels=["fine"])
    (text,) = imported(tmp_path, annotated(fine, **by))
    assert (text.who, text.at, text.id) == ("a@example.cn", "2026-02-01T08:00:00Z", "label-studio-77")
    assert text.spans == (SpanLabel("money", FINE, FINE + 5, "fine"),)


def test_a_region_added_in_label_studio_is_its_users_and_the_others_stay_whose_they_were(tmp_path: Path) -> None:
    (task,) = exported(tmp_path)
    task["annotations"][0] |= {"completed_by": 5, "updated_at": "2026-03-01T00:00:00Z"}
    task["annotations"][0]["result"].append(region("section", start=0, end=3, labels=["facts"]))
    (text,) = imported(tmp_path, [task])
    assert text.who == "甲" and text.spans[:2] == LABELLED.spans
    assert (text.spans[2].who, text.spans[2].at) == ("label-studio:5", "2026-03-01T00:00:00Z")


def test_a_task_without_annotation_is_a_text_without_labels(tmp_path: Path) -> None:
    (text,) = imported(tmp_path, [{"data": {"text": TEXT}, "predictions": [{"result": []}]}])
    assert (text.kind, text.spans, text.who) == (None, (), None)


def test_of_several_annotations_the_ground_truth_counts_and_cancelled_ones_do_not(tmp_path: Path) -> None:
    tasks = annotated(region("kind", "choices", choices=["law"]), ground_truth=True)
    tasks[0]["annotations"] += [
        {"result": [region("kind", "choices", choices=["other"])]},
        {"result": [region("kind", "choices", choices=["judgment"])], "was_cancelled": True},
    ]
    assert imported(tmp_path, tasks)[0].kind == "law"
    tasks[0]["annotations"][0]["ground_truth"] = False
    with pytest.raises(LabelError, match=r"in\.json: .*77.*2"):
        imported(tmp_path, tasks)


BAD = {
    "overlap": annotated(
        region("money", start=0, end=5, labels=["fine"]),
        {**region("money", start=2, end=7, labels=["price"]), "id": "y"},
    ),
    "bribe": annotated(region("money", start=0, end=5, labels=["bribe"])),
    "not inside the text": annotated(region("money", start=0, end=999, labels=["fine"])),
    "Offsets 4-5": annotated(region("money", start=4, end=5, labels=["fine"])),  # half of a 𠮷
    "not the words": annotated(region("money", start=0, end=3, labels=["fine"], text="罚款")),
    "Unknown tag ner": annotated(region("ner", start=0, end=3, labels=["PER"])),
    "Unknown tag relation": annotated({"type": "relation", "from_id": "a", "to_id": "b"}),
    "exactly one": annotated(region("money", start=0, end=3, labels=["fine", "price"])),
    "Unknown polarity": annotated(region("circumstance", start=0, end=3, labels=["cooperated"])),
    "no place": annotated(region("money", labels=["fine"])),
    "data.text": [{"id": 77, "data": {"txt": TEXT}}],
    "Unknown kind": annotated(region("kind", "choices", choices=["verdict"])),
    "Unknown tag polarity": annotated(region("polarity", "choices", choices=["found"])),
}


@pytest.mark.parametrize("words", BAD)
def test_a_mistake_names_file_task_and_reason(tmp_path: Path, words: str) -> None:
    with pytest.raises(LabelError, match=words) as caught:
        imported(tmp_path, BAD[words])
    assert "in.json" in str(caught.value) and "77" in str(caught.value)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"[]", "no text"),
        (b'{"id": 1}', "list of tasks"),
        (b"[{", "not JSON"),
        ("[]“”".encode("gbk"), "not UTF-8"),
    ],
)
def test_a_file_that_is_no_export_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "in.json").write_bytes(content)
    with pytest.raises(LabelError, match=words):
        studio.read(tmp_path / "in.json")


def test_a_text_with_a_mistake_is_not_written_and_the_file_stays(tmp_path: Path) -> None:
    exported(tmp_path)
    wrong = LabelledText("d2", TEXT, "verdict", (), "reviewer", "t", "甲局")
    with pytest.raises(LabelError, match="d2"):
        studio.write(tmp_path / "out.json", [wrong])
    assert studio.read(tmp_path / "out.json") == (LABELLED,)


def test_the_configuration_offers_every_name_and_is_xml() -> None:
    view = ElementTree.fromstring(studio.config())
    values = {each.get("value") for each in view.iter() if each.tag in ("Label", "Choice")}
    named = {name for names in SPAN_LABELS.values() for name in names}
    assert values == named | set(DOCUMENT_KINDS) | set(POLARITIES) | set(TASKS)
    text = view.find("Text")
    assert text is not None and text.get("value") == "$text"
    assert {each.get("toName") for each in view if each.tag in ("Labels", "Choices", "TextArea")} == {"text"}


@st.composite
def labelled(draw: st.DrawFn) -> LabelledText:
    text = draw(st.text(alphabet="甲5元\n𠮷😀a ，", min_size=6, max_size=30).filter(lambda words: bool(words.strip())))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=6)))
    spans = []
    for start, end in list(itertools.pairwise(cuts))[::2]:
        task = draw(st.sampled_from(sorted(SPAN_LABELS)))
        polarity = draw(st.sampled_from(POLARITIES)) if task == "circumstance" else None
        who = draw(st.none() | st.just("丙"))
        label = draw(st.sampled_from(SPAN_LABELS[task]))
        spans.append(SpanLabel(task, start, end, label, polarity, who, None, draw(st.none() | st.just("注"))))
    kind = draw(st.none() | st.sampled_from(DOCUMENT_KINDS))
    who = draw(st.none() | st.just("丁"))
    return LabelledText("x", text, kind, tuple(spans), "reviewer", "t", "局", ("money",) if kind else (), who=who)


@settings(max_examples=60)
@given(labelled())
def test_any_text_comes_back_as_it_went(tmp_path_factory: pytest.TempPathFactory, text: LabelledText) -> None:
    path = tmp_path_factory.mktemp("studio") / "a.json"
    studio.write(path, [text])
    assert studio.read(path) == (text,)
