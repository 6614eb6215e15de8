"""Where a trained model may overrule the rules: what sums of money are, what mentions of circumstances say, what a document is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from checker.extract.circumstances import Mention
from checker.extract.paper import Paper
from checker.extract.roles import Sum
from checker.records.read import Read


class Judge(Protocol):
    """Judges what the rules propose. It may change labels and confidences, never the places of what is read."""

    def roles(self, paper: Paper, sums: list[Sum]) -> list[Sum]:
        """The same sums, each with the role that it has."""
        ...

    def mentions(self, paper: Paper, proposed: Sequence[Mention], effect: str | None) -> list[Mention]:
        """The mentions with their polarity; clauses that the rules passed over may be added.

        `effect` is the effect of discretion that the decision claims, None where it claims none.
        """
        ...

    def kind(self, paper: Paper, read: Read[str]) -> Read[str]:
        """The document kind."""
        ...


@dataclass(frozen=True, slots=True)
class AsProposed:
    """Leaves everything as the rules have it."""

    def roles(self, paper: Paper, sums: list[Sum]) -> list[Sum]:
        """See Judge."""
        return sums

    def mentions(self, paper: Paper, proposed: Sequence[Mention], effect: str | None) -> list[Mention]:
        """See Judge."""
        return list(proposed)

    def kind(self, paper: Paper, read: Read[str]) -> Read[str]:
        """See Judge."""
        return read


RULES_ALONE = AsProposed()
