"""The text of a law as a tree: articles, paragraphs, items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from checker.text.numerals import parse_number

NUMBER = "[〇零一二三四五六七八九十百千]+"
ARTICLE = re.compile(rf"^\s*(?:#+\s*)?第({NUMBER}|\d+)条(?:之({NUMBER}))?[\s　]+(.*)$")
ITEM = re.compile(rf"^\s*[（(]({NUMBER}|\d+)[）)]\s*(.*)$")
HEADING = re.compile(rf"^\s*(?:#|第{NUMBER}[编章节])")


@dataclass
class Paragraph:
    """A 款: its lead, and its 项 by number."""

    number: int
    lead: str
    items: dict[int, str] = field(default_factory=dict)


@dataclass
class Article:
    """A 条, with its 之 number when it has one."""

    number: int
    sub: int | None
    paragraphs: list[Paragraph] = field(default_factory=list)


def articles(text: str) -> Iterator[Article]:
    """The articles of a law's plain or Markdown text, in order; a paragraph is a line, items hang on the one before."""
    current: Article | None = None
    for line in text.splitlines():
        if match := ARTICLE.match(line):
            if current is not None:
                yield current
            current = Article(_number(match.group(1)), _number(match.group(2)) if match.group(2) else None)
            if match.group(3).strip():
                current.paragraphs.append(Paragraph(1, match.group(3).strip()))
        elif current is None or not line.strip() or HEADING.match(line):
            continue
        elif (match := ITEM.match(line)) and current.paragraphs:
            current.paragraphs[-1].items[_number(match.group(1))] = match.group(2).strip()
        else:
            current.paragraphs.append(Paragraph(len(current.paragraphs) + 1, line.strip()))
    if current is not None:
        yield current


def _number(written: str) -> int:
    value = parse_number(written)
    if value is None:
        raise ValueError(f"{written}: is no article number")
    return int(value)
