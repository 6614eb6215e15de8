"""Counting right, wrong and missed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass


@dataclass
class Count:
    """Tallies of one field or check. `cases` is how many labelled documents stand behind the figures."""

    cases: int = 0
    exact: int = 0  # documents where everything of this field is right, absence included
    right: int = 0
    wrong: int = 0  # said, but not in the gold
    missed: int = 0  # in the gold, but not said

    @property
    def precision(self) -> float | None:
        """Share of what was said that is right; None when nothing was said."""
        said = self.right + self.wrong
        return self.right / said if said else None

    @property
    def recall(self) -> float | None:
        """Share of what should be said that was; None when nothing should be."""
        due = self.right + self.missed
        return self.right / due if due else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall."""
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else None

    def add(self, said: Iterable[Hashable], due: Iterable[Hashable]) -> bool:
        """Count one document's values as multisets; returns whether they agree entirely."""
        have, want = Counter(said), Counter(due)
        self.cases += 1
        self.right += (have & want).total()
        self.wrong += (have - want).total()
        self.missed += (want - have).total()
        agreed = have == want
        self.exact += agreed
        return agreed
