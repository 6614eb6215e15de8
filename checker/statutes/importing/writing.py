"""A law file as it is written, with a line that tells whether a person has changed it since."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from checker.datafiles import parse, read_text
from checker.errors import DocumentError
from checker.statutes.importing.history import History
from checker.statutes.importing.merging import Version, dated
from checker.statutes.importing.reading import STATE
from checker.statutes.schema import LawFile

MARK = "# Written by caiheng statutes import; read by machine, not yet compared by a person. Content "
HEADER = re.compile(rf"^{re.escape(MARK)}sha256 ([0-9a-f]{{64}})\n", re.M)
UNSAFE = re.compile(r'[\\/:*?"<>|]')  # what a file name cannot hold on some system
WIDTH = 10_000
SHORT = 12  # characters of a text that may stand with others on one line, as "34 1 10"


class _Flow(dict[str, Any]):
    """A mapping written on one line."""


class _Dumper(yaml.SafeDumper):
    """Indents lists under their key and writes every date out, as people do."""

    def ignore_aliases(self, data: Any) -> bool:
        """Never *id001."""
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Never without indentation."""
        super().increase_indent(flow, False)


def _flow(dumper: yaml.SafeDumper, value: _Flow) -> yaml.Node:
    return dumper.represent_mapping("tag:yaml.org,2002:map", value, flow_style=True)


def _list(dumper: yaml.SafeDumper, value: list[Any]) -> yaml.Node:
    flow = all(isinstance(each, int) or (isinstance(each, str) and len(each) < SHORT) for each in value)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=flow)


_Dumper.add_representer(_Flow, _flow)
_Dumper.add_representer(list, _list)


def path_of(name: str, folder: Path) -> Path:
    """The file of a law: its name without 中华人民共和国."""
    return folder / f"{UNSAFE.sub('', name.removeprefix(STATE))}.yaml"


def written_before(path: Path, label: str, *, force: bool) -> LawFile | None:
    """The file as the importer left it, None where there is none or it is to be written anew.

    Raises DocumentError law-edited for one that a person has changed or written, without `force`.
    """
    if force or not path.exists():
        return None
    text = read_text(path)
    match = HEADER.match(text)
    if match is None or hashlib.sha256(text[match.end() :].encode()).hexdigest() != match[1]:
        raise DocumentError("law-edited", label, path=path.name)
    return parse(text, LawFile, file=path.name)


def write(
    path: Path, name: str, kind: str, history: History, versions: Sequence[Version], confirmed: date
) -> list[dict[str, Any]]:
    """Write the law's file whole or not at all; its provisions."""
    rows = dated(versions)
    body = render(name, kind, history, versions, rows, confirmed)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.write_text(
        f"{MARK}sha256 {hashlib.sha256(body.encode()).hexdigest()}\n{body}", encoding="utf-8", newline="\n"
    )
    beside.replace(path)
    return rows


def render(
    name: str,
    kind: str,
    history: History,
    versions: Sequence[Version],
    rows: Sequence[dict[str, Any]],
    confirmed: date,
) -> str:
    """The file's text, without the first line."""
    first = versions[0].in_force_from == history.events[0].in_force
    file: dict[str, Any] = {"law": name, "kind": kind}
    if history.new and first:
        file["new_law"] = True
    file["last_confirmed"] = confirmed
    file["history"] = [f"{each.source}" for each in history.events]
    file["versions"] = [_Flow(_version(each)) for each in versions]
    file["provisions"] = [row | {"branches": [_Flow(each) for each in row["branches"]]} for row in rows]
    return yaml.dump(file, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH)


def _version(version: Version) -> dict[str, Any]:
    found: dict[str, Any] = {"in_force_from": version.in_force_from}
    if version.in_force_to is not None:
        found["in_force_to"] = version.in_force_to
    return found | {"articles": version.articles, "source": version.source}
