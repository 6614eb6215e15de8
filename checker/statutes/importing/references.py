"""References inside a law: 本法第三十四条第一款第（十）项, 前款, 本条第二款、第三款."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.statutes.importing.tree import NUMBER, Article, LawText, Paragraph, number_of

OWN = r"本(?:实施)?(?:法|条例|办法|规定|细则|规则)"
ONE = re.compile(
    rf"(?P<own>{OWN})?(?:第(?P<article>{NUMBER})条(?:之(?P<sub>{NUMBER}))?|(?P<this>本条)|前(?P<count>{NUMBER})?(?P<level>[款条项]))?"
    rf"(?:第(?P<paragraph>{NUMBER})款)?(?:第?[（(](?P<bracket>{NUMBER})[）)]项?|第(?P<item>{NUMBER})项)?"
)
JOIN = re.compile(r"(?:、|，)?(?:以及|或者|和|及|或|与|至|到|—|-)?")
RANGE = re.compile(r"(?:至|到|—|-)$")
OTHER_LAW = re.compile(r"(?:》|(?<![本该])(?:法|条例|办法|规定|细则|决定))$")
START = re.compile(
    rf"(?:{OWN})?(?:第{NUMBER}条|本条|前(?:{NUMBER})?[款条项]|第{NUMBER}款"
    rf"|第[（(]?{NUMBER}[）)]?项|(?<=[依按]照)[（(]{NUMBER}[）)]项)"
)


@dataclass(frozen=True, order=True)
class Reference:
    """One place of the law: numbers left out are not stated."""

    article: int
    sub: int | None = None
    paragraph: int | None = None
    item: int | None = None

    def __str__(self) -> str:
        """As benchmark files write it: `34 1 10`, `17-1`; an item without its paragraph stands under paragraph 1."""
        parts = [f"{self.article}-{self.sub}" if self.sub else str(self.article)]
        if self.paragraph or self.item:
            parts.append(str(self.paragraph or 1))
        if self.item:
            parts.append(str(self.item))
        return " ".join(parts)


@dataclass(frozen=True)
class Group:
    """References that stand together, and where in the sentence.

    `broken` are those that could not be followed; `foreign` tells that another law is named among them.
    """

    references: tuple[Reference, ...]
    start: int
    end: int
    broken: tuple[str, ...] = ()
    foreign: bool = False


def find_groups(text: str, law: LawText, article: Article, paragraph: Paragraph) -> Iterator[Group]:
    """Every group of references in the text, in order, seen from a paragraph of the law."""
    at = 0
    while match := START.search(text, at):
        group = _group(text, match.start(), law, article, paragraph)
        yield group
        at = max(group.end, match.start() + 1)


def _group(text: str, start: int, law: LawText, article: Article, paragraph: Paragraph) -> Group:
    found: list[Reference] = []
    broken: list[str] = []
    at, through, end = start, False, start
    current = Reference(article.number, article.sub, _itemised(article, paragraph))
    foreign = other = bool(OTHER_LAW.search(text[max(start - 4, 0) : start]))
    while (match := ONE.match(text, at)) and _names(match):
        other = other and not match["own"]
        new = [] if other else _places(match, current, law, article, paragraph)
        if not new and not other:
            broken.append(match.group())
        found += _through(found[-1], new[0]) if through and found and new else new
        current, end = (new[-1] if new else current), match.end()
        join = JOIN.match(text, end)
        at = join.end() if join else end
        if at == end:
            break
        through = bool(RANGE.search(text[end:at]))
    found = [_placed(law, each) for each in found]
    missing = [str(each) for each in found if not exists(law, each)]
    good = tuple(each for each in found if exists(law, each))
    return Group(good, start, max(end, start), tuple(broken + missing), foreign)


def _itemised(article: Article, paragraph: Paragraph) -> int:
    """The paragraph whose items a bare 第一项 means: this one, or the nearest before it that has any."""
    before = [each.number for each in article.paragraphs[: paragraph.number] if each.listed]
    return before[-1] if before else paragraph.number


def _names(match: re.Match[str]) -> bool:
    """Whether the match names a place, and not only the law or nothing."""
    return any(match[name] for name in ("article", "this", "level", "paragraph", "bracket", "item"))


def _places(
    match: re.Match[str], current: Reference, law: LawText, article: Article, paragraph: Paragraph
) -> list[Reference]:
    """The places that one reference names, what it leaves out taken from `current`; none when it leads nowhere."""
    if match["article"]:
        whole = [Reference(number_of(match["article"]) or 0, number_of(match["sub"]) if match["sub"] else None)]
    elif match["this"]:
        whole = [Reference(article.number, article.sub)]
    elif match["level"]:
        count = number_of(match["count"]) if match["count"] else 1
        whole = _before(match["level"], count or 0, law, article, paragraph)
    elif match["paragraph"]:
        whole = [Reference(current.article, current.sub)]
    else:
        whole = [replace(current, item=None)]
    if match["paragraph"]:
        whole = [replace(each, paragraph=number_of(match["paragraph"]) or 0) for each in whole]
    item = match["bracket"] or match["item"]
    return [replace(each, item=number_of(item) or 0) for each in whole] if item else whole


def _before(level: str, count: int, law: LawText, article: Article, paragraph: Paragraph) -> list[Reference]:
    """前款, 前两款, 前条: what stands before this place; nothing where there is none, or too little."""
    if level == "款" and 0 < count < paragraph.number:
        numbers = range(paragraph.number - count, paragraph.number)
        return [Reference(article.number, article.sub, number) for number in numbers]
    if level == "条" and count:
        place = next((at for at, each in enumerate(law.articles) if each is article), 0)
        chosen = law.articles[max(place - count, 0) : place]
        return [Reference(each.number, each.sub) for each in chosen] if len(chosen) == count else []
    return []


def _through(first: Reference, last: Reference) -> list[Reference]:
    """第一项至第三项: what lies between, and the end."""
    if last.item and first.item and (first.article, first.paragraph) == (last.article, last.paragraph):
        return [replace(last, item=number) for number in range(first.item + 1, last.item + 1)]
    if last.paragraph and first.paragraph and not last.item and first.article == last.article:
        return [replace(last, paragraph=number) for number in range(first.paragraph + 1, last.paragraph + 1)]
    if not last.paragraph and not last.item and last.article > first.article:
        return [Reference(number) for number in range(first.article + 1, last.article + 1)]
    return [last]


def _placed(law: LawText, reference: Reference) -> Reference:
    """An item named without its paragraph, put under the one paragraph that has it."""
    article = law.find(reference.article, reference.sub)
    if reference.item is None or reference.paragraph is not None or article is None:
        return reference
    having = [each.number for each in article.paragraphs if reference.item in each.items]
    return replace(reference, paragraph=having[0]) if len(having) == 1 else reference


def exists(law: LawText, reference: Reference) -> bool:
    """Whether the law has that place."""
    article = law.find(reference.article, reference.sub)
    if article is None:
        return False
    if reference.paragraph is None and reference.item is None:
        return True
    wanted = reference.paragraph or 1
    paragraph = next((each for each in article.paragraphs if each.number == wanted), None)
    if paragraph is None:
        return False
    return reference.item is None or any(each.number == reference.item for each in paragraph.listed)
