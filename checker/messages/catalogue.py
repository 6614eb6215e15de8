"""Load and fill the catalogue. A file holds `key: {zh: "…{name}…", en: "…{name}…"}`."""

from __future__ import annotations

import string
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from checker.errors import DataFileError

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence in both languages, with the same placeholders in each."""

    zh: str
    en: str

    @property
    def placeholders(self) -> frozenset[str]:
        """Names that `say` must be given."""
        return _names(self.zh)


def _names(template: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in string.Formatter().parse(template) if name)


@cache
def messages() -> dict[str, Message]:
    """The whole catalogue; raises DataFileError for a key that stands twice, lacks a language or differs in names."""
    found: dict[str, Message] = {}
    for path in sorted(FOLDER.glob("*.yaml")):
        for key, entry in (yaml.safe_load(path.read_text(encoding="utf-8")) or {}).items():
            if key in found:
                raise DataFileError(path.name, "the key stands twice in the catalogue", field=key)
            if not isinstance(entry, dict) or set(entry) != {"zh", "en"}:
                raise DataFileError(path.name, "needs exactly zh and en", field=key)
            if _names(entry["zh"]) != _names(entry["en"]):
                raise DataFileError(path.name, "zh and en have different placeholders", field=key)
            found[key] = Message(entry["zh"], entry["en"])
    return found


def message(key: str) -> Message:
    """The message of a key; KeyError for an unknown one (a defect of ours, never of the input)."""
    return messages()[key]


def say(key: str, **values: object) -> tuple[str, str]:
    """The sentence in Chinese and in English. A value may be a (zh, en) pair of strings."""
    entry = message(key)
    return tuple(  # type: ignore[return-value]
        template.format(**{name: value[side] if isinstance(value, tuple) else value for name, value in values.items()})
        for side, template in enumerate((entry.zh, entry.en))
    )
