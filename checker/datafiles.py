"""What people write enters here: YAML with line numbers, checked by pydantic, refused with file, line and field."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from checker.errors import DataFileError

M = TypeVar("M", bound=BaseModel)
Path_ = tuple[str | int, ...]

# The C loader is five to ten times faster and is missing only from a few self-built pythons.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Entry(BaseModel):
    """Base of all schemas of hand-written files: unknown keys are refused, values are frozen."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def load(path: Path, schema: type[M]) -> M:
    """The file as `schema`; raises DataFileError naming file, line and field for anything wrong in it."""
    return parse(read_text(path), schema, file=path.name)


def read_text(path: Path) -> str:
    """A UTF-8 text file (with or without BOM); DataFileError when missing or not UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise DataFileError(str(path), f"cannot be opened ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise DataFileError(str(path), f"is not UTF-8 text (byte {error.start})") from error


def parse(text: str, schema: type[M], *, file: str) -> M:
    """YAML text as `schema`; errors as in `load`."""
    try:
        data: Any = yaml.load(text, Loader=LOADER)  # noqa: S506 - LOADER is a safe loader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise DataFileError(file, error.problem or "is not YAML", line=mark.line + 1 if mark else None) from error
    except yaml.YAMLError as error:
        raise DataFileError(file, f"is not YAML ({error})") from error
    try:
        return schema.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        place = tuple(part for part in first["loc"])
        field = ".".join(str(part) for part in place) or "(file)"
        raise DataFileError(file, first["msg"], line=line_of(text, place), field=field) from error


def line_of(text: str, place: Path_) -> int | None:
    """The line (from 1) of the deepest node on the path of keys and indices that exists."""
    node = yaml.compose(text, Loader=LOADER)
    if node is None:
        return None
    line = node.start_mark.line
    for part in place:
        child = _child(node, part)
        if child is None:
            break
        line, node = child
    return int(line) + 1


def _child(node: yaml.Node, part: str | int) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(part):
                return key.start_mark.line, value
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part].start_mark.line, node.value[part]
    return None
