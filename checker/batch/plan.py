"""Which files there are to check, and which inputs could not even be listed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from checker.parse import Source, expand
from checker.records.problem import Problem


@dataclass(frozen=True, slots=True)
class Plan:
    """Sources in the order of their labels' walk, and the problems met while listing."""

    sources: tuple[Source, ...]
    problems: tuple[Problem, ...]

    def __len__(self) -> int:
        return len(self.sources) + len(self.problems)


def plan(paths: Sequence[Path]) -> Plan:
    """List files, folders and archives; nothing is read but archive directories. A label given twice counts once."""
    sources: dict[str, Source] = {}
    problems: list[Problem] = []
    for found in expand(paths):
        if isinstance(found, Problem):
            problems.append(found)
        else:
            sources.setdefault(found.label, found)
    return Plan(tuple(sources.values()), tuple(problems))
