"""Which citations were violated, and which the penalty rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.extract.citations import Found, substantive
from checker.extract.paper import Paper
from checker.records.law import Citation

GENERAL_PART = 22  # articles of the Public Security law on kinds, application and liability
DECIDING = 57  # of the Penalty Law: its items 2 and 3 decide that there is no penalty
ADDED = re.compile(r"加处|每日按|逾期|到期不")
# 依据《甲条例》第五十七条，对甲公司处…罚款: where each of several decisions stands with a basis of its own.
DECIDES = re.compile(
    r"(?:^|，)(?:决定)?对(?![^，。；]{0,12}(?:拟|应|可))[^，。；]{2,20}?处[^。；以]{0,40}?(?:元|罚款)[^。；]{0,20}(?:元|[（(]|$|。)"
)
QUOTED = re.compile(r"(?:的?规定)[，：:][^。]{0,70}?(?:处|罚款|没收)")
DECISIVE = frozenset({28, 30, 31, 33, 51})


def violated(paper: Paper, found: list[Found]) -> tuple[Citation, ...]:
    """违反条款, each once, in the order of the text."""
    return _once(each for each in found if each.role == "violated" and substantive(each) and _told(paper, each))


def penalty_basis(paper: Paper, found: list[Found]) -> tuple[Citation, ...]:
    """处罚依据: of the operative part; where that names none, of the reasoning."""
    usable = [each for each in found if each.role == "basis" and (substantive(each) or _by_penalty_law(each))]
    usable = [each for each in usable if not ADDED.search(paper.sentence_of(each.start)) or substantive(each)]
    operative = [each for each in usable if paper.parts.place(each.start) == "operative"]
    if any(each.citation.article for each in operative):
        operative = [each for each in operative if each.citation.article]  # 《…条例》的有关规定 adds nothing
    operative = _special(operative)
    if not any(substantive(each) for each in operative):
        operative += [each for each in usable if substantive(each) and _punishes(paper, each)]
    elif several := [each for each in usable if substantive(each) and DECIDES.search(paper.sentence_of(each.start))]:
        operative = several + [each for each in operative if each not in several]
    if not operative:  # 该法第五十七条规定，对广告主处…罚款: quoted without 依据, and nothing else is
        quoted = (each for each in found if each.role == "other" and substantive(each))
        operative = [each for each in quoted if QUOTED.match(paper.text, each.end) and _told(paper, each)]
    return _once(operative)


def _special(found: list[Found]) -> list[Found]:
    """Without the general part of the Public Security law where a special article punishes the act."""
    police = [each for each in found if each.citation.law.endswith("治安管理处罚法")]
    if not any((each.citation.article or 0) > GENERAL_PART for each in police):
        return found
    return [each for each in found if each not in police or (each.citation.article or 0) > GENERAL_PART]


def _by_penalty_law(found: Found) -> bool:
    """Articles of the Penalty Law that a decision itself rests on: gains, minors, none, lighter, on the spot."""
    cited = found.citation
    decides = cited.article in DECISIVE or (cited.article == DECIDING and cited.item in (2, 3))
    return cited.law.endswith("行政处罚法") and decides


def _punishes(paper: Paper, found: Found) -> bool:
    return paper.parts.place(found.start) != "tail" and bool(
        re.search(r"处罚|罚款|处以|没收|警告|责令|予以|给予", paper.text[found.end : found.end + 160])
    )


def _told(paper: Paper, found: Found) -> bool:
    sentence = paper.sentence_of(found.start)
    return paper.parts.place(found.start) != "tail" and not re.search(
        r"曾(?:于|因|被)|此前因|举报人认为|不予认定", sentence
    )


def _once(found: Iterator[Found] | list[Found]) -> tuple[Citation, ...]:
    seen: dict[tuple[object, ...], Citation] = {}
    for each in found:
        cited = each.citation
        seen.setdefault((cited.law, cited.article, cited.sub, cited.paragraph, cited.item, cited.point), cited)
    listed = list(seen.values())
    return tuple(each for each in listed if not any(_covered(each, other) for other in listed))


def _covered(broad: Citation, fine: Citation) -> bool:
    """Whether another citation says the same more exactly: 第124条 beside 第124条第1款."""
    same = (broad.law, broad.article, broad.sub) == (fine.law, fine.article, fine.sub) and broad is not fine
    return same and broad.paragraph is None and broad.item is None and fine.paragraph is not None
