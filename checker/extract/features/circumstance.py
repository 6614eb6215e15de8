"""What a model sees of a clause that may tell a circumstance, and of a mention whose polarity is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.extract.circumstances import HEAVIER, Mention
from checker.extract.features.grams import found, grams, plain
from checker.extract.paper import Paper

CLAUSE = re.compile(r"[^，。；;：:\n\t]+")
SHORTEST, LONGEST = 4, 60  # characters of a clause that can tell a circumstance
CUES = re.compile(
    r"未发现|未见|未查|没有|不存在|不具有|不具备|并无|并未|尚未|并非|不属于|不符合|不是|不构成|不能认定|不予认定|难以认定|无法证实|"
    r"不予采纳|不予采信|不予支持|不能成立|不成立|未予采纳|不采纳|采纳|属实|成立|予以认定|予以考虑|查证|核实|复核|"
    r"辩称|申辩|陈述|主张|认为|声称|自称|称|表示|提出|请求|希望|恳请|询问|问|答|"
    r"如果|如|若|倘|假如|凡|应当|可以|有下列|下列|之一|将依法|将从重|今后|情形的|的，|规定|第#条|《|》|“|”|基准|办法|"
    r"鉴于|考虑到|综合|经查|查明|本局认为|本机关认为|认定|具有|属于|系|符合|据此|因此|决定|从轻|减轻|从重|不予|裁量|情节|"
    r"举报人|代理人|证人|负责人|询问笔录|要求|责令|限期|逾期"
)
STEPS = (0.02, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.92)  # shares of the model of clauses are seen as steps reached
MARKS = re.compile(r"[。；;\n]")


def clauses(paper: Paper) -> Iterator[tuple[int, int]]:
    """Places of the clauses that may tell a circumstance: all but the tail's."""
    for match in CLAUSE.finditer(paper.text, 0, paper.parts.tail):
        start, end = match.span()
        while start < end and paper.text[start].isspace():
            start += 1
        while end > start and paper.text[end - 1].isspace():
            end -= 1
        if SHORTEST <= end - start <= LONGEST:
            yield start, end


def clause_words(clause: str) -> tuple[str, ...]:
    """The words of a clause: its n-grams, its two ends marked, and pairs of characters with one left out between."""
    bare = plain(clause)
    apart = [f"k:{bare[at]}{bare[at + 2]}" for at in range(len(bare) - 2)]
    return tuple(grams("", f"^{bare}$", (1, 2, 3)) + apart)


def polarity_words(paper: Paper, mention: Mention, *, effect: str | None = None, rules: bool = True) -> tuple[str, ...]:
    """The words of one mention in its sentence and between its neighbours.

    `effect` is what the decision claims of its discretion: one that punishes more heavily rests on other kinds than
    one that reduces.
    """
    text = paper.text
    begin, end = paper.parts.sentence(mention.start)
    before, after = text[begin : mention.start], text[mention.end : end]
    clause = max(before.rfind(mark) for mark in "，：:、") + 1
    words = ["k:" + mention.kind, "p:" + mention.place, "P:" + paper.parts.place(mention.start)]
    words += grams("b:", plain(before[-14:])) + grams("a:", plain(after[:14]))
    words += grams("i:", plain(text[mention.start : mention.end][:24]), (2,))
    words += found("c:", before[clause:], CUES) + found("B:", before, CUES) + found("A:", after, CUES)
    words += found("i:", text[mention.start : mention.end], CUES)
    previous, following = text[max(begin - 60, 0) : begin], text[end : end + 80]
    words += found("x:", previous, CUES) + found("y:", following, CUES)
    words += _opening(text, begin)
    words += ["K:" + mention.kind + mention.place]
    words += [f"e:{effect}{'+' if mention.kind in HEAVIER else '-'}", f"e:{effect}{mention.kind}"]
    told = "r:" + mention.polarity if mention.judge.startswith("rule:") else "j:clause"
    if rules:
        words.append(told)
    return (*words, *_shared(mention, told if rules else ""))


def _shared(mention: Mention, told: str) -> list[str]:
    """How surely a clause here tells the kind, and together with the word of the rules."""
    if mention.share is None:
        return []
    reached = sum(mention.share >= step for step in STEPS)
    by_rule = mention.judge.startswith("rule:")
    words = [f"s:{step}" for step in range(reached)] + [f"s:{by_rule}{step}" for step in range(reached)]
    words += [f"s:{mention.kind}{by_rule}", f"s:{mention.kind}{reached // 3}"]
    return [*words, f"s:{told[2:]}{reached // 2}"] if told else words


def _opening(text: str, begin: int) -> list[str]:
    """How the paragraph opens: a plea, a question, a quotation goes on over its sentences."""
    start = text.rfind("\n", 0, begin) + 1
    return [*found("o:", text[start : start + 40], CUES), "O:" + plain(text[start : start + 3])]
