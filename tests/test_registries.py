"""The catalogue of checks is complete: names, messages, bases, cases, and no file that nobody listed."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest
import yaml

from checker.checks import CHECKS, Check
from checker.messages import messages

HOME = Path(__file__).parents[1] / "checker" / "checks"
CASES = Path(__file__).parent / "cases"
GROUPS = ("statute", "benchmark", "arithmetic", "document", "procedure")


def test_names_are_unique_and_of_the_catalogues_form() -> None:
    names = [check.name for check in CHECKS]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)+", name) for name in names)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_check_has_a_message_and_a_basis_in_both_languages(check: Check) -> None:
    own = [key for key in messages() if key == f"check:{check.name}" or key.startswith(f"check:{check.name}:")]
    assert own
    assert check.basis_zh and check.basis_en


def test_messages_belong_to_a_check() -> None:
    names = {check.name for check in CHECKS}
    assert {key.split(":")[1] for key in messages() if key.startswith("check:")} <= names


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_check_has_a_case_that_fires_and_one_that_must_not(check: Check) -> None:
    expected = {
        entry["expect"]
        for path in CASES.glob("*.yaml")
        for sheet in [yaml.safe_load(path.read_text(encoding="utf-8"))]
        if sheet["check"] == check.name
        for entry in sheet["cases"]
    }
    assert {"fires", "silent"} <= expected


def test_every_check_file_is_listed() -> None:
    listed = {id(check) for check in CHECKS}
    for path in (each for group in GROUPS for each in (HOME / group).glob("*.py")):
        module = import_module(f"checker.checks.{path.parent.name}.{path.stem}")
        if "CHECK" in vars(module):
            assert id(module.CHECK) in listed, f"{path.name} defines a check that CHECKS does not list"


def test_cases_name_checks_that_exist() -> None:
    names = {check.name for check in CHECKS}
    for path in CASES.glob("*.yaml"):
        assert yaml.safe_load(path.read_text(encoding="utf-8"))["check"] in names, path.name
