"""A charge: what a decision tells of one violation, as far as it helps to find its benchmark item."""

from __future__ import annotations

from dataclasses import dataclass

from checker.records.law import Citation


@dataclass(frozen=True, slots=True)
class Charge:
    """Citations with the full names of laws, and wordings; an empty text or tuple is what the decision does not tell.

    `cause` is the short name of the violation (案由), `characterised` the sentence that says what the act is in law,
    `facts` the facts found. `elsewhere` are the penalty bases of the other violations that the decision punishes.
    `head` is the beginning of the document with the cause before it, for the rule.
    """

    basis: tuple[Citation, ...] = ()
    violated: tuple[Citation, ...] = ()
    cause: str = ""
    characterised: str = ""
    facts: str = ""
    elsewhere: tuple[Citation, ...] = ()
    head: str = ""
