"""Articles named in a table's cells, written as benchmark files write them: 食品安全法 124 1 5."""

from __future__ import annotations

import re

from checker.text.numerals import CHINESE, parse_number

NUMBER = rf"[{CHINESE}\d]+"
LAW = re.compile(r"[《〈]([^《》〈〉\n]{2,60})[》〉]")
PLACE = re.compile(
    rf"第\s*({NUMBER})\s*条(?:之({NUMBER}))?|第\s*({NUMBER})\s*款|第?\s*[（(]?\s*({NUMBER})\s*[)）]?\s*项|前款"
)
SAME = re.compile(r"(?:该|同|本)(?:法|条例|办法|规定)")
QUOTE = 40  # characters behind a law's name, or behind the place before, in which its next place stands


def citations(text: str) -> list[str]:
    """Every article that the text names first, in order, each once; places inside quoted provisions are not among them.

    "《A法》第三十一条第一款、第二款" gives "A法 31 1" and "A法 31 2". Without an article the law's name alone is given.
    """
    found: dict[str, None] = {}
    for match in LAW.finditer(text):
        law = re.sub(r"^中华人民共和国|[（(][^）)]*[)）]$", "", match.group(1).strip())
        for written in _places(text, match.end(), law):
            found[written] = None
    return list(found)


def _places(text: str, start: int, law: str) -> list[str]:
    found: list[str] = []
    position = start
    article = sub = paragraph = None
    while match := PLACE.search(text, position):
        gap = text[position : match.start()]
        if not re.fullmatch(r"[\s、，和及与或者]{0,4}(?:（[^（）]{0,20}）)?[\s、，和及与或者]{0,3}", gap):
            break
        if match.group(1):
            article, sub, paragraph = match.group(1), match.group(2), None
        elif article is None:
            break
        elif match.group(3):
            paragraph = match.group(3)
        item = match.group(4) if not match.group(1) and not match.group(3) else None
        if item is not None or match.group(3):
            shorter = _written(law, article, sub, paragraph if item else None, None)
            if found and found[-1] == shorter:
                found.pop()
        found.append(_written(law, article, sub, paragraph, item))
        position = match.end()
    return found or ([law] if re.search(r"(?:法|条例|规定|办法|规则|细则)$", law) and start < QUOTE * 4 else [])


def _written(law: str, article: str, sub: str | None, paragraph: str | None, item: str | None) -> str:
    """An item without its paragraph is in the first, as decisions and tables commonly leave it out."""
    number = _number(article) + (f"-{_number(sub)}" if sub else "")
    parts = [law, number]
    if paragraph or item:
        parts.append(_number(paragraph) if paragraph else "1")
    if item:
        parts.append(_number(item))
    return " ".join(parts)


def _number(written: str | None) -> str:
    value = parse_number(written or "")
    return str(int(value)) if value is not None else "0"
