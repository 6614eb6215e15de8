"""Every mention of a circumstance that the rules propose, each with the polarity that the rules give it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.extract.circumstances.lexicon import KINDS
from checker.extract.circumstances.polarity import claimed, negated, no_mention, pleaded, supposed
from checker.extract.paper import Paper

SHORTEST = 6  # characters of a sentence that can tell anything
REASONS = re.compile(r"从轻|减轻|从重|不予处罚|裁量|情节|情形|档|阶次")
RULES = 0.82  # how often a mention that only the rules have judged is right


@dataclass(frozen=True, slots=True)
class Mention:
    """A circumstance named at `start:end` of the clean text.

    `polarity`: found (the document finds it), denied, supposed (hypothetical, or words of the law) or claimed (only the
    party says so). `place`: facts, reasoning or other. `judge` is what decided the polarity. `share`: how surely the
    model of clauses sees this kind here; None where no such model was asked.
    """

    kind: str
    start: int
    end: int
    polarity: str
    confidence: float
    place: str
    judge: str = "rule:circumstance"
    share: float | None = None


def propose(paper: Paper) -> list[Mention]:
    """Mentions in text order, sentence by sentence and kind by kind."""
    made: list[Mention] = []
    passages = tuple(pleaded(paper.text, paper.parts.tail))
    for begin, end in paper.parts.sentences:
        if begin >= paper.parts.tail or end - begin < SHORTEST:
            continue
        sentence = paper.text[begin:end]
        party = any(low <= begin < high for low, high in passages) or claimed(paper, sentence, begin)
        place = place_of(paper, sentence, begin)
        for kind, start, stop, polarity in _in_sentence(sentence):
            told = "claimed" if party and polarity != "supposed" else polarity
            made.append(Mention(kind, begin + start, begin + stop, told, RULES, place))
    return made


def place_of(paper: Paper, sentence: str, begin: int) -> str:
    """facts, reasoning or other: a sentence that weighs is reasoning wherever it stands."""
    if REASONS.search(sentence):
        return "reasoning"
    place = paper.parts.place(begin)
    return "facts" if place == "facts" else "reasoning" if place in ("reasoning", "operative") else "other"


def _in_sentence(sentence: str) -> Iterator[tuple[str, int, int, str]]:
    for kind, _, pattern in KINDS:
        for match in pattern.finditer(sentence):
            if no_mention(kind, sentence, match):
                continue
            polarity = (
                "supposed" if supposed(sentence, match) else "denied" if negated(kind, sentence, match) else "found"
            )
            yield kind, match.start(), match.end(), polarity
