"""The samples are whole: every label has its document, and what is planted is what the labels say."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from typing import Any

import pytest
import yaml
from stdnum.cn import uscc

from checker.checks import CHECKS
from checker.errors import DataFileError
from checker.samples import sample_data
from models.evaluation.gold import Gold, load_gold

HOME = sample_data()
GOLD = load_gold(HOME / "gold")


def test_every_label_has_its_document() -> None:
    assert [gold.file for gold in GOLD if not (HOME / "cases" / gold.file).exists()] == []


def _builder() -> Any:
    """sample_data/build.py as a module; the folder is data, not a package."""
    spec = spec_from_file_location("sample_builder", HOME / "build.py")
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_built_documents_are_up_to_date_with_their_sources() -> None:
    manifest = yaml.safe_load((HOME / "MANIFEST.yaml").read_text(encoding="utf-8"))
    build = _builder()
    stale = []
    for path in sorted((HOME / "sources").glob("*.html")):
        gold = yaml.safe_load((HOME / "gold" / f"{path.stem}.yaml").read_text(encoding="utf-8"))
        made_of = build.digest(path.read_bytes(), build.appearance(gold))
        stale += [path.stem] if manifest.get(gold["file"]) != made_of else []
    assert stale == []


def test_checks_that_labels_name_exist() -> None:
    names = {check.name for check in CHECKS}
    assert {name for gold in GOLD for name in (*gold.checks.must, *gold.checks.may)} <= names


def test_credit_codes_are_valid_unless_planted() -> None:
    for gold in GOLD:
        for party in (gold.fields or {}).get("respondents") or []:
            code = party.get("uscc")
            if code and "*" not in code and "identifier-invalid" not in gold.checks.must:
                assert uscc.is_valid(code), (gold.id, code)


def test_there_are_many_agencies_faults_and_formats() -> None:
    decisions = [gold for gold in GOLD if (gold.fields or {}).get("agency")]
    assert len(decisions) >= 45
    assert len({gold.fields["agency"] for gold in decisions if gold.fields}) >= 8
    assert len({name for gold in decisions for name in gold.checks.must}) >= 18
    assert {gold.format for gold in decisions} == {"pdf", "docx", "html", "txt", "ofd"}


def test_a_label_of_no_field_is_refused(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("gold")
    (folder / "x.yaml").write_text("id: x\nfile: x\nformat: txt\norigin: x\nfields: {colour: red}\n", encoding="utf-8")
    with pytest.raises(DataFileError, match="colour"):
        load_gold(folder)
    assert Gold.model_fields.keys() >= {"fields", "checks", "error"}
