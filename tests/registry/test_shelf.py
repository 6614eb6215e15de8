"""The shelf: promotion, refusal, rollback, and artefacts that cannot be trusted."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from checker.errors import CheckerError
from checker.extract.artefact import ArtefactError
from models import training
from models.registry import PromotionRefused, Registry, RegistryError
from models.registry.training import held_out, measure, train
from tests.models.making import AT, kinds, shelf, wrong

Shelf = tuple[Registry, str, str]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return shelf(tmp_path_factory.mktemp("shelf") / "registry")


@pytest.fixture
def ready(made: Shelf, tmp_path: Path) -> Shelf:
    """A fresh copy of the shelf."""
    shutil.copytree(made[0].folder, tmp_path / "registry")
    return Registry(tmp_path / "registry"), made[1], made[2]


def test_a_trained_model_is_a_candidate_with_a_whole_card(ready: Shelf) -> None:
    registry, good, _ = ready
    assert registry.current("kind") is None
    card = registry.card("kind", good)
    for name in ("data_hash", "code", "parameters", "scores", "seconds", "seed", "trained_at", "tested_on", "sha256"):
        assert card[name] is not None, name
    assert card["scores"]["labels"]["decision"]["recall"]["low"] < 1 == card["scores"]["labels"]["decision"]["f1"]
    assert set(card["scores"]["agencies"]) == {"局0", "局1", "局2", "局3"}


def test_the_first_promotion_needs_no_comparison_and_is_recorded(ready: Shelf) -> None:
    registry, good, _ = ready
    registry.promote("kind", good, who="张三", at=AT)
    assert registry.current("kind") == good
    (event,) = registry.history()
    assert (event.action, event.id, event.previous, event.who, event.at) == ("promote", good, None, "张三", AT)


def test_what_is_worse_beyond_the_interval_is_refused_and_the_incumbent_stays(ready: Shelf) -> None:
    registry, good, bad = ready
    registry.promote("kind", good, who="张三", at=AT)
    with pytest.raises(PromotionRefused, match="label decision recall"):
        registry.promote("kind", bad, who="李四", at=AT)
    assert registry.current("kind") == good and len(registry.history()) == 1


def test_force_needs_a_reason_and_both_are_recorded_with_what_was_worse(ready: Shelf) -> None:
    registry, good, bad = ready
    registry.promote("kind", good, who="张三", at=AT)
    for reason in (None, "", "  "):
        with pytest.raises(RegistryError, match="needs a reason"):
            registry.promote("kind", bad, who="李四", at=AT, force=True, reason=reason)
    event = registry.promote("kind", bad, who="李四", at=AT, force=True, reason="试用")
    assert registry.current("kind") == bad and event.forced and event.reason == "试用"
    assert any("decision" in each for each in registry.history()[-1].worse)


def test_rollbacks_undo_promotions_one_by_one_down_to_the_rules_alone(ready: Shelf) -> None:
    registry, good, bad = ready
    registry.promote("kind", bad, who="a", at=AT)
    registry.promote("kind", good, who="a", at=AT)
    assert registry.rollback("kind", who="b", at=AT, reason="误").id == bad
    assert registry.current("kind") == bad
    registry.promote("kind", good, who="a", at=AT)  # again, after a rollback
    assert registry.rollback("kind", who="b", at=AT).id == bad
    assert registry.rollback("kind", who="b", at=AT).id is None and registry.current("kind") is None
    with pytest.raises(RegistryError, match="nothing to go back"):
        registry.rollback("kind", who="b", at=AT)
    assert [each.action for each in registry.history("kind")].count("rollback") == 3


def test_models_measured_on_different_texts_are_not_compared(ready: Shelf) -> None:
    registry, good, _ = ready
    registry.promote("kind", good, who="a", at=AT)
    other, _ = train(registry, "kind", list(kinds(33)), list(kinds(9, first=300)), seed=0, at=AT, data=[])
    with pytest.raises(PromotionRefused, match="different texts"):
        registry.promote("kind", other, who="a", at=AT)
    measure(registry, "kind", other, list(kinds(30, first=100)), record=True)
    assert registry.promote("kind", other, who="a", at=AT).id == other


def test_nobody_unknown_and_already_current_are_refused(ready: Shelf) -> None:
    registry, good, _ = ready
    registry.promote("kind", good, who="a", at=AT)
    for key, who, words in (
        (good, " ", "Say who"),
        ("0" * 12, "a", "no model"),
        (good, "a", "already"),
        ("..", "a", "no model"),
    ):
        with pytest.raises(RegistryError, match=words):
            registry.promote("kind", key, who=who, at=AT)
    with pytest.raises(RegistryError, match="Say who"):
        registry.rollback("kind", who="", at=AT)


def _truncate(folder: Path) -> None:
    data = (folder / "model.skops").read_bytes()
    (folder / "model.skops").write_bytes(data[: len(data) // 2])


def _tamper(folder: Path) -> None:
    data = bytearray((folder / "model.skops").read_bytes())
    data[len(data) // 2] ^= 1
    (folder / "model.skops").write_bytes(bytes(data))


def _foreign(folder: Path) -> None:
    import hashlib

    (folder / "model.skops").write_bytes(b"PK not ours")
    card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    card["sha256"] = hashlib.sha256(b"PK not ours").hexdigest()
    (folder / "card.json").write_text(json.dumps(card), encoding="utf-8")


def _other_task(folder: Path) -> None:
    card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    (folder / "card.json").write_text(json.dumps({**card, "task": "money"}), encoding="utf-8")


def _no_card(folder: Path) -> None:
    (folder / "card.json").unlink()


BREAKING = [_truncate, _tamper, _foreign, _other_task, _no_card]


@pytest.mark.parametrize("spoil", BREAKING)
def test_a_spoilt_candidate_is_refused_and_the_incumbent_stays(ready: Shelf, spoil: object) -> None:
    registry, good, bad = ready
    registry.promote("kind", bad, who="a", at=AT)
    spoil(registry.folder / "kind" / good)  # type: ignore[operator]
    with pytest.raises(ArtefactError):
        registry.promote("kind", good, who="a", at=AT, force=True, reason="x")
    assert registry.current("kind") == bad
    broken = {each.id: each.broken for each in registry.entries("kind")}
    assert broken[good] and not broken[bad]


def test_a_model_under_another_ones_name_is_refused(ready: Shelf) -> None:
    registry, good, bad = ready
    shutil.rmtree(registry.folder / "kind" / bad)
    (registry.folder / "kind" / good).rename(registry.folder / "kind" / bad)
    with pytest.raises(ArtefactError, match="named"):
        registry.promote("kind", bad, who="a", at=AT)


def test_going_back_to_a_spoilt_model_is_refused(ready: Shelf) -> None:
    registry, good, bad = ready
    registry.promote("kind", bad, who="a", at=AT)
    registry.promote("kind", good, who="a", at=AT)
    _tamper(registry.folder / "kind" / bad)
    with pytest.raises(ArtefactError):
        registry.rollback("kind", who="a", at=AT)
    assert registry.current("kind") == good


def test_a_spoilt_incumbent_is_replaced_by_force_only(ready: Shelf) -> None:
    registry, good, bad = ready
    registry.promote("kind", bad, who="a", at=AT)
    _truncate(registry.folder / "kind" / bad)
    with pytest.raises(ArtefactError):
        registry.promote("kind", good, who="a", at=AT)
    assert registry.promote("kind", good, who="a", at=AT, force=True, reason="旧模型已坏").id == good


def test_a_current_model_that_is_gone_is_listed_as_broken(ready: Shelf) -> None:
    registry, good, _ = ready
    registry.promote("kind", good, who="a", at=AT)
    shutil.rmtree(registry.folder / "kind" / good)
    (entry,) = [each for each in registry.entries() if each.current]
    assert entry.id == good and entry.broken


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "broken"),
        ('{"protocol": 1, "current": {}', "broken"),
        ('{"protocol": 1, "current": [], "history": []}', "current"),
        ('{"protocol": 9, "current": {}, "history": []}', "protocol 9"),
        ('{"protocol": 1, "current": {}, "history": [{"task": "kind"}]}', "history.0"),
    ],
)
def test_a_broken_registry_is_refused_and_left_alone(ready: Shelf, content: str, words: str) -> None:
    registry, good, _ = ready
    path = registry.folder / "registry.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(RegistryError, match=words):
        registry.promote("kind", good, who="a", at=AT)
    assert path.read_text(encoding="utf-8") == content


PROMOTING = """
import sys
from pathlib import Path
from models.registry import Registry, RegistryError
folder, who, *keys = sys.argv[1:]
for key in keys:
    try:
        Registry(Path(folder)).promote("kind", key, who=who, at="2026", force=True, reason="并发")
        print(key)
    except RegistryError:
        pass  # another had made it current already
"""


def test_promotions_at_the_same_time_come_one_after_the_other(ready: Shelf) -> None:
    registry, good, bad = ready
    command = [sys.executable, "-c", PROMOTING, str(registry.folder)]
    orders = [[good, bad] * 3, [bad, good] * 3, [good, bad] * 3]
    running = [
        subprocess.Popen([*command, f"人{number}", *keys], stdout=subprocess.PIPE, text=True)
        for number, keys in enumerate(orders)
    ]
    done = [line for each in running for line in each.communicate(timeout=120)[0].split()]
    assert all(each.returncode == 0 for each in running)
    history = registry.history()
    assert len(history) == len(done) >= 6 and registry.current("kind") == history[-1].id
    assert all(later.previous == earlier.id for earlier, later in pairwise(history))


def test_training_the_same_twice_gives_the_same_artefact(ready: Shelf) -> None:
    registry, good, _ = ready
    before = (registry.folder / "kind" / good / "model.skops").read_bytes()
    again, _ = train(registry, "kind", list(kinds(30)), list(kinds(30, first=100)), seed=0, at=AT, data=["a.jsonl"])
    assert again == good and (registry.folder / "kind" / good / "model.skops").read_bytes() == before


def test_an_empty_set_and_one_class_only_are_refused_and_nothing_is_put_on_the_shelf(ready: Shelf) -> None:
    registry, _, _ = ready
    before = registry.entries()
    one = [each for each in kinds(30) if each.kind == "decision"]
    for texts in ([], one):
        with pytest.raises(training.TrainingError):
            train(registry, "kind", texts, list(kinds(9, first=100)), seed=0, at=AT, data=[])
    with pytest.raises(CheckerError, match="left to test on"):
        train(registry, "kind", list(kinds(30)), [], seed=0, at=AT, data=[])
    assert registry.entries() == before


def test_figures_from_the_texts_trained_on_are_refused(ready: Shelf) -> None:
    registry, good, _ = ready
    with pytest.raises(CheckerError, match="among the training texts"):
        train(registry, "kind", list(kinds(30)), list(kinds(3)), seed=0, at=AT, data=[])
    with pytest.raises(CheckerError, match="these very texts"):
        measure(registry, "kind", good, list(kinds(30)), record=True)


def test_held_out_templates_are_whole() -> None:
    train_set, tests = held_out(list(kinds(70)))
    assert train_set and tests
    assert not {each.template for each in train_set} & {each.template for each in tests}
    assert len(wrong(train_set)) == len(train_set)
