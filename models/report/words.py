"""Markdown of the report: Chinese first, English second."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from checker.messages import say
from models.training import Rate


def both(pair: tuple[str, str]) -> str:
    """Both languages on one line, once where they are the same."""
    return " · ".join(dict.fromkeys(pair))


def word(key: str, **values: object) -> str:
    """A heading or cell; `key` without its `measured:` prefix."""
    return both(say(f"measured:{key}", **values))


def paragraph(key: str, **values: object) -> Iterator[str]:
    """A sentence in Chinese, then in English, each with a blank line after it."""
    for told in say(f"measured:{key}", **values):
        yield from (told, "")


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table with a blank line after it; `columns` are keys of the catalogue, and figures stand to the right."""
    yield "| " + " | ".join(word(name) for name in columns) + " |"
    yield "| --- |" + " ---: |" * (len(columns) - 1)
    for row in rows:
        yield "| " + " | ".join(row) + " |"
    yield ""


def literal(text: str) -> str:
    """Words of a document: the stars of a mask are no emphasis, a number sign is no heading."""
    return re.sub(r"([\\`*_\[\]{}<>#|~$])", r"\\\1", text)


def share(rate: Rate) -> str:
    """A share with the cases behind it."""
    return "—" if rate.value is None else f"{rate.value:.3f} ({rate.right}/{rate.all})"


def interval(rate: Rate) -> str:
    """The ends of its interval."""
    low, high = rate.interval
    return f"{low:.3f}–{high:.3f}"


def figure(value: float | None, form: str = ".3f") -> str:
    """A number; a dash where there is none."""
    return "—" if value is None else format(value, form)
