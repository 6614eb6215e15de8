"""Documents and code agree: commands named exist, files named exist, and no golden or figure flag is left on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer

from models.cli import application

ROOT = Path(__file__).parents[1]
DOCS = ["README.md", "README.zh-CN.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "CHANGELOG.md", "sample_data/README.md"]


def commands() -> set[str]:
    """The names that `caiheng` answers to."""
    return set(typer.main.get_command(application).commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", DOCS)
def test_commands_in_documents_exist(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert set(re.findall(r"\bcaiheng ([a-z]+)\b", text)) <= commands() | {"is", "reads"}


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md", "CONTRIBUTING.md"])
def test_files_that_documents_name_exist(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    named = re.findall(r"`((?:checker|models|dashboards|sample_data|tests|docs)/[\w/.*-]*)`", text)
    assert [each for each in named if not each.endswith("*.yaml") and not (ROOT / each).exists()] == []


def test_no_figure_was_left_unfilled() -> None:
    assert re.findall(r"@[A-Z]+@", (ROOT / "README.md").read_text(encoding="utf-8")) == []


def test_every_command_is_in_the_readme_or_the_change_log() -> None:
    text = "".join((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "CHANGELOG.md"))
    assert [each for each in commands() if each not in text] == []


def test_no_machine_path_or_registry_stands_in_the_tree() -> None:
    for path in (*ROOT.glob("*.*"), *(ROOT / "docs").glob("*"), *ROOT.glob(".ci/*")):
        if path.is_file() and path.suffix in (".md", ".toml", ".yaml", ""):
            assert "/work/" not in path.read_text(encoding="utf-8"), path.name
