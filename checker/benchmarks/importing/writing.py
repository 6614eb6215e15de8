"""An import as files: NAME.yaml for a lawyer to read and correct, NAME.import.json for how it came about."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import yaml

from checker.benchmarks.importing.assemble import Imported
from checker.benchmarks.importing.grid import Unparsed
from checker.errors import DataFileError


class _Dumper(yaml.SafeDumper):
    """Small records on one line, as people write them."""


FLOW = ({"sanction"}, {"text", "weight"}, {"text", "when"}, {"text"})


def _mapping(dumper: yaml.SafeDumper, data: dict[str, Any]) -> yaml.Node:
    small = any(keys <= set(data) for keys in FLOW[:2]) or set(data) <= {"text", "when"}
    node = dumper.represent_mapping("tag:yaml.org,2002:map", data.items(), flow_style=small)
    return node


_Dumper.add_representer(dict, _mapping)


def yaml_text(imported: Imported) -> str:
    """The benchmark file."""
    made = imported.head | {"items": list(imported.items)}
    head = f"# 由 caiheng benchmarks import 自 {imported.source.file} 生成，请对照原文核对后使用\n"
    return head + yaml.dump(made, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=118)


def write(imported: Imported, folder: Path, *, force: bool = False) -> Path:
    """Write both files; the settings of the import are remembered in the second. Returns the YAML's path.

    Raises DataFileError where a person has corrected the file since it was imported, unless forced.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{imported.head['id']}.yaml"
    side = path.with_suffix(".import.json")
    if path.exists() and not force and _hash(path.read_text(encoding="utf-8")) != _written(side):
        raise DataFileError(
            path.name, "已被人工修改，未覆盖（--force 覆盖）· was corrected by hand; --force overwrites it"
        )
    text = yaml_text(imported)
    path.write_text(text, encoding="utf-8")
    made = record(imported) | {"yaml_sha256": _hash(text)}
    side.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _written(side: Path) -> str | None:
    """The hash of the YAML that the import itself wrote."""
    try:
        return str(json.loads(side.read_text(encoding="utf-8")).get("yaml_sha256"))
    except (OSError, ValueError):
        return None


def remembered(folder: Path, sha256: str, file: str) -> dict[str, str]:
    """The settings with which this source (by content, else by name) was imported into the folder before."""
    known: dict[str, str] = {}
    for path in sorted(folder.glob("*.import.json")) if folder.is_dir() else ():
        try:
            made = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue
        if made.get("sha256") == sha256:
            return dict(made.get("mapping", {}))
        if made.get("source") == file:
            known = dict(made.get("mapping", {}))
    return known


def record(imported: Imported) -> dict[str, Any]:
    """How the file came about: source, settings, rows, and everything that was not understood."""
    return {
        "source": imported.source.file,
        "sha256": imported.source.sha256,
        "mapping": dict(imported.settings),
        "rows": {"in": imported.rows_read, "out": imported.rows_used, "listed": imported.rows_listed},
        "items": len(imported.items),
        "tiers": imported.tiers,
        "factors": imported.factors,
        "unparsed": [_plain(each) for each in imported.unparsed],
        "open_conditions": [_plain(each) for each in imported.open_conditions],
    }


def _plain(each: Unparsed) -> dict[str, str]:
    return {"where": each.where, "text": each.text, "reason": each.reason}
