"""The text of a law as a tree: parts and chapters, articles, paragraphs, items, points."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from checker.errors import DocumentError
from checker.text.numerals import parse_number

DIGIT = "0-9０-９〇○零一二两三四五六七八九十百千"
NUMBER = f"[{DIGIT}]+"
SPACE = r"[\s\u3000\u200b\ufeff]"
LEVELS = "编章节"
ARTICLE = re.compile(rf"第{SPACE}*({NUMBER}){SPACE}*条(?:之({NUMBER}))?({SPACE}+|[:：]|$)(.*)$", re.S)
TIGHT = re.compile(rf"第({NUMBER})条(?:之({NUMBER}))?()(.*)$", re.S)  # 第三条为了……: accepted only as the next number
GOES_ON = re.compile(r"(?:第|规定|所列|所称|、|和|或者|以及|至|到|中|的|之|，|。)")  # a sentence about an article
HEADING = re.compile(rf"第{SPACE}*({NUMBER}){SPACE}*([{LEVELS}])(?:{SPACE}+|$)(.*)$")
ITEM = re.compile(rf"[（(]{SPACE}*({NUMBER}){SPACE}*[）)](?:之({NUMBER}))?{SPACE}*(.*)$", re.S)
POINT = re.compile(rf"([0-9０-９]{{1,2}}|[①-⑳]){SPACE}*[.．、]?{SPACE}*(?=\D)(.+)$", re.S)
CONTENTS = re.compile(rf"目{SPACE}*[录次]$")
PAGE = re.compile(r"[\s.·…．　]*\d*$")  # dots and page number of a table of contents
COMMENT = re.compile(r"<!--.*?-->", re.S)
MARKS = re.compile(rf"^(?:{SPACE}|#+(?!\d)|>)+|{SPACE}+$")
BOLD = re.compile(r"\*\*|__")
AMENDING = re.compile(r"关于(?:修改|修订|修正)[^\n]{0,80}的(?:决定|决议)$|修正案(?:[（(].*)?$")
END = re.compile(rf"^(?:附{SPACE}*[:：件录表]|附则{SPACE}*$|附$)")


@dataclass
class Item:
    """A 项: its words, its 之 number when it has one, and its 目 by number."""

    number: int
    text: str
    sub: int | None = None
    points: dict[int, str] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """The item with its points, as one text."""
        return self.text + "".join(self.points.values())


@dataclass
class Paragraph:
    """A 款: its lead and its 项 in order."""

    number: int
    lead: str
    listed: list[Item] = field(default_factory=list)

    @property
    def items(self) -> dict[int, str]:
        """Words of the items by number."""
        return {each.number: each.words for each in self.listed if each.sub is None}


@dataclass
class Article:
    """A 条, its 之 number when it has one, and the 编, 章, 节 it stands in as (level, number, title)."""

    number: int
    sub: int | None
    paragraphs: list[Paragraph] = field(default_factory=list)
    path: tuple[tuple[str, int, str], ...] = ()

    @property
    def name(self) -> str:
        """`17` or `17-1`."""
        return f"{self.number}-{self.sub}" if self.sub else str(self.number)


@dataclass(frozen=True)
class LawText:
    """A law as it was read: title, the lines of its heading, its articles, and the numbers that are missing."""

    title: str
    heading: tuple[str, ...]
    articles: tuple[Article, ...]
    gaps: tuple[int, ...] = ()

    def find(self, number: int, sub: int | None = None) -> Article | None:
        """The article of that number."""
        return next((each for each in self.articles if (each.number, each.sub) == (number, sub)), None)


def read_tree(text: str, label: str) -> LawText:
    """The law in a text. Raises DocumentError: law-no-articles, law-amending, law-no-title, law-order."""
    lines = list(_lines(text))
    title, lines = _title(lines)
    if AMENDING.search(title.replace(" ", "")):
        raise DocumentError("law-amending", label, title=title)
    heading, body = _split(_without_contents(lines))
    found = tuple(_articles(body))
    if not found:
        raise DocumentError("law-no-articles", label)
    if not title:
        raise DocumentError("law-no-title", label)
    _in_order(found, label)
    numbers = {each.number for each in found}
    gaps = tuple(number for number in range(1, max(numbers)) if number not in numbers)
    return LawText(title, tuple(heading), found, gaps)


def articles(text: str) -> Iterator[Article]:
    """The articles of a law's plain or Markdown text, in order, whatever else is wrong with it."""
    yield from _articles(_split(_without_contents(list(_lines(text))))[1])


def number_of(written: str) -> int | None:
    """The number of an article, paragraph or item; None for what is no number (也 二三五, digits read out)."""
    value = parse_number(written.replace("○", "〇"))
    return int(value) if value is not None and value == value.to_integral_value() and value > 0 else None


def _lines(text: str) -> Iterator[str]:
    for line in COMMENT.sub("\n", text).splitlines():
        bare = MARKS.sub("", BOLD.sub("", line))
        if bare:
            yield bare


def _title(lines: list[str]) -> tuple[str, list[str]]:
    """The first line or lines, up to the first that tells a date, heads a part or begins an article."""
    taken: list[str] = []
    for line in lines[:4]:
        if re.search(r"[12]\d{3}年|[〇○一二三四五六七八九]{4}年", line) or _begins(line) or CONTENTS.match(line):
            break
        taken.append(re.sub(SPACE, "", line))
        if re.search(r"(?:法|条例|办法|规定|细则|规则|规程|决定|决议|修正案)(?:[（(].{1,12}[）)])?$", taken[-1]):
            break
    chinese = bool(re.search(r"[\u4e00-\u9fff]", "".join(taken)))
    return ("".join(taken) if chinese else ""), lines[len(taken) :]


def _begins(line: str) -> bool:
    return bool(HEADING.match(line) or ARTICLE.match(line))


def _without_contents(lines: list[str]) -> list[str]:
    """The lines without a table of contents: from 目录 up to where its first entry stands again."""
    start = next((at for at, line in enumerate(lines) if CONTENTS.match(line)), None)
    if start is None or start + 1 >= len(lines):
        return lines
    first = _entry(lines[start + 1])
    again = next((at for at in range(start + 2, len(lines)) if _entry(lines[at]) == first), None)
    if again is None and not ARTICLE.match(lines[start + 1]):
        return lines[:start] + lines[start + 1 :]
    return lines[:start] + lines[again or start + 1 :]


def _entry(line: str) -> str:
    """A heading, or the number of an article, as it can be told again: without spaces, dots and page."""
    article = ARTICLE.match(line)
    return f"第{article[1]}条" if article else re.sub(SPACE, "", PAGE.sub("", line))


def _split(lines: list[str]) -> tuple[list[str], list[str]]:
    start = next((at for at, line in enumerate(lines) if _begins(line) or _tight(line, 1, None)), len(lines))
    return lines[:start], lines[start:]


def _tight(line: str, after: int, sub: int | None) -> re.Match[str] | None:
    """第三条为了……, without a space: an article only when it is the next, and the words do not speak of it."""
    match = TIGHT.match(line)
    if match is None or not match[4] or GOES_ON.match(match[4]):
        return None
    number, own = number_of(match[1]), number_of(match[2]) if match[2] else None
    follows = (own is None and number == after) or (own == (sub or 0) + 1 and number == after - 1)
    return match if follows else None


def _articles(lines: Iterable[str]) -> Iterator[Article]:
    current: Article | None = None
    path: tuple[tuple[str, int, str], ...] = ()
    for line in lines:
        after, last = (current.number + 1, current.sub) if current else (1, None)
        match = ARTICLE.match(line) or _tight(line, after, last)
        number = number_of(match[1]) if match else None
        if match is not None and number is not None:
            if current is not None:
                yield current
            current = Article(number, number_of(match[2]) if match[2] else None, [], path)
            if words := match[4].strip():
                current.paragraphs.append(Paragraph(1, words))
        elif heading := HEADING.match(line):
            path = _under(path, heading)
        elif current is not None:
            if END.match(line):
                break
            _add(current, line)
    if current is not None:
        yield current


def _under(path: tuple[tuple[str, int, str], ...], match: re.Match[str]) -> tuple[tuple[str, int, str], ...]:
    rank = LEVELS.index(match[2])
    above = tuple(each for each in path if LEVELS.index(each[0]) < rank)
    return (*above, (match[2], number_of(match[1]) or 0, re.sub(SPACE, "", match[3])))


def _add(article: Article, line: str) -> None:
    """One more line of an article: an item or a point of what stands before it, or the next paragraph."""
    last = article.paragraphs[-1] if article.paragraphs else None
    if (match := ITEM.match(line)) and last is not None and (number := number_of(match[1])):
        last.listed.append(Item(number, match[3].strip(), number_of(match[2]) if match[2] else None))
    elif (match := POINT.match(line)) and last is not None and (last.listed or last.lead.endswith(("：", ":"))):
        number = ord(match[1]) - 0x245F if "①" <= match[1] <= "⑳" else number_of(match[1]) or 0
        if last.listed:
            last.listed[-1].points[number] = match[2].strip()
        else:
            last.listed.append(Item(number, match[2].strip()))
    else:
        article.paragraphs.append(Paragraph(len(article.paragraphs) + 1, line))


def _in_order(found: tuple[Article, ...], label: str) -> None:
    """Refuse what stands twice or before its place: nobody could tell which of the two is the law."""
    for earlier, later in pairwise(found):
        before, after = (earlier.number, earlier.sub or 0), (later.number, later.sub or 0)
        if after == before:
            raise DocumentError("law-twice", label, article=later.name)
        if after < before:
            raise DocumentError("law-order", label, article=later.name, before=earlier.name)
