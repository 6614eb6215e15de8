"""The pieces of the operative part, and where each begins to decide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.extract.paper import Paper
from checker.extract.sanctions.wording import ASKED, DECIDES, DENIED, GROUNDS, IF_AGAIN, LATE

CLAUSE = re.compile(r"[^。；;\n]+[。；;\n]?")


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of the operative part."""

    start: int
    end: int
    text: str

    def before(self, position: int) -> str:
        """The words before a position of the paper, from the last word that decides."""
        words = self.text[: position - self.start]
        decides = [match.end() for match in DECIDES.finditer(words)]
        return words[decides[-1] :] if decides else words

    def is_ground(self, position: int) -> bool:
        """Whether a position lies in the grounds of what the clause decides after it."""
        later = DECIDES.search(self.text, position - self.start)
        return later is not None and GROUNDS.search(self.text[: position - self.start]) is not None


def clauses(paper: Paper, start: int, end: int) -> Iterator[Clause]:
    """The pieces between full stops, semicolons and line ends."""
    for match in CLAUSE.finditer(paper.text, start, end):
        yield Clause(match.start(), match.end(), match.group())


def imposes_nothing(paper: Paper, clause: Clause, position: int) -> bool:
    """Whether the words at a position are quoted, grounds, threatened, asked for, denied or due for lateness only."""
    before = clause.before(position)
    idle = (LATE, IF_AGAIN, ASKED, DENIED)
    return paper.in_quote(position) or clause.is_ground(position) or any(pattern.search(before) for pattern in idle)
